"""Reads drawn pages: each line of the page after its expected kind and a bar.

`+kind` goes on in the same line of the page, `.` is one more line of the same block, and lines `# field: value` above
tell the header. In: a file. Out: the page's text and what is expected of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


@dataclass(frozen=True)
class Drawn:
    text: str
    blocks: list[tuple[str, str]]
    header: dict[str, str]


def drawn(path: Path) -> Drawn:
    text = ""
    blocks: list[tuple[str, str]] = []
    header: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            field, _, value = line[2:].partition(":")
            header[field] = value.strip()
            continue
        kind, _, words = line.partition("| ")
        text, blocks = _drawn_line(text, blocks, kind.strip(), words)
    return Drawn(text, blocks, header)


def _drawn_line(text: str, blocks: list[tuple[str, str]], kind: str, words: str) -> tuple[str, list[tuple[str, str]]]:
    if kind == ".":
        last_kind, last_words = blocks[-1]
        return f"{text}{words}\n", [*blocks[:-1], (last_kind, f"{last_words}\n{words.strip()}")]
    if kind.startswith("+"):
        return f"{text[:-1]}{words}\n", [*blocks, (kind[1:], words.strip())]
    return f"{text}{words}\n", [*blocks, (kind, words.strip())] if kind else blocks
