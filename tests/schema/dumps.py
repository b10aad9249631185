"""Databases as tests look at them: as pg_dump writes them, and by a statement or a query."""

from __future__ import annotations

import subprocess
from typing import Any

import psycopg

from eventdb.server import pg_tool
from tests.conftest import conninfo


def dump(url: str, *options: str) -> list[str]:
    """Lines of the dump; the key that changes from dump to dump is left out."""
    done = subprocess.run([pg_tool("pg_dump"), *options, conninfo(url)], capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]


def execute(url: str, statement: str) -> None:
    """Run a statement, and commit."""
    with psycopg.connect(conninfo(url)) as link:
        link.execute(statement.encode())


def query(url: str, question: str) -> list[tuple[Any, ...]]:
    """All rows of an answer."""
    with psycopg.connect(conninfo(url)) as link:
        return link.execute(question.encode()).fetchall()
