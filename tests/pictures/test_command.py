"""`eventdb report` writes one whole file, tells what is in it, and refuses what it cannot mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.cli import run


def test_a_page_is_written_and_told(
    drawn_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", drawn_url)
    out = tmp_path / "new" / "report.html"
    assert run(["report", "--out", str(out), "--country", "af", "--since", "2021-01-01"]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "in AF only" in out.read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"report: 0 of 0 events as lines, 0 quotes in {out}\n"
    assert [each.name for each in out.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--since", "March"], "--since March is no day; write it as 2021-03-18"),
        (["--until", "2021-13-01"], "--until 2021-13-01 is no day"),
        (["--country", "AFG"], "--country AFG is no code of a country"),
        (["--event", "7"], "there is no event 7"),
        (["--out", "."], ". is a folder; name a file in it"),
    ],
)
def test_wrong_words_are_refused_and_nothing_is_written(
    drawn_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    told: str,
) -> None:
    monkeypatch.setenv("EVENTDB_URL", drawn_url)
    out = tmp_path / "report.html"
    assert run(["report", "--out", str(out), *words]) == 2
    assert told in capsys.readouterr().err
    assert not out.exists()
