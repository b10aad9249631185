"""A run: files → plan → extract → store → link, and the report of it.

In: paths, the URL of a database, the time. Out: rows, and a `Report` whose counts add up: read = inserted + updated +
kept + rejected. Tables and views are brought to this version first. A file that is unchanged is neither decoded nor
extracted again. One run writes at a time; a second one waits. Nothing here prints.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

import psycopg
from psycopg import Connection

from eventdb.errors import DatabaseError, EventdbError
from eventdb.schema import upgrade
from eventdb.settings import conninfo, redacted

from .facts import ArticleFacts
from .keys import digest, text_hash
from .lexicons import chosen
from .link import Linked, link
from .outcome import Attempt, Extractor, Fault, Found, Named, extract_document
from .plan import Action, Arrival, Verdict, plan
from .rules import rules_version
from .sources import Rejection, Skipped, Source, document, sources
from .store import (
    Batch,
    Loaded,
    Rejected,
    begin_run,
    drop_articles_without_files,
    finish_run,
    known_of,
    store_what_fits,
    unchanged_texts,
)

ARTICLES_A_BATCH = 200
WRITERS_LOCK = 0x6576656E74696E67  # the letters of "eventing": who writes facts holds this advisory lock

Clock = Callable[[], datetime]
Met = Source | Rejection


@dataclass(slots=True)
class Report:
    """What a run did; it grows batch by batch, and counts always add up."""

    counts: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    linked: Linked | None = None

    @property
    def read(self) -> int:
        """Files met that should be articles."""
        return sum(self.counts.values())


@dataclass(slots=True)
class _Run:
    """A run in progress: where it writes, by which rules, and what linking has to look at afterwards."""

    connection: Connection
    number: int
    clock: Clock
    rules: str
    executor: Executor | None
    extractor: Extractor
    report: Report = field(default_factory=Report)
    articles: set[int] = field(default_factory=set)
    events: set[int] = field(default_factory=set)


def ingest(
    paths: Sequence[str | Path],
    url: str,
    *,
    clock: Clock,
    executor: Executor | None = None,
    extractor: Extractor | None = None,
    progress: Callable[[Report], None] | None = None,
) -> Report:
    """Read files and folders into the database at `url`.

    `clock` gives the times for the log; `executor` extracts in other processes (`extractor`, which it must be able to
    pickle, stands for `extract_document`); `progress` is called after each batch.
    Raises DatabaseError where the database cannot be reached or refuses; the batches before stay written.
    """
    upgrade(url)
    with writing(url) as connection:
        is_whole = not _was_broken_off(connection)
        rules = rules_version(*chosen())
        number = begin_run(connection, sources=[readable(path) for path in paths], rules_version=rules, at=clock())
        run = _Run(connection, number, clock, rules, executor, extractor or extract_document)
        for batch in _batches(_met(paths, run.report)):
            _store(run, batch)
            if progress:
                progress(run.report)
        drop_articles_without_files(connection)
        run.report.linked = link(connection, articles=run.articles if is_whole else None, events=run.events)
        finish_run(connection, number, at=clock())
    return run.report


def link_all(url: str) -> Linked:
    """Link the reports of all articles anew; what is linked well already is not written again."""
    upgrade(url)
    with writing(url) as connection:
        return link(connection)


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """A connection of the only writer; waits for another one to end. Refusals of the server become DatabaseError."""
    try:
        with psycopg.connect(conninfo(url), autocommit=True, application_name="eventdb") as connection:
            connection.execute("select pg_advisory_lock(%s)", (WRITERS_LOCK,))
            yield connection
    except psycopg.Error as error:
        raise DatabaseError(f"the database {redacted(url)} refuses: {str(error).strip()}") from error


def _was_broken_off(connection: Connection) -> bool:
    """Whether the last run did not end, so that some of its articles may not be linked yet."""
    last = connection.execute("select finished_at from eventdb.ingest_run order by started_at desc limit 1").fetchone()
    return last is not None and last[0] is None


def _met(paths: Iterable[str | Path], report: Report) -> Iterator[Met]:
    """Sources and rejections, each place once; skipped files are only counted."""
    seen: set[str] = set()
    for each in sources(paths):
        if isinstance(each, Skipped):
            report.skipped[each.why] += 1
        elif (location := location_of(each.path)) not in seen:
            seen.add(location)
            yield each


def location_of(path: Path) -> str:
    """A file's name in the database: the same from whatever folder a run was started. Links stay as written."""
    return readable(Path(os.path.normpath(path.absolute())))


