"""Days of publication that are written down: in the URL, in the file's name, in a date line of the page.

In go words, out comes a day or an interval. A day named inside a sentence is none of these: see `evidence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from loaders.dates import DatePhrase
from loaders.dates.calendar import month_end
from loaders.facts import Block, Day
from loaders.publication.stamps import Stamp, stamps

Interval = tuple[date, date]
_EARLIEST, _LATEST = 1900, 2099
_SEPARATED: Final = r"(?P<year>(?:19|20)\d\d)(?P<sign>[-/_.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
_TOGETHER: Final = r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
_MONTH_WORD: Final = (
    r"(?P<year>(?:19|20)\d\d)/(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(?P<day>\d{1,2})"
)
_ALONE: Final = r"(?<![0-9A-Za-z]){}(?![0-9A-Za-z])"
_URL_DAYS: Final = tuple(re.compile(_ALONE.format(one), re.I) for one in (_SEPARATED, _MONTH_WORD, _TOGETHER))
_URL_MONTH: Final = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?=/)")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def from_url(url: str) -> Interval | None:
    """`…/2021/03/18/talks` → that day; `…/2021/03/talks` → that month; None where the address names neither."""
    path = url.split("?")[0].split("#")[0]
    day = _first_day(path)
    if day is not None:
        return day, day
    match = _URL_MONTH.search(path)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    return date(year, month, 1), month_end(year, month)


def from_name(name: str) -> Interval | None:
    """`2021-03-18-talks.txt`, `talks_20210318.html` → that day. A hash or a number with more digits is no date."""
    day = _first_day(name.replace("\\", "/").rpartition("/")[2])
    return (day, day) if day else None


def _first_day(words: str) -> date | None:
    for pattern in _URL_DAYS:
        for match in pattern.finditer(words.replace("_", "-")):
            found = match.groupdict()
            month = int(found["month"]) if found.get("month") else _MONTHS.index(found["name"][:3].lower()) + 1
            try:
                return date(int(found["year"]), month, int(found["day"]))
            except ValueError:  # 2021/13/45 is a number of something else
                continue
    return None


_DATED_KINDS: Final = ("timestamp", "byline")
_LABEL: Final = re.compile(
    r"published|posted|updated|last|modified|first|created|date|issued|release[d]?|on|at|by|the|of|from|to|"
    r"[ap]\.?m\.?|gmt|utc|[ecmp][sd]?t|bst|ist|cet|eat|hrs?|min|read|mon|tue|wed|thu|fri|sat|sun|\w+day|local|time",
    re.I,
)
_PUBLISHED: Final = re.compile(r"publish|posted|first|issued|release", re.I)
_UPDATED: Final = re.compile(r"updated|modified|last", re.I)
_BYLINE: Final = re.compile(r"\s*(?:By|Written by|Reporting by)\s", re.I)
_PLACE: Final = re.compile(r"\s*\(?[A-Z][\w .,'’()/-]{2,50}[,(]\s*|\s*\([A-Z][\w ./-]{1,30}\)\s*")
_DASH: Final = re.compile(r"\s*(?:,\s[A-Z][\w ./-]{1,30}\)\s*|[,)]\s*)?(?:[(\[][^)\]\n]{1,40}[)\]]\s*)?(?:--|[—–]|-\s)")
# As wires sign off: "AP-NY-09-14-98 1325EDT".
_SLUG: Final = re.compile(
    r"^\W*AP[A-Z]{0,3}(?:-[A-Z]{2})?-(\d\d)-(\d\d)-(\d\d)(?:\d\d)? \d{4}[A-Z]{1,4}\W*$", re.MULTILINE
)
_EITHER_ORDER: Final = re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d){1,2}")
_MONTHS_OF_YEAR: Final = 12
_TOP, _BOTTOM = 15, 4
_PRINTED = 3
_CENTURY_TURN: Final = 70
_LONGEST: Final = 110


def from_date_line(text: str, blocks: Sequence[Block], phrases: Sequence[DatePhrase]) -> Day | None:
    """The day in a time stamp, byline or dateline, else in a line at the top or the bottom that holds nothing else.

    Of several, one below the headline, labelled as published, else the first that does not tell when the page was
    updated. A dateline ("OSLO, March 18 —") may lack its year; it counts only where no full date is found.
    """
    stamped = stamps(text, blocks, phrases)
    if stamped:
        found = _preferred(stamped)
        return _of(_in_order(found, stamped, phrases))
    dated = [one for one in phrases if one.kind == "day" and not one.is_refused]
    full = [one for one in dated if one.year and _valid(one)]
    lines = list(_alone(text, full)) or list(_at_head(text, full))
    if lines:
        return _of(
            _preferred([Stamp(date(one.year, one.month, one.day), line, "head", one) for line, one in lines]).day
        )
    if signed := _signed_off(text):
        return signed
    near = [one for _, one in _within(blocks, dated, ("dateline", *_DATED_KINDS))]
    near = near or [one for _, one in _at_head(text, dated)]
    return _day(near[0]) if near else None


def _signed_off(text: str) -> Day | None:
    found = _SLUG.search(text) if "AP" in text else None
    if found is None:
        return None
    month, day, year = map(int, found.groups())
    try:
        return _of(date(year + (2000 if year < _CENTURY_TURN else 1900), month, day))
    except ValueError:
        return None


def report_day(text: str, blocks: Sequence[Block], phrases: Sequence[DatePhrase], published: Day) -> Day | None:
    """The day of a dateline that is up to three days before that of publication: "LIMA, May 1 (AP)" of May 2.

    A newspaper prints what an agency wrote the day before, and "today" is the day on which that was written.
    """
    dated = [one for one in phrases if one.kind == "day" and not one.is_refused]
    near = [one for _, one in _within(blocks, dated, ("dateline",))] or [one for _, one in _at_head(text, dated)]
    if not near or not published.year:
        return None
    printed, phrase = date(published.year, published.month, published.day), near[0]
    for year in (phrase.year,) if phrase.year else (published.year, published.year - 1):
        try:
            written = date(year, phrase.month, phrase.day)
        except ValueError:
            continue
        if 0 < (printed - written).days <= _PRINTED:
            return _of(written)
    return None


def _preferred(found: Sequence[Stamp]) -> Stamp:
    for place in ("head", "above", "below"):
        near = [one for one in found if one.place == place]
        labelled = [one for one in near if _PUBLISHED.search(one.line)]
        original = [one for one in near if not _UPDATED.search(one.line)]
        if labelled:
            return min(labelled, key=lambda one: one.day)
        if original:
            return original[0]
    return found[0]


def _in_order(found: Stamp, all_stamps: Sequence[Stamp], phrases: Sequence[DatePhrase]) -> date:
    """The day of "11/10/2021", whose first number is the day where another date of the page has that day."""
    day = found.day
    if found.phrase is None or not _EITHER_ORDER.fullmatch(found.phrase.surface) or day.day > _MONTHS_OF_YEAR:
        return day
    other = day.replace(month=day.day, day=day.month)
    named = {(one.month, one.day) for one in phrases if not _EITHER_ORDER.fullmatch(one.surface)}
    told = {(one.day.month, one.day.day) for one in all_stamps if one.phrase is not found.phrase and one.day.day > 12}
    is_other = (other.month, other.day) in named and (day.month, day.day) not in named | told
    return other if is_other else day


def _of(day: date) -> Day:
    return Day(day.year, day.month, day.day)


def _valid(phrase: DatePhrase) -> bool:
    try:
        return _EARLIEST <= date(phrase.year, phrase.month, phrase.day).year <= _LATEST
    except ValueError:
        return False


def _day(phrase: DatePhrase) -> Day:
    return Day(phrase.year, phrase.month, phrase.day)


def _within(
    blocks: Sequence[Block], phrases: Sequence[DatePhrase], kinds: tuple[str, ...]
) -> Iterator[tuple[Block, DatePhrase]]:
    wanted = [block for block in blocks if block.kind in kinds]
    for phrase in phrases:
        for block in wanted:
            if block.start <= phrase.start and phrase.stop <= block.stop:
                yield block, phrase


def _line_start(text: str, position: int) -> int:
    """Where the line begins, or a little beyond the longest line that could be a date line."""
    edge = max(0, position - _LONGEST)
    return max(edge, text.rfind("\n", edge, position) + 1)


def _at_head(text: str, phrases: Sequence[DatePhrase]) -> Iterator[tuple[str, DatePhrase]]:
    """The day of a dateline, whatever block it was taken for: "OSLO, March 18 (NTB) --"."""
    for phrase in phrases:
        place = text[_line_start(text, phrase.start) : phrase.start]
        if _PLACE.fullmatch(place) and _DASH.match(text, phrase.stop):
            yield place, phrase


def _alone(text: str, phrases: Sequence[DatePhrase]) -> Iterator[tuple[str, DatePhrase]]:
    filled = [line.span() for line in re.finditer(r"[^\n]*\S[^\n]*", text)]
    edges = set(filled[:_TOP] + filled[-_BOTTOM:])
    for phrase in phrases:
        start = _line_start(text, phrase.start)
        stop = text.find("\n", phrase.stop, phrase.stop + _LONGEST)
        stop = min(len(text), phrase.stop + _LONGEST) if stop < 0 else stop
        line = text[start:stop]
        if (start, stop) not in edges or len(line) > _LONGEST:
            continue
        rest = text[start : phrase.start] + " " + text[phrase.stop : stop]
        if _BYLINE.match(line) or not [word for word in re.findall(r"[A-Za-z.]{2,}", rest) if not _is_label(word)]:
            yield line, phrase


def _is_label(word: str) -> bool:
    return _LABEL.fullmatch(word.strip(".")) is not None or _LABEL.fullmatch(word) is not None
