"""A date phrase as found in a text: where it stands and what was read in it, not yet which days it means.

It knows no anchor: "last week" is the same value in every article until `resolve` gives it days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PHRASE_KINDS: Final = frozenset(
    (
        "day",
        "days",
        "feast",
        "month",
        "months",
        "weekday",
        "nights",
        "row",
        "season",
        "quarter",
        "half",
        "decade",
        "century",
    )
    + ("year", "years", "shift", "duration", "age", "number")
)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name days, or (`is_refused`) look as if they did: a duration, an age, a number.

    `start` and `stop` are half-open offsets; `surface` is the text between them. `kind` is one of `PHRASE_KINDS`.
    A number that the words do not give is 0; `weekday` counts from Monday = 0 and is None if unnamed.
    `bound` is the word before that opens one end: by, since, until, before, after, from, around, or "".
    `modifier` is last, next, this, that ... or ""; `row` is the key of a row of `date_phrases.yaml`, with its `count`
    and `unit`; the unit of a feast is its rule.
    """

    start: int
    stop: int
    kind: str
    surface: str
    is_refused: bool = False
    bound: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    last_year: int = 0
    last_month: int = 0
    last_day: int = 0
    weekday: int | None = None
    modifier: str = ""
    row: str = ""
    count: int = 0
    unit: str = ""
