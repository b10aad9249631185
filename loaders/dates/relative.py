"""Phrases that count from the day of reporting: rows of the table, weekdays, months and days without a year.

In goes a phrase with one day as anchor, out come its first and last day. All results grow with the anchor.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from loaders.dates import calendar
from loaders.dates.conventions import Row, table
from loaders.dates.feasts import feast_day
from loaders.dates.phrase import DatePhrase
from loaders.dates.points import at

Span = tuple[date, date]
_OFFSETS: Final = {"last": -1, "this": 0, "the": 0, "next": 1}
_BACK: Final = timedelta(days=1)


def relative_days(phrase: DatePhrase, anchor: date, direction: str, convention: str) -> Span | None:
    """First and last day, counted from one anchor day; None if the kind does not count from one."""
    reader = _READERS.get(phrase.kind)
    if reader is not None:
        return reader(phrase, anchor, _towards(phrase, direction))
    if phrase.kind == "row":
        row = table()[phrase.row]
        towards = _towards(phrase, direction)
        period = period_of(phrase, anchor, towards) if phrase.unit else None
        return row_days(row, phrase, anchor, towards, convention, period)
    return None


def _towards(phrase: DatePhrase, direction: str) -> str:
    """An end that is still to come lies ahead unless the clause's tense says otherwise ("by May 1")."""
    return "future" if direction == "unknown" and phrase.bound in ("by", "until", "before") else direction


def row_days(row: Row, phrase: DatePhrase, anchor: date, direction: str, convention: str, period: Span | None) -> Span:
    """The interval of a row, for the period that it is a part of."""
    first, last = row.first, row.last
    if row.printed and convention == "ucdp":
        first, last = row.printed
    elif row.ahead and direction == "future":
        first, last = row.ahead
    start = at(first, anchor, phrase.count, period)
    stop = at(last, anchor, phrase.count, period)
    if row.not_before:
        start = max(start, at(row.not_before, anchor, phrase.count, period))
    if row.not_after and direction != "future":
        limit = at(row.not_after, anchor, phrase.count, period)
        stop = min(stop, limit) if limit >= start else stop
    return start, max(start, stop)  # earlier this month, said on its first day


def period_of(phrase: DatePhrase, anchor: date, direction: str) -> Span:
    """First and last day of the month, season, year, week, decade, quarter or half that a phrase names."""
    unit = phrase.unit if phrase.kind == "row" else phrase.kind
    if unit == "decade":
        return calendar.period(date(phrase.year, 1, 1), "decade")
    if unit in ("quarter", "half"):
        return _part_of_year(phrase, anchor, direction)
    if unit in ("month", "season") and phrase.month:
        return _months_from(phrase, anchor, direction, 1 if unit == "month" else 3)
    if phrase.year:
        return calendar.period(date(phrase.year, 1, 1), "year")
    return calendar.period(anchor, unit, _OFFSETS.get(phrase.modifier, 0))


def _part_of_year(phrase: DatePhrase, anchor: date, direction: str) -> Span:
    if not phrase.count:
        return _counted_part(phrase, anchor)
    months = 3 if phrase.kind == "quarter" else 6
    year = phrase.year or anchor.year + _OFFSETS.get(phrase.modifier, 0)
    parts = [_nth_part(year + step, phrase.count, months) for step in (-1, 0, 1)]
    if phrase.year or phrase.modifier in _OFFSETS:
        return parts[1]
    if direction == "future":
        return next(part for part in parts if part[1] >= anchor)
    # What is told of a quarter in the past tense is told when it is over.
    return max(part for part in parts if (part[1] if direction == "past" else part[0]) <= anchor)


