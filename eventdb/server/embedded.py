"""The embedded server as its users see it: in goes the home of a database, out comes a URL that works.

    server = EmbeddedServer(home)
    with server.running() as url:
        ...

Every user holds a share; whoever gives back the last one stops the server, unless it was told to stay up.
A URL carries no password: the owner enters through a private socket, and the kernel says who he is.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from eventdb.errors import ServerError
from eventdb.server import postmaster
from eventdb.server.account import caller, server_account
from eventdb.server.binaries import installation_for
from eventdb.server.cluster import DATABASE, OWNER, has_cluster, make_cluster, write_entrance
from eventdb.server.layout import SYSTEM_HOME, Layout, check_entrance, explaining, prepare_home, prepare_sockets
from eventdb.server.locks import Lock, held, is_held

if TYPE_CHECKING:
    import psycopg

_ORPHAN_SECONDS = 60.0


class EmbeddedServer:
    """One share in the server of the database in `home`.

    `tcp_port` asks for TCP on 127.0.0.1, too; `is_durable=False` gives up safety against power cuts for speed
    (tests); `options` are settings of PostgreSQL for the case that this user is the one who starts the server.
    """

    def __init__(
        self,
        home: Path,
        *,
        tcp_port: int | None = None,
        is_durable: bool = True,
        options: Mapping[str, str] | None = None,
    ) -> None:
        if sys.platform == "win32":
            raise ServerError("there is no embedded server on Windows: set EVENTDB_URL to a PostgreSQL database")
        if tcp_port is not None and not 1024 <= tcp_port <= 65535:
            raise ServerError(f"TCP port {tcp_port} does not fit: choose one between 1024 and 65535")
        self.layout = Layout(home.expanduser().resolve())
        self._tcp_port = tcp_port
        self._is_durable = is_durable
        self._options = dict(options or {})
        self._share: Lock | None = None
        self._holder = 0

    @contextmanager
    def running(self, database: str = DATABASE) -> Iterator[str]:
        """Start or join the server for a block; the value is the URL of `database`."""
        self.start()
        try:
            yield self.url(database)
        finally:
            self.stop()

    def start(self) -> None:
        """Join the server; start it if it does not run, make the cluster if there is none."""
        if self._share is not None:
            raise ServerError(f"this share in the server of {self.layout.home} is in use: make another EmbeddedServer")
        with explaining(self.layout):
            prepare_home(self.layout, server_account())
        with explaining(self.layout), held(self.layout.gate):
            self._ensure()
            share = Lock(self.layout.users)
            share.take(is_shared=True)
            self._share, self._holder = share, os.getpid()

    def stop(self) -> bool:
        """Give the share back; True if it was the last one and the server was stopped."""
        if self._share is None or self._holder != os.getpid():  # a forked copy of this process holds no share
            return False
        with explaining(self.layout), held(self.layout.gate):
            self._share.release()
            self._share = None
            if is_held(self.layout.users) or is_kept(self.layout):
                return False
            return postmaster.stop(self.layout)

    def revived(self) -> str:
        """The URL of a server that runs, started again if it was killed under its users."""
        with explaining(self.layout), held(self.layout.gate):
            self._ensure()
        return self.url()

    def is_running(self) -> bool:
        """Whether the server accepts connections, started by whomever."""
        with explaining(self.layout):
            return postmaster.running(self.layout) is not None

    def url(self, database: str = DATABASE) -> str:
        """The owner's URL for SQLAlchemy (driver psycopg); without a password."""
        return self.conninfo(database).replace("postgresql://", "postgresql+psycopg://", 1)

    def conninfo(self, database: str = DATABASE) -> str:
        """The owner's URL for psycopg, psql and pg_dump; without a password."""
        with explaining(self.layout):
            found = postmaster.running(self.layout)
        if found is None:
            raise ServerError(f"the server of {self.layout.home} does not run: start it first")
        where = f"host={quote(str(found.sockets), safe='')}&port={found.port}"
        return f"postgresql://{OWNER}@/{quote(database, safe='')}?{where}"

    def _ensure(self) -> None:
        """Have a server that fits; call it with the gate held."""
        found = postmaster.settle(self.layout)
        if found and self._fits(found):
            return
        if self._tcp_port is not None:
            check_port(self._tcp_port)
        if found and (is_held(self.layout.users) or has_sessions(self.conninfo())):
            raise ServerError(
                f"the server of {self.layout.home} runs without TCP port {self._tcp_port} and is in use: "
                "end the programs that use it, or stop it, then try again"
            )
        if found:
            postmaster.stop(self.layout)
        self._launch()

    def _fits(self, found: postmaster.Postmaster) -> bool:
        return self._tcp_port is None or (found.port == self._tcp_port and found.listens_on == "127.0.0.1")

    def _launch(self) -> None:
        layout, account = self.layout, server_account()
        check_entrance(layout, account)
        programs = installation_for(account, SYSTEM_HOME)
        sockets = prepare_sockets(layout, account)
        with closing(Lock(layout.server)) as lock:  # closed, not released: the server goes on holding it
            lock.take_within(_ORPHAN_SECONDS)
            if not has_cluster(layout):
                make_cluster(layout, account, programs, lock=lock.descriptor, is_durable=self._is_durable)
            write_entrance(layout, caller().name)
            postgres, options = programs / "bin" / "postgres", self._server_options(sockets)
            begin = postmaster.launch(layout, account, postgres, lock=lock, options=options)
        postmaster.await_ready(layout, begin)

    def _server_options(self, sockets: Path) -> dict[str, str]:
        quoted = str(sockets).replace('"', '""')
        own = {
            "unix_socket_directories": f'"{quoted}"',
            "unix_socket_permissions": "0700",
            "listen_addresses": "127.0.0.1" if self._tcp_port else "",
            "port": str(self._tcp_port or postmaster.DEFAULT_PORT),
            "hba_file": str(self.layout.entrance),
            "ident_file": str(self.layout.names),
        }
        hasty = {} if self._is_durable else {"fsync": "off", "full_page_writes": "off"}
        return {**hasty, **self._options, **own}


def check_port(port: int) -> None:
    """Raise ServerError if another program listens on this port of 127.0.0.1."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            raise ServerError(f"TCP port {port} cannot be used ({error.strerror}): choose another") from error


@contextmanager
def owners_session(conninfo: str) -> Iterator[psycopg.Connection]:
    """A session of the owner for a block, committed at its end; what the database refuses is a ServerError."""
    import psycopg  # slow to import, and not needed for a start without TCP

    try:
        with psycopg.connect(conninfo) as session:
            yield session
    except psycopg.Error as error:
        raise ServerError(f"the server refuses its owner: {error}") from error


def has_sessions(conninfo: str) -> bool:
    """Whether programs are connected that hold no share, such as a psql or a BI tool."""
    others = "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
    with owners_session(conninfo) as session:
        return session.execute(others).fetchone() is not None


def keep(server: EmbeddedServer) -> None:
    """Let the running server stay up after its last user has left, until it is stopped or dies."""
    found = postmaster.running(server.layout)
    if found is None:
        raise ServerError(f"the server of {server.layout.home} does not run: start it first")
    server.layout.kept.write_text(f"{found.pid} {found.started}\n")


def is_kept(layout: Layout) -> bool:
    """Whether the live server was told to stay up; the mark of an earlier server does not count."""
    found = postmaster.running(layout)
    try:
        return found is not None and layout.kept.read_text() == f"{found.pid} {found.started}\n"
    except OSError:
        return False
