"""Reads drawn expectations: `2019-05-14: A convoy was hit [last week|2019-05-06..2019-05-12].`

The anchor stands before the colon; a bracket holds a phrase and the days it stands for: one day, `first..last`
with an end left out where it is open, `refused` for a duration, `?` for a phrase without days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.dates import DatePhrase, direction, find_phrases, resolve
from loaders.facts import Day, Window

_BRACKET = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sentence with its anchor and the phrases drawn in it: (surface, days)."""

    anchor: Window | None
    sentence: str
    expected: tuple[tuple[str, str], ...]


def read(drawn: str) -> Drawing:
    """One drawn line as anchor, plain sentence and expectations."""
    anchor, _, sentence = drawn.partition(": ")
    found = tuple((surface, days) for surface, days in _BRACKET.findall(sentence))
    return Drawing(window(anchor), _BRACKET.sub(r"\1", sentence), found)


def day(text: str) -> Day | None:
    """`2019-05-14`, `--05-14`, or None for an empty text."""
    if not text:
        return None
    year, month, number = ("0", *text[2:].split("-")) if text.startswith("--") else text.split("-")
    return Day(int(year), int(month), int(number))


def window(text: str) -> Window | None:
    """`2019-05-14`, `2019-05-06..2019-05-12`, or None for `?`."""
    if text == "?":
        return None
    first, dots, last = text.partition("..")
    return Window(day(first), day(last if dots else first), "day")


def shown(found: Window | None) -> str:
    """A window as it is drawn."""
    if found is None:
        return "?"
    ends = [end.iso() if end else "" for end in (found.first, found.last)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def days(phrase: DatePhrase, drawing: Drawing, *, convention: str = "house", is_open: bool = True) -> str:
    """What the stages make of a phrase of the drawing, as it is drawn."""
    if phrase.is_refused:
        return "refused"
    tense = direction(drawing.sentence, phrase)
    return shown(resolve(phrase, drawing.anchor, direction=tense, convention=convention, is_open=is_open))


def found(drawing: Drawing, *, convention: str = "house", is_open: bool = True) -> tuple[tuple[str, str], ...]:
    """All phrases of the drawing's sentence with their days."""
    return tuple(
        (phrase.surface, days(phrase, drawing, convention=convention, is_open=is_open))
        for phrase in find_phrases(drawing.sentence)
    )
