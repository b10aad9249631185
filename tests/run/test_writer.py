"""Faults that pass cost time and nothing else; others stop a run with a clear error, and what was written stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import psycopg
import pytest

from eventdb.errors import DatabaseError
from loaders.facts import ArticleFacts
from loaders.ingest import Report, ingest, writing
from loaders.ingest.run import _Storing
from loaders.ingest.writer import WRITERS_LOCK, passes
from loaders.sources import Document
from tests.conftest import conninfo
from tests.run.database import Link, ask, content
from tests.run.test_ingest import clock, counts, inbox, link, read, run
from tests.run.test_workers import small

__all__ = ["inbox", "link", "small"]

CUT = """
select pg_terminate_backend(pid) from pg_stat_activity
where application_name = 'eventdb' and datname = current_database() and pid <> pg_backend_pid()
"""


@dataclass(slots=True)
class Accident:
    """Something that happens once, at the reading of an article."""

    name: str
    happens: Callable[[], Any]
    told: list[str] = field(default_factory=list)

    def __call__(self, named: tuple[str, Document]) -> ArticleFacts:
        if named[0] == self.name:
            self.name = ""
            self.happens()
        return read(named)


def with_accident(url: str, inbox: Path, accident: Accident) -> Report:
    return ingest([inbox], url, clock=clock, extractor=accident, tell=accident.told.append)


def test_a_connection_that_is_cut_costs_nothing(database_url: str, link: Link, inbox: Path, small: None) -> None:
    accident = Accident("c.txt", lambda: link.execute(CUT))
    assert counts(with_accident(database_url, inbox, accident)) == (4, 4, 0, 0, 0)
    assert "terminating connection" in accident.told[0] and "trying again" in accident.told[0]
    assert ask(link, "select files_read, finished_at is not null from eventdb.ingest_run") == [(4, True)]
    cut = content(link)
    link.execute("truncate eventdb.article, eventdb.event, eventdb.source_file cascade")
    run(database_url, inbox)
    assert content(link) == cut


def test_a_batch_whose_commit_was_not_confirmed_is_written_once(
    database_url: str, link: Link, inbox: Path, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[object] = []
    stores = _Storing.__call__

    def unsure(self: _Storing, connection: psycopg.Connection) -> object:
        """Stores and commits; the first time, the connection is lost before anybody hears of it."""
        stored = stores(self, connection)
        if not lost:
            lost.append(stored)
            connection.close()
            raise psycopg.OperationalError("server closed the connection unexpectedly")
        return stored

    monkeypatch.setattr(_Storing, "__call__", unsure)
    assert counts(ingest([inbox], database_url, clock=clock, extractor=read)) == (4, 4, 0, 0, 0)
    assert len(lost) == 1
    assert ask(link, "select files_read, files_inserted from eventdb.ingest_run") == [(4, 4)]
    assert ask(link, "select count(*) from eventdb.event_report where event_id is null") == [(0,)]


def test_a_lock_that_is_not_had_in_time_is_asked_for_again(database_url: str, link: Link, inbox: Path) -> None:
    held = psycopg.connect(conninfo(database_url))
    accident = Accident("a.txt", lambda: held.execute("lock table eventdb.article in access exclusive mode"))
    impatient = f"{database_url}{'&' if '?' in database_url else '?'}options=-c%20lock_timeout%3D50"
    told: list[str] = []

    def tell(words: str) -> None:
        told.append(words)
        held.rollback()

    with held:
        report = ingest([inbox], impatient, clock=clock, extractor=accident, tell=tell)
    assert counts(report) == (4, 4, 0, 0, 0)
    assert "lock timeout" in told[0]


def test_a_full_disk_stops_the_run_at_once_with_its_words(
    database_url: str, link: Link, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[None] = []

    def full(*_: Any) -> None:
        tries.append(None)
        raise psycopg.errors.DiskFull("could not extend file: No space left on device")

    monkeypatch.setattr("loaders.ingest.run.store_what_fits", full)
    with pytest.raises(DatabaseError, match="No space left on device"):
        run(database_url, inbox)
    assert len(tries) == 1
    assert ask(link, "select count(*) from eventdb.article") == [(0,)]


def test_only_faults_that_pass_are_tried_again() -> None:
    errors = psycopg.errors
    passing = (errors.SerializationFailure, errors.DeadlockDetected, errors.AdminShutdown, errors.CannotConnectNow)
    lasting = (errors.DiskFull, errors.InsufficientPrivilege, errors.UndefinedTable, errors.QueryCanceled)
    assert [passes(error()) for error in passing] == [True] * 4
    assert [passes(error()) for error in lasting] == [False] * 4
    assert passes(psycopg.OperationalError("server closed the connection unexpectedly"))
    assert not passes(ValueError())


def test_a_second_run_waits_for_the_first_and_both_are_right(
    database_url: str, link: Link, inbox: Path, tmp_path: Path
) -> None:
    done: list[Report] = []
    told: list[str] = []
    second = Thread(
        target=lambda: done.append(ingest([inbox], database_url, clock=clock, extractor=read, tell=told.append))
    )
    with writing(database_url) as first:
        assert ask(first, f"select pg_try_advisory_lock({WRITERS_LOCK})") == [(True,)]
        second.start()
        while not told:
            assert second.is_alive()
        assert done == []
    second.join(60)
    assert told == ["another run is writing into this database; waiting for its end"]
    assert counts(done[0]) == (4, 4, 0, 0, 0)
    assert run(database_url, inbox) == (4, 0, 0, 4, 0)
