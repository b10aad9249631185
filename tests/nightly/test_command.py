"""`eventdb nightly` as a scheduler calls it: exit codes, lines of JSON, reports, figures."""

from __future__ import annotations

import json
from pathlib import Path

import psycopg
import pytest

from eventdb.cli import run
from loaders.nightly import night_lock
from tests.conftest import conninfo

ARTICLE = """Talks in Oslo

OSLO, May 3 (Reuters) - At least four people were killed when a bomb exploded in Baghdad on Monday, police said.

Delegates of both sides met in Oslo for the talks, which the foreign ministry of Norway hosted this week.
"""


@pytest.fixture
def folder(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTDB_URL", database_url)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "talks.txt").write_text(ARTICLE)
    return tmp_path


def test_a_night_is_told_in_json_and_reported_in_files(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reports = [folder / f"night{suffix}" for suffix in (".txt", ".json", ".html")]
    words = [word for path in reports for word in ("--report", str(path))]
    metrics = folder / "eventdb.prom"
    assert run(["nightly", str(folder / "inbox"), "--workers", "1", "--metrics", str(metrics), *words]) == 0
    out, err = capfd.readouterr()
    stages = [json.loads(line) for line in err.splitlines()]
    assert [stage["event"] for stage in stages] == ["ingest", "link", "refresh", "check"]
    told = json.loads(reports[1].read_text())
    assert {stage["run"] for stage in stages} == {told["run"]}
    assert reports[0].read_text() == out
    assert reports[2].read_text().startswith("<!doctype html>")
    figures = metrics.read_text().splitlines()
    assert 'eventdb_night_files{verdict="inserted"} 1.0' in figures
    assert "eventdb_night_success 1.0" in figures
    assert "eventdb_articles 1.0" in figures


def test_a_rejected_file_makes_the_exit_code_1_and_is_in_the_figures(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "inbox" / "poison.txt").write_bytes(b"\x00\x01")
    metrics = folder / "eventdb.prom"
    words = ["--workers", "1", "--log", "lines", "--metrics", str(metrics)]
    assert run(["nightly", str(folder / "inbox"), *words]) == 1
    out, err = capfd.readouterr()
    assert "rejected 1" in err.splitlines()[0]
    assert "poison.txt" in out
    assert "eventdb_night_success 0.0" in metrics.read_text().splitlines()


def test_a_second_start_says_who_is_at_work_and_ends_well(
    folder: Path, database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with night_lock(database_url, process=4711, host="archive-1"):
        assert run(["nightly", str(folder / "inbox"), "--workers", "1"]) == 0
    out, err = capfd.readouterr()
    told = json.loads(err)
    assert (told["event"], out) == ("another night is at work", "")
    assert told["holder"].startswith("process 4711 on archive-1 since ")


def test_a_night_without_its_database_leaves_figures_that_say_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://me@127.0.0.1:1/nowhere")
    metrics = folder / "eventdb.prom"
    assert run(["nightly", str(folder / "inbox"), "--workers", "1", "--metrics", str(metrics)]) == 6
    assert "eventdb_night_success 0.0" in metrics.read_text().splitlines()
    assert "127.0.0.1" in capfd.readouterr().err


def test_a_report_of_an_unknown_form_is_refused_before_anything_is_read(folder: Path) -> None:
    assert run(["nightly", str(folder / "inbox"), "--report", "night.pdf"]) == 2


def test_a_rejected_file_is_read_again_once_it_is_mended(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    poison = folder / "inbox" / "poison.txt"
    poison.write_bytes(b"\x00\x01")
    (folder / "inbox" / "lost.txt").write_bytes(b"\x00\x01")
    assert run(["ingest", str(folder / "inbox"), "--workers", "1"]) == 1
    (folder / "inbox" / "lost.txt").unlink()
    assert run(["retry", "--workers", "1"]) == 1
    assert "tried 1 rejected files: 0 read, 1 rejected again\n1 are gone\n" in capfd.readouterr().out
    poison.write_text(ARTICLE.replace("Oslo", "Bergen"))
    run(["retry", "--workers", "1"])
    assert "tried 1 rejected files: 1 read, 0 rejected again\n" in capfd.readouterr().out
    assert run(["show", "rejected_file", "--format", "csv"]) == 0
    assert capfd.readouterr().out.count("lost.txt") == 1


def test_a_rebuild_and_a_diff_tell_what_changed_between_two_runs(
    folder: Path, database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff"]) == 2
    assert "there is no run previous" in capfd.readouterr().err
    assert run(["ingest", str(folder / "inbox"), "--workers", "1"]) == 0
    with psycopg.connect(conninfo(database_url)) as link:
        link.execute("update eventdb.article set rules_version = 'older'")
        link.execute("update eventdb.event_report set is_core = not is_core where ordinal = 0")
    assert run(["rebuild", "--workers", "1"]) == 0
    assert "read 1 = 0 inserted + 1 updated + 0 kept + 0 rejected" in capfd.readouterr().out
    assert run(["diff", "--format", "json"]) == 0
    (change,) = json.loads(capfd.readouterr().out)
    assert (change["what"], change["cause"]) == ("event_report.is_core", "rules")
    assert {change["before"], change["after"]} == {"True", "False"}
    assert run(["diff", "previous", "last"]) == 0
    assert "files: 0 new, 1 updated, 0 kept, 0 rejected" in capfd.readouterr().out
