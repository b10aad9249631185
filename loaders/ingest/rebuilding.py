"""Newer rules over stored texts: articles that older rules have read are extracted again, without their files.

In: the URL of a database. Out: rows, and a `Report`; what changed stands in `report.change` with the cause `rules`. It
is a run like any other: a batch a transaction, so that readers go on, and one that is broken off is gone on with. An
article on which the new rules fail keeps what it has. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from psycopg import Connection

from eventdb.schema import upgrade

from ..lexicons import chosen
from ..outcome import Extractor, Fault, extract_document
from ..rules import rules_version
from ..store import Batch, Loaded, Rejected, Stored, begin_run, files_read, store_what_fits, was_broken_off
from ..store.given import StoredText, older_texts, read_by_older_rules
from .crew import Crew, Order
from .judging import Terms
from .pending import Pending
from .run import ARTICLES_A_BATCH, Clock, Report, Run, finish
from .writer import Revive, Tell, writer

SOURCES = ("rebuild",)


def rebuild(
    url: str,
    *,
    clock: Clock,
    crew: Crew | None = None,
    extractor: Extractor | None = None,
    progress: Callable[[Report], None] | None = None,
    tell: Tell | None = None,
    stopping: Callable[[], bool] = bool,
    revive: Revive | None = None,
) -> tuple[Report, int]:
    """Read stored texts again where other rules than today's have read them.

    The number is of articles that are still as other rules read them: what was given beside their texts is not stored,
    or the new rules fail on them; ingest of their files reads them.
    """
    upgrade(url)
    with writer(url, tell=tell, revive=revive) as held:
        is_whole = not held.do(was_broken_off)
        order = Order(rules_version(*chosen()), chosen(), extractor or extract_document)
        began = clock()
        number = held.do(partial(begin_run, sources=SOURCES, rules_version=order.rules, at=began))
        run = Run(held, number, clock, Terms(began, order), crew, stopping, Report(number=number))
        for texts in _older(run):
            _store(run, texts)
            if progress:
                progress(run.report)
        finish(run, is_whole=is_whole)
        return run.report, held.do(partial(read_by_older_rules, rules=order.rules))


def _older(run: Run) -> Iterator[list[StoredText]]:
    """Batch after batch, each article once; none more when asked to stop."""
    after = -1
    while not run.stopping():
        asked = partial(older_texts, rules=run.terms.order.rules, after=after, limit=ARTICLES_A_BATCH)
        texts = run.writer.do(asked)
        if not texts:
            return
        yield texts
        after = texts[-1].verdict.article_id
    run.report.is_stopped = True


def _store(run: Run, texts: list[StoredText]) -> None:
    documents = {each.arrival.path: (each.name, each.document) for each in texts}
    pending = Pending(documents, run.terms.order, run.crew)
    pending.begin(list(documents))
    found = pending.outcomes(list(documents))
    loaded, rejected = [], []
    for each in texts:
        outcome = found[each.arrival.path]
        if isinstance(outcome, Fault):
            rejected.append(Rejected(each.arrival.path, outcome.reason, each.arrival.sha256, each.size_bytes))
        else:
            named = documents[each.arrival.path]
            loaded.append(Loaded(each.arrival, each.verdict, each.size_bytes, outcome, named=named))
    batch = Batch(run.number, run.clock(), run.terms.order.rules, tuple(loaded), tuple(rejected), is_of_files=False)
    stored, unfit = run.writer.do(_Storing(run, batch))
    run.note(stored, [*rejected, *unfit])


class _Storing:
    """Stores a batch once: where the connection was lost on commit, the next try asks whether it is there."""

    def __init__(self, run: Run, batch: Batch) -> None:
        self._run, self._batch = run, batch
        self._done: tuple[Stored, list[Rejected]] | None = None

    def __call__(self, connection: Connection) -> tuple[Stored, list[Rejected]]:
        if self._done and files_read(connection, self._run.number) > self._run.report.read:
            return self._done
        with connection.transaction():
            self._done = store_what_fits(connection, self._batch)
        return self._done
