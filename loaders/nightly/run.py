"""Stage after stage: in go an inbox and the URL of a database, out comes a `Night`.

Each stage leaves the database whole, and what a stage did not reach the next night does. Whoever calls it holds the
lock of nights.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import psycopg
from psycopg import Connection

from eventdb.errors import DatabaseError
from eventdb.schema import run_checks
from eventdb.settings import conninfo, redacted

from ..ingest import Crew, Report, ingest, readable, writing
from ..ingest.run import Clock
from .archive import archive
from .record import Night
from .refresh import refresh


class Say(Protocol):
    """Is told of each stage that ended: its name, and counts by name."""

    def __call__(self, stage: str, night: Night, /, **counts: Any) -> None:
        """Tell."""


def nightly(
    inbox: Path,
    url: str,
    *,
    clock: Clock,
    say: Say,
    archive_to: Path | None = None,
    crew: Crew | None = None,
    stopping: Callable[[], bool] = bool,
    **waiting: Any,
) -> Night:
    """Ingest, link, refresh, check and archive; `waiting` is handed on to `ingest` (progress, tell, revive)."""
    night = Night(readable(inbox), clock())
    _ingest(night, inbox, url, clock=clock, say=say, crew=crew, stopping=stopping, **waiting)
    if not (night.is_stopped or stopping()):
        _afterwards(night, inbox, url, clock=clock, say=say, archive_to=archive_to)
    else:
        night.is_stopped = True
    night.finished_at = clock()
    return night


def _ingest(night: Night, inbox: Path, url: str, *, clock: Clock, say: Say, **options: Any) -> None:
    """Read and link. Linking begins when the last batch is written."""
    begun, written, progress = clock(), clock(), options.pop("progress", None)

    def after_batch(report: Report) -> None:
        nonlocal written
        written = clock()
        if progress:
            progress(report)

    report = ingest([inbox], url, clock=clock, progress=after_batch, **options)
    night.run, night.counts, night.skipped = report.number, report.counts, report.skipped
    night.rejected, night.linked, night.is_stopped = report.rejected, report.linked, report.is_stopped
    night.seconds["ingest"] = (written - begun).total_seconds()
    night.seconds["link"] = (clock() - written).total_seconds()
    counted = {name: report.counts[name] for name in ("inserted", "updated", "kept", "rejected")}
    say("ingest", night, read=night.read, **counted, skipped=sum(report.skipped.values()))
    if report.linked:
        linked = report.linked
        say("link", night, reports=linked.reports, events=linked.events_written, gone=linked.events_gone)


def _afterwards(night: Night, inbox: Path, url: str, *, clock: Clock, say: Say, archive_to: Path | None) -> None:
    """What comes once all is linked."""
    if archive_to and night.run:
        begun = clock()
        with writing(url) as connection:
            day = night.started_at.date()
            night.archived = archive(connection, night.run, inbox=inbox, folder=archive_to, day=day)
        night.seconds["archive"] = (clock() - begun).total_seconds()
        say("archive", night, moved=night.archived.moved, left=night.archived.left)
    try:
        with psycopg.connect(conninfo(url), autocommit=True, application_name="eventdb") as connection:
            _refresh_and_check(night, connection, clock=clock, say=say)
    except psycopg.Error as error:
        raise DatabaseError(f"the database {redacted(url)} refuses: {str(error).strip()}") from error


def _refresh_and_check(night: Night, connection: Connection, *, clock: Clock, say: Say) -> None:
    begun = clock()
    night.refreshed = refresh(connection)
    refreshed = clock()
    night.seconds["refresh"] = (refreshed - begun).total_seconds()
    say("refresh", night, tables=night.refreshed.tables, views=night.refreshed.views)
    night.breaches = run_checks(connection)
    night.seconds["check"] = (clock() - refreshed).total_seconds()
    failures = sum(breach.is_failure for breach in night.breaches)
    say("check", night, failures=failures, warnings=len(night.breaches) - failures)
