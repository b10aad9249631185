"""Text, blocks and what is known beside them → the interval of the day of publication, with its basis. Never today.

The ladder: metadata; URL; file name; a date line of the page; else the bounds that the text itself sets: what it
reports as past was before, what it announces is still ahead. Where words contradict each other the interval widens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from loaders.dates import DatePhrase
from loaders.facts import Block, Day, Published
from loaders.publication.evidence import gather
from loaders.publication.offices import Term, terms_in_text
from loaders.publication.solving import solve
from loaders.publication.written import from_date_line, from_name, from_url, report_day

__all__ = ["Term", "publication", "written_on"]


class Known(Protocol):
    """What stands beside an article: `loaders.sources.Metadata`, or anything with these two."""

    @property
    def url(self) -> str | None: ...
    @property
    def published(self) -> tuple[date, date] | None: ...


def publication(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[tuple[int, int]],
    metadata: Known | None,
    file_name: str | None,
    phrases: Sequence[DatePhrase],
    *,
    offices: Iterable[Term] = (),
) -> Published:
    """The first and last day on which the article can have been published; basis metadata, byline, text or unknown.

    `offices` are terms of office holders, by which "President X" dates a text. Days lack their year where nothing
    tells it. An open end is None; both ends are None, with basis "unknown", where nothing is known.
    """
    if metadata is not None and metadata.published is not None:
        first, last = metadata.published
        return Published(_day(first), _day(last), "metadata")
    named = (from_url(metadata.url) if metadata is not None and metadata.url else None) or from_name(file_name or "")
    if named is not None and named[0] == named[1]:
        return Published(_day(named[0]), _day(named[1]), "metadata")
    line = from_date_line(text, blocks, phrases)
    if line is not None and line.year:
        return Published(line, line, "byline")
    found = solve(gather(text, blocks, sentences, phrases, dateline=line, known=named), terms_in_text(text, offices))
    if found.basis == "unknown" and named is not None:
        return Published(_day(named[0]), _day(named[1]), "metadata")
    return found


def written_on(text: str, blocks: Sequence[Block], phrases: Sequence[DatePhrase], published: Published) -> Published:
    """The days from which a report's "today" and "on Monday" count: that of its dateline where it was printed later."""
    if published.first is None or published.first != published.last:
        return published
    day = report_day(text, blocks, phrases, published.first)
    return Published(day, day, published.basis) if day else published


def _day(day: date) -> Day:
    return Day(day.year, day.month, day.day)
