"""Days that a page's own lines give: time stamps, bylines and other lines of its head. In: text, blocks, date phrases.

Out: `Stamp`s with the line that each stands in and where that is; which of them is the day of publication is decided in
`written`. A day named inside a sentence is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from loaders.dates import DatePhrase
from loaders.facts import Block

_EARLIEST, _LATEST = 1900, 2099
_STAMPED: Final = ("timestamp", "byline")
# Kinds of lines that can hold the day among other words: "PTI / Updated: Jul 4, 2022".
_HEADED: Final = ("credit", "clutter", "subhead", "dateline", "caption")
_LABELLED: Final = re.compile(
    r"publish|posted|updated|issued|released|\bdate\b|\d[:.]\d\d|\bissue\b|\bread\b|^source\b|\| \d", re.IGNORECASE
)
_LONGEST: Final = 140
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# "2021.03.14", "2021/3/14", "14-Mar-2021", "14/Mar/2021": forms that only stamps have.
_YEAR_FIRST: Final = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<sign>[./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"
)
_MONTH_INSIDE: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})[-/ ](?P<name>{'|'.join(_MONTHS)})[a-z]*[-/](?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
# "Published 6.04.04": only behind such a word is this a day.
_SHORT: Final = re.compile(
    r"(?:publish|posted|updated|issued)\w*\W{1,3}(?:on\s)?(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?![\d.])",
    re.IGNORECASE,
)
# As lines run together: "May 4, 201510:14 AM".
_GLUED_YEAR: Final = re.compile(r",? ?((?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full day, the words of its line, and whether they stand above the headline, in the head or below it."""

    day: date
    line: str
    place: str
    phrase: DatePhrase | None


def stamps(text: str, blocks: Sequence[Block], phrases: Sequence[DatePhrase]) -> list[Stamp]:
    """All full days in lines of the page itself, in the order of the page."""
    title = next((block.start for block in blocks if block.kind == "title"), 0)
    report = next(
        (block.start for block in blocks if block.kind in ("body", "quote") and block.start > title), len(text)
    )
    found: list[Stamp] = []
    for block in blocks:
        is_head = block.start < report
        if block.stop - block.start > _LONGEST or block.kind not in (_STAMPED + (_HEADED if is_head else ())):
            continue
        line = text[block.start : block.stop]
        if block.kind in _STAMPED or _LABELLED.search(line):
            place = "above" if block.start < title else "head" if is_head else "below"
            found += [Stamp(day, line, place, phrase) for day, phrase in _days(text, block, phrases)]
    return found


def _days(text: str, block: Block, phrases: Sequence[DatePhrase]) -> Iterator[tuple[date, DatePhrase | None]]:
    inside = [one for one in phrases if block.start <= one.start and one.stop <= block.stop and one.kind == "day"]
    days = [(day, one) for one in inside if (day := full_day(_unglued(text, one))) is not None]
    yield from days or ((day, None) for day in _shaped(text[block.start : block.stop]))


def _unglued(text: str, phrase: DatePhrase) -> DatePhrase:
    year = None if phrase.year else _GLUED_YEAR.match(text, phrase.stop)
    return replace(phrase, year=int(year[1])) if year else phrase


def full_day(phrase: DatePhrase) -> date | None:
    """The day of a phrase with its year, or None."""
    if phrase.is_refused or not _EARLIEST <= phrase.year <= _LATEST:
        return None
    try:
        return date(phrase.year, phrase.month, phrase.day)
    except ValueError:
        return None


def _shaped(line: str) -> Iterator[date]:
    for pattern in (_YEAR_FIRST, _MONTH_INSIDE, _SHORT):
        for match in pattern.finditer(line):
            found = match.groupdict()
            month = int(found["month"]) if found.get("month") else _MONTHS.index(found["name"].lower()) + 1
            try:
                year = int(found["year"])
                yield date(year if year > 99 else _century(year) + year, month, int(found["day"]))
            except ValueError:
                continue


def _century(year: int) -> int:
    return 1900 if year > 50 else 2000
