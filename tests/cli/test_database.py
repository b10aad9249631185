"""Commands for the database itself, on an embedded server of the test's own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from eventdb.cli import run
from eventdb.server import EmbeddedServer, temporary_home
from tests.conftest import conninfo

ARTICLE = Path(__file__).parents[2] / "examples/articles/03-muscat-held.txt"


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of an embedded server that the environment names; the server is stopped at the end."""
    monkeypatch.delenv("EVENTDB_URL", raising=False)
    with temporary_home() as folder:
        monkeypatch.setenv("EVENTDB_HOME", str(folder / "db"))
        yield folder / "db"
        run(["db", "stop", "--force"])


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def test_a_started_server_stays_until_it_is_stopped(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["db", "start"]) == 0
    assert EmbeddedServer(home).is_running()
    assert run(["db", "stop"]) == 0
    assert not EmbeddedServer(home).is_running()
    assert run(["db", "stop"]) == 0
    assert capsys.readouterr().out.endswith("stopped\nno server was running\n")


def test_tools_get_in_by_tcp_as_reader_with_a_password(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port = free_port()
    assert run(["db", "start", "--tcp", str(port)]) == 0
    url, user = capsys.readouterr().out.splitlines()
    assert (url, user.split(",")[0]) == (f"postgresql://reader@127.0.0.1:{port}/eventdb", "user reader")
    with psycopg.connect(url, passfile=str(home / "reader.pgpass")) as link:
        assert link.execute("select count(*) from report.timeline").fetchone() == (0,)


def test_a_server_ends_with_the_command_that_needed_it(home: Path) -> None:
    assert run(["db", "upgrade"]) == 0
    assert not EmbeddedServer(home).is_running()


def test_a_server_elsewhere_cannot_be_started_or_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://me@db.example.org/news")
    assert run(["db", "start"]) == run(["db", "stop"]) == 2
    assert "EVENTDB_URL is set" in capsys.readouterr().err


@pytest.fixture
def database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("EVENTDB_URL", conninfo(database_url))
    return database_url


def test_the_url_opens_the_database(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["db", "url"]) == 0
    with psycopg.connect(capsys.readouterr().out.strip()) as link:
        assert link.execute("select 1").fetchone() == (1,)


def test_psql_takes_words_of_its_own_and_gives_its_exit_code(database: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["db", "psql", "-At", "-c", "select 6 * 7"]) == 0
    assert capfd.readouterr().out == "42\n"
    assert run(["db", "psql", "-v", "ON_ERROR_STOP=1", "-c", "select nothing"]) == 1


def test_a_password_is_in_no_word_of_a_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://me:s3cret@db.example.org/news?sslmode=require")
    called = tmp_path / "psql"
    called.write_text(f'#!/bin/sh\necho "$PGPASSWORD: $*" > {tmp_path}/said\n')
    called.chmod(0o755)
    monkeypatch.setattr("eventdb.server.pg_tool", lambda name: tmp_path / name)
    assert run(["db", "psql", "-l"]) == 0
    assert (
        tmp_path / "said"
    ).read_text() == "s3cret: --dbname=postgresql://me@db.example.org/news?sslmode=require -l\n"


def test_the_url_is_printed_without_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://me:s3cret@db.example.org/news")
    assert run(["db", "url"]) == 0
    assert capsys.readouterr().out == "postgresql://me@db.example.org/news\n"


def test_roles_are_made_with_passwords_of_the_environment(
    home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_READER_PASSWORD", "s3cret")
    assert run(["db", "roles", "--timeout", "90s"]) == 0
    told = capfd.readouterr()
    assert [line.split()[:3] for line in told.out.splitlines()[2:]] == [
        ["owner", "new", "none:"], ["loader", "new", "none:"], ["reader", "new", "set"]
    ]  # fmt: skip
    assert "s3cret" not in told.out + told.err + (home / "server.log").read_text()
    assert run(["db", "roles", "--timeout", "soon"]) == 6
    assert 'invalid value for parameter "statement_timeout": "soon"' in capfd.readouterr().err
    assert run(["ingest", str(ARTICLE)]) == 0  # the embedded server's own user goes on as before


def test_a_dump_holds_tables_and_views(database: str, tmp_path: Path) -> None:
    assert run(["db", "dump", "--output", str(tmp_path / "all.sql")]) == 0
    told = (tmp_path / "all.sql").read_text(encoding="utf-8")
    assert "CREATE TABLE eventdb.article" in told
    assert "CREATE VIEW report.timeline" in told


def test_a_dump_that_fails_is_an_error(database: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["db", "dump", "--output", str(tmp_path / "no" / "such" / "folder.sql")]) == 6
    assert "pg_dump" in capfd.readouterr().err


def test_a_changed_view_is_drift_until_views_are_made_again(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["db", "drift"]) == 0
    with psycopg.connect(conninfo(database)) as link:
        link.execute("drop view report.rejected_file cascade")
    assert run(["db", "drift"]) == 1
    assert "report.rejected_file: missing" in capsys.readouterr().out
    assert run(["db", "upgrade", "--rebuild"]) == 0
    assert run(["db", "drift"]) == 0
