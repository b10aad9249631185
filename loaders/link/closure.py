"""Reports around others: those that may be one with them, share an event with them, were judged with them.

In: an open connection, reports. Out: reports; each article is read once. `closed` goes on from what it finds until
nothing is left that could change what reports are joined to: grouping those alone is grouping all. It writes nothing,
and reads in proportion to what it finds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from psycopg import Connection

from .blocks import block_keys
from .groups import Judged
from .lookup import Key, hashed, sharing
from .reports import BY_ARTICLE, BY_EVENT, BY_REPORT, Report, read_reports

JUDGEMENTS = """
select left_id, right_id, verdict_code
from eventdb.judgement
where subject_code = 'event_report' and origin_code = 'human' and withdrawn_at is null
"""
OF_REPORTS = JUDGEMENTS + " and (left_id = any(%(reports)s) or right_id = any(%(reports)s))"

Near = Callable[[Report, Report], bool]


class Surroundings:
    """Reports by article, event and key, and what people judged of them."""

    def __init__(self, connection: Connection) -> None:
        self.connection, self.judged = connection, Judged()
        self._articles: dict[int, list[Report]] = {}
        self._keys: dict[int, frozenset[Key]] = {}

    def of_articles(self, articles: Collection[int]) -> list[Report]:
        """The reports of these articles."""
        missing = [each for each in articles if each not in self._articles]
        self._articles |= {each: [] for each in missing}
        for report in read_reports(self.connection, BY_ARTICLE, articles=missing) if missing else ():
            self._articles[report.article_id].append(report)
        return [report for each in articles for report in self._articles[each]]

    def of_events(self, events: Collection[int]) -> list[Report]:
        """The reports of these events."""
        return read_reports(self.connection, BY_EVENT, events=sorted(events)) if events else []

    def with_keys(self, keys: Collection[Key]) -> list[Report]:
        """Reports that were candidates of one that is gone: what was between two may not be now."""
        hashes = {each for each, _ in keys}
        near = self.of_articles(sharing(self.connection, keys))
        return [report for report in near if any(each in hashes for each, _ in self.keys(report))]

    def keys(self, report: Report) -> frozenset[Key]:
        """The keys of a report."""
        if report.report_id not in self._keys:
            self._keys[report.report_id] = keys_of(report)
        return self._keys[report.report_id]

    def beside(self, members: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
        """Each of these with the reports of others that share a key with it."""
        owners: dict[int, dict[int, Report]] = defaultdict(dict)
        asked: set[Key] = set()
        for member in members:
            asked |= self.keys(member)
            for each, _ in self.keys(member):
                owners[each][member.report_id] = member
        for other in self.of_articles(sharing(self.connection, asked)):
            sharers = {one: owner for each, _ in self.keys(other) for one, owner in owners.get(each, {}).items()}
            yield from ((owner, other) for owner in sharers.values() if owner.teller != other.teller)

    def closed(self, seeds: Iterable[Report], near: Near, *, at_first: Near) -> list[Report]:
        """The seeds with all that is near to them, however remotely; what is near to a seed itself, `at_first` says."""
        found: dict[int, Report] = {}
        frontier = {report.report_id: report for report in seeds}
        while frontier:
            members = list(frontier.values())
            test = near if found else at_first
            found |= frontier
            beside = self.beside(members)
            reached = [other for owner, other in beside if other.report_id not in found and test(owner, other)]
            reached += self.of_events({each.event_id for each in members if each.event_id is not None})
            reached += self._judged_with(list(frontier))
            frontier = {report.report_id: report for report in reached if report.report_id not in found}
        return list(found.values())

    def _judged_with(self, reports: list[int]) -> list[Report]:
        more = judged_pairs(self.connection, reports)
        self.judged = Judged(self.judged.same | more.same, self.judged.different | more.different)
        others = {each for pair in more.same | more.different for each in pair}.difference(reports)
        return read_reports(self.connection, BY_REPORT, reports=sorted(others)) if others else []


def judged_pairs(connection: Connection, reports: list[int] | None = None) -> Judged:
    """What humans judged of these reports (None: of all), and did not take back."""
    query = JUDGEMENTS if reports is None else OF_REPORTS
    rows = connection.execute(query, {"reports": reports}).fetchall()
    return Judged(
        same=frozenset((left, right) for left, right, verdict in rows if verdict == "same"),
        different=frozenset((left, right) for left, right, verdict in rows if verdict == "different"),
    )


def keys_of(report: Report) -> frozenset[Key]:
    """The keys of a report, as they are written."""
    return frozenset(hashed("event", parts, year) for parts, year in block_keys(report))


def in_blocks(connection: Connection, members: Iterable[Report]) -> list[Report]:
    """What others tell that shares a key with one of these."""
    return list({other.report_id: other for _, other in Surroundings(connection).beside(members)}.values())
