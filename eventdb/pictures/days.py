"""Days for readers: `2021-04-01/2021-04-30` → `April 2021`; and an axis of days with marks at round dates.

In: days, or the views' text for them. Out: words, and places between 0 and 1. It never asks the clock.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF_A_STEP = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
MOST_MARKS = 5
FAR_BACK = 4
"""Events before the axis are told at its edge where leaving them out makes it this many times shorter."""
MOST_BEFORE = 1 / 3


def in_words(days: str | None) -> str:
    """`2021-03-18`, `2021-04-01/2021-04-30`, `../2021-05-01` or `--09-04` as a reader would say it."""
    if not days:
        return "no day known"
    first, _, last = days.partition("/")
    if not last or last == first:
        return _day(first)
    if first == "..":
        return f"by {_day(last)}"
    if last == "..":
        return f"from {_day(first)}"
    return _span(first, last)


def _day(day: str) -> str:
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", day):
        return f"{int(found[3])} {month_name[int(found[2])]} {found[1]}"
    if found := re.fullmatch(r"--(\d\d)-(\d\d)", day):
        return f"{int(found[2])} {month_name[int(found[1])]}, year not known"
    return day


def _span(first: str, last: str) -> str:
    if first[:2] == last[:2] == "--":
        return f"{_day(first).partition(',')[0]} to {_day(last)}"
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return f"{_day(first)} to {_day(last)}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        if (start.month, end.month, start.year) == (1, 12, end.year):
            return str(start.year)
        if (start.year, start.month) == (end.year, end.month):
            return f"{month_name[start.month]} {start.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\u2013{end.day} {month_name[start.month]} {start.year}"
    return f"{_day(first)} to {_day(last)}"


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from left to right."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies, 0 at the left end and 1 at the right; beyond them for days outside."""
        return (day - self.first).days / max(1, (self.last - self.first).days)

    def marks(self) -> list[tuple[float, str]]:
        """Round dates on it, with their names."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        if months < 2:
            return self._days()
        step = next((each for each in MONTHS_OF_A_STEP if months / each <= MOST_MARKS), MONTHS_OF_A_STEP[-1])
        starts = (_month(number) for number in range(_number(self.first), _number(self.last) + 1) if number % step == 0)
        return [(self.at(day), _name(day, step)) for day in starts if self.first <= day <= self.last]

    def _days(self) -> list[tuple[float, str]]:
        length = (self.last - self.first).days
        step = next((each for each in (1, 2, 5, 7, 14) if length / each <= MOST_MARKS), 14)
        days = (self.first + timedelta(offset) for offset in range(0, length + 1, step))
        return [(self.at(day), f"{day.day} {month_abbr[day.month]}") for day in days]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _name(day: date, step: int) -> str:
    return str(day.year) if step % 12 == 0 else f"{month_abbr[day.month]} {day.year}"


def axis_of(days: Sequence[date]) -> Axis:
    """An axis for these days, with a margin. Few days far back do not press the others together: they lie before it."""
    ordered = sorted(days)
    first, last = ordered[_far_back(ordered)], ordered[-1]
    margin = timedelta(max(2, (last - first).days // 30))
    return Axis(max(date.min + margin, first) - margin, min(date.max - margin, last) + margin)


def _far_back(ordered: Sequence[date]) -> int:
    """How many of the first days to leave before the axis: those whose absence shortens it most, if much."""
    spans = [(ordered[-1] - each).days + 30 for each in ordered[: int(len(ordered) * MOST_BEFORE) + 1]]
    enough = [number for number, span in enumerate(spans) if span * FAR_BACK < spans[0]]
    return enough[0] if enough else 0
