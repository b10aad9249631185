"""The wheel is whole: installed without the checkout, it migrates a database, reads articles and answers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.packaging.installing import ROOT, Installed, build_wheel, install, unpack_sdist

ARTICLE = """Envoys meet in Windhoek

WINDHOEK -- A roadside bomb killed at least four soldiers near Rundu on 3 March 2014, the army said.
"""
CARRIED = {
    # folder of the checkout   its place in the wheel
    "eventdb": "eventdb",
    "loaders": "loaders",
    "migrations": "eventdb/migrations",
    "sql": "eventdb/sql",
    "examples": "eventdb/examples",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(wheel, tmp_path_factory.mktemp("an installed") / "place")


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_that_the_product_reads(wheel: Path) -> None:
    wanted = {
        f"{place}/{path.relative_to(ROOT / folder)}"
        for folder, place in CARRIED.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert len(wanted) > 200
    assert wanted - names(wheel) == set()


def test_the_wheel_holds_no_tests_and_one_licence(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"eventdb", "loaders"}
    assert [name for name in names(wheel) if name.endswith("licenses/LICENSE")] != []


def test_the_source_distribution_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    again = build_wheel(unpack_sdist(tmp_path / "sdist"), tmp_path / "wheel")
    assert names(again) == names(wheel)


def test_the_command_says_what_it_can_do_outside_the_checkout(installed: Installed) -> None:
    said = installed.run("eventdb", "--help")
    assert said.returncode == 0, said.stderr
    assert "ingest" in said.stdout
    where = installed.run("python", "-c", "import eventdb, loaders; print(eventdb.__file__, loaders.__file__)")
    assert where.stdout.count(str(installed.place)) == 2
    assert str(ROOT) not in where.stdout


def test_an_article_is_extracted_without_a_database(installed: Installed, tmp_path: Path) -> None:
    article = tmp_path / "windhoek.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    said = installed.run("eventdb", "extract", article, "--format", "jsonl")
    assert said.returncode == 0, said.stderr
    facts = json.loads(said.stdout)
    figures = [(each["kind"], each["value"]) for event in facts["events"] for each in event["casualties"]]
    assert figures == [("killed", 4)]


def test_a_database_is_migrated_filled_and_asked(installed: Installed, empty_url: str, tmp_path: Path) -> None:
    article = tmp_path / "windhoek.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    for words in (["db", "upgrade"], ["ingest", article]):
        said = installed.run("eventdb", *words, url=empty_url)
        assert said.returncode == 0, said.stdout + said.stderr
    answer = installed.run("eventdb", "show", "casualty_claim", "--format", "json", url=empty_url)
    assert [(row["kind"], row["value"], row["qualifier"]) for row in json.loads(answer.stdout)] == [
        ("killed", 4, "at_least")
    ]
