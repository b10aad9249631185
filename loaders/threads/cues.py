"""Cues of cues.yaml as regexes: a cue's name and a text go in, whether the text has it comes out.

A cue is looked for at the start, at the end or anywhere.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicons.words import load


@cache
def words(name: str) -> str:
    """A regex of any word or phrase of a cue, the longest first."""
    phrases = sorted(load("cues.yaml")[name]["any"], key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


@cache
def _regex(name: str, place: str) -> re.Pattern[str]:
    inner = rf"(?<![\w-])(?:{words(name)})(?![\w-])"
    return re.compile(
        {"within": inner, "opens": rf"[^\w]*{inner}", "ends": rf"{inner}\s*(?:the\s+|an?\s+)?$"}[place], re.I
    )


def within(name: str, text: str) -> bool:
    """Whether a text has a cue anywhere."""
    return bool(_regex(name, "within").search(text))


def opens(name: str, text: str) -> bool:
    """Whether a text begins with a cue."""
    return bool(_regex(name, "opens").match(text))


def ends(name: str, text: str) -> bool:
    """Whether a text ends with a cue, an article behind it or not."""
    return bool(_regex(name, "ends").search(text))


def found(name: str, text: str) -> list[str]:
    """The words of a cue that a text has."""
    return _regex(name, "within").findall(text)
