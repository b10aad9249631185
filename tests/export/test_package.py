"""The data package is whole, and its own standard's library reads it with the types that it promises."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package, validate

from eventdb.cli import run
from eventdb.models.codes import LISTS


@pytest.fixture
def package(examples: str, tmp_path: Path) -> Path:
    assert run(["export", "--format", "datapackage", "--licence", "CC-BY-4.0", "--out", str(tmp_path)]) == 0
    return tmp_path / "datapackage.json"


def test_the_package_is_valid_and_every_file_of_it_is_as_described(package: Path) -> None:
    report = validate(str(package))
    assert report.valid, [task.errors for task in report.tasks if not task.valid]
    described = json.loads(package.read_text(encoding="utf-8"))
    paths = {each["path"]: each for each in described["resources"]}
    assert paths.keys() == {path.name for path in package.parent.glob("*.csv")}
    for name, each in paths.items():
        content = (package.parent / name).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    assert described["licenses"] == [{"name": "CC-BY-4.0"}]


def test_rows_have_the_types_that_the_schema_promises(package: Path) -> None:
    rows = Package(str(package)).get_resource("timeline").read_rows()
    assert {type(row["event_id"]) for row in rows} == {int}
    assert {type(row["starts_from"]) for row in rows} == {date, type(None)}
    assert {type(row["is_core"]) for row in rows} == {bool}


def test_every_column_of_every_view_is_described(package: Path) -> None:
    described = json.loads(package.read_text(encoding="utf-8"))
    assert [
        f"{each['name']}.{column['name']}"
        for each in described["resources"]
        for column in each["schema"]["fields"]
        if not column["description"]
    ] == []


def test_the_codebook_has_every_code(package: Path) -> None:
    with (package.parent / "codebook.csv").open(encoding="utf-8", newline="") as file:
        found = {(row["list"], row["code"]) for row in csv.DictReader(file)}
    assert found == {(name, str(entry.code)) for name, entries in LISTS.items() for entry in entries}


def test_a_package_without_a_licence_says_that_none_was_named(
    examples: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--format", "datapackage", "--on", "2018-10-05", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("left out 0\n")
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert described["licenses"][0]["name"] == "notspecified"
    assert "planned_as_of" in {each["name"] for each in described["resources"]}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["timeline", "--format", "datapackage"], "holds all views: it takes none"),
        (["--format", "datapackage", "--out", "-"], "let --out be a folder"),
        (["timeline", "--licence", "CC-BY-4.0"], "--licence is for --format datapackage"),
    ],
)
def test_words_that_do_not_fit_a_package_are_refused(
    examples: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *words]) == 2
    assert told in capsys.readouterr().err
