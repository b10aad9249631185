"""Which reports have to be looked at again after some articles changed.

In: an open connection, the articles that changed (None: all). Out: reports, closed under "could be the same event",
"are the same event" and "were judged": what is linked among them is what linking everything would give. It writes
nothing, and reads in proportion to what is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from psycopg import Connection

from .blocks import BlockKey, block_keys
from .groups import Judged
from .reports import (
    BY_ARTICLE,
    BY_DAY,
    BY_DEADLINE,
    BY_EVENT,
    BY_GOING,
    BY_MONTH,
    BY_PARTY,
    BY_PLAN,
    BY_REPORT,
    BY_YEAR,
    REPORTS,
    Report,
    read_reports,
)
from .years import lacks_year

JUDGEMENTS = """
select left_id, right_id, verdict_code
from eventdb.judgement
where subject_code = 'event_report' and origin_code = 'human' and withdrawn_at is null
"""


def judged_pairs(connection: Connection) -> Judged:
    """What humans judged of pairs of reports, and did not take back."""
    rows = connection.execute(JUDGEMENTS).fetchall()
    return Judged(
        same=frozenset((left, right) for left, right, verdict in rows if verdict == "same"),
        different=frozenset((left, right) for left, right, verdict in rows if verdict == "different"),
    )


def reports_to_link(
    connection: Connection, articles: Collection[int] | None, events: Collection[int], judged: Judged
) -> list[Report]:
    """The reports of these articles and events, with all that may be linked with them, however remotely."""
    if articles is None:
        return read_reports(connection, REPORTS)
    start = read_reports(connection, BY_ARTICLE, articles=list(articles))
    start += read_reports(connection, BY_EVENT, events=list(events))
    found: dict[int, Report] = {}
    frontier = {report.report_id: report for report in start}
    while frontier:
        found |= frontier
        near = _neighbours(connection, frontier.values(), judged)
        frontier = {report.report_id: report for report in near if report.report_id not in found}
    return list(found.values())


def _neighbours(connection: Connection, reports: Iterable[Report], judged: Judged) -> list[Report]:
    """Reports that share a block with one of these in another article, or an event, a judgement, an unknown year."""
    members = list(reports)
    ids = {report.report_id for report in members}
    pairs = [pair for pair in judged.same | judged.different if ids & set(pair)]
    return [
        *in_blocks(connection, members),
        *read_reports(connection, BY_EVENT, events=[each.event_id for each in members if each.event_id is not None]),
        *read_reports(
            connection, BY_ARTICLE, articles=sorted({each.article_id for each in members if lacks_year(each)})
        ),
        *read_reports(connection, BY_REPORT, reports=[report_id for pair in pairs for report_id in pair]),
    ]


def in_blocks(connection: Connection, members: list[Report]) -> list[Report]:
    """Reports of other articles that share a block with one of these."""
    owners: dict[BlockKey, set[int]] = defaultdict(set)
    for report in members:
        for key in block_keys(report):
            owners[key].add(report.article_id)
    near = _candidates(connection, owners)
    return [
        report for report in near if any(owners.get(key, set()) - {report.article_id} for key in block_keys(report))
    ]


def _candidates(connection: Connection, keys: Iterable[BlockKey]) -> list[Report]:
    """Every report that shares one of the keys, and some that do not."""
    of: dict[str, list[BlockKey]] = defaultdict(list)
    for name, *rest in keys:
        of[name].append(tuple(rest))
    asked = {
        BY_DAY: {"days": [f"{family} {month:02}-{day:02}" for family, _, month, day in of["day"]]},
        BY_MONTH: {"months": [f"{kind} {month:02}" for kind, month, *_ in of["pair"]]},
        BY_DEADLINE: {"deadlines": [f"{kind} {month:02}" for kind, month in of["due"]]},
        BY_YEAR: {"years": [f"{kind} {place} {year:04}-01-01" for kind, place, year in of["year"]]},
        BY_PLAN: {"plans": [f"{kind} {country}" for kind, country, *_ in of["plan"]]},
        BY_GOING: {"kinds": [kind for kind, *_ in of["process"]], "parties": [one for _, one, *_ in of["process"]]},
        BY_PARTY: {"kinds": [kind for kind, *_ in of["deal"]], "parties": [one for _, one, _ in of["deal"]]},
    }
    return [
        report
        for query, lists in asked.items()
        if any(lists.values())
        for report in read_reports(connection, query, **{name: sorted(set(each)) for name, each in lists.items()})
    ]
