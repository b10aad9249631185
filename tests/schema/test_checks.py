"""Checks find what the data must not hold, and say which rule it breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventdb import schema
from eventdb.errors import SchemaError
from eventdb.schema.checks import Severity

ODD = """-- No number may be odd.
-- severity: warning
select number, 'n' as name from generate_series(1, %d) as number where number %% 2 = 1
"""


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)


def test_an_empty_database_breaks_no_rule(connection: psycopg.Connection[Any]) -> None:
    assert schema.run_checks(connection) == ()


def test_a_breach_names_its_rule_and_shows_its_first_rows(connection: psycopg.Connection[Any], tmp_path: Path) -> None:
    write(tmp_path, "odd_number.sql", ODD % 19)
    write(tmp_path, "fine.sql", "-- No text may be empty.\n-- severity: failure\nselect 1 where false;\n")
    (breach,) = schema.run_checks(connection, tmp_path)
    assert (breach.name, breach.rule, breach.rows) == ("odd_number", "No number may be odd.", 10)
    assert breach.examples == tuple(f"number {number}, name n" for number in (1, 3, 5, 7, 9))


def test_a_check_without_its_rule_is_refused(connection: psycopg.Connection[Any], tmp_path: Path) -> None:
    write(tmp_path, "silent.sql", "select 1")
    with pytest.raises(SchemaError, match=r"silent\.sql: the first line must state the rule"):
        schema.run_checks(connection, tmp_path)


@pytest.mark.parametrize("head", ["-- No number may be odd.\n", "-- No number may be odd.\n-- severity: grave\n"])
def test_a_check_without_its_severity_is_refused(
    connection: psycopg.Connection[Any], tmp_path: Path, head: str
) -> None:
    write(tmp_path, "meek.sql", head + "select 1")
    with pytest.raises(SchemaError, match=r"meek\.sql: the second line must be `-- severity: failure` or"):
        schema.run_checks(connection, tmp_path)


def test_a_check_that_takes_too_long_is_ended_and_told_as_a_warning(
    connection: psycopg.Connection[Any], tmp_path: Path
) -> None:
    write(tmp_path, "endless.sql", "-- No sleep may end.\n-- severity: failure\nselect pg_sleep(60)::text as slept")
    write(tmp_path, "odd_number.sql", ODD % 3)
    endless, odd = schema.run_checks(connection, tmp_path, seconds=0.05)
    assert (endless.is_failure, endless.examples) == (False, ("the check was ended after 0 seconds",))
    assert odd.rows == 2


def test_failures_are_told_before_warnings_and_both_are_counted() -> None:
    odd = schema.Breach("odd", "No number may be odd.", 2, ("number 1",), Severity.WARNING)
    lost = schema.Breach("lost", "No row may be lost.", 1, ())
    assert schema.breach_lines([odd, lost]) == [
        "failure lost: 1 rows break the rule: No row may be lost.",
        "warning odd: 2 rows break the rule: No number may be odd.",
        "  number 1",
        "1 rules are broken, 1 give a warning",
    ]
