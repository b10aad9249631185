"""What people decide at the command line is told with its id, obeyed, listed, handed on and taken back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eventdb.cli import run
from tests.cli.test_commands import ARTICLE

LATER = """Blast in Lima

LIMA, May 3, 2022 -- A bomb killed six people in Lima on May 2, officials said on Tuesday.
"""


@pytest.fixture
def loaded(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    from tests.conftest import conninfo

    monkeypatch.setenv("EVENTDB_URL", conninfo(database_url))
    monkeypatch.setenv("EVENTDB_USER", "Ines")
    for name, text in (("a.txt", ARTICLE), ("b.txt", LATER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["ingest", str(tmp_path)]) == 0
    capsys.readouterr()
    return database_url


def rows(view: str, where: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run(["show", view, "--where", where, "--format", "json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def reports_of(event: dict[str, object], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The ids of an event's reports."""
    where = f"event_id = {event['event_id']} and fact_kind = 'event_report'"
    return [str(row["fact_id"]) for row in rows("evidence", where, capsys)]


def decision(told: str) -> str:
    found = re.search(r"decision (\d+)", told)
    assert found, told
    return found[1]


def test_a_figure_is_set_right_shown_listed_and_taken_back(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = rows("evidence", "quote like '%six people%' and fact_kind = 'casualty_figure'", capsys)
    fact = found["fact_id"]
    assert run(["correct", str(fact), "figure", "at least 7", "--why", "one died later"]) == 0
    told = capsys.readouterr().out
    assert "figure of casualty_figure" in told
    assert "is at least 7; it was 6" in told
    (claim,) = rows("casualty_claim", "file like '%b.txt' and kind = 'killed'", capsys)
    assert (claim["value"], claim["qualifier"], claim["low"], claim["high"]) == (7, "at_least", 7, None)
    assert run(["decisions", "list"]) == 0
    assert "one died later" in capsys.readouterr().out
    assert run(["undo", decision(told), "--why", "no"]) == 0
    (claim,) = rows("casualty_claim", "file like '%b.txt' and kind = 'killed'", capsys)
    assert claim["value"] == 6


def test_events_are_parted_and_joined_again(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    bombing = "event_type like 'assault%'"
    (event,) = rows("timeline", bombing, capsys)
    assert event["articles"] == 2
    reports = reports_of(event, capsys)
    assert run(["judge", "different", *reports, "--why", "two bombs"]) == 0
    assert "now events" in capsys.readouterr().out
    two = [str(row["event_id"]) for row in rows("timeline", bombing, capsys)]
    assert len(two) == 2
    assert run(["judge", "same", *two, "--why", "one after all", "--by", "Ola"]) == 0
    assert "1 judged otherwise before" in capsys.readouterr().out
    assert len(rows("timeline", bombing, capsys)) == 1


def test_decisions_are_written_to_a_file_and_taken_in(
    loaded: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (event,) = rows("timeline", "event_type like 'assault%'", capsys)
    reports = reports_of(event, capsys)
    assert run(["judge", "different", *reports, "--why", "two bombs"]) == 0
    file = tmp_path / "decisions.jsonl"
    assert run(["decisions", "export", str(file)]) == 0
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["verdict"] == "different"
    capsys.readouterr()
    assert run(["decisions", "import", str(file)]) == 0
    assert capsys.readouterr().out == "read 1 = 0 new + 1 known + 0 in conflict\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("judge same 1 2 --why because", "no event, report or article 1"),
        ("correct 1 figure 4 --why because", "no fact 1"),
        ("undo 1 --why because", "no decision 1"),
        ("actor merge 1 2 --why because", "no actor 1"),
        ("actor split 1 2 --why because", "named in 2"),
        ("decisions import nowhere.jsonl", "cannot be read"),
    ],
)
def test_ids_that_nothing_has_are_told(loaded: str, words: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words.split()) == 2
    assert told in capsys.readouterr().err


def test_a_decision_asks_for_its_reason(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["undo", "1"]) == 2
    assert "--why" in capsys.readouterr().err


def test_an_event_is_explained_on_a_page_and_as_json(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    (event,) = rows("timeline", "event_type like 'assault%'", capsys)
    assert run(["explain", str(event["event_id"])]) == 0
    told = capsys.readouterr().out
    assert "why they are one\n  1 and 2: 0." in told
    assert "what nearly joined" in told
    assert run(["explain", str(event["event_id"]), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["reports"]) == 2
    assert run(["explain", "17"]) == 2
