"""What the data must not hold: in go a connection and the files of `sql/checks`, out come those that found something.

Each file's first line is a comment that states the rule; its query selects the rows that break it. An empty answer is
good.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import Connection, Cursor

from eventdb.errors import SchemaError
from eventdb.schema.folders import folder

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that rows break: how many, and the first few of them as text."""

    name: str
    rule: str
    rows: int
    examples: tuple[str, ...]


def run_checks(connection: Connection[Any], path: Path | None = None) -> tuple[Breach, ...]:
    """Run all checks; the breaches in the order of their files, none if all is well."""
    files = sorted((path or folder("sql/checks")).glob("*.sql"))
    return tuple(breach for breach in (_run(connection, file) for file in files) if breach)


def _run(connection: Connection[Any], file: Path) -> Breach | None:
    content = file.read_text(encoding="utf-8")
    if not content.startswith("-- "):
        raise SchemaError(f"{file.name}: the first line must state the rule, `-- No … may …`")
    with connection.cursor() as cursor:
        cursor.execute(content.encode())
        found = cursor.rowcount
        examples = tuple(_shown(cursor, row) for row in cursor.fetchmany(SHOWN))
    return Breach(file.stem, content.partition("\n")[0][3:], found, examples) if found else None


def _shown(cursor: Cursor[Any], row: tuple[Any, ...]) -> str:
    names = [column.name for column in cursor.description or ()]
    return ", ".join(f"{name} {value}" for name, value in zip(names, row, strict=True))
