"""Spelling that matching does not care about: accents, curly quotes, odd hyphens and spaces.

In: a text. Out: a text of exactly the same length, so that every offset stays true. Never changes case: "turkey" is
not Turkey and "us" is not the U.S.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_LOOSE = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i", "ə": "a", "Ə": "A"}
_SIGNS = dict.fromkeys("‘’ʻʼʿʾ′´", "'") | dict.fromkeys("“”", '"') | dict.fromkeys("‐‑", "-")
_SPACES = dict.fromkeys("\u00a0\u202f\u2009", " ")
_ODD = re.compile(r"[^\x00-\x7f]")


@functools.cache
def _table() -> dict[str, str]:
    letters = [chr(code) for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))]
    bases = {letter: unicodedata.normalize("NFKD", letter)[0] for letter in letters}
    return {letter: base for letter, base in bases.items() if base.isascii()} | _LOOSE | _SIGNS | _SPACES


def fold(text: str) -> str:
    """The text without accents, with straight quotes and plain spaces; as long as before.

    A single line break counts as a space, for names that a narrow column has broken.
    """
    if not text.isascii():
        table = _table()
        text = _ODD.sub(lambda odd: table.get(odd[0], odd[0]), text)
    return text.replace("\n", " ").replace("\t", " ").replace("`", "'")


def is_bounded(text: str, start: int, stop: int) -> bool:
    """Whether `[start, stop)` begins and ends at the border of a word."""
    return not (start and text[start - 1].isalnum()) and not (stop < len(text) and text[stop].isalnum())


_VARIED = re.compile(r"(?:al|el|ash|as|an|ad|ar|at|az|ed|ul)-|saint ", re.IGNORECASE)


def spellings(name: str) -> tuple[str, ...]:
    """The name as written and its regular variants: al-X · Al-X · al X · Al X; Saint X · St. X · St X."""
    plain = fold(name)
    start = _VARIED.match(plain)
    if not start:
        return (plain,)
    rest, head = plain[start.end() :], start[0]
    if head.lower() == "saint ":
        return (plain, "St. " + rest, "St " + rest) if head == "Saint " else (plain,)
    bare = head[:-1].lower()
    return tuple(article + gap + rest for article in (bare, bare.title()) for gap in "- ")
