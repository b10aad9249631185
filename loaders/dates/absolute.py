"""Phrases that need no anchor: dates with a year, and days and months whose year nobody knows.

In goes a phrase, out come its first and last day. Dateparser reads the spelling of full dates that a pattern has
already delimited, and nothing else: let loose on text it finds dates in "may", "we" and "now".
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from loaders.dates import calendar
from loaders.dates.conventions import table
from loaders.dates.feasts import feast_day
from loaders.dates.phrase import DatePhrase
from loaders.dates.relative import Span, period_of, row_days
from loaders.facts import Day

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_SETTINGS: Final = {
    "DATE_ORDER": "MDY",
    "RETURN_AS_TIMEZONE_AWARE": False,
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["year", "month", "day"],
}


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # it takes a third of a second to import

    return DateDataParser(languages=["en"], settings=_SETTINGS)


@lru_cache(65536)
def spelled_day(surface: str) -> date | None:
    """The day that a full date spells out: "13/03/2021", "Thursday, March 18, 2021"."""
    found = _parser().get_date_data(surface).date_obj
    return found.date() if found else None


def absolute_days(phrase: DatePhrase) -> Span | None:
    """First and last day of a phrase that names its year; None for all others. Raises ValueError for 31 June."""
    if not phrase.year:
        return None
    year, kind = phrase.year, phrase.kind
    if kind == "day":
        return _full_day(phrase)
    if kind == "feast":
        return (feast := feast_day(phrase.unit, year)), feast
    if kind == "days":
        last_year = phrase.last_year or year
        return date(year, phrase.month, phrase.day), date(last_year, phrase.last_month, phrase.last_day)
    if kind == "months":
        last_year = phrase.last_year or year
        return date(year, phrase.month, 1), calendar.month_end(last_year, phrase.last_month)
    if kind == "years":
        return date(year, 1, 1), date(phrase.last_year, 12, 31)
    if kind == "century":
        return date(year, 1, 1), date(year + 99, 12, 31)
    if kind == "row":
        own = period_of(phrase, date(year, 1, 1), "past")
        return row_days(table()[phrase.row], phrase, own[1], "past", "house", own)
    return period_of(phrase, date(year, 1, 1), "past")


def _full_day(phrase: DatePhrase) -> Span:
    own = date(phrase.year, phrase.month, phrase.day)
    # Points stand between day and month in countries that name the day first, which dateparser's order does not know.
    is_spelled = phrase.surface[:1].isdigit() and any(sign in phrase.surface for sign in "/-")
    day = (spelled_day(phrase.surface) if is_spelled else None) or own
    return day, day


def named_days_without_year(phrase: DatePhrase, convention: str) -> tuple[Day, Day] | None:
    """A day, month, season or part of a month whose year nobody knows: "April 3" → --04-03; None for other kinds."""
    stand_in = date(calendar.STAND_IN_YEARS[0], 1, 1)
    if phrase.kind == "day":
        return (day := Day(0, phrase.month, phrase.day)), day
    if phrase.kind == "days":
        return Day(0, phrase.month, phrase.day), Day(0, phrase.last_month, phrase.last_day)
    if phrase.kind == "months":
        return Day(0, phrase.month, 1), _bare(calendar.month_end(stand_in.year, phrase.last_month))
    if phrase.kind in ("month", "season"):
        first = stand_in.replace(month=phrase.month)
        last = calendar.shifted(first, 1 if phrase.kind == "month" else 3, "month")
        return _bare(first), _bare(date.fromordinal(last.toordinal() - 1))
    if phrase.kind == "row" and phrase.unit in ("month", "season") and phrase.month:
        first = stand_in.replace(month=phrase.month)
        last = calendar.shifted(first, 1 if phrase.unit == "month" else 3, "month")
        own = (first, date.fromordinal(last.toordinal() - 1))
        first, last = row_days(table()[phrase.row], phrase, last, "past", convention, own)
        return _bare(first), _bare(last)
    return None


def _bare(day: date) -> Day:
    return Day(0, day.month, day.day)
