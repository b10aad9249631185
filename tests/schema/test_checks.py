"""Checks find what the data must not hold, and say which rule it breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventdb import schema
from eventdb.errors import SchemaError

ODD = "-- No number may be odd.\nselect number, 'n' as name from generate_series(1, %d) as number where number %% 2 = 1"


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)


def test_an_empty_database_breaks_no_rule(connection: psycopg.Connection[Any]) -> None:
    assert schema.run_checks(connection) == ()


def test_a_breach_names_its_rule_and_shows_its_first_rows(connection: psycopg.Connection[Any], tmp_path: Path) -> None:
    write(tmp_path, "odd_number.sql", ODD % 19)
    write(tmp_path, "fine.sql", "-- No text may be empty.\nselect 1 where false")
    (breach,) = schema.run_checks(connection, tmp_path)
    assert (breach.name, breach.rule, breach.rows) == ("odd_number", "No number may be odd.", 10)
    assert breach.examples == tuple(f"number {number}, name n" for number in (1, 3, 5, 7, 9))


def test_a_check_without_its_rule_is_refused(connection: psycopg.Connection[Any], tmp_path: Path) -> None:
    write(tmp_path, "silent.sql", "select 1")
    with pytest.raises(SchemaError, match=r"silent\.sql: the first line must state the rule"):
        schema.run_checks(connection, tmp_path)
