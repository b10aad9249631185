"""Who runs the server: in comes the caller's user id, out comes an `Account`; programs run under it.

PostgreSQL refuses to run as root. Called by root, the server runs under a system user of its own, which is
created if it is missing; called by anybody else, it runs as the caller. This module never changes the
permissions of a file or folder.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import ServerError

SYSTEM_USER = "eventdb"
# Nothing of the caller's environment reaches the server: PGPORT, PGDATA, LANG or LD_LIBRARY_PATH would change it.
ENVIRONMENT = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "TZ": "UTC"}
_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the operating system; `is_other` tells that it is not the caller."""

    name: str
    uid: int
    gid: int
    is_other: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finished program left: its exit code and all that it said."""

    code: int
    said: str


def caller() -> Account:
    """The user who runs this process; a number without a name is an error, because PostgreSQL refuses it."""
    import pwd  # absent on Windows, where this module must still import

    try:
        entry = pwd.getpwuid(os.geteuid())
    except KeyError:
        raise ServerError(
            f"user id {os.geteuid()} has no name on this system, and PostgreSQL refuses to run without one: "
            "add the user, or set EVENTDB_URL to a database elsewhere"
        ) from None
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid, is_other=False)


def server_account(name: str = SYSTEM_USER) -> Account:
    """The user for the server: the caller, or for root the system user `name`, created if it is missing."""
    if os.geteuid() != 0:
        return caller()
    said = ""
    for _ in range(_ATTEMPTS):
        if found := _lookup(name):
            return found
        said = _add_system_user(name)
        time.sleep(0 if _lookup(name) else 0.1)  # another process may hold the lock of the list of users
    raise ServerError(
        f"PostgreSQL does not run as root, and the system user {name!r} that should run it cannot be created: "
        f"{said.strip() or 'useradd failed'}. Create that user, call eventdb as an ordinary user, or set EVENTDB_URL"
    )


def _lookup(name: str) -> Account | None:
    import pwd

    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    if entry.pw_uid == 0:
        raise ServerError(f"the user {name!r} has the id of root, under which PostgreSQL refuses to run")
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid, is_other=True)


def _add_system_user(name: str) -> str:
    words = ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"]
    try:
        done = subprocess.run([*words, name], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    except OSError as error:
        raise ServerError(
            f"PostgreSQL does not run as root, and the system user {name!r} that should run it cannot be created "
            f"here ({error}). Create that user, call eventdb as an ordinary user, or set EVENTDB_URL"
        ) from error
    return done.stdout + done.stderr


def run_as(
    account: Account, words: Sequence[str | Path], *, said_to_it: str = "", kept_open: Iterable[int] = ()
) -> Outcome:
    """Run a program to its end as `account`; descriptors in `kept_open` stay open in it and in its children."""
    try:
        done = subprocess.run(
            [str(word) for word in words],
            input=said_to_it.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=ENVIRONMENT,
            pass_fds=tuple(kept_open),
            user=account.uid if account.is_other else None,
            group=account.gid if account.is_other else None,
            extra_groups=[] if account.is_other else None,
            check=False,
        )
    except OSError as error:
        raise ServerError(f"{words[0]} cannot be run as {account.name}: {error.strerror}") from error
    return Outcome(code=done.returncode, said=done.stdout.decode(errors="replace"))


def can_enter(account: Account, folder: Path) -> bool:
    """Whether the account can go through `folder`; asked of the kernel, so access lists count as well."""
    if not account.is_other:
        return os.access(folder, os.X_OK)
    return run_as(account, ["/bin/sh", "-c", 'cd -- "$1"', "sh", folder]).code == 0


def closed_folder(account: Account, folder: Path) -> Path | None:
    """The topmost of `folder` and its parents that the account cannot enter, None if all are open to it."""
    if can_enter(account, folder):
        return None
    chain = [*reversed(folder.parents), folder]
    return next((step for step in chain if not can_enter(account, step)), folder)
