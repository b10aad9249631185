"""Sentences with brackets, `They flew to [Herat|province:AF-HER].`: text and expected spans out of one string."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

SPAN = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sentence and its bracketed spans: (start, stop, what stands behind the bar)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def drawn(line: str) -> Drawn:
    """Takes the brackets out of a line."""
    text, spans, at = "", [], 0
    for match in SPAN.finditer(line):
        text += line[at : match.start()] + match[1]
        spans.append((len(text) - len(match[1]), len(text), match[2]))
        at = match.end()
    return Drawn(text + line[at:], tuple(spans))


def lines(name: str) -> dict[str, list[str]]:
    """The sections of a YAML file of drawn sentences in this folder, every scalar a string."""
    content = yaml.load((Path(__file__).parent / name).read_bytes(), Loader=yaml.CBaseLoader)
    return {section: list(sentences) for section, sentences in content.items()}
