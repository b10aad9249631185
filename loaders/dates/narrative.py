"""Date phrases of a text in their order → the days of each, where one may count from another.

"Two days earlier" counts from the day that the text spoke of last; "freed on June 9" after "seized on May 4, 1991"
is of that year; and a history, whose day of writing says nothing, gives its years by what it tells. All other
phrases count from the day of publication. Both ends of a window are closed: "by May 1" is May 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from loaders.dates import calendar
from loaders.dates.direction import SENTENCE_END, direction
from loaders.dates.phrase import DatePhrase
from loaders.dates.resolve import Interval, counts_from_another, grain_of, resolve, span_of
from loaders.facts import Day, Window

_REACH: Final = 600
_WIDEST: Final = {"day": 3, "week": 7, "month": 31, "quarter": 92, "year": 366}
# "Two days after the flood", "on the eve of the vote": what follows is what it counts from.
_OF_AN_EVENT: Final = re.compile(r"(?:before|after|eve|prior)\Z", re.I)
_EVENT: Final = re.compile(r"\s+\w")
_APPOSED: Final = re.compile(r",?\s+(?:just\s+|only\s+|some\s+|about\s+)?\Z")
_WHOLE_YEAR: Final = re.compile(r"(?:previous|preceding|following|next|same|that)\s+year\Z", re.I)
_LINK: Final = re.compile(r"\s+(?:(?:of|to|the|his|her|its|their|that)\s+){0,2}\Z")
_RELATIVE: Final = re.compile(r",\s+(?:who|whose|which|where|when)\s[^,.\n]{0,160}\Z")
_STRETCH: Final = range(26, 93)


def told(
    text: str, phrases: Sequence[DatePhrase], anchor: Interval | Day | None, reference: Window | None = None
) -> Iterator[Window | None]:
    """The days of each phrase. `reference` is what was spoken of before the text begins, if anything is known of it."""
    before = [] if reference is None else [(DatePhrase(0, 0, "day", ""), reference)]
    for number, phrase in enumerate(phrases):
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        window = None if phrase.is_refused else _window(text, phrase, following, anchor, before)
        yield window
        if window is not None and span_of(window):
            before.append((phrase, window))


def counts_from_an_event(text: str, phrase: DatePhrase) -> bool:
    """ "Two days after the flood": the day counts from what follows, and not from a date."""
    return bool(_OF_AN_EVENT.search(phrase.surface) and _EVENT.match(text, phrase.stop))


def is_aside(text: str, date_: DatePhrase, phrase: DatePhrase) -> bool:
    """ "Paz, who won on May 5, fled the next day": a date of a relative clause that ends before the phrase."""
    return bool(
        _RELATIVE.search(text, max(0, date_.start - 200), date_.start) and "," in text[date_.stop : phrase.start]
    )


Before = list[tuple[DatePhrase, Window]]


def _window(
    text: str, phrase: DatePhrase, following: DatePhrase | None, anchor: Interval | Day | None, before: Before
) -> Window | None:
    tense = direction(text, phrase)
    if counts_from_another(phrase):
        return _shifted(text, phrase, following, anchor, before)
    own = resolve(phrase, anchor, direction=tense, is_open=False)
    year_of = _year_giver(text, phrase, anchor, before, tense)
    if year_of is not None:
        past = _by_what_was_told(phrase, year_of)
        own = past if _is_before(past, anchor) else own
    return _since_a_day(phrase, own, anchor)


def _shifted(
    text: str, phrase: DatePhrase, following: DatePhrase | None, anchor: Interval | Day | None, before: Before
) -> Window | None:
    if counts_from_an_event(text, phrase):
        return _ahead(text, phrase, following, anchor) or _same_day(text, phrase, before)
    reference = _latest(text, phrase, before)
    if reference is None and phrase.count > 0:
        return None  # "two days later" tells of something that the text has told, and never follows the report
    if reference is None:
        reference = _as_window(anchor)
    if reference is None:
        return None
    stretch = span_of(reference)
    if phrase.unit == "year" and stretch and _keeps_its_part(phrase, (stretch[1] - stretch[0]).days):
        return _same_stretch(stretch, phrase.count, reference.precision)
    return resolve(phrase, reference, reference=reference, is_open=False)


def _keeps_its_part(phrase: DatePhrase, days: int) -> bool:
    """A year before a quarter is that quarter; two years before a month, or the following year, is the whole year."""
    if _WHOLE_YEAR.search(phrase.surface):
        return False
    return days > _WIDEST["quarter"] or (days in _STRETCH and abs(phrase.count) == 1)


def _ahead(text: str, phrase: DatePhrase, following: DatePhrase | None, anchor: Interval | Day | None) -> Window | None:
    """ "Two days before the March 3 vote", "the eve of Tuesday's vote": what follows is what it counts from."""
    if following is None or counts_from_another(following) or following.is_refused:
        return None
    if not _LINK.match(text[phrase.stop : following.start]):
        return None
    reference = resolve(following, anchor, direction=direction(text, following), is_open=False)
    return resolve(phrase, anchor, reference=reference, is_open=False) if reference else None


def _same_day(text: str, phrase: DatePhrase, before: Before) -> Window | None:
    """ "On June 3, two days after the flood": the same 3 June once more. The flood's own day is not told."""
    if not before or not _APPOSED.match(text[before[-1][0].stop : phrase.start]):
        return None
    return before[-1][1] if _latest(text, phrase, before[-1:]) else None


