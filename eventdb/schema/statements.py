"""How SQL text is run: in goes text of one or many statements, out goes nothing but their effect.

Text is sent as it is, without parameters: a percent sign in a LIKE and a colon in a comment mean themselves.
"""

from __future__ import annotations

from collections.abc import Callable

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from eventdb.errors import SchemaError

Run = Callable[[str], None]
"""Something that runs a text: a connection, or a script that is being written."""


def runner(migration: MigrationContext) -> Run:
    """Run on the migration's connection, or write into its script when there is no connection."""
    connection = migration.connection
    return migration.impl.static_output if migration.as_sql or connection is None else on(connection)


def on(connection: Connection) -> Run:
    """Run on a connection; SchemaError tells what the server refuses, and why."""

    def run(text: str) -> None:
        try:
            connection.exec_driver_sql(text, execution_options={"no_parameters": True})
        except DBAPIError as error:
            raise SchemaError(f"the database refuses `{_beginning(text)}`: {error.orig}") from error

    return run


def _beginning(text: str) -> str:
    """The first line that is no comment."""
    return next(line for line in text.splitlines() if line and not line.startswith("--"))


def quoted(value: str | int | None) -> str:
    """A value as an SQL literal."""
    if value is None:
        return "null"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
