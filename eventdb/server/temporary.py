"""A server for a moment: nothing goes in, out comes a running server in a folder that vanishes afterwards.

Made for tests and trials: it is not safe against power cuts, and everything in it is lost at the end.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventdb.errors import ServerError
from eventdb.server.account import can_enter, server_account
from eventdb.server.embedded import EmbeddedServer


@contextmanager
def temporary_home() -> Iterator[Path]:
    """A new folder for a database that the server's user can enter, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="eventdb-", dir=_open_place()))
    folder.chmod(0o711 if server_account().is_other else 0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open_place() -> Path:
    account = server_account()
    places = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    for place in places:
        if can_enter(account, place):
            return place
    raise ServerError(f"the user {account.name} can enter none of {', '.join(map(str, places))}: set TMPDIR")


@contextmanager
def temporary_server() -> Iterator[EmbeddedServer]:
    """A running server with an empty database `eventdb`; stopped and removed at the end."""
    with temporary_home() as home:
        server = EmbeddedServer(home, is_durable=False)
        with server.running():
            yield server
