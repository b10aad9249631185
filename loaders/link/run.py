"""One linking: actors, then groups of reports, then events with their years, then stories, in one transaction.

In: an open connection, and the articles that changed (None: all). Out: what changed, counted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from psycopg import Connection

from .actors import drop_unused, link_actors
from .closure import judged_pairs, reports_to_link
from .derived import event_row
from .groups import Judged, group
from .names import Named, name, possible_ids
from .reports import Report
from .stories import link_stories
from .ties import write_ties
from .write import drop_empty, point_reports, write_events, write_years
from .years import dated, published_years

TAKEN = "select event_id from eventdb.event where merged_into_id is null and event_id = any(%s)"


@dataclass(frozen=True, slots=True)
class Linked:
    """What a linking did: reports looked at, events written, events that went, persons pointed to actors."""

    reports: int
    events_written: int
    events_gone: int
    actors_linked: int


def link(connection: Connection, *, articles: Collection[int] | None = None, events: Collection[int] = ()) -> Linked:
    """Link the reports and persons of these articles with all others; all articles if None.

    `events` are those that lost reports: they are derived anew from the reports that they have left.
    """
    with connection.transaction():
        pointed = link_actors(connection, articles)
        judged = judged_pairs(connection)
        reports = reports_to_link(connection, None if articles is None else {*articles, *pointed}, events, judged)
        named = _named(connection, grouped(reports, judged), {report.event_id for report in reports})
        years = published_years(named)
        told = [dated(event, years) for event in named]
        written = write_events(connection, told, [event_row(event) for event in told])
        moved = point_reports(connection, told)
        write_years(connection, told, years)
        write_ties(connection, told)
        gone = drop_empty(connection)
        drop_unused(connection)
        link_stories(connection, None if articles is None else {*articles, *moved})
    return Linked(len(reports), written, gone, len(pointed))


def grouped(reports: list[Report], judged: Judged) -> list[frozenset[Report]]:
    """The groups; articles whose year the first grouping finds are grouped once more with their year."""
    first = group(reports, judged)
    years = published_years(Named(0, members) for members in first)
    if not years:
        return first
    own = {report.report_id: report for report in reports}
    told = [each for report in reports for each in dated(Named(0, frozenset({report})), years).reports]
    return [frozenset(own[report.report_id] for report in members) for members in group(told, judged)]


def _named(connection: Connection, groups: list[frozenset[Report]], earlier: Collection[int | None]) -> list[Named]:
    live = connection.execute(TAKEN, (possible_ids(groups),)).fetchall()
    return name(groups, [event_id for (event_id,) in live if event_id not in earlier])
