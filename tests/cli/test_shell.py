"""psql among the views, and what shells complete."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eventdb.cli import run
from eventdb.errors import ServerError
from tests.cli.words import PROGRAM
from tests.conftest import conninfo
from tests.structure.tree import ROOT


@pytest.fixture
def database(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    monkeypatch.setenv("EVENTDB_URL", conninfo(database_url))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PSQLRC", raising=False)
    return database_url


def said(told: str, capfd: pytest.CaptureFixture[str], tmp_path: Path, *words: str) -> tuple[int, str, str]:
    """What the shell says to a file of statements."""
    (tmp_path / "asked.sql").write_text(told)
    code = run(["shell", *words, "-At", "-v", "ON_ERROR_STOP=1", "-f", str(tmp_path / "asked.sql")])
    return code, *capfd.readouterr()


def test_the_shell_is_among_the_views_and_knows_short_questions(
    database: str, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = "select count(*) from timeline;\n:views\n:newest\n:upcoming\n:disputed\n:hints\n"
    code, out, err = said(told, capfd, tmp_path)
    assert (code, err, out.splitlines()[0]) == (0, "", "0")
    assert "timeline|One row per event" in out
    assert ":views|what can be asked, view by view" in out and "\\x auto|" in out


def test_the_shell_only_reads_unless_asked(database: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = "insert into eventdb.outlet (outlet_id, name, kind_code) values (1, 'Gulf Wire', 'agency');"
    code, _, err = said(told, capfd, tmp_path)
    assert code == 3 and "read-only transaction" in err
    assert said(told, capfd, tmp_path, "--write")[0] == 0


def test_the_users_own_beginning_is_kept(database: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / ".psqlrc").write_text("\\set mine 'select 42;'\n")
    assert said(":mine\n", capfd, tmp_path)[1] == "42\n"


def test_without_any_psql_the_error_says_what_to_install(
    database: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(name: str) -> Path:
        raise ServerError("the package is not installed")

    monkeypatch.setattr("eventdb.server.pg_tool", none)
    monkeypatch.setenv("PATH", "")
    assert run(["shell"]) == 2
    assert "there is no psql: install PostgreSQL's client" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("begun", "offered"),
    [("eventdb sea", ["search"]), ("eventdb db ro", ["roles"]), ("eventdb show casualty_b", ["casualty_by_month"])],
)
def test_shells_complete_commands_and_views(begun: str, offered: list[str]) -> None:
    asked = {"_EVENTDB_COMPLETE": "complete_bash", "COMP_WORDS": begun, "COMP_CWORD": str(begun.count(" "))}
    words = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | asked)
    assert done.stdout.split() == offered
