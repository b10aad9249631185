"""A run of ingest under a person's eyes: who extracts, what Ctrl-C means, how far it has come.

In: the words of the command line. Out: a report. Progress is a line that renews itself on a terminal, a plain line a
batch elsewhere, always on stderr.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli.opening import database_to_write
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from loaders.ingest import Crew, Report
    from loaders.sources import Input

STOPPING = b"eventdb: stopping after the batch that is being written; once more stops at once\n"
Crews = AbstractContextManager["Crew | None"]
Workers = Annotated[
    int | None,
    typer.Option(min=1, help="Processes that extract at the same time.", show_default="one a core of this machine"),
]


class Executors(StrEnum):
    """Where articles are extracted."""

    PROCESSES = "processes"
    DASK = "dask"


def crew_of(executor: Executors, workers: int | None, scheduler: str | None, folders: tuple[Path, ...]) -> Crews:
    """Who extracts, as the command line says. UsageError where its words do not fit together."""
    from loaders.ingest import cluster, processes

    if executor is Executors.DASK:
        if not scheduler or workers:
            raise UsageError("--executor dask needs --scheduler ADDRESS, and takes the workers that are there")
        return cluster(scheduler)
    if scheduler:
        raise UsageError("--scheduler is for --executor dask")
    return processes(workers or cores(), folders)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ingested(paths: Sequence[Input], crews: Crews, *, rehash: bool = False) -> Report:
    """Read articles into the database of the settings."""
    from loaders.ingest import ingest

    with (
        database_to_write() as (url, revive),
        crews as crew,
        stopping_by_signals() as stopping,
        _progress() as progress,
    ):
        return ingest(
            paths,
            url,
            clock=now,
            crew=crew,
            progress=progress,
            tell=_tell,
            stopping=stopping,
            revive=revive,
            rehash=rehash,
        )


def imported(paths: Sequence[Path], dataset: str, *, has_all: bool) -> Report:
    """Read files of a data set into the database of the settings."""
    from loaders.coded import DATASETS
    from loaders.importing import import_records

    with database_to_write() as (url, revive), stopping_by_signals() as stopping, _progress() as progress:
        return import_records(
            paths,
            DATASETS[dataset],
            url,
            clock=now,
            has_all=has_all,
            progress=progress,
            tell=_tell,
            stopping=stopping,
            revive=revive,
        )


def counts_of(report: Report) -> str:
    """How far a run has come: `read 4 = 3 inserted + 0 updated + 0 kept + 1 rejected`."""
    told = " + ".join(f"{report.counts[name]} {name}" for name in ("inserted", "updated", "kept", "rejected"))
    return f"read {report.read} = {told}"


def now() -> datetime:
    return datetime.now(UTC)


def _tell(words: str) -> None:
    print(f"eventdb: {words}", file=sys.stderr)


@contextmanager
def stopping_by_signals() -> Iterator[Callable[[], bool]]:
    """Whether the run was asked to end: by Ctrl-C, or by who stops services; the second time ends it at once."""
    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        asked.append(number)
        if len(asked) > 1:
            raise KeyboardInterrupt
        os.write(2, STOPPING)  # print is not safe in a handler

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _progress() -> Iterator[Callable[[Report], None]]:
    if not sys.stderr.isatty():
        yield lambda report: print(counts_of(report), file=sys.stderr)
        return
    from rich.console import Console

    with Console(stderr=True).status("reading …") as status:
        yield lambda report: status.update(counts_of(report))
