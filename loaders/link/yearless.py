"""Events as they are now → the same with the years that follow from them, and other events that these years reach.

In: an open connection, named events. Out: events to be written, years of articles. It writes nothing.

An article takes its year from all of its reports. Those that were not looked at have kept their events, which are read;
where the article's year is another one now, these events' days change, too, but not which reports they have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from psycopg import Connection

from .names import Named
from .reports import BY_ARTICLE, BY_EVENT, Report, read_reports
from .years import dated, is_without_year, published_years

STANDING = """
select article_id, extract(year from upper(published) - 1)::integer
from eventdb.article
where is_current and published_last_yearless is not null and published is not null and article_id = any(%s)
"""


def with_years(connection: Connection, named: list[Named]) -> tuple[list[Named], dict[int, int]]:
    """The events, and those beside them whose days change with theirs; the years of all their articles."""
    lacking = _lacking(named)
    beside = _beside(connection, named, lacking)
    found = {article: year for article, year in published_years([*named, *beside]).items() if article in lacking}
    asked = sorted(lacking | _lacking(beside))
    standing: dict[int, int] = dict(connection.execute(STANDING, (asked,)).fetchall()) if asked else {}
    changed = {article for article in lacking if found.get(article) != standing.get(article)}
    reached = [event for event in beside if any(report.article_id in changed for report in event.reports)]
    years = {article: year for article, year in standing.items() if article not in lacking} | found
    return [dated(event, years) for event in (*named, *reached)], years


def _lacking(events: Iterable[Named]) -> set[int]:
    return {report.article_id for event in events for report in event.reports if is_without_year(report)}


def _beside(connection: Connection, named: Iterable[Named], articles: Collection[int]) -> list[Named]:
    """The events of those reports of these articles that are in none of the events."""
    seen = {report.report_id for event in named for report in event.reports}
    others = read_reports(connection, BY_ARTICLE, articles=sorted(articles)) if articles else []
    events = {each.event_id for each in others if each.report_id not in seen and each.event_id is not None}
    found: dict[int, set[Report]] = defaultdict(set)
    for report in read_reports(connection, BY_EVENT, events=sorted(events)) if events else ():
        if report.event_id is not None:
            found[report.event_id].add(report)
    return [Named(event_id, frozenset(reports)) for event_id, reports in sorted(found.items())]
