"""One linking: actors, then groups of reports, then events with their years, then stories, in one transaction.

In: an open connection, and the articles that changed (None: all). Out: what changed, counted. What lost something is
cleaned up only where it is told to have: `events` and `actors` that lost reports and mentions.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from psycopg import Connection

from .actors import drop_unused, link_actors
from .derived import event_row
from .groups import group
from .names import Named, name, possible_ids
from .reports import Report
from .scope import Scope, scope, told_in
from .stories import link_stories
from .ties import write_ties
from .write import drop_empty, point_reports, write_events, write_years
from .yearless import with_years

TAKEN = "select event_id from eventdb.event where merged_into_id is null and event_id = any(%s)"


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking did: reports looked at, events written, events that went, persons pointed to actors."""

    reports: int
    events_written: int
    events_gone: int
    actors_linked: int


def link(
    connection: Connection,
    *,
    articles: Collection[int] | None = None,
    events: Collection[int] = (),
    actors: Collection[int] = (),
) -> Linked:
    """Link the reports and persons of these articles with all others; all articles if None.

    `events` are those that lost reports: they are derived anew from the reports that they have left. `actors` are those
    that lost mentions: who has none left goes.
    """
    with connection.transaction():
        pointed = link_actors(connection, articles)
        asked = scope(connection, None if articles is None else {*articles, *pointed.articles}, events)
        earlier = {report.event_id for report in asked.reports if report.event_id is not None}
        named = _named(connection, grouped(asked), earlier)
        told, years = with_years(connection, named)
        written = write_events(connection, told, [event_row(event) for event in told])
        moved = point_reports(connection, told)
        write_years(connection, told, years)
        write_ties(connection, told)
        gone = drop_empty(connection, None if articles is None else {*events, *earlier})
        drop_unused(connection, None if articles is None else {*actors, *pointed.actors})
        link_stories(connection, None if articles is None else {*articles, *moved})
    return Linked(len(asked.reports), written, gone, len(pointed.articles))


def grouped(asked: Scope) -> list[frozenset[Report]]:
    """The groups, made with the years of articles that have none of their own."""
    own = {report.report_id: report for report in asked.reports}
    told = [told_in(report, asked.years) for report in asked.reports]
    return [frozenset(own[report.report_id] for report in members) for members in group(told, asked.judged)]


def _named(connection: Connection, groups: list[frozenset[Report]], earlier: Collection[int]) -> list[Named]:
    live = connection.execute(TAKEN, (possible_ids(groups),)).fetchall()
    return name(groups, [event_id for (event_id,) in live if event_id not in earlier])
