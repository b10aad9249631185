"""A run, batch after batch: while one is written, the next ones are being extracted, and no more than those are held.

In: paths, the URL of a database, the time. Out: rows, and a `Report` whose counts add up: read = inserted + updated +
kept + rejected. Tables and views are brought to this version first. A file that is unchanged is neither decoded nor
extracted again. One run writes at a time; a second one waits. Nothing here prints.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice

from psycopg import Connection

from eventdb.schema import upgrade

from ..lexicons import chosen
from ..link import Linked, link
from ..outcome import Extractor, extract_document
from ..rules import rules_version
from ..sources import Input, Skipped, Whole, walked
from ..store import (
    Rejected,
    Stored,
    begin_run,
    drop_articles_without_files,
    files_read,
    finish_run,
    forget_what_is_gone,
    known_of,
    store_what_fits,
    was_broken_off,
)
from .crew import Crew, Order
from .judging import Met, Prepared, Terms, judged, prepare
from .places import location_of, readable
from .writer import Revive, Tell, Writer, await_server, writer

ARTICLES_A_BATCH = 200
BATCHES_AHEAD = 2  # being extracted while one is written

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Report:
    """What a run did; it grows batch by batch, and counts always add up.

    `wholes` are the places of archives, lines and crawls that were read to their end.
    """

    counts: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    wholes: list[str] = field(default_factory=list)
    linked: Linked | None = None
    number: int | None = None
    is_stopped: bool = False

    @property
    def read(self) -> int:
        """Files met that should be articles."""
        return sum(self.counts.values())


@dataclass(slots=True)
class Run:
    """A run in progress: who writes, who extracts, by which rules, and what linking has to look at afterwards."""

    writer: Writer
    number: int
    clock: Clock
    terms: Terms
    crew: Crew | None
    stopping: Callable[[], bool]
    report: Report = field(default_factory=Report)
    articles: set[int] = field(default_factory=set)
    events: set[int] = field(default_factory=set)
    actors: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)

    def note(self, stored: Stored, rejected: list[Rejected]) -> Report:
        """Count what a batch did, and keep in mind what is to be linked."""
        self.report.counts += stored.counts
        self.report.rejected += rejected
        self.articles.update(stored.articles)
        self.events.update(stored.events)
        self.actors.update(stored.actors)
        self.left.update(stored.left)
        return self.report


def ingest(
    paths: Sequence[Input],
    url: str,
    *,
    clock: Clock,
    crew: Crew | None = None,
    extractor: Extractor | None = None,
    progress: Callable[[Report], None] | None = None,
    tell: Tell | None = None,
    stopping: Callable[[], bool] = bool,
    revive: Revive | None = None,
    rehash: bool = False,
) -> Report:
    """Read files and folders into the database at `url`.

    `clock` gives the times for the log; `crew` extracts in other processes (`extractor`, which it must be able to
    pickle, stands for `extract_document`); `progress` is called after each batch, `tell` with words about what is
    waited for; once `stopping` says so, what is being written is finished and linked, and the next run reads the rest.
    `revive` gives the URL of a server that may have to be started again; `rehash` reads files of which the system says
    what it said when they were last read, too.
    Raises DatabaseError where the database cannot be reached or refuses; the batches before stay written.
    """
    await_server(url)
    upgrade(url)
    with writer(url, tell=tell, revive=revive) as held:
        is_whole = not held.do(was_broken_off)
        order = Order(rules_version(*chosen()), chosen(), extractor or extract_document)
        terms = Terms(clock(), order, trusts_stat=not rehash)
        asked = [readable(path) for path in paths]
        number = held.do(partial(begin_run, sources=asked, rules_version=order.rules, at=terms.began))
        run = Run(held, number, clock, terms, crew, stopping, Report(number=number))
        for report in _stored(run, _batches(_met(paths, run.report))):
            if progress:
                progress(report)
        finish(run, is_whole=is_whole)
    return run.report


def link_all(url: str) -> Linked:
    """Link the reports of all articles anew; what is linked well already is not written again."""
    upgrade(url)
    with writer(url) as held:
        return held.do(link)


def _met(paths: Iterable[Input], report: Report) -> Iterator[Met]:
    """What may hold articles, and rejections; skipped files are only counted."""
    for each in walked(paths):
        if isinstance(each, Skipped):
            report.skipped[each.why] += 1
        elif isinstance(each, Whole):
            report.wholes.append(location_of(each.path))
        else:
            yield each


def _batches(met: Iterator[Met]) -> Iterator[list[Met]]:
    while batch := list(islice(met, ARTICLES_A_BATCH)):
        yield batch


def _stored(run: Run, batches: Iterator[list[Met]]) -> Iterator[Report]:
    """Store batch after batch, a few behind the one that is being read; the report after each."""
    waiting: deque[Prepared] = deque()
    ahead = BATCHES_AHEAD if run.crew else 0
    for met in batches:
        waiting.append(run.writer.do(partial(prepare, met=met, terms=run.terms, crew=run.crew)))
        if len(waiting) > ahead:
            yield _store(run, waiting.popleft())
        if run.stopping():
            run.report.is_stopped = True
            break
    while waiting and not run.stopping():
        yield _store(run, waiting.popleft())
    run.report.is_stopped |= bool(waiting)
    for each in waiting:
        each.pending.cancel()


def _store(run: Run, prepared: Prepared) -> Report:
    """Write a batch: all of it, or nothing."""
    stored, rejected = run.writer.do(_Storing(run, prepared))
    return run.note(stored, rejected)


class _Storing:
    """Stores a batch once: where the connection was lost on commit, the next try asks whether it is there."""

    def __init__(self, run: Run, prepared: Prepared) -> None:
        self._run, self._prepared = run, prepared
        self._known = prepared.known if run.crew is None else None  # nothing was stored since
        self._done: tuple[Stored, list[Rejected]] | None = None

    def __call__(self, connection: Connection) -> tuple[Stored, list[Rejected]]:
        run = self._run
        if self._done and files_read(connection, run.number) > run.report.read:
            return self._done
        known = self._known or known_of(connection, list(self._prepared.arrivals.values()))
        self._known = None
        batch = judged(self._prepared, known, run=run.number, rules=run.terms.order.rules, at=run.clock())
        with connection.transaction():
            stored, unfit = store_what_fits(connection, batch)
            self._done = stored, [*batch.rejected, *unfit]
        return self._done


def finish(run: Run, *, is_whole: bool) -> None:
    """Link what is new, or all where an earlier run was broken off before it could."""
    run.report.linked = run.writer.do(partial(_link, run, is_whole=is_whole))
    if not run.report.is_stopped:
        run.writer.do(partial(forget_what_is_gone, run=run.number, wholes=run.report.wholes))
    run.writer.do(partial(finish_run, run=run.number, at=run.clock()))


def _link(run: Run, connection: Connection, *, is_whole: bool) -> Linked:
    """What stood between two reports may be gone with an article; so those beside it are linked anew."""
    with connection.transaction():
        lost = drop_articles_without_files(connection, run.left if is_whole else None)
        articles = {*run.articles, *lost.articles} if is_whole else None
        events, actors = {*run.events, *lost.events}, {*run.actors, *lost.actors}
        return link(connection, articles=articles, events=events, actors=actors)
