"""`extract --explain` shows why, in colour only on a terminal; `--explain-html` writes one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.cli import run
from tests.cli.words import eventdb

ARTICLE = """Togo to host peace talks in June

LOME, May 4, 2022 -- Togo will host a peace conference in Lome on June 3, 2022, its foreign ministry said on Wednesday.

Gunmen killed five guards. Rebels threatened to kill nine teachers. The weather \x1b[31mwas fine.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "lome.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_it_tells_masks_rules_and_facts_in_plain_lines(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "--explain", str(article)]) == 0
    told = capsys.readouterr().out
    assert "\x1b" not in told
    for words in (
        "published  2022-05-04 (byline)",
        "\u27e8host.active",
        "\u2713 positions/hosts",
        "Togo as host: confirmed",
        "killed: 5 guards (exactly 5)",
        "no frame matched",
        "consult.talks \u00b7 planned \u00b7 2022-06-03 \u00b7 Lome, TG",
    ):
        assert words in told, told


def test_colour_is_for_terminals_and_for_those_who_want_it(article: Path) -> None:
    coloured = eventdb("extract", "--explain", article, environment={"FORCE_COLOR": "1"})
    plain = eventdb("extract", "--explain", article, environment={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert "\x1b[1;34mTogo" in coloured.stdout
    assert "\x1b[31mwas" not in coloured.stdout
    assert "\x1b" not in plain.stdout


def test_the_page_is_one_file(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = article.with_suffix(".html")
    assert run(["extract", "--explain-html", str(page), str(article)]) == 0
    assert capsys.readouterr().out == ""
    written = page.read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>")
    assert "positions/hosts" in written
    assert run(["extract", "--explain", "--explain-html", str(page), str(article)]) == 0
    assert "positions/hosts" in capsys.readouterr().out


def test_files_that_are_no_articles_are_told(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "empty.txt").write_bytes(b"")
    assert run(["extract", "--explain", str(article.parent)]) == 1
    told = capsys.readouterr()
    assert "The file has no bytes." in told.err
    assert "positions/hosts" in told.out


def test_a_page_that_cannot_be_written_is_wrong_use(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "--explain-html", str(article.parent / "nowhere" / "a.html"), str(article)]) == 2
    assert "cannot be written" in capsys.readouterr().err
