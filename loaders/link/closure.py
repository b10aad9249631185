"""Which reports have to be looked at again after some articles changed.

In: an open connection, the articles that changed (None: all). Out: reports, closed under "could be the same event",
"are the same event" and "were judged": what is linked among them is what linking everything would give. It writes
nothing, and reads in proportion to what is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from psycopg import Connection

from .agreement import contradict
from .blocks import block_keys
from .groups import Judged
from .lookup import by_article, hashed, sharing, write_keys
from .reports import BY_ARTICLE, BY_EVENT, BY_REPORT, REPORTS, Report, read_reports
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
        reports = read_reports(connection, REPORTS)
        write_keys(connection, "event", by_article(_keyed(reports)), None)
        return reports
    start = read_reports(connection, BY_ARTICLE, articles=list(articles))
    gone = write_keys(connection, "event", by_article(_keyed(start)), articles)
    start += read_reports(connection, BY_EVENT, events=list(events))
    start += _with_keys(connection, gone)
    found: dict[int, Report] = {}
    frontier = {report.report_id: report for report in start}
    while frontier:
        found |= frontier
        near = _neighbours(connection, frontier.values(), judged)
        frontier = {report.report_id: report for report in near if report.report_id not in found}
    return list(found.values())


def _neighbours(connection: Connection, reports: Iterable[Report], judged: Judged) -> list[Report]:
    """Reports that may be one with one of these, or share an event, a judgement, an unknown year with it."""
    members = list(reports)
    ids = {report.report_id for report in members}
    pairs = [pair for pair in judged.same | judged.different if ids & set(pair)]
    return [
        *_candidates(connection, members),
        *read_reports(connection, BY_EVENT, events=[each.event_id for each in members if each.event_id is not None]),
        *read_reports(
            connection, BY_ARTICLE, articles=sorted({each.article_id for each in members if lacks_year(each)})
        ),
        *read_reports(connection, BY_REPORT, reports=[report_id for pair in pairs for report_id in pair]),
    ]


def in_blocks(connection: Connection, members: Iterable[Report]) -> list[Report]:
    """Reports of other articles that share a key with one of these."""
    owners = _owners(members)
    near = read_reports(connection, BY_ARTICLE, articles=list(sharing(connection, owners.keys())))
    return [
        report
        for report in near
        if any(owner.teller != report.teller for each in _keys(report) for owner in owners.get(each, ()))
    ]


def _candidates(connection: Connection, members: list[Report]) -> list[Report]:
    """Those among them that contradict not all with whom they share one."""
    owners = _owners(members)
    return [
        report
        for report in in_blocks(connection, members)
        if any(_may_be_one(report, owners.get(each, [])) for each in _keys(report))
    ]


def _owners(members: Iterable[Report]) -> dict[int, list[Report]]:
    owners: dict[int, list[Report]] = defaultdict(list)
    for report in members:
        for each in _keys(report):
            owners[each].append(report)
    return owners


def _with_keys(connection: Connection, keys: Collection[int]) -> list[Report]:
    """Reports that were candidates of one that is gone: what was between two may not be now."""
    near = read_reports(connection, BY_ARTICLE, articles=list(sharing(connection, keys)))
    return [report for report in near if not _keys(report).isdisjoint(keys)]


def _may_be_one(report: Report, owners: list[Report]) -> bool:
    return any(owner.teller != report.teller and not contradict(owner, report) for owner in owners)


def _keys(report: Report) -> set[int]:
    return {hashed("event", parts) for parts in block_keys(report)}


def _keyed(reports: Iterable[Report]) -> Iterable[tuple[int, int]]:
    return ((report.article_id, each) for report in reports for each in _keys(report))
