"""How identity is measured: pairs and B-cubed on sets made by hand, errors, and a corpus in a database."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.identity import errors, figures, measured, table
from bench.linked import Thing
from bench.measures.clusters import agreement
from bench.newsroom.corpus import write
from bench.newsroom.plans import SIZE


@pytest.mark.parametrize(
    ("things", "precision", "recall"),
    [
        ([("a", 1), ("a", 1), ("b", 2)], 1.0, 1.0),
        ([("a", 1), ("a", 1), ("b", 1)], 1 / 3, 1.0),
        ([("a", 1), ("a", 2), ("a", 2)], 1.0, 1 / 3),
        ([("a", None), ("a", None)], 1.0, 0.0),
        ([], 1.0, 1.0),
    ],
)
def test_pairs_are_counted(things: list[tuple[str, int | None]], precision: float, recall: float) -> None:
    found = agreement(things)
    assert (found.precision, found.recall) == (pytest.approx(precision), pytest.approx(recall))


def test_b_cubed_weighs_each_thing_alike() -> None:
    found = agreement([("a", 1), ("a", 1), ("b", 1), ("b", 2)])
    assert found.b3_precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert found.b3_recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def thing(file: str, true: str, found: int | None, *, was_read: bool = True) -> Thing:
    return Thing("events", file, true, found, was_read, f"[{true}]")


def test_what_was_not_read_is_missed_only_in_the_figure_of_all() -> None:
    things = [thing("1", "a", 1), thing("2", "a", 1), thing("3", "a", None, was_read=False)]
    found = {row.name: row.value for row in figures(things)["events"]}
    assert (found["precision"], found["recall"]) == (1.0, 1.0)
    assert found["recall of all"] == pytest.approx(1 / 3)
    assert found["read"] == pytest.approx(2 / 3)


def test_errors_show_the_members_of_broken_sets() -> None:
    lines = list(errors([thing("1", "a", 1), thing("2", "a", 2), thing("3", "b", 2), thing("4", "c", 3)], 9))
    assert lines[:4] == [
        "events: torn apart: 1",
        "  1. 1 a → 1: [a]",
        "  1. 2 a → 2: [a]",
        "events: thrown together: 1",
    ]
    assert lines[4:6] == ["  1. 2 a → 2: [a]", "  1. 3 b → 2: [b]"]


def test_a_corpus_is_loaded_linked_and_measured(tmp_path: Path, database_url: str) -> None:
    write(SIZE, tmp_path, 7)
    scores = figures(measured(tmp_path, database_url))
    found = {kind: {row.name: row for row in rows} for kind, rows in scores.items()}
    assert found["events"]["read"].value > 0.8
    assert found["events"]["precision"].value > 0.9
    assert found["stories"]["precision"].value == 1.0
    assert found["persons"]["recall"].rows > 100
    assert "events" in next(iter(table(scores)))
