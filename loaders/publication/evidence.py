"""What a text's date phrases say about its day of publication: days already past, days still to come.

In go text, blocks and phrases; out comes `Evidence`, bounds not yet combined. Clutter, credits and time stamps are
no witnesses, and a clause that only looked ahead from the past ("it would end by 2016") is none either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from loaders.dates import DatePhrase, resolve
from loaders.dates.calendar import to_date
from loaders.dates.direction import tense
from loaders.facts import Block, Day, Window

_MUTE: Final = frozenset(("clutter", "credit", "timestamp", "byline"))
_COPYRIGHT: Final = re.compile(r"(?:copyright|©|\(c\))\s*(?:\(c\)|©)?\s*\Z", re.I)
_NEXT_MONTH: Final = frozenset(("next_month", "early_month", "middle_month", "late_month"))


@dataclass(frozen=True, slots=True)
class Point:
    """A day without a year that is past, or still ahead when the article was written.

    `is_exact` where the phrase names one day; `may_be_today` where the article can be of that very day.
    """

    month: int
    day: int
    is_ahead: bool
    is_exact: bool
    may_be_today: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Bounds from the text: published on or after `lower`, on or before `upper`, between the yearless `points`.

    `is_lower_exact` where a full date stands behind `lower`; `lead_weekday` is the first weekday told of as past;
    `lower_year` is the year of the newest past phrase that names month and year; `linked_year` the
    same where its sentence also announces a yearless day.
    """

    lower: date | None = None
    upper: date | None = None
    is_lower_exact: bool = False
    points: tuple[Point, ...] = ()
    weekdays: frozenset[int] = frozenset()
    weekdays_ahead: frozenset[int] = frozenset()
    lead_weekday: int | None = None
    fixed_weekdays: tuple[tuple[int, int, int], ...] = ()
    linked_year: int | None = None
    copyright_year: int | None = None
    is_next_month: bool = False
    dateline: Day | None = None
    known: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase, the tense of its clause and the days that it names without any anchor."""

    phrase: DatePhrase
    tense: str
    window: Window | None


def gather(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[tuple[int, int]],
    phrases: Sequence[DatePhrase],
    *,
    dateline: Day | None = None,
    known: tuple[date, date] | None = None,
) -> Evidence:
    """All bounds that the phrases set; `dateline` is a day without year at the head, `known` what stands beside it."""
    readings = [
        _reading(text, one, _kind_at(blocks, one)) for one in phrases if _is_witness(one, _kind_at(blocks, one))
    ]
    lower = _newest(readings)
    upper = min((limit for one in readings if (limit := _ahead(one)) is not None), default=None)
    return Evidence(
        lower=lower[0] if lower else None,
        upper=upper,
        is_lower_exact=bool(lower and lower[1]),
        points=tuple(point for one in readings if (point := _point(one)) is not None),
        weekdays=frozenset(_bare_weekdays(readings, "past")),
        weekdays_ahead=frozenset(_bare_weekdays(readings, "future")),
        lead_weekday=next(_bare_weekdays(readings, "past"), None),
        fixed_weekdays=tuple(
            (one.month, one.day, one.weekday)
            for one in phrases
            if one.kind == "day" and not one.year and one.weekday is not None
        ),
        linked_year=_linked_year(readings, sentences),
        copyright_year=_copyright_year(text, phrases),
        is_next_month=any(_is_next_month(one) for one in readings),
        dateline=dateline,
        known=known,
    )


def _kind_at(blocks: Sequence[Block], phrase: DatePhrase) -> str:
    index = bisect_right(blocks, phrase.start, key=lambda block: block.start) - 1
    return blocks[index].kind if index >= 0 and phrase.start < blocks[index].stop else "body"


def _is_witness(phrase: DatePhrase, kind: str) -> bool:
    return not phrase.is_refused and phrase.kind != "shift" and kind not in _MUTE


def _reading(text: str, phrase: DatePhrase, kind: str) -> Reading:
    found = tense(text, phrase)
    if _COPYRIGHT.search(text, max(0, phrase.start - 20), phrase.start):
        found = "unknown"
    elif found in ("present", "unknown") and _is_caption_day(phrase, kind):
        found = "past"
    elif found == "present":
        found = "unknown" if phrase.year else "future"
    return Reading(phrase, found, resolve(phrase, None, is_open=False))


def _is_caption_day(phrase: DatePhrase, kind: str) -> bool:
    """A caption tells its photograph's day in the present tense; with weekday and year a day is one anywhere."""
    return phrase.kind == "day" and (kind == "caption" or (phrase.year > 0 and phrase.weekday is not None))


def _newest(readings: Iterable[Reading]) -> tuple[date, bool] | None:
    dated = [
        (to_date(one.window.first), one.phrase.kind in ("day", "days"))
        for one in readings
        if one.tense == "past" and one.window and one.window.first and one.window.first.year
        if one.phrase.bound != "before"
    ]
    return max(dated, default=None)


def _ahead(reading: Reading) -> date | None:
    window = reading.window
    if reading.tense != "future" or window is None or window.last is None or not window.last.year:
        return None
    is_day = reading.phrase.kind == "day" and not reading.phrase.bound
    return to_date(window.last) - timedelta(days=int(is_day))


def _point(reading: Reading) -> Point | None:
    window, phrase = reading.window, reading.phrase
    if window is None or window.first is None or window.last is None or window.first.year:
        return None
    if reading.tense == "past" and phrase.bound != "before":
        return Point(window.first.month, window.first.day, False, phrase.kind == "day", True)
    if reading.tense == "future":
        return Point(window.last.month, window.last.day, True, phrase.kind == "day", phrase.bound == "by")
    return None


def _bare_weekdays(readings: Iterable[Reading], tense: str) -> Iterator[int]:
    for one in readings:
        if one.phrase.kind == "weekday" and one.tense == tense and not one.phrase.modifier:
            yield one.phrase.weekday or 0


def _linked_year(readings: Sequence[Reading], sentences: Sequence[tuple[int, int]]) -> int | None:
    """The year of a past month in a sentence that also announces a day: a deadline under the deal of that month."""
    starts = [start for start, _ in sentences]
    announcing: set[int] = set()
    past: list[tuple[int, int]] = []
    for one in readings:
        sentence = bisect_right(starts, one.phrase.start) - 1
        if (point := _point(one)) is not None and point.is_ahead:
            announcing.add(sentence)
        if one.tense == "past" and one.phrase.year and one.phrase.month:
            past.append((sentence, one.phrase.year))
    return max((year for sentence, year in past if sentence >= 0 and sentence in announcing), default=None)


def _copyright_year(text: str, phrases: Iterable[DatePhrase]) -> int | None:
    years = [
        one.year for one in phrases if one.kind == "year" and _COPYRIGHT.search(text, max(0, one.start - 20), one.start)
    ]
    return max(years, default=None)


def _is_next_month(reading: Reading) -> bool:
    phrase = reading.phrase
    return phrase.row == "next_month" or (phrase.row in _NEXT_MONTH and phrase.modifier == "next")
