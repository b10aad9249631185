"""The report on quality: which sets there are, what lies below a floor, and the page that is kept."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bench.errors import errors
from bench.measures.figure import Figure
from bench.page import page
from bench.quality import KEPT, PAGE, ROOT, below, chosen, listed, table
from bench.second_scorer import differences
from bench.sets import SETS

FIGURES = {"inner": [Figure("date", 0.5, 10, "days", 0.8, 0.9), Figure("speed", 81.04, 3, "a second")]}


def test_floors_name_figures_that_fell_or_are_gone() -> None:
    floors = {"inner": {"date": 0.51, "speed": 80.0, "place": 0.1}, "elsewhere": {"date": 1.0}}
    assert sorted(below(floors, FIGURES)) == [
        "inner, date: 0.500 lies below its floor of 0.510",
        "inner, place: – lies below its floor of 0.100",
    ]


def test_the_table_marks_what_is_less_than_wanted() -> None:
    lines = list(table(FIGURES))
    assert lines[1:] == [
        "  date                      0.500<   0.800    0.900     10  days",
        "  speed                      81.0        –        –      3  a second",
    ]


def test_the_page_is_made_from_the_figures_that_are_kept() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(json.loads(KEPT.read_text(encoding="utf-8")))


def test_every_set_of_the_repository_is_there_and_on_the_page() -> None:
    inside = [each for each in SETS if not each.beside]
    assert [each.name for each in inside if not (ROOT / each.place).exists()] == []
    assert {each.name for each in inside} <= json.loads(KEPT.read_text(encoding="utf-8")).keys()
    assert {path.name for path in (ROOT / "bench" / "corpus").iterdir() if path.is_dir()} <= {e.name for e in SETS}


def test_floors_are_those_of_sets_and_figures_that_there_are() -> None:
    floors = json.loads((ROOT / ".ci" / "floors.json").read_text(encoding="utf-8"))
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert floors.keys() <= {each.name for each in SETS}
    assert [f"{name}, {figure}" for name in floors for figure in floors[name] if figure not in _named(kept[name])] == []


def _named(rows: list[dict[str, str]]) -> set[str]:
    return {row["name"] for row in rows}


def test_a_folder_is_a_set_and_an_unknown_name_is_refused(tmp_path: Path) -> None:
    assert [each.place for each in chosen([str(tmp_path), "traps"], tmp_path)] == [
        tmp_path,
        ROOT / "bench" / "corpus" / "traps",
    ]
    with pytest.raises(SystemExit, match=re.escape("no set or folder is called nowhere")):
        chosen(["nowhere"], tmp_path)


def test_errors_are_what_has_no_counterpart_and_what_differs() -> None:
    event = {
        "type": "vote.election",
        "status": "planned",
        "start": "2001-03-05",
        "evidence": "the vote",
        "casualties": [],
    }
    gold = {"article": {"title": "Vote nears"}, "actors": [{"name": "Chad", "kind": "state"}], "events": [event]}
    read = {"article": {"title": "Vote"}, "actors": [], "events": [event | {"status": "occurred"}]}
    assert list(errors([("one", gold, read)])) == [
        "one\ttitle\twanted 'Vote nears', got 'Vote'",
        "one\tactor\tmissed\tChad",
        "one\tstatus\twanted 'planned', got 'occurred'\tthe vote",
    ]


def test_errors_of_unseen_sets_are_not_listed() -> None:
    (held,) = chosen(["held-afg"], ROOT)
    assert list(listed([held])) == ["held-afg: its errors are not for looking at"]


def test_without_a_second_scorer_nothing_differs(tmp_path: Path) -> None:
    assert list(differences(tmp_path / "score.py", [], {})) == []
