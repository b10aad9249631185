"""Windows of days → columns, in PostgreSQL's dates where a year is known and as `--09-04` where it is not.

In: `Window`, `Published`. Out: dicts of columns. Pure. Precision is UCDP's: 1 one day, 2 two to six days, 3 a week,
4 a month (8 to 31 days), 5 longer or without a bound (GED 23.1, page 10).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from psycopg.types.range import Range

from ..facts import Day, Published, Window

Columns = dict[str, Any]

ANY_LEAP_YEAR = 2000  # gives every month and day of a yearless window a length
NAMED_PRECISION = {"week": 3, "month": 4, "season": 5, "year": 5}
LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4))
ONE_DAY = timedelta(days=1)


def calendar_date(day: Day | None) -> date | None:
    """The day as a date; None without a year."""
    return date(day.year, day.month, day.day) if day and day.year else None


def yearless(day: Day | None) -> str | None:
    """`--09-04`; None where the year is known."""
    return day.iso() if day and not day.year else None


def dated(when: Window | None) -> Columns:
    """Columns of `Dated`: it starts between starts_from and starts_to, and ends by ends_to."""
    first, last = (when.first, when.last) if when else (None, None)
    days = {"starts_from": first, "starts_to": _started_by(when) if when else None, "ends_to": last}
    return {
        **{name: calendar_date(day) for name, day in days.items()},
        **{f"{name}_yearless": yearless(day) for name, day in days.items()},
        "date_precision_code": precision(when),
    }


def _started_by(when: Window) -> Day | None:
    """The last day on which it may have started; what goes on since a month or year began by the end of that."""
    first, last = when.first, when.last
    if not when.is_lasting or first is None:
        return None if when.is_lasting else last
    ends = {
        "month": Day(first.year, first.month, monthrange(first.year or ANY_LEAP_YEAR, first.month)[1]),
        "year": Day(first.year, 12, 31),
    }
    end = ends.get(when.precision, first)
    return last if last and first <= last < end else end


def precision(when: Window | None) -> int | None:
    """UCDP's date_prec for the start of a window; None where no day is given."""
    if when is None or (when.first is None and when.last is None):
        return None
    if when.graded is not None:
        return when.graded
    if when.precision in NAMED_PRECISION:
        return NAMED_PRECISION[when.precision]
    if when.is_lasting:
        return 1 if when.precision == "day" and when.first else 5
    if when.first is None or when.last is None:
        return 5
    length = (_in_some_year(when.last) - _in_some_year(when.first)).days % 366 + 1
    return next((code for days, code in LONGEST if length <= days), 5)


def _in_some_year(day: Day) -> date:
    return date(day.year or ANY_LEAP_YEAR, day.month, day.day)


def published_columns(published: Published) -> Columns:
    """Columns of an article's day of publication; half-open as PostgreSQL's ranges are."""
    first, last = calendar_date(published.first), calendar_date(published.last)
    is_known = published.first is not None or published.last is not None
    bounds = Range(first, last + ONE_DAY if last else None, "[)") if first or last else None
    return {
        "published": bounds,
        "published_basis_code": published.basis if is_known else "unknown",
        "published_first_yearless": yearless(published.first),
        "published_last_yearless": yearless(published.last),
    }


def span_days(when: Window | None) -> Columns:
    """Columns of a date phrase: its first and last day."""
    first, last = (when.first, when.last) if when else (None, None)
    return {
        "first_on": calendar_date(first),
        "last_on": calendar_date(last),
        "first_yearless": yearless(first),
        "last_yearless": yearless(last),
        "window_precision_code": when.precision if when else None,
        "is_lasting": when.is_lasting if when else False,
    }
