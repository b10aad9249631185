"""A server for other programs: in go a home and a TCP port, out comes what a BI tool must be told.

The server then stays up until `stop_server`. It listens on 127.0.0.1 only, and every one there needs a password;
the role `reader` may read the views of schema `report` and write nothing (`eventdb.roles`). The password lies in
`home/reader.pgpass` (mode 0600), in the form that libpq reads (`PGPASSFILE`).
"""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import ServerError
from eventdb.server import postmaster
from eventdb.server.cluster import DATABASE
from eventdb.server.embedded import EmbeddedServer, keep, owners_session
from eventdb.server.layout import Layout, explaining
from eventdb.server.locks import held, is_held

READER = "reader"


@dataclass(frozen=True, slots=True)
class ToolAccess:
    """How another program gets in: the URL has no password, `password_file` has it."""

    url: str
    user: str
    password_file: Path

    def password(self) -> str:
        """The password in clear."""
        return read_password(self.password_file)


def start_for_tools(home: Path, port: int, *, password: str | None = None) -> ToolAccess:
    """Have the server listen on 127.0.0.1:`port` and stay up; an existing password is kept if none is given.

    A server that runs without this port is restarted if nobody uses it, else ServerError.
    """
    if password is not None and (not password or re.search(r"[\r\n\0]", password)):
        raise ServerError("the password for the role reader must be one line that is not empty")
    server = EmbeddedServer(home, tcp_port=port)
    with server.running():
        access = _access(server, port, password)
        keep(server)
        return access


def start_and_keep(home: Path) -> str:
    """Have the server stay up until `stop_server`, without TCP; the owner's URL."""
    server = EmbeddedServer(home)
    with server.running() as url:
        keep(server)
        return url


def stop_server(home: Path, *, is_forced: bool = False) -> bool:
    """Stop the server, also one that was to stay up; False if none runs.

    While other eventdb commands use it that is a ServerError, unless `is_forced`. Sessions of BI tools are ended.
    """
    layout = Layout(home.expanduser().resolve())
    if not layout.home.exists():
        return False
    with explaining(layout), held(layout.gate):
        if is_held(layout.users) and not is_forced:
            raise ServerError(f"the server of {layout.home} is in use: end the other eventdb commands, or force it")
        layout.kept.unlink(missing_ok=True)
        return postmaster.stop(layout)


def read_password(path: Path) -> str:
    """The password in a file of libpq's form, `host:port:database:user:password` with `\\` before `:` and `\\`."""
    try:
        line = path.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, IndexError) as error:
        raise ServerError(f"the password file {path} cannot be read: start the server with a TCP port anew") from error
    fields = re.findall(r"(?:\\.|[^:\\])+", line)
    if len(fields) != 5:
        raise ServerError(f"the password file {path} needs one line host:port:database:user:password: remove it")
    return re.sub(r"\\(.)", r"\1", fields[-1])


def _access(server: EmbeddedServer, port: int, password: str | None) -> ToolAccess:
    path = server.layout.reader_password
    if password is None:
        password = read_password(path) if path.exists() else secrets.token_urlsafe(24)
    _grant(server.conninfo(), password)
    _write_password(path, password)
    return ToolAccess(url=f"postgresql://{READER}@127.0.0.1:{port}/{DATABASE}", user=READER, password_file=path)


def _grant(conninfo: str, password: str) -> None:
    """Let the role `reader` log in with this password and read views; the server sees no more than a digest of it."""
    from eventdb.roles import admit_reader  # imports psycopg, which is slow

    with owners_session(conninfo) as connection:
        connection.execute("revoke connect on database postgres, template1 from public")
        admit_reader(connection, READER, password)


def _write_password(path: Path, password: str) -> None:
    escaped = re.sub(r"([:\\])", r"\\\1", password)
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"127.0.0.1:*:*:{READER}:{escaped}\n")
    unfinished.replace(path)
