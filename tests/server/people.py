"""Who can take part in a test: names go in, forked processes that act as those users come out.

Root can act as others, an ordinary user only as himself; tests ask here who is there and assert what then holds.
"""

from __future__ import annotations

import fcntl  # noqa: F401  loaded before a fork, as a user who cannot enter the interpreter's folder cannot load it
import os
import pwd
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import psycopg  # noqa: F401  (see above)

from eventdb.server.account import Account, can_enter
from eventdb.server.binaries import installation

ME = pwd.getpwuid(os.geteuid()).pw_name
IS_ROOT = os.geteuid() == 0
STRANGER = "nobody"


def account(name: str) -> Account:
    """The account of a user, reached from this test run."""
    entry = pwd.getpwnam(name)
    return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid, is_other=entry.pw_uid != os.geteuid())


def people() -> list[str]:
    """The users as whom this test run can start a server."""
    if IS_ROOT and can_enter(account(STRANGER), installation() / "bin"):
        return [ME, STRANGER]
    return [ME]


class Child:
    """A forked process that does `work`, as another user if root says so; it tells lines and waits for words."""

    def __init__(self, work: Callable[[Child], None], *, person: str = ME) -> None:
        from_child, self._out = os.pipe()
        self._in, to_child = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self._live(work, account(person))
        os.close(self._out)
        os.close(self._in)
        self._told, self._to_child = os.fdopen(from_child), to_child

    def _live(self, work: Callable[[Child], None], who: Account) -> None:
        """Do the work and leave, whatever happens: a child must never go on with the parent's tests."""
        code = 1
        try:
            if who.is_other:
                os.setgroups([])
                os.setgid(who.gid)
                os.setuid(who.uid)
            work(self)
            code = 0
        finally:
            if code:
                traceback.print_exc(file=sys.__stderr__)
            os._exit(code)

    def tell(self, line: object) -> None:
        """In the child: tell the parent something."""
        os.write(self._out, f"{line}\n".encode())

    def wait_for_word(self) -> None:
        """In the child: go on when the parent says so."""
        os.read(self._in, 1)

    def hear(self) -> str:
        """In the parent: the next line that the child tells, empty if it is dead."""
        return self._told.readline().rstrip("\n")

    def go_on(self) -> int:
        """In the parent: let the child go on, and wait for its exit code."""
        os.write(self._to_child, b".")
        return self.end()

    def kill(self) -> None:
        """In the parent: kill -9."""
        os.kill(self.pid, signal.SIGKILL)
        self.end()

    def end(self) -> int:
        """In the parent: wait for the child's exit code."""
        _, status = os.waitpid(self.pid, 0)
        self._told.close()
        os.close(self._to_child)
        return os.waitstatus_to_exitcode(status)


def mode(path: Path) -> int:
    """The permissions of a file or folder."""
    return path.lstat().st_mode & 0o7777
