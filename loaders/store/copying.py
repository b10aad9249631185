"""Rows → COPY in binary, straight into the final tables.

In: a table's name and rows as dicts of columns. Out: rows in the database. Columns and types come from the models, so
a row that lacks a column or has one too many raises KeyError before anything is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from psycopg import Connection, sql
from sqlalchemy.dialects import postgresql

from eventdb.models import SCHEMA, Base

from .claims import Row

DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


@cache
def columns_of(table: str) -> dict[str, str]:
    """Column → PostgreSQL type, in the table's order, of all that the server does not fill by itself."""
    columns = [column for column in Base.metadata.tables[f"{SCHEMA}.{table}"].columns if column.computed is None]
    return {column.name: _type_name(column.type.compile(dialect=DIALECT)) for column in columns}


def _type_name(declared: str) -> str:
    return {"timestamp with time zone": "timestamptz", "float": "float8"}.get(declared.lower(), declared.lower())


@cache
def _statement(table: str) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns_of(table)))
    return sql.SQL("copy {} ({}) from stdin (format binary)").format(sql.Identifier(SCHEMA, table), names)


def copy_rows(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """Copy the rows into the table, in one statement; a row with other columns than the table's raises KeyError."""
    columns = columns_of(table)
    with connection.cursor() as cursor, cursor.copy(_statement(table)) as copy:
        copy.set_types(list(columns.values()))
        for row in rows:
            if len(row) != len(columns):
                raise KeyError(f"{table}: columns {sorted(row.keys() ^ columns.keys())} are missing or unknown")
            copy.write_row([row[name] for name in columns])


def add_missing(connection: Connection, table: str, rows: Iterable[Row]) -> int:
    """Insert the rows whose key the table lacks; the number of rows added."""
    columns, added = columns_of(table), 0
    insert = sql.SQL("insert into {} ({}) values ({}) on conflict do nothing").format(
        sql.Identifier(SCHEMA, table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(map(sql.Placeholder, columns)),
    )
    with connection.cursor() as cursor:
        for row in rows:
            added += cursor.execute(insert, row).rowcount
    return added
