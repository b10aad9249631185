"""Phrase and anchor → window of days. The anchor is the article's day of publication, as an interval if need be.

Relative phrases grow with their anchor, so an interval's two ends bound what a phrase can mean; an anchor without
a year is tried with every weekday that 1 January can have. The clock is never asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Protocol

from loaders.dates import calendar
from loaders.dates.absolute import absolute_days, named_days_without_year
from loaders.dates.conventions import table
from loaders.dates.phrase import DatePhrase
from loaders.dates.relative import Span, relative_days
from loaders.facts import Day, Window

_ONE: Final = timedelta(days=1)
# An anchor wider than this says nothing about "Thursday" or "last week".
_USEFUL: Final = timedelta(days=92)


class Interval(Protocol):
    """Anything with a first and a last day: `Published`, `Window`."""

    @property
    def first(self) -> Day | None: ...
    @property
    def last(self) -> Day | None: ...


def resolve(
    phrase: DatePhrase,
    anchor: Interval | Day | None,
    *,
    direction: str = "unknown",
    convention: str = "house",
    is_open: bool = True,
    reference: Window | None = None,
) -> Window | None:
    """The days a phrase stands for; None if it is refused, or if anchor and text do not tell.

    `direction` is the tense of its clause ("past", "future", "unknown"); `convention` "ucdp" gives the intervals as
    UCDP-GED-23.1-A2 prints them. `is_open` lets "by", "since", "until", "before" and "after" open an end, else the
    phrase's own days come back. `reference` is the window that "two days earlier" counts from.
    """
    if phrase.is_refused:
        return None
    first, last = _ends(anchor)
    base = _ends(reference) if counts_from_another(phrase) else (first, last)
    found = _resolved(phrase, base, direction, convention)
    if found is None:
        return None
    return _opened(found, phrase, last, convention) if is_open else found


def counts_from_another(phrase: DatePhrase) -> bool:
    """Whether the phrase counts from a date of the text: "two days earlier", "the following Monday"."""
    return phrase.kind == "shift" or phrase.modifier in ("following", "previous")


def _ends(anchor: Interval | Day | None) -> tuple[Day | None, Day | None]:
    if anchor is None:
        return None, None
    return (anchor, anchor) if isinstance(anchor, Day) else (anchor.first, anchor.last)


@lru_cache(65536)
def _resolved(
    phrase: DatePhrase, anchor: tuple[Day | None, Day | None], direction: str, convention: str
) -> Window | None:
    try:
        return _window(phrase, anchor, direction, convention)
    except (OverflowError, ValueError):  # a day that no calendar has: 31 June, the year 0
        return None


def _window(
    phrase: DatePhrase, anchor: tuple[Day | None, Day | None], direction: str, convention: str
) -> Window | None:
    grain = grain_of(phrase)
    fixed = absolute_days(phrase)
    if fixed is not None:
        return _finished(phrase, calendar.to_day(fixed[0]), calendar.to_day(fixed[1]), grain)
    known = [day for day in anchor if day]
    if not known or not all(day.year for day in known):
        yearless = named_days_without_year(phrase, convention)
        if yearless is not None:
            return _finished(phrase, *yearless, grain)
    if not known:
        return None
    if all(day.year for day in known):
        return _by_dated_anchor(phrase, anchor, direction, convention, grain)
    return _by_yearless_anchor(phrase, anchor, direction, convention, grain)


def _by_dated_anchor(
    phrase: DatePhrase, anchor: tuple[Day | None, Day | None], direction: str, convention: str, grain: str
) -> Window | None:
    first_anchor, last_anchor = (
        calendar.to_date(day) for day in (anchor[0] or anchor[1], anchor[1] or anchor[0]) if day
    )
    first = relative_days(phrase, first_anchor, direction, convention)
    last = relative_days(phrase, last_anchor, direction, convention)
    if first is None or last is None:
        return None
    yearless = named_days_without_year(phrase, convention)
    if yearless is not None:
        # An open anchor still tells the year of a day and month; one of years does not.
        is_same = first[0].year == last[0].year
        return _finished(phrase, *(_both(first[0], last[1]) if is_same else yearless), grain)
    if anchor[0] is None or anchor[1] is None or last_anchor - first_anchor > _USEFUL:
        return None
    return _finished(phrase, *_both(first[0], last[1]), grain)


def _both(first: date, last: date) -> tuple[Day, Day]:
    return calendar.to_day(first), calendar.to_day(last)


def _by_yearless_anchor(
    phrase: DatePhrase, anchor: tuple[Day | None, Day | None], direction: str, convention: str, grain: str
) -> Window | None:
    if grain == "year" or _counts_years(phrase) or anchor[0] is None or anchor[1] is None:
        return None
    spans = list(_stand_ins(phrase, anchor, direction, convention))
    if not spans:
        return None
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return _finished(phrase, _yearless(first), _yearless(last), grain)


def _counts_years(phrase: DatePhrase) -> bool:
    return (
        phrase.unit in ("year", "decade")
        or phrase.kind in ("quarter", "half")
        or phrase.row.endswith(("year", "years", "year_old_matter"))
    )


def _yearless(day: tuple[int, int, int]) -> Day:
    return Day(0, day[1], day[2])


def _stand_ins(
    phrase: DatePhrase, anchor: tuple[Day | None, Day | None], direction: str, convention: str
) -> Iterator[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    for year in calendar.STAND_IN_YEARS:
        for day in dict.fromkeys(day for day in anchor if day is not None):
            # 29 February stands for the 28th here: a stand-in year is a common one.
            fitted = date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
            span = relative_days(phrase, fitted, direction, convention)
            if span is not None:
                yield _offset(span[0], year), _offset(span[1], year)


def _offset(day: date, year: int) -> tuple[int, int, int]:
    return day.year - year, day.month, day.day


def grain_of(phrase: DatePhrase) -> str:
    """The precision that the phrase's own words have."""
    if phrase.kind == "row":
        return table()[phrase.row].grain
    if phrase.kind == "shift":
        return {"decade": "unknown"}.get(phrase.unit, phrase.unit)
    return {
        "month": "month",
        "months": "month",
        "season": "season",
        "quarter": "season",
        "half": "year",
        "year": "year",
        "years": "year",
        "decade": "unknown",
        "century": "unknown",
    }.get(phrase.kind, "day")


