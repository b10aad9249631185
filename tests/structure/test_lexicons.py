"""Words are data, and each carries its proof: a file whose rows have examples has no row without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.structure.tree import ROOT, files

PROOFS = frozenset({"yes", "example", "examples"})
REFUTATIONS = frozenset({"no", "counter", "counter_example", "counterexamples", "counter_examples"})
LEXICONS = [path for path in files() if path.parts[:2] == ("loaders", "lexicons") and path.suffix == ".yaml"]
FRAMES = [path for path in LEXICONS if "frames" in path.parts and path.stem != "parts"]  # parts are pieces of frames
NEEDS_NO_WORDS = {"undated"}  # the row for a text without any date phrase has no phrase to show

Row = dict[str, Any]


def row_lists(path: Path) -> list[list[Row]]:
    """The lists of rows in a file, at its top or under a heading."""
    content = yaml.load((ROOT / path).read_bytes(), Loader=yaml.CBaseLoader)
    lists = content.values() if isinstance(content, dict) else [content]
    return [each for each in lists if isinstance(each, list) and each and all(isinstance(row, dict) for row in each)]


def has(row: Row, fields: frozenset[str]) -> bool:
    return any(row.get(field) for field in fields)


def test_where_rows_carry_examples_every_row_does() -> None:
    for path in LEXICONS:
        for rows in row_lists(path):
            bare = [row for row in rows if not has(row, PROOFS) and row.get("key") not in NEEDS_NO_WORDS]
            assert bare == [] or len(bare) == len(rows), path


def test_every_frame_carries_an_example() -> None:
    assert FRAMES
    assert [f"{path}: {row['name']}" for path in FRAMES for row in frames(path) if not row.get("yes")] == []


def test_every_frame_has_a_name_of_its_own_in_its_file() -> None:
    for path in FRAMES:
        names = [row["name"] for row in frames(path)]
        assert len(names) == len(set(names)), path


def test_most_files_whose_rows_carry_examples_carry_counter_examples_too() -> None:
    proved = [rows for path in LEXICONS for rows in row_lists(path) if all(has(row, PROOFS) for row in rows)]
    refuted = [rows for rows in proved if any(has(row, REFUTATIONS) for row in rows)]
    assert len(refuted) > len(proved) / 2


def frames(path: Path) -> list[Row]:
    (rows,) = row_lists(path)
    return rows
