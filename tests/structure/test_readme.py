"""README's examples are run as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import typer.main

from eventdb.cli.app import app
from eventdb.settings import conninfo
from loaders.ingest import ingest
from tests.structure.tree import ROOT, read

TEXT = read(Path("README.md"))
CONFERENCE = sorted((ROOT / "examples" / "articles").glob("0[123]-muscat-*.txt"))


def block(language: str) -> str:
    """The page's one block of code in a language."""
    (code,) = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(code)


@pytest.fixture
def filled_url(database_url: str) -> str:
    ingest(CONFERENCE, database_url, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    return database_url


def commands(group: Any, name: str) -> Iterator[str]:
    """The names of all commands below a group."""
    for word, command in group.commands.items():
        yield from commands(command, f"{name} {word}") if hasattr(command, "commands") else (f"{name} {word}",)


def test_the_table_of_commands_has_every_command_and_no_other() -> None:
    written = re.findall(r"^\| `(eventdb [a-z]+(?: [a-z]+)?)", TEXT, re.MULTILINE)
    assert sorted(written) == sorted(commands(typer.main.get_command(app), "eventdb"))


def test_the_python_example_prints_events(
    filled_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", filled_url)
    exec(compile(block("python"), "README.md", "exec"), {})
    assert "conference" in capsys.readouterr().out


def test_the_sql_example_has_an_answer(filled_url: str) -> None:
    with psycopg.connect(conninfo(filled_url)) as connection:
        rows = connection.execute(block("sql").encode()).fetchall()
    assert {position for _, _, position, _, _ in rows} & {"invited", "undecided", "declined", "confirmed"}


def test_the_exit_codes_are_those_of_the_errors() -> None:
    written = {int(code) for code in re.findall(r"(\d) (?:settings|embedded|database|its tables|lexicons|input)", TEXT)}
    kept = {int(code) for code in re.findall(r"exit_code = (\d)", read(Path("eventdb/errors.py")))}
    assert written == kept - {2}
