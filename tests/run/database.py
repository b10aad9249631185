"""What tests of a run ask a database: its whole content in a fixed order, and whether rows were written again.

In: a psycopg connection. Out: plain values. It writes nothing.
"""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql

# The log of runs grows with every run, and a file's last_seen_at moves: all else must stay as it is.
RUN_LOG = frozenset({"ingest_run", "ingest_result"})
TIMES = frozenset({"first_seen_at", "last_seen_at", "changed_at", "made_at", "ingest_run_id"})

Link = psycopg.Connection[Any]
Rows = list[tuple[Any, ...]]


def tables(link: Link) -> list[str]:
    """The tables of schema eventdb but for the log of runs."""
    found = link.execute("select tablename from pg_tables where schemaname = 'eventdb' order by 1").fetchall()
    return [name for (name,) in found if name not in RUN_LOG]


def content(link: Link, *, without: frozenset[str] = frozenset()) -> dict[str, Rows]:
    """Every row of every table but the log of runs, in a fixed order, without times."""
    return {table: rows_of(link, table, without | TIMES) for table in tables(link)}


def rows_of(link: Link, table: str, without: frozenset[str] = frozenset()) -> Rows:
    """The rows of a table in the order of all their columns."""
    asked = (
        "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped order by 1"
    )
    names = [name for (name,) in link.execute(asked, (f"eventdb.{table}",)) if name not in without]
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    order = sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name in names)
    return link.execute(
        sql.SQL("select {} from eventdb.{} order by {}").format(columns, sql.Identifier(table), order)
    ).fetchall()


def versions_of_rows(link: Link, *, without: frozenset[str] = frozenset()) -> dict[str, Rows]:
    """Which transaction wrote each row: unchanged where nothing was written."""
    query = "select ctid::text, xmin::text from eventdb.{} order by 1"
    return {
        table: link.execute(sql.SQL(query).format(sql.Identifier(table))).fetchall()
        for table in tables(link)
        if table not in without
    }


def ask(link: Link, query: str) -> Rows:
    """The rows of a query."""
    return link.execute(query).fetchall()
