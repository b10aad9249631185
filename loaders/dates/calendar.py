"""Arithmetic on days: shifts by weeks, months and years, bounds of periods, the year that a yearless day needs.

Pure functions over `datetime.date`; nothing here asks what day it is.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from loaders.facts import Day

# Common years, one for each weekday that 1 January can be: an anchor without a year is tried in all of them.
STAND_IN_YEARS: Final = (2001, 2002, 2003, 2009, 2010, 2005, 2006)
UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAY: Final = timedelta(days=1)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shifted(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` units; a day that the month lacks becomes its last. Raises OverflowError, ValueError."""
    if unit in UNIT_DAYS:
        return day + timedelta(days=count * UNIT_DAYS[unit])
    index = day.year * 12 + day.month - 1 + count * UNIT_MONTHS[unit]
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def saturday(day: date) -> date:
    """The newest Saturday up to `day`."""
    return day - timedelta(days=(day.weekday() - 5) % 7)


def period(day: date, unit: str, offset: int = 0) -> tuple[date, date]:
    """First and last day of the day, week, month, quarter, year or decade of `day`, moved by `offset` of them."""
    first = {
        "day": day,
        "week": monday(day),
        "month": day.replace(day=1),
        "quarter": day.replace(month=day.month - (day.month - 1) % 3, day=1),
        "year": day.replace(month=1, day=1),
        "decade": day.replace(year=day.year - day.year % 10, month=1, day=1),
    }[unit]
    first = shifted(first, offset, unit)
    return first, shifted(first, 1, unit) - _DAY


def occurrences(anchor: date, month: int, day: int) -> list[date]:
    """The day in the years around the anchor, oldest first; empty if no such year has it."""
    years = (
        range(anchor.year - 4, anchor.year + 5) if (month, day) == (2, 29) else range(anchor.year - 1, anchor.year + 2)
    )
    return [date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]


def nearest(anchor: date, found: Sequence[date], direction: str) -> date | None:
    """The year of a day without one: the nearest, unless the clause's tense points clearly the other way.

    A tense read wrongly must not cost a year, so it is believed only where the nearest lies far on its wrong side.
    """
    if not found:
        return None
    best = min(found, key=lambda one: (abs((one - anchor).days), one > anchor))
    ahead = (best - anchor).days
    if direction == "past" and ahead > 60:
        return max((one for one in found if one <= anchor), default=best)
    if direction == "future" and ahead < -30:
        return min((one for one in found if one >= anchor), default=best)
    return best


def to_day(day: date) -> Day:
    """The value handed on between stages."""
    return Day(day.year, day.month, day.day)


def to_date(day: Day) -> date:
    """Back again. Raises ValueError for a day that no calendar has, or without a year."""
    return date(day.year, day.month, day.day)
