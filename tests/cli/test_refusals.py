"""A server that refuses is told in one line with the database's exit code, and wrong words with that of wrong use."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url

from eventdb.cli import run
from eventdb.errors import DatabaseError, UsageError
from tests.conftest import conninfo

STRANGER = "eventdb_stranger"


@pytest.fixture
def stranger(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The role under which commands ask: one that may connect and has no right on anything."""
    with psycopg.connect(conninfo(database_url), autocommit=True) as connection:
        connection.execute(f"drop role if exists {STRANGER}")
        connection.execute(f"create role {STRANGER}")
        url = make_url(database_url).update_query_dict({"options": f"-c role={STRANGER}"})
        monkeypatch.setenv("EVENTDB_URL", url.render_as_string(hide_password=False))
        yield STRANGER
        connection.execute(f"drop role {STRANGER}")


@pytest.mark.parametrize(
    "command", ["ingest .", "link", "status", "check", "show timeline", "evidence 1", "db upgrade", "db drift"]
)
@pytest.mark.usefixtures("stranger")
def test_a_user_without_rights_is_told_so_in_one_line(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command.split()) == DatabaseError.exit_code
    assert "permission denied for schema" in capsys.readouterr().err


def test_a_condition_in_no_encoding_is_wrong_use(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", conninfo(database_url))
    assert run(["show", "timeline", "--where", "label = '\udcff'"]) == UsageError.exit_code
    assert "no UTF-8" in capsys.readouterr().err


def test_a_url_is_told_as_users_write_it(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", conninfo(database_url))
    assert run(["status", "--format", "csv"]) == 0
    assert "database,postgresql://" in capsys.readouterr().out
