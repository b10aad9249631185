"""Which database, and connections that only read it.

In: the settings of the environment. Out: the URL of a database that can be reached, read-only connections. The embedded
server is started where it is needed, and stopped with its last user.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eventdb.errors import DatabaseError, SchemaError

if TYPE_CHECKING:
    from psycopg import Connection


@contextmanager
def database() -> Iterator[str]:
    """The URL of EVENTDB_URL, or of the embedded server, which runs as long as the block."""
    from eventdb.settings import read_settings

    settings = read_settings()
    if not settings.is_embedded:
        yield settings.url
        return
    from eventdb.server import EmbeddedServer

    with EmbeddedServer(settings.home).running() as url:
        yield url


@contextmanager
def database_to_write() -> Iterator[tuple[str, Callable[[], str] | None]]:
    """The URL, and what gives it anew after the embedded server was killed; None where the server is not ours."""
    from eventdb.settings import read_settings

    settings = read_settings()
    if not settings.is_embedded:
        yield settings.url, None
        return
    from eventdb.server import EmbeddedServer

    server = EmbeddedServer(settings.home)
    with server.running() as url:
        yield url, server.revived


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection in a read-only transaction on a database that has tables and views of ours."""
    import psycopg

    from eventdb.settings import conninfo, redacted

    with database() as url:
        try:
            with psycopg.connect(conninfo(url), application_name="eventdb") as connection:
                connection.read_only = True
                _require_views(connection)
                yield connection
        except psycopg.Error as error:
            raise DatabaseError(f"the database {redacted(url)} cannot be read: {str(error).strip()}") from error


def _require_views(connection: Connection) -> None:
    found = connection.execute("select to_regnamespace('report') is not null").fetchone()
    if not (found and found[0]):
        raise SchemaError(
            "the database has no tables of eventdb yet; `eventdb ingest PATH` or `eventdb db upgrade` makes them"
        )