def readable(path: str | Path) -> str:
    """A path as text that can be stored and printed, though its bytes may be in no encoding."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _batches(met: Iterator[Met]) -> Iterator[list[Met]]:
    while batch := list(islice(met, ARTICLES_A_BATCH)):
        yield batch


def _store(run: _Run, met: list[Met]) -> None:
    """Decode what may have changed, plan, extract what has, write."""
    found = [each for each in met if isinstance(each, Source)]
    rejected = [_rejected(each) for each in met if isinstance(each, Rejection)]
    documents, arrivals = _arrivals(run, found, rejected)
    sizes = {location_of(source.path): source.size for source in found}
    verdicts, facts = _judged(run, documents, arrivals, rejected, sizes)
    loaded = tuple(_loaded(arrivals[each.path], each, sizes, facts) for each in verdicts)
    batch = Batch(run.number, run.clock(), run.rules, loaded, tuple(rejected))
    stored, unfit = store_what_fits(run.connection, batch)
    run.report.counts += stored.counts
    run.report.rejected += rejected + unfit
    run.articles.update(stored.articles)
    run.events.update(stored.events)


def _rejected(found: Rejection, source: Source | None = None) -> Rejected:
    """A rejection as it is stored; a reason may quote the name of a file whose bytes are in no encoding."""
    reason = found.reason.encode("utf-8", "backslashreplace").decode()
    return Rejected(location_of(found.path), reason, source.sha256 if source else None, source.size if source else None)


def _loaded(arrival: Arrival, verdict: Verdict, sizes: dict[str, int], facts: dict[str, ArticleFacts]) -> Loaded:
    return Loaded(arrival, verdict, sizes[arrival.path], facts.get(arrival.path))


def _arrivals(run: _Run, found: list[Source], rejected: list[Rejected]) -> tuple[dict[str, Named], dict[str, Arrival]]:
    """The documents of files that may have changed, and the arrivals of all; what is no text joins the rejected."""
    hashes = {location_of(source.path): source.sha256 for source in found}
    unchanged = unchanged_texts(run.connection, hashes, run.rules)
    documents: dict[str, Named] = {}
    arrivals: dict[str, Arrival] = {}
    for source in found:
        path, input_hash = location_of(source.path), digest(source.sha256, repr(source.metadata))
        same = unchanged.get(path)
        if same and same.is_read_from(input_hash, run.rules):
            arrivals[path] = Arrival(path, source.sha256, same.text_hash, input_hash, same.url)
            continue
        read = document(source)
        if isinstance(read, Rejection):
            rejected.append(_rejected(read, source))
            continue
        documents[path] = (source.name, read)
        arrivals[path] = Arrival(path, source.sha256, text_hash(read.text), input_hash, read.metadata.url)
    return documents, arrivals


def _judged(
    run: _Run,
    documents: dict[str, Named],
    arrivals: dict[str, Arrival],
    rejected: list[Rejected],
    sizes: dict[str, int],
) -> tuple[tuple[Verdict, ...], dict[str, ArticleFacts]]:
    """Verdicts with the facts they ask for. What the rules fail on joins the rejected, and the rest is judged anew."""
    known = known_of(run.connection, list(arrivals.values()))
    facts: dict[str, ArticleFacts] = {}
    while True:
        verdicts = plan(arrivals.values(), known=known, rules_version=run.rules)
        wanted = [each.path for each in verdicts if each.action is not Action.KEEP and each.path not in facts]
        if not wanted:
            return verdicts, facts
        for path, outcome in zip(wanted, _outcomes(run, [documents[path] for path in wanted]), strict=True):
            if isinstance(outcome, Fault):
                rejected.append(Rejected(path, outcome.reason, arrivals.pop(path).sha256, sizes[path]))
            else:
                facts[path] = outcome


def _outcomes(run: _Run, documents: list[Named]) -> list[ArticleFacts | Fault]:
    attempt = Attempt(run.extractor)
    if run.executor is None:
        return list(map(attempt, documents))
    try:
        return list(run.executor.map(attempt, documents))
    except BrokenExecutor as error:
        raise EventdbError(
            "a process that extracts was ended from outside, perhaps for want of memory; fewer --jobs need less"
        ) from error


def extracted(paths: Iterable[str | Path]) -> Iterator[tuple[Path, ArticleFacts | Rejection | Fault]]:
    """The facts of each file under the paths, without any database; or why there are none."""
    return read_by(extract_document, paths)


def read_by(
    extractor: Callable[[Named], Found], paths: Iterable[str | Path]
) -> Iterator[tuple[Path, Found | Rejection | Fault]]:
    """What an extractor makes of each file under the paths; or why there is nothing."""
    for each in sources(paths):
        if isinstance(each, Source):
            read = document(each)
            yield each.path, read if isinstance(read, Rejection) else Attempt(extractor)((each.name, read))
        elif isinstance(each, Rejection):
            yield each.path, each


__all__ = [
    "Report",
    "extract_document",
    "extracted",
    "ingest",
    "link_all",
    "location_of",
    "read_by",
    "readable",
    "writing",
]
