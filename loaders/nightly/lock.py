"""One night at a time over a database: in goes its URL, out comes the lock, or who holds it.

The lock is the server's and belongs to a session, so a night that was killed, or whose machine is gone, holds it no
longer. The session's name says which process of which machine it is; no file and no row can go stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

import psycopg
from psycopg import Connection

from eventdb.errors import DatabaseError
from eventdb.settings import conninfo, redacted

NIGHT_LOCK = 0x6E69676874646221  # the letters of "nightdb!"
LONGEST_NAME = 63  # bytes of an application_name
HOLDER = """
select session.application_name, session.backend_start
from pg_locks as held
inner join pg_stat_activity as session using (pid)
where
    held.locktype = 'advisory' and held.granted
    and held.database = (select oid from pg_database where datname = current_database())
    and held.classid::bigint = %s and held.objid::bigint = %s
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock: `process 4711 on archive-1`, and since when; None where the server does not say."""

    name: str
    since: datetime | None

    def __str__(self) -> str:
        """In words."""
        return f"{self.name} since {self.since:%Y-%m-%d %H:%M:%S %Z}" if self.since else self.name


@contextmanager
def night_lock(url: str, *, process: int, host: str, is_waiting: bool = False) -> Iterator[Holder | None]:
    """Hold the lock for a block; the value is None, or who holds it in our place.

    With `is_waiting` it waits for the other's end, and the value is None.
    """
    name = f"eventdb nightly: process {process} on {host}".encode()[:LONGEST_NAME].decode(errors="ignore")
    try:
        with psycopg.connect(conninfo(url), autocommit=True, application_name=name) as connection:
            if not _take(connection, is_waiting=is_waiting):
                yield _holder(connection)
                return
            yield None
            # the server may hear of the session's end only after the next one has asked
            with suppress(psycopg.OperationalError):  # a session that was cut holds nothing any more
                connection.execute("select pg_advisory_unlock(%s)", (NIGHT_LOCK,))
    except psycopg.Error as error:
        raise DatabaseError(f"the database {redacted(url)} refuses: {str(error).strip()}") from error


def _take(connection: Connection, *, is_waiting: bool) -> bool:
    if is_waiting:
        connection.execute("select pg_advisory_lock(%s)", (NIGHT_LOCK,))
        return True
    row = connection.execute("select pg_try_advisory_lock(%s)", (NIGHT_LOCK,)).fetchone()
    return bool(row and row[0])


def _holder(connection: Connection) -> Holder:
    row = connection.execute(HOLDER, (NIGHT_LOCK >> 32, NIGHT_LOCK & 0xFFFFFFFF)).fetchone()
    if row is None:
        return Holder("another night, which has just ended", None)
    return Holder(row[0].removeprefix("eventdb nightly: ") or "somebody", row[1])
