"""What makes later questions quick: in goes a connection, out comes how much was refreshed.

A load deletes and writes anew, and an embedded server seldom runs long enough for PostgreSQL's own cleaning: tables
that changed are vacuumed and analysed here. Materialised views of schema `report`, ours or a user's, are made again.
Readers go on meanwhile. It changes no row.
"""

from __future__ import annotations

from dataclasses import dataclass

from psycopg import Connection
from psycopg.sql import SQL, Identifier

CHANGED = """
select relname from pg_stat_user_tables
where schemaname = 'eventdb' and n_dead_tup + n_mod_since_analyze + n_ins_since_vacuum > 0
order by relname
"""
# A view can be refreshed beside its readers where a unique index tells its rows apart.
MATERIALISED = """
select relname, exists (select from pg_index where indrelid = pg_class.oid and indisunique and indpred is null)
from pg_class
where relnamespace = 'report'::regnamespace and relkind = 'm' and relispopulated
order by relname
"""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many tables were vacuumed and analysed, and materialised views made again."""

    tables: int
    views: int


def refresh(connection: Connection) -> Refreshed:
    """Refresh all that changed; the connection must commit each statement by itself."""
    tables = connection.execute(CHANGED).fetchall()
    for (name,) in tables:
        connection.execute(SQL("vacuum (analyze, skip_locked) eventdb.{}").format(Identifier(name)))
    views = connection.execute(MATERIALISED).fetchall()
    for name, has_key in views:
        way = SQL("concurrently ") if has_key else SQL("")
        connection.execute(SQL("refresh materialized view {}report.{}").format(way, Identifier(name)))
    return Refreshed(len(tables), len(views))