def _finished(phrase: DatePhrase, first: Day | None, last: Day | None, grain: str) -> Window:
    if phrase.bound == "around" and phrase.kind == "day" and first and last:
        first, last = _moved(first, -_ONE), _moved(last, _ONE)
    return Window(
        first, last, _widened(phrase, first, last, grain), is_lasting=phrase.kind in ("days", "months", "years")
    )


def _widened(phrase: DatePhrase, first: Day | None, last: Day | None, grain: str) -> str:
    """A day that the anchor leaves open over a week is known to the week only."""
    days = _width(first, last)
    if phrase.kind == "days" or (phrase.row and table()[phrase.row].precision != 1):
        return grain
    if grain != "day" or days is None or days <= 3:
        return grain
    return "week" if days <= 10 else "month" if days <= 31 else "unknown"


def _width(first: Day | None, last: Day | None) -> int | None:
    if first is None or last is None:
        return None
    year = first.year or 2001
    start = date(year, first.month, min(first.day, 28) if first.month == 2 and not first.year else first.day)
    end_year = (last.year or 2001) + (not first.year and (last.month, last.day) < (first.month, first.day))
    return (
        date(end_year, last.month, min(last.day, 28) if last.month == 2 and not last.year else last.day) - start
    ).days + 1


def _moved(day: Day, step: timedelta) -> Day:
    moved = date(day.year or 2001, day.month, day.day) + step
    return Day(moved.year if day.year else 0, moved.month, moved.day)


def _opened(window: Window, phrase: DatePhrase, reported: Day | None, convention: str) -> Window:
    first, last, grain = window.first, window.last, window.precision
    if phrase.bound in ("by", "until"):
        last_day = _middle(phrase, window)
        is_middle = last_day != last and phrase.unit == "month"
        return Window(None, last_day, "week" if is_middle else grain)
    if phrase.bound == "before":
        return Window(None, _moved(first, -_ONE) if first else None, grain)
    if phrase.bound in ("since", "from"):
        # UCDP closes "since Thursday" with the day of reporting; the house leaves open what still goes on.
        is_closed = convention == "ucdp" and (not first or not reported or first <= reported)
        return Window(first, reported if is_closed else None, grain, is_lasting=True)
    if phrase.bound == "after":
        return Window(_moved(last, _ONE) if last else None, None, grain)
    return window


def _middle(phrase: DatePhrase, window: Window) -> Day | None:
    """ "By mid-June" ends in the middle of June, the 15th, and not with the last day that "mid-June" can be."""
    point = table()[phrase.row].middle if phrase.row else None
    if point is None or window.first is None:
        return window.last
    months, days = (sum(n for n, unit in point.shifts if unit == wanted) for wanted in ("month", "day"))
    start = date(window.first.year or 2001, window.first.month, 1)
    if phrase.unit == "year":
        start = start.replace(month=1)
    elif phrase.unit == "season":
        start = calendar.shifted(start, -1, "month")
    middle = calendar.shifted(start, months, "month") + timedelta(days=days)
    return Day(middle.year if window.first.year else 0, middle.month, middle.day)


def undated(anchor: Interval | Day | None, *, convention: str = "house") -> Window | None:
    """The days of an event whose report names none: three days back from the day of reporting (UCDP-GED-23.1-A2)."""
    return resolve(DatePhrase(0, 0, "row", "", row="undated"), anchor, convention=convention)


def ucdp_precision(window: Window, phrase: DatePhrase | None = None) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 up to 31 days, 5 up to a year; None if wider or open.

    With the phrase that named the window, the table's own value wins ("the past year" is 5 even in January).
    """
    if phrase is not None and phrase.row:
        return table()[phrase.row].precision
    days = _width(window.first, window.last)
    if days is None or days > 366:
        return None
    return 1 if days <= 1 else 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5


def span_of(window: Window) -> Span | None:
    """First and last day of a window as dates, if both ends and their years are known."""
    if window.first and window.last and window.first.year and window.last.year:
        return calendar.to_date(window.first), calendar.to_date(window.last)
    return None
