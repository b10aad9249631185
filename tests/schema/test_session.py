"""A session opens on a database of this version only, and reads from an event down to the words of an article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.engine import make_url

import eventdb
from eventdb import schema
from eventdb.errors import SchemaError
from eventdb.models import Event
from eventdb.schema import folders
from eventdb.server import EmbeddedServer, temporary_home
from tests.schema.dumps import execute

HERE = Path(__file__).parent


def test_importing_eventdb_loads_no_library() -> None:
    code = "import sys, eventdb; print([name for name in ('sqlalchemy', 'alembic', 'psycopg') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_an_empty_database_is_refused_with_the_command_that_helps(empty_url: str) -> None:
    with pytest.raises(SchemaError, match="tables are missing.*run `eventdb db upgrade`"):
        eventdb.connect(empty_url)


def test_a_session_reads_from_an_event_to_the_words_it_rests_on(database_url: str) -> None:
    execute(database_url, (HERE / "one_of_each.sql").read_text())
    with eventdb.connect(database_url) as session:
        event = session.scalars(select(Event).where(Event.label == "Ferry sinks")).one()
        (report,) = event.reports
        (figure,) = report.casualty_figures
        (position,) = report.participations
        assert report.article.text[figure.start : figure.stop] == "Two died"
        assert position.actor is figure.said_by
        named = [position.actor.actor, report.place, report.article.outlet]
        assert [thing.name for thing in named if thing] == ["Kari Lund", "Vestland", "Fjord Wire"]


def test_without_a_url_the_settings_choose_the_database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTDB_URL", database_url)
    with eventdb.connect() as session:
        assert session.scalar(text("select current_database()")) == make_url(database_url).database


def test_without_any_setting_the_embedded_server_lives_as_long_as_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENTDB_URL", raising=False)
    with temporary_home() as home:
        monkeypatch.setenv("EVENTDB_HOME", str(home))
        with pytest.raises(SchemaError, match="tables are missing"):
            eventdb.connect()
        server = EmbeddedServer(home)
        assert not server.is_running()
        with server.running() as url:
            schema.upgrade(url)
        with eventdb.connect() as session:
            assert session.scalar(select(func.count()).select_from(Event)) == 0
        assert not server.is_running()


def test_a_checkout_is_preferred_to_the_copy_that_an_editable_install_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "eventdb"
    for place in (package, tmp_path):
        (place / "migrations").mkdir(parents=True)
    monkeypatch.setattr(folders, "PACKAGE", package)
    assert folders.folder.__wrapped__("migrations") == package / "migrations"
    (tmp_path / "pyproject.toml").touch()
    assert folders.folder.__wrapped__("migrations") == tmp_path / "migrations"


def test_a_missing_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "PACKAGE", tmp_path / "eventdb")
    with pytest.raises(SchemaError, match="migrations is missing: install eventdb again"):
        folders.folder.__wrapped__("migrations")


def test_the_current_folder_does_not_matter(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert schema.upgrade(empty_url) is True
