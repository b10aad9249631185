"""Stores what fits: an article whose facts break a rule of the tables is rejected, and the rest of its batch is stored.

In: a batch. Out: what was stored, and the files that were rejected for their facts. A rule broken is a fault of ours
and not of the article, so it is told as such; but one article must not keep all others out.
"""

from __future__ import annotations

from dataclasses import replace

import psycopg
from psycopg import Connection

from ..plan import Action
from .batch import Batch, Loaded, Rejected, Stored, store

# What one article can be at fault for; a lost connection or a missing table is nobody's fault here.
# psycopg raises Python's OverflowError for a number that is too big for its column.
FAULTS_OF_FACTS = (psycopg.IntegrityError, psycopg.DataError, psycopg.errors.ProgramLimitExceeded, OverflowError)


def store_what_fits(connection: Connection, batch: Batch) -> tuple[Stored, list[Rejected]]:
    """Store a batch, in halves where it does not fit as a whole."""
    try:
        return store(connection, batch), []
    except FAULTS_OF_FACTS as error:
        if len(batch.written) < 2:
            return _without_written(connection, batch, error)
        return _in_halves(connection, batch)


def _in_halves(connection: Connection, batch: Batch) -> tuple[Stored, list[Rejected]]:
    """Each half whole: an article's copies, which are kept because it is written, stay with it."""
    articles = list(dict.fromkeys(each.verdict.article_id for each in batch.loaded))
    first = set(articles[: len(articles) // 2])
    left = tuple(each for each in batch.loaded if each.verdict.article_id in first)
    right = tuple(each for each in batch.loaded if each.verdict.article_id not in first)
    left_stored, left_rejected = store_what_fits(connection, replace(batch, loaded=left))
    right_stored, right_rejected = store_what_fits(connection, replace(batch, loaded=right, rejected=(), unchanged=()))
    return left_stored + right_stored, left_rejected + right_rejected


def _without_written(connection: Connection, batch: Batch, error: Exception) -> tuple[Stored, list[Rejected]]:
    """The one article that was to be written is at fault; without any, the fault is not one of facts."""
    if not batch.written:
        raise error
    lost = [each for each in batch.loaded if each in batch.written or _is_copy_of_new(each, batch.written)]
    rejected = [_rejected(each, error) for each in lost]
    kept = tuple(each for each in batch.loaded if each not in lost)
    stored = store(connection, replace(batch, loaded=kept, rejected=(*batch.rejected, *rejected)))
    return stored, rejected


def _is_copy_of_new(each: Loaded, written: list[Loaded]) -> bool:
    """Whether a file was to be kept only because another one would have brought its article."""
    new = {other.verdict.article_id for other in written if other.verdict.action is Action.INSERT}
    return each.verdict.article_id in new


def _rejected(each: Loaded, error: Exception) -> Rejected:
    told = error.diag if isinstance(error, psycopg.Error) else None
    rule = (told and (told.constraint_name or told.message_primary)) or str(error)
    reason = (
        f"What was read of it breaks a rule of the database ({rule}); this is a fault of eventdb, please report it."
    )
    return Rejected(each.arrival.path, reason, each.arrival.sha256, each.size_bytes)
