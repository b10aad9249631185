"""One batch of files in one transaction: obey the verdicts, log the results.

In: `Loaded` files (read; extracted where the verdict asks for it) and `Rejected` ones. Out: rows. All or nothing: an
error leaves the database as it was before the batch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from psycopg import Connection

from ..facts import ArticleFacts
from ..keys import content_hash
from ..plan import Action, Arrival, Verdict
from ..sources import Document
from .changes import changes
from .claims import Row, Rows
from .copying import copy_rows
from .deciding import keep_decisions
from .dimensions import add_dimensions
from .files import log_results, save_files
from .given import given_rows
from .replacing import Current, make_room
from .rows import ARTICLE_TABLES, Identity, article_rows, source_file_id
from .runs import count_results
from .unchanged import Unchanged, keep


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that could be read, its verdict, and its facts unless the verdict is to keep.

    `stat` is what the system said of it when it was read; None where that is not to be trusted.
    `named` is the document that the facts were read from, with its file's name; None where there is none.
    """

    arrival: Arrival
    verdict: Verdict
    size_bytes: int
    facts: ArticleFacts | None = None
    stat: str | None = None
    named: tuple[str, Document] | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that could not be read, and why; sha256 and size are None where not even its bytes could be had."""

    path: str
    reason: str
    sha256: str | None = None
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Files of a run that are written together.

    With `is_of_files` false the files were not met: their texts were in the database.
    """

    run: int
    at: datetime
    rules_version: str
    loaded: tuple[Loaded, ...]
    rejected: tuple[Rejected, ...] = ()
    unchanged: tuple[Unchanged, ...] = ()
    is_of_files: bool = True

    @property
    def written(self) -> list[Loaded]:
        """Files whose facts are written."""
        return [each for each in self.loaded if each.verdict.action in (Action.INSERT, Action.UPDATE)]


@dataclass(frozen=True, slots=True)
class Stored:
    """What a batch did: files by verdict, articles whose facts were written; what lost something by it.

    `events` lost reports, `actors` mentions, and `left` are articles of which a file now holds another one.
    """

    counts: Counter[str]
    articles: tuple[int, ...]
    events: tuple[int, ...]
    actors: tuple[int, ...] = ()
    left: tuple[int, ...] = ()

    def __add__(self, other: Stored) -> Stored:
        return Stored(
            self.counts + other.counts,
            self.articles + other.articles,
            self.events + other.events,
            self.actors + other.actors,
            self.left + other.left,
        )


def store(connection: Connection, batch: Batch) -> Stored:
    """Write a batch of files."""
    with connection.transaction():
        stored = _write(connection, batch) if batch.loaded or batch.rejected else Stored(Counter(), (), ())
        if batch.unchanged:
            stored.counts["kept"] += keep(connection, batch.unchanged, run=batch.run, at=batch.at)
        count_results(connection, batch.run, stored.counts)
    return stored


def _write(connection: Connection, batch: Batch) -> Stored:
    """Write the files that were judged, and the facts of those that changed."""
    left = save_files(connection, batch) if batch.is_of_files else ()
    facts = [_facts(each) for each in batch.written]
    add_dimensions(connection, facts)
    before = make_room(connection, [each.verdict for each in batch.written])
    after = {each.verdict.article_id: _rows(each, batch.rules_version) for each in batch.written}
    texts = {each.verdict.article_id: _facts(each).text for each in batch.written}
    keep_decisions(connection, before, after, texts)
    for table in ARTICLE_TABLES:
        copy_rows(connection, table, (row for rows in after.values() for row in rows[table]))
    copy_rows(connection, "article_given", given_rows(batch.written))
    copy_rows(connection, "fact_change", _fact_changes(batch, before, after))
    counts = log_results(connection, batch)
    events, actors = _named_by(before, "event_report", "event_id"), _named_by(before, "article_actor", "actor_id")
    return Stored(counts, tuple(after), events, actors, tuple(left))


def _named_by(before: dict[int, Current], table: str, column: str) -> tuple[int, ...]:
    """The events or actors that rows which made way were of."""
    return tuple({row[column] for each in before.values() for row in each.rows[table] if row[column]})


def _facts(loaded: Loaded) -> ArticleFacts:
    if loaded.facts is None:
        raise ValueError(f"{loaded.verdict.path}: the verdict is {loaded.verdict.action}, so its facts are needed")
    return loaded.facts


def _rows(loaded: Loaded, rules_version: str) -> Rows:
    verdict, arrival = loaded.verdict, loaded.arrival
    identity = Identity(
        article_id=verdict.article_id,
        version=verdict.version,
        source_file_id=source_file_id(arrival.path),
        content_hash=content_hash(arrival.input_hash, rules_version),
        text_hash=arrival.text_hash,
        rules_version=rules_version,
    )
    return article_rows(_facts(loaded), identity)


def _fact_changes(batch: Batch, before: dict[int, Current], after: dict[int, Rows]) -> Iterator[Row]:
    for each in batch.written:
        article_id = each.verdict.article_id
        if article_id in before:
            cause = "rules" if each.verdict.reason == "rules changed" else "article"
            made = {"article_id": article_id, "ingest_run_id": batch.run, "changed_at": batch.at, "cause_code": cause}
            for ordinal, change in enumerate(changes(before[article_id].rows, after[article_id])):
                yield made | {"ordinal": ordinal} | change
