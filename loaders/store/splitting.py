"""Stores what fits: an article whose facts break a rule of the tables is rejected, and the rest of its batch is stored.

In: a batch. Out: what was stored, and the files that were rejected for their facts. A rule broken is a fault of ours
and not of the article, so it is told as such; but one article must not keep all others out.
"""

from __future__ import annotations

from dataclasses import replace

import psycopg
from psycopg import Connection

from .batch import Batch, Loaded, Rejected, Stored, store

# What one article can be at fault for; a lost connection or a missing table is nobody's fault here.
FAULTS_OF_FACTS = (psycopg.IntegrityError, psycopg.DataError, psycopg.errors.ProgramLimitExceeded)


def store_what_fits(connection: Connection, batch: Batch) -> tuple[Stored, list[Rejected]]:
    """Store a batch, in halves where it does not fit as a whole."""
    try:
        return store(connection, batch), []
    except FAULTS_OF_FACTS as error:
        if len(batch.written) < 2:
            return _without_written(connection, batch, error)
        return _in_halves(connection, batch)


def _in_halves(connection: Connection, batch: Batch) -> tuple[Stored, list[Rejected]]:
    middle = len(batch.loaded) // 2
    left, left_rejected = store_what_fits(connection, replace(batch, loaded=batch.loaded[:middle]))
    right, right_rejected = store_what_fits(connection, replace(batch, loaded=batch.loaded[middle:], rejected=()))
    both = Stored(left.counts + right.counts, left.articles + right.articles, left.events + right.events)
    return both, left_rejected + right_rejected


def _without_written(connection: Connection, batch: Batch, error: psycopg.Error) -> tuple[Stored, list[Rejected]]:
    """The one article that was to be written is at fault; without any, the fault is not one of facts."""
    if not batch.written:
        raise error
    rejected = [_rejected(each, error) for each in batch.written]
    kept = tuple(each for each in batch.loaded if each not in batch.written)
    stored = store(connection, replace(batch, loaded=kept, rejected=(*batch.rejected, *rejected)))
    return stored, rejected


def _rejected(each: Loaded, error: psycopg.Error) -> Rejected:
    rule = error.diag.constraint_name or error.diag.message_primary or str(error)
    reason = (
        f"What was read of it breaks a rule of the database ({rule}); this is a fault of eventdb, please report it."
    )
    return Rejected(each.arrival.path, reason, each.arrival.sha256, each.size_bytes)
