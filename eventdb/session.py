"""Connections: in goes a URL (or none: the settings say), out comes an engine, a connection or a `Session`.

    with eventdb.connect() as session:
        for event in session.scalars(select(Event)): ...

Never changes tables; `eventdb.schema` does. A refusal by the server becomes DatabaseError, without the password.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, text
from sqlalchemy import orm as sqlalchemy_orm
from sqlalchemy.exc import DBAPIError, OperationalError

from eventdb.errors import DatabaseError, SettingsError
from eventdb.schema.revisions import require_head

if TYPE_CHECKING:
    from eventdb.server import EmbeddedServer

OLDEST_SERVER = 15


class Session(sqlalchemy_orm.Session):
    """A session that holds its share in the embedded server, if it uses that, until it is closed."""

    def __init__(self, engine: Engine, *, server: EmbeddedServer | None = None, **options: Any) -> None:
        super().__init__(engine, **options)
        self._server = server

    def close(self) -> None:
        """End the transaction, close the connection and give the share in the server back."""
        super().close()
        if self._server is not None:
            self._server.stop()


def connect(url: str | None = None) -> Session:
    """Open a session on a database of this version.

    `url` is `postgresql://…`; None takes EVENTDB_URL, or else the embedded server under EVENTDB_HOME, which starts if
    it does not run. Raises SettingsError for a malformed URL, ServerError or DatabaseError if there is no way in, and
    SchemaError if tables are missing, older or newer than this version's.
    """
    server = None if url else _embedded_server()
    chosen = url or (server.url() if server else _set_url())
    session = Session(engine(chosen), server=server)
    with ExitStack() as unless_all_is_well:
        unless_all_is_well.callback(session.close)
        with connection(chosen) as link:
            require_head(link)
        unless_all_is_well.pop_all()
    return session


def engine(url: str) -> Engine:
    """An engine without a pool, since eventdb opens few and long connections."""
    from eventdb.settings import normal_url

    try:
        normal = normal_url(url)
    except ValueError as error:
        raise SettingsError(f"database URL: {error}") from None
    return create_engine(normal, poolclass=NullPool, connect_args={"application_name": "eventdb"})


@contextmanager
def connection(url: str) -> Iterator[Connection]:
    """A connection in a transaction that is committed at the end.

    DatabaseError if there is none, if the server is too old, or if it refuses what the block asks.
    """
    from eventdb.settings import redacted

    try:
        link = engine(url).connect()
    except OperationalError as error:
        raise DatabaseError(f"the database {redacted(url)} cannot be reached: {str(error.orig).strip()}") from None
    with link, link.begin():
        found = int(link.scalar(text("show server_version_num")) or 0) // 10_000
        if found < OLDEST_SERVER:
            raise DatabaseError(f"the server is PostgreSQL {found}; eventdb needs {OLDEST_SERVER} or newer")
        try:
            yield link
        except DBAPIError as error:
            raise DatabaseError(f"the database {redacted(url)} refuses: {str(error.orig).strip()}") from error


def _embedded_server() -> EmbeddedServer | None:
    """A share in the embedded server, if the settings name no database."""
    from eventdb.settings import read_settings

    settings = read_settings()
    if not settings.is_embedded:
        return None
    from eventdb.server import EmbeddedServer

    server = EmbeddedServer(settings.home)
    server.start()
    return server


def _set_url() -> str:
    from eventdb.settings import read_settings

    return read_settings().url
