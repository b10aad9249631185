"""Obeys the plan: what the verdicts say becomes rows, in one transaction a batch.

known       what the database has of a batch of files, in one look-up
days        windows of days → columns
rows        the facts of an article → its rows: text, parts, actors
claims      the events of an article → its rows: reports, positions, figures, with ids made from content
dimensions  outlets, places and actors that the rows refer to, added where they are missing
copying     rows → COPY in binary
changes     what an update changed, fact by fact
unchanged   files that are as they were, known by what the system says of them or by their bytes
given       what was given beside a text, kept so that the text can be read again
files       what is known of each file, and what became of it
values      days, places and figures as one line of text, and back
fields      what a person may set right, by kind of fact
heirs       which new fact is which old one
replacing   room for new versions; events handed on to the new reports
correcting  corrections put onto the rows of a new extraction
deciding    what people decided follows its facts
batch       one transaction: files, deletions, COPY, results
splitting   a batch of which one article breaks a rule: the rest is stored
runs        the log of runs

In: verdicts, `ArticleFacts`, an open connection. Out: rows in schema `eventdb`. It decides nothing, extracts nothing
and reads no file; it never commits half a batch. A kept file costs its line in the log of runs and its
`last_seen_at`; no fact is touched.
"""

from __future__ import annotations

from .batch import Batch, Loaded, Rejected, Stored, store
from .known import known_of
from .rows import source_file_id
from .runs import (
    Left,
    begin_run,
    drop_articles,
    drop_articles_without_files,
    files_read,
    finish_run,
    forget_what_is_gone,
    was_broken_off,
)
from .splitting import store_what_fits
from .unchanged import Standing, Unchanged, standing_of

__all__ = [
    "Batch",
    "Left",
    "Loaded",
    "Rejected",
    "Standing",
    "Stored",
    "Unchanged",
    "begin_run",
    "drop_articles",
    "drop_articles_without_files",
    "files_read",
    "finish_run",
    "forget_what_is_gone",
    "known_of",
    "source_file_id",
    "source_file_id",
    "standing_of",
    "store",
    "store_what_fits",
    "was_broken_off",
]
