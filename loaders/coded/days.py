"""Days as the data sets write them → windows.

In: text such as `2017-07-31 00:00:00.000` or `31 July 2017`. Out: `date`s and `Window`s. `UnfitError` for others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from ..facts import Day, Published, Window
from .card import UnfitError

ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T].*)?")
FORMS = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%m/%d/%Y")
UNIT_OF_GRADE = {1: "day", 2: "day", 3: "week", 4: "month", 5: "year"}


def day(column: str, written: str) -> date:
    """A day."""
    found = parsed(written)
    if found is None:
        raise UnfitError(f"{column} is {written!r}; a day such as 2017-07-31 would be right")
    return found


def parsed(written: str) -> date | None:
    """A day, or None for anything else."""
    iso = ISO.fullmatch(written)
    for form in ("%Y-%m-%d",) if iso else FORMS:
        try:
            return datetime.strptime(iso[1] if iso else written, form).date()
        except ValueError:
            continue
    return None


def window(first: date, last: date, grade: int) -> Window:
    """Days of a record with UCDP's date_prec; a record that knows both days exactly tells what went on between."""
    if last < first:
        raise UnfitError(f"it ends on {last}, before it begins on {first}")
    return Window(_day(first), _day(last), UNIT_OF_GRADE[grade], grade == 1 and first != last, grade)


def around(middle: date, days: int, grade: int) -> Window:
    """So many days before and after the middle of a week or the like."""
    return window(middle - timedelta(days=days), middle + timedelta(days=days), grade)


def month(year: int, number: int) -> Window:
    """A month of which no day is known."""
    return window(date(year, number, 1), date(year, number, monthrange(year, number)[1]), 4)


def whole_year(year: int) -> Window:
    """A year of which no month is known."""
    return window(date(year, 1, 1), date(year, 12, 31), 5)


def published(days: list[date]) -> Published:
    """When the sources of a record appeared: from the first to the last of these days."""
    if not days:
        return Published(None, None, "unknown")
    return Published(_day(min(days)), _day(max(days)), "metadata")


def _day(given: date) -> Day:
    return Day(given.year, given.month, given.day)
