"""How the days of two reports lie to each other.

In: `Report`s, `Day`s. Out: whether they meet, how long they are. Pure. A report is closed (two days), due (only a last
day: "by May 1"), or has no last day. Where one of two has no year, years are not compared.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ..facts import Day
from .reports import Report

ANY_YEAR = 2000
FAR = 10_000  # days; longer than any window that rules ask for
YEAR = 366
MONTH_PRECISION = 4
MANY = 100_000


def is_dated(report: Report) -> bool:
    """Whether any day is known."""
    return report.first is not None or report.last is not None


def is_due(report: Report) -> bool:
    """Whether only the day is known by which it is to happen."""
    return report.first is None and report.last is not None


def is_closed(report: Report) -> bool:
    """Whether it happened between two days that stand in order."""
    return length(report) < FAR


def is_whole_year(report: Report) -> bool:
    """Whether all that is known is the year."""
    first, last = report.first, report.last
    if first is None or not has_year(first):
        return False
    return (first, last) == (Day(first.year, 1, 1), Day(first.year, 12, 31))


def has_year(day: Day | None) -> bool:
    """Whether the day is known with its year."""
    return day is not None and day.year > 0


def length(report: Report) -> int:
    """Days in the window; far more than any bound where it is open or absent."""
    return FAR if report.first is None or report.last is None else _days(report.first, report.last)


@lru_cache(maxsize=MANY)
def _days(first: Day, last: Day) -> int:
    """Days from one to another; far more than any bound where they do not stand in order. Asked for all the time."""
    begins, ends = (as_date(each, yearless=not has_year(first)) for each in (first, last))
    return min((ends - begins).days + 1, FAR) if begins <= ends else FAR


def bounds(report: Report, *, yearless: bool = False) -> tuple[date, date]:
    """First and last day of a closed window; `yearless` puts both into one and the same year."""
    if report.first is None or report.last is None:
        raise ValueError(f"report {report.report_id} has no closed window")
    return as_date(report.first, yearless=yearless), as_date(report.last, yearless=yearless)


def as_date(day: Day, *, yearless: bool = False) -> date:
    """The day of the calendar; `yearless` takes it out of its year."""
    return date(ANY_YEAR if yearless else day.year, day.month, day.day)


def days_meet(left: Report, right: Report) -> bool:
    """Whether two closed windows share a day."""
    return _both_closed(left, right) and _overlap(*_windows(left, right))


def lies_within(inner: Report, outer: Report) -> bool:
    """Whether a closed window has all days of another."""
    if not _both_closed(inner, outer):
        return False
    (inner_first, inner_last), (outer_first, outer_last) = _windows(inner, outer)
    return outer_first <= inner_first and inner_last <= outer_last


def deadlines_meet(left: Report, right: Report) -> bool:
    """Whether both are due by one day; "by May 2021" is any day of May, or May without a year."""
    if not (is_due(left) and is_due(right) and left.last and right.last):
        return False
    if has_year(left.last) and has_year(right.last) and left.last.year != right.last.year:
        return False
    by_month = MONTH_PRECISION in (left.date_precision, right.date_precision)
    return left.last.month == right.last.month and (by_month or left.last.day == right.last.day)


def near(left: Day | None, right: Day | None, days: int) -> bool:
    """Whether two days are known and not further apart; around a new year, too, where one has no year."""
    if left is None or right is None:
        return False
    yearless = not (has_year(left) and has_year(right))
    apart = abs((as_date(left, yearless=yearless) - as_date(right, yearless=yearless)).days)
    return min(apart, YEAR - apart) <= days if yearless else apart <= days


def just_before(day: Day | None, other: Day | None, days: int) -> bool:
    """Whether a day is another one, or lies before it by not more than so many days; in any year if one has none."""
    if day is None or other is None:
        return False
    yearless = not (has_year(day) and has_year(other))
    before = (as_date(other, yearless=yearless) - as_date(day, yearless=yearless)).days
    return 0 <= (before % YEAR if yearless else before) <= days


def not_before(day: Day | None, other: Day | None) -> bool:
    """Whether nothing known says that a day lies before another."""
    if day is None or other is None or not (has_year(day) and has_year(other)):
        return True
    return day >= other


def _both_closed(left: Report, right: Report) -> bool:
    return is_closed(left) and is_closed(right)


def _windows(left: Report, right: Report) -> tuple[tuple[date, date], tuple[date, date]]:
    yearless = not (has_year(left.first) and has_year(right.first))
    return bounds(left, yearless=yearless), bounds(right, yearless=yearless)


def _overlap(left: tuple[date, date], right: tuple[date, date]) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]
