"""Which reports have to be looked at again after some articles changed, and in which years their articles appeared.

In: an open connection, the articles that changed (None: all). Out: a `Scope`. What is linked in it is what linking
everything would give. It writes the keys by which reports are found.

Reports are grouped twice: by what their articles say, then with the years that the first groups give to articles
without one. Of the first groups only the years are kept, one for each report that gives its article one (`link_key`,
use "year"), so that an article far from all that changed need not be grouped again to know its year.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from psycopg import Connection

from .agreement import contradict, strength
from .closure import Surroundings, judged_pairs, keys_of
from .groups import Judged, group
from .lookup import Key, by_article, write_keys
from .names import Named
from .reports import REPORTS, Report, read_reports
from .years import agreed, dated, hints, is_without_year, lacks_year, published_years

HINTS = """
select link_key.article_id, link_key.key, link_key.year
from eventdb.link_key
inner join eventdb.article using (article_id, version)
where article.is_current and link_key.use = 'year' and link_key.article_id = any(%s)
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """Reports to be grouped, the years of articles that have none of their own, what people judged."""

    reports: list[Report]
    years: Mapping[int, int]
    judged: Judged


@dataclass(slots=True)
class _Told:
    """Reports as they are told once the years of their articles are known; `hints`: article → report → year."""

    connection: Connection
    hints: dict[int, dict[int, int]] = field(default_factory=dict)
    known: dict[int, Report] = field(default_factory=dict)

    def read(self, articles: Collection[int]) -> None:
        """Read the hints of articles that have not been read."""
        missing = [each for each in articles if each not in self.hints]
        self.hints |= {each: {} for each in missing}
        for article, report, year in self.connection.execute(HINTS, (missing,)).fetchall() if missing else ():
            self.hints[article][report] = year

    def year(self, article: int) -> int | None:
        """The year in which an article without one appeared."""
        self.read([article])
        return agreed(self.hints[article].values())

    def of(self, report: Report) -> Report:
        """The report with its years."""
        if not lacks_year(report):
            return report
        if report.report_id not in self.known:
            year = self.year(report.article_id) if is_without_year(report) else None
            self.known[report.report_id] = told_in(report, {report.article_id: year} if year else {})
        return self.known[report.report_id]

    def agree(self, left: Report, right: Report) -> bool:
        """Whether two reports agree, with their years."""
        return strength(self.of(left), self.of(right)) is not None


def told_in(report: Report, years: Mapping[int, int]) -> Report:
    """A report by itself, with the year of its article."""
    (told,) = dated(Named(0, frozenset({report})), years).reports
    return told


def scope(connection: Connection, articles: Collection[int] | None, events: Collection[int]) -> Scope:
    """The reports of these articles and events, with all that may be linked with them, however remotely."""
    return _everything(connection) if articles is None else _changed(connection, articles, events)


def _everything(connection: Connection) -> Scope:
    reports, judged = read_reports(connection, REPORTS), judged_pairs(connection)
    write_keys(connection, "event", _keys(reports), None)
    first = _first_groups(reports, judged)
    years = by_article((report.article_id, (report.ordinal, year)) for report, year in hints(first))
    write_keys(connection, "year", years, None)
    return Scope(reports, published_years(first), judged)


def _changed(connection: Connection, articles: Collection[int], events: Collection[int]) -> Scope:
    around, told = Surroundings(connection), _Told(connection)
    start = around.of_articles(articles)
    gone = write_keys(connection, "event", _keys(start), articles)
    start += [*around.of_events(events), *around.with_keys(gone)]
    was_there = {report.article_id for report in start if gone or report.event_id is not None}
    met = around.closed(start, _agree, at_first=_Changed(was_there, _agree))
    others = _newly_dated(around, told, met, articles)
    start += around.of_articles(others)
    reports = around.closed(start, told.agree, at_first=_Changed(was_there | others, told.agree))
    found = {each.article_id: told.year(each.article_id) for each in reports if is_without_year(each)}
    return Scope(reports, {article: year for article, year in found.items() if year}, around.judged)


@dataclass(frozen=True, slots=True)
class _Changed:
    """Whether a report may be, or may have been, one with one of an article that changed: what it was is not known."""

    articles: Collection[int]
    agree: Callable[[Report, Report], bool]

    def __call__(self, owner: Report, other: Report) -> bool:
        return self.agree(owner, other) or (owner.article_id in self.articles and not contradict(owner, other))


def _agree(left: Report, right: Report) -> bool:
    return strength(left, right) is not None


def _first_groups(reports: Iterable[Report], judged: Judged) -> list[Named]:
    return [Named(0, members) for members in group(reports, judged)]


def _newly_dated(around: Surroundings, told: _Told, met: list[Report], articles: Collection[int]) -> set[int]:
    """Write the years that follow from the first groups; the articles that have another one now."""
    lacking = {report.article_id for report in met if is_without_year(report)}
    told.read(lacking)
    before = {article: told.year(article) for article in lacking}
    regrouped = {report.report_id for report in met}
    left = {(each.article_id, each.ordinal) for each in around.of_articles(lacking) if each.report_id not in regrouped}
    for article in lacking:
        stand = {number: year for number, year in told.hints[article].items() if (article, number) in left}
        told.hints[article] = stand
    for report, year in hints(_first_groups(met, around.judged)):
        told.hints[report.article_id][report.ordinal] = year
    years = {article: set(told.hints[article].items()) for article in lacking}
    write_keys(told.connection, "year", years, lacking.union(articles))
    return {article for article in lacking if told.year(article) != before[article]}


def _keys(reports: Iterable[Report]) -> dict[int, set[Key]]:
    return by_article((report.article_id, each) for report in reports for each in keys_of(report))
