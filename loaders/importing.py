"""A run over the files of a data set: rows → plan → store → link, and the report of it.

In: files of one data set, the URL of a database, the time. Out: rows, and a `Report` whose counts add up: read =
inserted + updated + kept + rejected. A record is known by its id in the data set, from whatever file it
comes: the same record again is kept, another one of that id is its next version. A row that is no event is rejected
with its number and the reason. Files are looked at before anything is written. Records that the files no longer have
stay, unless the files are the whole data set: then they are withdrawn, and told as rejected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from psycopg import Connection

from eventdb.schema import upgrade

from .coded import Card, Dataset, Line, UnfitError, rows
from .facts import ArticleFacts
from .ingest import Report, readable
from .ingest.writer import Revive, Tell, Writer, writer
from .keys import digest, text_hash
from .lexicons import chosen
from .link import Linked, link
from .outcome import FAULTS, Fault, fault_of
from .plan import Action, Arrival, Verdict, plan
from .rules import rules_version
from .store import (
    Batch,
    Left,
    Loaded,
    Rejected,
    Stored,
    begin_run,
    drop_articles,
    files_read,
    finish_run,
    known_of,
    store_what_fits,
    was_broken_off,
)

RECORDS_A_BATCH = 500
WITHDRAWN = "withdrawn: a later file of the whole data set does not have it"
GONE = """
select article_id, url
from eventdb.article
where is_current and dataset_code = %s and url <> all(%s)
order by url
"""
UNHELD = "update eventdb.source_file set article_id = null where location = any(%s)"

Clock = Callable[[], datetime]


@dataclass(slots=True)
class _Run:
    """A run in progress; `seen` are the ids met so far."""

    writer: Writer
    number: int
    clock: Clock
    rules: str
    dataset: Dataset
    report: Report = field(default_factory=Report)
    articles: set[int] = field(default_factory=set)
    events: set[int] = field(default_factory=set)
    actors: set[int] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Some:
    """Some rows: records by their address, and rows that are none."""

    file: Path
    cards: dict[str, Card]
    rejected: tuple[Rejected, ...]


def import_records(
    paths: Sequence[Path],
    dataset: Dataset,
    url: str,
    *,
    clock: Clock,
    has_all: bool = False,
    progress: Callable[[Report], None] | None = None,
    tell: Tell | None = None,
    stopping: Callable[[], bool] = bool,
    revive: Revive | None = None,
) -> Report:
    """Read files of a data set into the database at `url`; other arguments as of `loaders.ingest.ingest`.

    `has_all` says that the files are the whole data set: its records that they lack are withdrawn.

    Raises SourceError where a file cannot be read or lacks a column, before anything is written.
    """
    for path in paths:
        next(rows(path, dataset.required), None)
    upgrade(url)
    with writer(url, tell=tell, revive=revive) as held:
        is_whole = not held.do(was_broken_off)
        rules = rules_version(*chosen())
        asked = [f"import {dataset.code}", *map(readable, paths)]
        number = held.do(partial(begin_run, sources=asked, rules_version=rules, at=clock()))
        run = _Run(held, number, clock, rules, dataset)
        _store_all(run, paths, progress, stopping)
        finished = held.do(partial(_finish, run, is_whole=is_whole, has_all=has_all))
        run.report.linked = finished.linked
        run.report.rejected += finished.withdrawn
        run.report.counts["rejected"] += len(finished.withdrawn)
        held.do(partial(finish_run, run=number, at=clock()))
    return run.report


@dataclass(frozen=True, slots=True)
class _Finished:
    """What the end of a run did; a try that is repeated gives another one."""

    linked: Linked
    withdrawn: tuple[Rejected, ...]


def _finish(run: _Run, connection: Connection, *, is_whole: bool, has_all: bool) -> _Finished:
    """Withdraw what the data set no longer has, and link what is new, or all where an earlier run was broken off."""
    with connection.transaction():
        gone = _gone(run, connection) if has_all and not run.report.is_stopped else {}
        left = _withdraw(run, connection, gone)
        articles = {*run.articles, *left.articles} if is_whole else None
        lost = {*run.actors, *left.actors}
        linked = link(connection, articles=articles, events={*run.events, *left.events}, actors=lost)
    return _Finished(linked, _withdrawn(gone))


def _gone(run: _Run, connection: Connection) -> dict[str, int]:
    """Records that no row has, by address; none where a row without an id may be one of them."""
    if any(not each.path.startswith(f"{run.dataset.code}:") for each in run.report.rejected):
        return {}
    met = [f"{run.dataset.code}:{own_id}" for own_id in run.seen]
    return {url: article_id for article_id, url in connection.execute(GONE, (run.dataset.code, met)).fetchall()}


def _withdraw(run: _Run, connection: Connection, gone: dict[str, int]) -> Left:
    if not gone:
        return Left()
    left = drop_articles(connection, list(gone.values()))
    store_what_fits(connection, Batch(run.number, run.clock(), run.rules, (), _withdrawn(gone)))
    connection.execute(UNHELD, (list(gone),))
    return left


def _withdrawn(gone: Iterable[str]) -> tuple[Rejected, ...]:
    return tuple(Rejected(url, WITHDRAWN) for url in gone)


def _store_all(
    run: _Run, paths: Sequence[Path], progress: Callable[[Report], None] | None, stopping: Callable[[], bool]
) -> None:
    for some in _batches(run, paths):
        stored, rejected = run.writer.do(_Storing(run, some))
        run.report.counts += stored.counts
        run.report.rejected += rejected
        run.articles.update(stored.articles)
        run.events.update(stored.events)
        run.actors.update(stored.actors)
        if progress:
            progress(run.report)
        if stopping():
            run.report.is_stopped = True
            return


def _batches(run: _Run, paths: Sequence[Path]) -> Iterator[_Some]:
    for path in paths:
        lines = rows(path, run.dataset.required)
        while some := list(islice(lines, RECORDS_A_BATCH)):
            yield _sorted(run, path, some)


def _sorted(run: _Run, path: Path, lines: list[Line]) -> _Some:
    """Records, and rows that are none: without an id, or with one that an earlier row has."""
    cards: dict[str, Card] = {}
    rejected: list[Rejected] = []
    for line in lines:
        card = Card(run.dataset.code, line.cells.get(run.dataset.id_column, "").strip(), line.number, line.cells)
        if fault := line.fault or _fault_of_id(run, card):
            rejected.append(Rejected(f"{readable(path)}, row {line.number}", fault))
        else:
            run.seen.add(card.own_id)
            cards[card.address] = card
    return _Some(path, cards, tuple(rejected))


def _fault_of_id(run: _Run, card: Card) -> str:
    if not card.own_id or card.own_id != card.get(run.dataset.id_column):
        return f"{run.dataset.id_column} is {card.own_id!r}; an id would be right"
    return f"an earlier row has the {run.dataset.id_column} {card.own_id}, too" if card.own_id in run.seen else ""


def _row(some: _Some, address: str) -> str:
    return f"{readable(some.file.name)}, row {some.cards[address].number}"


class _Storing:
    """Stores some rows once: where the connection was lost on commit, the next try asks whether they are there."""

    def __init__(self, run: _Run, some: _Some) -> None:
        self._run, self._some = run, some
        self._done: tuple[Stored, list[Rejected]] | None = None

    def __call__(self, connection: Connection) -> tuple[Stored, list[Rejected]]:
        run = self._run
        if self._done and files_read(connection, run.number) > run.report.read:
            return self._done
        batch = _judged(run, self._some, connection)
        with connection.transaction():
            stored, unfit = store_what_fits(connection, batch)
            self._done = stored, [*batch.rejected, *unfit]
        return self._done


def _judged(run: _Run, some: _Some, connection: Connection) -> Batch:
    """Verdicts with the facts that they ask for; a record that is no event joins the rejected."""
    arrivals = {address: _arrival(card) for address, card in some.cards.items()}
    known = known_of(connection, list(arrivals.values()))
    wanted = [each for each in plan(arrivals.values(), known=known, rules_version=run.rules) if _is_written(each)]
    read = {each.path: _read(run.dataset, some.cards[each.path]) for each in wanted}
    unfit = {address: found for address, found in read.items() if isinstance(found, Fault)}
    fit = [arrival for address, arrival in arrivals.items() if address not in unfit]
    loaded = (
        _loaded(arrivals[each.path], each, some, read) for each in plan(fit, known=known, rules_version=run.rules)
    )
    rejected = (
        Rejected(address, f"{_row(some, address)}: {fault.reason}", arrivals[address].sha256)
        for address, fault in unfit.items()
    )
    return Batch(run.number, run.clock(), run.rules, tuple(loaded), (*some.rejected, *rejected))


def _arrival(card: Card) -> Arrival:
    hashed = text_hash(card.text)
    return Arrival(card.address, hashed, hashed, digest(hashed, card.address), card.address)


def _is_written(verdict: Verdict) -> bool:
    return verdict.action is not Action.KEEP


def _read(dataset: Dataset, card: Card) -> ArticleFacts | Fault:
    try:
        return dataset.facts(card)
    except UnfitError as error:
        return Fault(str(error))
    except FAULTS as error:
        return fault_of(error)


def _loaded(arrival: Arrival, verdict: Verdict, some: _Some, read: dict[str, ArticleFacts | Fault]) -> Loaded:
    facts = read.get(arrival.path)
    size = len(some.cards[arrival.path].text.encode())
    return Loaded(arrival, verdict, size, facts if isinstance(facts, ArticleFacts) else None)
