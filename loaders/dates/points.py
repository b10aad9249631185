"""Points of the table of date phrases: "monday-1w", "R-nd+1d" as values, and the day that one means.

In goes the text of a point, out comes a `Point`; with an anchor, a count and a period, a day. It never reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from loaders.dates import calendar

_UNIT_OF_LETTER: Final = {"d": "day", "w": "week", "m": "month", "y": "year", "": "day"}
_POINT: Final = re.compile(r"(R|monday|saturday|month|year|P|Q)((?:[+-](?:\d+|n0?)[dwmy]?)*)")
_SHIFT: Final = re.compile(r"([+-])(\d+|n0?)([dwmy]?)")
_ANCHORED: Final[dict[str, Callable[[date], date]]] = {
    "R": lambda day: day,
    "monday": calendar.monday,
    "saturday": calendar.saturday,
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
_NAMES: Final = (*_ANCHORED, "P", "Q")


@dataclass(frozen=True, slots=True)
class Point:
    """A named point and its shifts: fixed counts of a unit, and factors of the phrase's own number."""

    name: str
    shifts: tuple[tuple[int, str], ...] = ()
    own_shifts: tuple[tuple[int, str], ...] = ()


def parse_point(text: str) -> Point:
    """ "monday-1w" → Monday, moved by −1 week. Raises ValueError."""
    match = _POINT.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no point; one of {', '.join(_NAMES)} with shifts such as -1w would be right")
    fixed, own = [], []
    for sign, amount, letter in _SHIFT.findall(match[2]):
        direction = 1 if sign == "+" else -1
        if amount.startswith("n"):
            own.append((direction * (10 if amount == "n0" else 1), _UNIT_OF_LETTER[letter]))
        else:
            fixed.append((direction * int(amount), _UNIT_OF_LETTER[letter]))
    return Point(match[1], tuple(fixed), tuple(own))


def parse_pair(text: str) -> tuple[Point, Point]:
    """ "R-2d .. R" → its two points. Raises ValueError."""
    first, _, last = text.partition("..")
    return parse_point(first), parse_point(last)


def at(point: Point, anchor: date, count: int, period: tuple[date, date] | None) -> date:
    """The day that a point means: from the anchor, or from the first (P) or last (Q) day of a period."""
    if point.name in "PQ" and period:
        day = period[0] if point.name == "P" else period[1]
    else:
        day = _ANCHORED[point.name](anchor)
    for factor, unit in point.own_shifts:
        day = calendar.shifted(day, factor * count, unit)
    for amount, unit in point.shifts:
        day = calendar.shifted(day, amount, unit)
    return day
