"""Where things lie: in goes the home of a database, out come the paths in it and their guarded folders.

    home/data            the cluster                    home/gate.lock      held while starting or stopping
    home/data.new        a cluster being made           home/users.lock     shared by all users of the server
    home/run             the socket (0700)              home/server.lock    held by the server's processes
    home/server.log      what the server says           home/kept           the server that stays up
    home/pg_hba.conf, home/pg_ident.conf                who may enter       home/reader.pgpass (0600)

Folders that exist keep their permissions: a home that does not fit is refused and the error says what would.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import ServerError
from eventdb.server.account import Account, caller, closed_folder
from eventdb.server.binaries import make_open_folder

SYSTEM_HOME = Path("/var/lib/eventdb")
SHORT_FOLDER = Path("/tmp")  # the one place that is short on every system; only ever a private folder inside it
# A socket's path holds 107 bytes on Linux and 103 on macOS, its name `.s.PGSQL.65535.lock` included here.
_LONGEST_SOCKET_FOLDER = 103 - len("/.s.PGSQL.65535")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one database."""

    home: Path

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def unfinished(self) -> Path:
        return self.home / "data.new"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def kept(self) -> Path:
        return self.home / "kept"

    @property
    def gate(self) -> Path:
        return self.home / "gate.lock"

    @property
    def users(self) -> Path:
        return self.home / "users.lock"

    @property
    def server(self) -> Path:
        return self.home / "server.lock"

    @property
    def entrance(self) -> Path:
        return self.home / "pg_hba.conf"

    @property
    def names(self) -> Path:
        return self.home / "pg_ident.conf"

    @property
    def reader_password(self) -> Path:
        return self.home / "reader.pgpass"

    @property
    def sockets(self) -> Path:
        """The folder of the socket: `home/run`, or a short private one where that path is too long for a socket."""
        run = self.home / "run"
        # libpq reads a comma in a host as the end of the first of several hosts
        if len(os.fsencode(run)) <= _LONGEST_SOCKET_FOLDER and "," not in str(run):
            return run
        return SHORT_FOLDER / f"eventdb-{os.geteuid()}-{hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]}"


@contextmanager
def explaining(layout: Layout) -> Iterator[None]:
    """Turn an error of the operating system (disk full, no permission, no locks) into a ServerError that names it."""
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise ServerError(
            f"the server in EVENTDB_HOME {layout.home} cannot be used: {error.strerror}{where}"
        ) from error


def prepare_home(layout: Layout, account: Account) -> None:
    """Make the home if it is missing; raise ServerError if it is not ours or the server could not work in it."""
    home = layout.home
    if "\n" in str(home):
        raise ServerError(f"EVENTDB_HOME {str(home)!r} contains a line break; choose a path without one")
    try:
        _make_home(home, account)
    except OSError as error:
        raise ServerError(f"EVENTDB_HOME {home} cannot be made: {error.strerror}; choose another folder") from error
    _check_home(home, home.stat())


def _make_home(home: Path, account: Account) -> None:
    if home.exists():
        return
    if account.is_other:
        make_open_folder(home, mode=0o711)
    else:
        home.parent.mkdir(parents=True, exist_ok=True)
        home.mkdir(mode=0o700, exist_ok=True)


def _check_home(home: Path, found: os.stat_result) -> None:
    if not stat.S_ISDIR(found.st_mode):
        raise ServerError(f"EVENTDB_HOME {home} is not a folder; choose a folder")
    if found.st_uid != os.geteuid():
        raise ServerError(
            f"EVENTDB_HOME {home} belongs to the user with the id {found.st_uid}, not to {caller().name}: "
            "call eventdb as its owner, or choose another folder"
        )
    if found.st_mode & stat.S_IWOTH:
        raise ServerError(f"every user may write into EVENTDB_HOME {home}; choose a folder that is yours alone")


def check_entrance(layout: Layout, account: Account) -> None:
    """Raise ServerError if the server's user cannot enter the home."""
    if closed := closed_folder(account, layout.home):
        raise ServerError(
            f"the server does not run as root but as the user {account.name}, who cannot enter {closed}; "
            f"eventdb changes no permissions: choose an EVENTDB_HOME that {account.name} can enter, such as "
            f"{SYSTEM_HOME}"
        )


def prepare_sockets(layout: Layout, account: Account) -> Path:
    """The folder of the socket, made if missing; raise ServerError if it is not private and ours."""
    folder = layout.sockets
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        _check_sockets(folder, account)
    os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    return folder


def _check_sockets(folder: Path, account: Account) -> None:
    found = folder.lstat()
    is_ours = found.st_uid in (os.geteuid(), account.uid)
    if not stat.S_ISDIR(found.st_mode) or not is_ours or stat.S_IMODE(found.st_mode) & 0o077:
        raise ServerError(
            f"{folder}, the folder for the socket, must be a folder of {account.name} that nobody else can enter "
            "(mode 0700); remove it, or choose a shorter EVENTDB_HOME"
        )
