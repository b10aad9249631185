"""SQL that readers see says what it is."""

from __future__ import annotations

import re

from tests.structure.tree import files, read

VIEWS = [path for path in files() if path.parts[:2] == ("sql", "views")]
CHECKS = [path for path in files() if path.parts[:2] == ("sql", "checks")]


def test_the_first_line_of_a_view_states_its_grain() -> None:
    assert [str(path) for path in VIEWS if not re.match(r"-- One row per \w.{10,}", read(path))] == []


def test_a_view_bears_the_name_of_its_file() -> None:
    made = {
        path.stem: re.findall(r"^create (?:view|function) report\.(\w+)", read(path), re.MULTILINE) for path in VIEWS
    }
    assert made == {path.stem: [path.stem] for path in VIEWS}


def test_every_view_is_commented() -> None:
    comment = r"^comment on (?:view|function) report\.{}\b"
    assert [path.stem for path in VIEWS if not re.search(comment.format(path.stem), read(path), re.MULTILINE)] == []


def test_no_query_takes_whatever_columns_there_are() -> None:
    assert [str(path) for path in (*VIEWS, *CHECKS) if re.search(r"select\s+\*", read(path), re.IGNORECASE)] == []


def test_the_first_line_of_a_check_says_what_must_not_be() -> None:
    assert CHECKS
    assert [str(path) for path in CHECKS if not re.match(r"-- \w.{10,}", read(path))] == []
