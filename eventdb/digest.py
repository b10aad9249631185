"""One hash of all that a database says, to tell whether two of them say the same.

In: an open connection. Out: a digest of each table that carries facts, decisions or files, and one over all of them. It
does not depend on the order of rows, on the runs that wrote them and their times, nor on ids and redirects of events,
which tell in what order reports came: an event stands for its reports. The server adds up hashes of rows, so that
nothing is held in memory. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from eventdb.models import SCHEMA, Base

if TYPE_CHECKING:
    from psycopg import Connection, sql

RUN_LOG = frozenset({"ingest_run", "ingest_result"})
# When and by which run something was written, and what the system said of a file.
CIRCUMSTANCES = frozenset(
    {
        "ingest_run_id",
        "first_seen_at",
        "last_seen_at",
        "changed_at",
        "made_at",
        "withdrawn_at",
        "stat_hash",
        "input_hash",
    }
)
# Each row as text; sums of its hash's halves do not depend on the order of rows.
DIGEST = """
select count(*), coalesce(sum(half_of(hash, 1)), 0), coalesce(sum(half_of(hash, 9)), 0)
from (select sha256(convert_to(row({columns})::text, 'UTF8')) as hash from {source}) as hashed
"""
HALF = "('x' || encode(substring(hash from {} for 8), 'hex'))::bit(64)::bigint"
FOUNDERS = """
(
    select event_id, min(event_report_id) as founder
    from eventdb.event_report where event_id is not null group by event_id
) as founded
"""
SOURCES = {
    "event": f"eventdb.event as held inner join {FOUNDERS} using (event_id)",
    "event_report": f"eventdb.event_report as held left join {FOUNDERS} using (event_id)",
}


@dataclass(frozen=True, slots=True)
class TableDigest:
    """How many rows a table has, and a hash of what they say."""

    rows: int
    digest: str


def table_digests(connection: Connection) -> dict[str, TableDigest]:
    """The digest of each table, by its name; closed lists and the log of runs are left out."""
    connection.execute("set datestyle to 'ISO'")
    connection.execute("set bytea_output to 'hex'")
    return {table: _digest(connection, table) for table in _tables()}


def whole(digests: Mapping[str, TableDigest]) -> str:
    """One digest over those of all tables."""
    lines = (f"{table} {each.rows} {each.digest}\n" for table, each in sorted(digests.items()))
    return sha256("".join(lines).encode()).hexdigest()


def _tables() -> list[str]:
    every = Base.metadata.tables.values()
    return sorted(table.name for table in every if table.name not in RUN_LOG and "code" not in table.columns)


def _digest(connection: Connection, table: str) -> TableDigest:
    row = connection.execute(_query(table)).fetchone()
    rows, *halves = row or (0, 0, 0)
    return TableDigest(rows, sha256(" ".join(map(str, halves)).encode()).hexdigest()[:32])


def _query(table: str) -> sql.Composed:
    from psycopg import sql

    names = [column.name for column in Base.metadata.tables[f"{SCHEMA}.{table}"].columns]
    by_founder = table in SOURCES
    columns = [
        sql.Identifier("founder") if name == "event_id" and by_founder else sql.Identifier("held", name)
        for name in names
        if name not in CIRCUMSTANCES
    ]
    source = SOURCES.get(table, f"eventdb.{table} as held")
    query = DIGEST.replace("half_of(hash, 1)", HALF.format(1)).replace("half_of(hash, 9)", HALF.format(9))
    return sql.SQL(query).format(columns=sql.SQL(", ").join(columns), source=sql.SQL(source))
