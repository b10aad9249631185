"""Every view is exported whole, in one order, and what is left out is told."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import psycopg
import pyarrow.parquet as parquet
import pytest

from eventdb.cli import run
from eventdb.export import relations


def views(url: str) -> dict[str, bool]:
    """The names of all views, and whether they ask for a day."""
    with psycopg.connect(url) as connection:
        return {each.name: each.asks_for_day for each in relations(connection)}


def rows(url: str, view: str) -> int:
    with psycopg.connect(url) as connection:
        counted = connection.execute(f"select count(*) from report.{view}".encode()).fetchone()
    assert counted
    return int(counted[0])


def test_all_views_are_exported_with_all_rows_and_their_comments(examples: str, tmp_path: Path) -> None:
    assert run(["export", "--all", "--format", "parquet", "--on", "2018-10-05", "--out", str(tmp_path)]) == 0
    found = {path.stem: parquet.read_table(path) for path in tmp_path.iterdir()}
    assert found.keys() == views(examples).keys()
    counted = {view: rows(examples, view) for view, asks_for_day in views(examples).items() if not asks_for_day}
    assert {view: found[view].num_rows for view in counted} == counted
    assert counted["timeline"] > 5
    assert all(field.metadata[b"comment"] for view in counted for field in found[view].schema)
    assert {type(day) for day in found["timeline"].column("starts_from").to_pylist()} == {date, type(None)}


def test_views_that_a_format_cannot_hold_are_listed_as_left_out(
    examples: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--all", "--format", "geojson", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    written = {path.stem for path in tmp_path.iterdir()}
    assert "timeline" in written
    assert f"left out {len(views(examples)) - len(written)}\n" in told
    assert "  casualty: no columns latitude and longitude\n" in told
    assert "  planned_as_of: it is as of a day, add --on 2021-03-18\n" in told


def test_csv_and_json_lines_tell_the_same_in_the_same_order(
    examples: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("csv", "jsonl"):
        assert run(["export", "participation", "--format", form, "--out", str(tmp_path)]) == 0
    assert f"participation: {rows(examples, 'participation')} rows in {tmp_path}" in capsys.readouterr().out
    with (tmp_path / "participation.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    lines = [json.loads(line) for line in (tmp_path / "participation.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["evidence"] for row in table] == [line["evidence"] for line in lines]
    assert [row["article_id"] for row in table] == [line["article_id"] for line in lines]


def test_an_export_to_output_is_the_file_and_nothing_else(
    examples: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["export", "timeline", "--out", f"{tmp_path}/folder/"]) == 0
    assert run(["export", "timeline", "--out", str(tmp_path / "new" / "a.csv")]) == 0
    assert (tmp_path / "folder/timeline.csv").read_bytes() == (tmp_path / "new/a.csv").read_bytes()
    capfdbinary.readouterr()
    assert run(["export", "timeline", "--out", "-"]) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "new" / "a.csv").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "name a view, or ask for --all"),
        (["timeline", "--all"], "name a view, or ask for --all"),
        (["nothing"], "there is no view 'nothing'"),
        (["planned_as_of"], "add it as --on 2021-03-18"),
        (["timeline", "--on", "2021-03-18"], "timeline takes no day"),
        (["planned_as_of", "--on", "March"], "--on March is no day"),
        (["--all", "--out", "-"], "let --out be a folder"),
        (["casualty", "--format", "geojson", "--out", "-"], "casualty has no columns latitude and longitude"),
    ],
)
def test_wrong_words_are_refused(
    examples: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *words]) == 2
    assert told in capsys.readouterr().err