def _latest(text: str, phrase: DatePhrase, before: Before) -> Window | None:
    """What was spoken of last, if it is not far away and no vaguer than the phrase's own unit."""
    for other, window in reversed(before):
        if phrase.start - other.stop > _REACH:
            return None
        days = span_of(window)
        if is_aside(text, other, phrase):
            continue
        if days and (days[1] - days[0]).days < _WIDEST.get(phrase.unit, 366):
            return window
    return None


def _same_stretch(stretch: tuple[date, date], years: int, precision: str) -> Window:
    """The same month or quarter of another year."""
    first = calendar.shifted(stretch[0], years, "year")
    after = calendar.shifted(stretch[1] + timedelta(days=1), years, "year")
    return Window(calendar.to_day(first), calendar.to_day(after - timedelta(days=1)), precision)


def _year_giver(
    text: str, phrase: DatePhrase, anchor: Interval | Day | None, before: Before, tense: str
) -> Window | None:
    """The window that tells the phrase's year in place of the day of publication; None where that day tells it."""
    if not _lacks_year(phrase) or not before:
        return None
    other, window = before[-1]
    if phrase.modifier == "that" or (tense != "future" and not _year(anchor)):
        return window
    if _is_of_the_told(phrase):
        return None
    is_sentence = phrase.start - other.stop < _REACH and _is_one_sentence(text, other, phrase)
    is_dated = other.year and (other.month or other.unit == "month") and other.kind not in ("year", "years")
    return window if is_sentence and is_dated and tense != "future" else None


def _is_one_sentence(text: str, other: DatePhrase, phrase: DatePhrase) -> bool:
    """A semicolon, which ends a clause, ends no sentence here."""
    return all(match[0] == ";" for match in SENTENCE_END.finditer(text, other.stop, phrase.start))


def _lacks_year(phrase: DatePhrase) -> bool:
    if phrase.year or phrase.modifier in ("last", "next", "this", "counted"):
        return False
    return phrase.kind in ("day", "days", "month", "months", "season") or bool(phrase.month) or _is_of_the_told(phrase)


def _is_of_the_told(phrase: DatePhrase) -> bool:
    """ "The end of the month": the month of the story; where a report has a day, that day's."""
    return phrase.kind == "row" and phrase.modifier == "the" and not phrase.month


def _by_what_was_told(phrase: DatePhrase, window: Window) -> Window | None:
    """The days of a phrase that falls from three months before the window to nine after it."""
    days, phrase = span_of(window), replace(phrase, bound="")
    if days is None:
        return None
    is_year = (days[1] - days[0]).days > _WIDEST["quarter"]  # a year: its own months are meant
    if _is_of_the_told(phrase):
        return resolve(phrase, calendar.to_day(days[0]), is_open=False)
    if phrase.kind in ("day", "days"):
        middle = date(days[0].year, 7, 1) if is_year else calendar.shifted(days[0], 3, "month")
        return resolve(phrase, calendar.to_day(middle), is_open=False)
    last = date(days[0].year, 12, 31) if is_year else calendar.shifted(days[0], 9, "month")
    return resolve(phrase, calendar.to_day(last), direction="past", is_open=False)


def _is_before(window: Window | None, anchor: Interval | Day | None) -> bool:
    if window is None or window.last is None:
        return False
    ends = _as_window(anchor)
    return ends is None or ends.last is None or not ends.last.year or window.last <= ends.last


def _since_a_day(phrase: DatePhrase, window: Window | None, anchor: Interval | Day | None) -> Window | None:
    """ "Since Thursday" is Thursday up to the report (UCDP-GED-23.1-A2); "since 2004" only tells when it began."""
    ends = _as_window(anchor)
    if window is None or ends is None or ends.last is None or phrase.bound != "since" or grain_of(phrase) != "day":
        return window
    last = ends.last
    return replace(window, last=last) if window.first and window.first.year and window.first <= last else window


def _as_window(anchor: Interval | Day | None) -> Window | None:
    if anchor is None or isinstance(anchor, Day):
        return Window(anchor, anchor, "day") if anchor else None
    return Window(anchor.first, anchor.last, "day") if anchor.first or anchor.last else None


def _year(anchor: Interval | Day | None) -> int:
    """The year of the report, 0 if its first and last day do not tell it."""
    ends = _as_window(anchor)
    days = span_of(ends) if ends else None
    return days[1].year if days and days[1].year - days[0].year < 2 else 0
