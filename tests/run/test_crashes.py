"""A load that is killed, at any step, leaves a database that the next run brings to what a load without accidents says.

`python -m bench.crashes` kills at moments of chance, workers and servers too; here the moments are fixed.
"""

from __future__ import annotations

import os
import signal
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from eventdb.digest import table_digests, whole
from loaders.ingest import ingest
from tests.run.database import Link, ask
from tests.run.test_ingest import clock, inbox, link, read, run
from tests.run.test_workers import emptied, small

__all__ = ["inbox", "link", "small"]


def load_until(name: str, calls: int, url: str, inbox: Path) -> None:
    """A load whose process is killed when it calls a function for the time of that number."""
    import importlib

    module, _, function = name.rpartition(".")
    real, left = getattr(importlib.import_module(module), function), [calls]

    def deadly(*words: Any, **options: Any) -> Any:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **options)

    with patch(name, deadly):
        ingest([inbox], url, clock=clock, extractor=read)


@pytest.mark.parametrize(
    ("name", "calls", "batches"),
    [
        ("loaders.ingest.run.store_what_fits", 2, 1),  # before the second batch
        ("loaders.store.batch.copy_rows", 20, 1),  # in the midst of its transaction
        ("loaders.ingest.run.link", 1, 2),  # all is written, nothing linked
        ("loaders.ingest.run.finish_run", 1, 2),  # linked, and not said so
    ],
)
def test_a_load_that_is_killed_is_made_good_by_the_next(
    database_url: str, link: Link, inbox: Path, small: None, name: str, calls: int, batches: int
) -> None:
    run(database_url, inbox)
    without_accident = whole(table_digests(link))
    emptied(link)
    link.execute("truncate eventdb.ingest_run cascade")
    load = get_context("fork").Process(target=load_until, args=(name, calls, database_url, inbox))
    load.start()
    load.join(60)
    assert load.exitcode == -signal.SIGKILL
    for _ in range(50):  # the clock of the copy went on by itself
        clock()
    assert ask(link, "select count(*) from eventdb.article") == [(2 * batches,)]
    assert run(database_url, inbox) == (4, 4 - 2 * batches, 0, 2 * batches, 0)
    assert whole(table_digests(link)) == without_accident
