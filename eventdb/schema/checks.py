"""What the data must not hold: in go a connection and the files of `sql/checks`, out come those that found something.

Each file's first line is a comment that states the rule, its second says how grave a breach is:

    -- No event may stand without a report in an article, unless it was merged into another.
    -- severity: failure

A failure means that data are wrong, a warning that a person should look. The query selects the rows that break the
rule; an empty answer is good. A check that takes too long is told as a warning and keeps nobody waiting.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from psycopg import Connection, Cursor
from psycopg.errors import QueryCanceled
from psycopg.sql import SQL, Literal

from eventdb.errors import SchemaError
from eventdb.schema.folders import folder

SHOWN = 5
SECONDS = 120
HEAD = re.compile(r"-- (?P<rule>[^\n]+)\n-- severity: (?P<severity>\w+)\n(?P<query>.*?);?\s*", re.DOTALL)
FOUND = "select count(*) over () as rows_found, found.* from ({}) as found limit {}"


class Severity(StrEnum):
    """How grave a breach is."""

    FAILURE = "failure"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule of the data, and the query that selects what breaks it."""

    name: str
    rule: str
    severity: Severity
    query: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that rows break: how many, and the first few of them as text."""

    name: str
    rule: str
    rows: int
    examples: tuple[str, ...]
    severity: Severity = Severity.FAILURE

    @property
    def is_failure(self) -> bool:
        """Whether data are wrong, and not only worth a look."""
        return self.severity is Severity.FAILURE


def checks(path: Path | None = None) -> tuple[Check, ...]:
    """All checks, in the order of their files."""
    return tuple(map(_check, sorted((path or folder("sql/checks")).glob("*.sql"))))


def run_checks(
    connection: Connection[Any], path: Path | None = None, *, seconds: float = SECONDS
) -> tuple[Breach, ...]:
    """Run all checks, each for so many seconds at most; the breaches in the order of their files."""
    return tuple(breach for breach in (_run(connection, each, seconds) for each in checks(path)) if breach)


def breach_lines(breaches: Sequence[Breach]) -> list[str]:
    """Breaches as lines of text, failures first, and a last line that counts them."""
    if not breaches:
        return ["all is well"]
    lines = []
    for breach in sorted(breaches, key=lambda each: not each.is_failure):
        lines.append(f"{breach.severity} {breach.name}: {breach.rows} rows break the rule: {breach.rule}")
        lines += [f"  {example}" for example in breach.examples]
    failures = sum(breach.is_failure for breach in breaches)
    return [*lines, f"{failures} rules are broken, {len(breaches) - failures} give a warning"]


def _check(file: Path) -> Check:
    content = file.read_text(encoding="utf-8")
    if not content.startswith("-- "):
        raise SchemaError(f"{file.name}: the first line must state the rule, `-- No … may …`")
    head = HEAD.fullmatch(content)
    if not head or head["severity"] not in list(Severity):
        raise SchemaError(f"{file.name}: the second line must be `-- severity: failure` or `-- severity: warning`")
    return Check(file.stem, head["rule"], Severity(head["severity"]), head["query"])


def _run(connection: Connection[Any], check: Check, seconds: float) -> Breach | None:
    asked = SQL(FOUND).format(SQL(check.query), Literal(SHOWN))
    begun = time.monotonic()
    try:
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute("select set_config('statement_timeout', %s, true)", (f"{int(seconds * 1000)}",))
            rows = cursor.execute(asked).fetchall()
            examples = tuple(_shown(cursor, row[1:]) for row in rows)
    except QueryCanceled:
        told = f"the check was ended after {time.monotonic() - begun:.0f} seconds"
        return Breach(check.name, check.rule, 0, (told,), Severity.WARNING)
    return Breach(check.name, check.rule, rows[0][0], examples, check.severity) if rows else None


def _shown(cursor: Cursor[Any], row: tuple[Any, ...]) -> str:
    names = [column.name for column in (cursor.description or ())[1:]]
    return ", ".join(f"{name} {value}" for name, value in zip(names, row, strict=True))