def _nth_part(year: int, count: int, months: int) -> Span:
    first = calendar.shifted(date(year, 1, 1), (min(count, 12 // months) - 1) * months, "month")
    return first, calendar.shifted(first, months, "month") - _BACK


def _counted_part(phrase: DatePhrase, anchor: date) -> Span:
    """ "The latest quarter" is the last that is over, "the year-earlier quarter" the same of the year before."""
    if phrase.modifier == "year-earlier":
        return calendar.period(anchor, "quarter", -5)
    return calendar.period(anchor, "quarter", _OFFSETS.get(phrase.modifier, -1))


def _months_from(phrase: DatePhrase, anchor: date, direction: str, months: int) -> Span:
    year = phrase.year or _year_of_month(phrase, anchor, direction, months)
    first = date(year, phrase.month, 1)
    return first, calendar.shifted(first, months, "month") - _BACK


def _year_of_month(phrase: DatePhrase, anchor: date, direction: str, months: int) -> int:
    if phrase.modifier == "counted":
        return anchor.year + phrase.count
    starts = [date(anchor.year + step, phrase.month, 1) for step in (-2, -1, 0, 1, 2)]
    this_month = anchor.replace(day=1)
    over = [day for day in starts if calendar.shifted(day, months, "month") <= this_month]
    if phrase.modifier == "last":
        return max(over).year
    if phrase.modifier == "next":
        return min(day for day in starts if day > anchor).year
    if direction == "future":
        return min(day for day in starts if calendar.shifted(day, months, "month") > anchor).year
    if phrase.modifier == "this" or (months == 3 and direction == "unknown"):
        return anchor.year
    return max(day for day in starts if day <= anchor).year


def _day(phrase: DatePhrase, anchor: date, direction: str) -> Span | None:
    if phrase.modifier == "counted":
        return (own := date(anchor.year + phrase.count, phrase.month, phrase.day)), own
    day = calendar.nearest(anchor, calendar.occurrences(anchor, phrase.month, phrase.day), direction)
    return (day, day) if day else None


def _feast(phrase: DatePhrase, anchor: date, direction: str) -> Span | None:
    days = [feast_day(phrase.unit, anchor.year + step) for step in (-1, 0, 1)]
    day = calendar.nearest(anchor, days, direction)
    return (day, day) if day else None


def _days(phrase: DatePhrase, anchor: date, direction: str) -> Span | None:
    first = calendar.nearest(anchor, calendar.occurrences(anchor, phrase.month, phrase.day), direction)
    if first is None:
        return None
    crosses = (phrase.last_month, phrase.last_day) < (phrase.month, phrase.day)
    return first, date(first.year + crosses, phrase.last_month, phrase.last_day)


def _months(phrase: DatePhrase, anchor: date, direction: str) -> Span:
    first = _months_from(phrase, anchor, direction, 1)[0]
    return first, calendar.month_end(first.year + (phrase.last_month < phrase.month), phrase.last_month)


def _weekday(phrase: DatePhrase, anchor: date, direction: str) -> Span | None:
    if phrase.weekday is None:
        return None
    back = (anchor.weekday() - phrase.weekday) % 7
    if phrase.modifier in ("last", "previous"):
        back = back or 7  # said on a Tuesday, "last Tuesday" is a week ago
    elif phrase.modifier in ("next", "coming", "following"):
        back -= 7
    elif direction == "future" or (phrase.modifier == "this" and direction != "past"):
        back = back - 7 if back else 0
    day = anchor - timedelta(days=back)
    return day, day


def _nights(phrase: DatePhrase, anchor: date, direction: str) -> Span | None:
    last = _weekday(phrase, anchor, direction)
    return (last[0] - timedelta(days=phrase.count), last[0]) if last else None


def _period(phrase: DatePhrase, anchor: date, direction: str) -> Span:
    return period_of(phrase, anchor, direction)


def _shift(phrase: DatePhrase, anchor: date, direction: str) -> Span:
    return calendar.period(anchor, phrase.unit, phrase.count)


_READERS: Final = {
    "day": _day,
    "feast": _feast,
    "days": _days,
    "month": _period,
    "months": _months,
    "season": _period,
    "quarter": _period,
    "half": _period,
    "weekday": _weekday,
    "nights": _nights,
    "shift": _shift,
}
