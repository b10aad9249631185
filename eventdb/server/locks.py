"""Locks between processes: in goes a path, out comes a lock that the kernel releases when its holder dies.

All of them are `flock` on files in the home of the database, so two users of one machine never meet, and a
killed process leaves nothing to clean up. Three files: the gate (held while a server is started or stopped),
the users (shared by everybody who uses the server), the server (held by the server's own processes).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventdb.errors import ServerError

_PAUSE = 0.005


class Lock:
    """An open lock file; closing it gives the lock back unless a child process inherited the descriptor."""

    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        self._path = path

    def take(self, *, is_shared: bool = False) -> None:
        """Wait for the lock, without limit."""
        import fcntl  # absent on Windows, where this module must still import

        fcntl.flock(self.descriptor, fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX)

    def try_take(self, *, is_shared: bool = False) -> bool:
        """Take the lock if nobody is in the way."""
        import fcntl

        try:
            fcntl.flock(self.descriptor, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def take_within(self, seconds: float) -> None:
        """Wait for the lock for so long, then raise."""
        deadline = time.monotonic() + seconds
        while not self.try_take():
            if time.monotonic() > deadline:
                raise ServerError(f"processes of an earlier server still hold {self._path} after {seconds:.0f} s")
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Give the lock back, also for forked copies of this process, and close the file."""
        import fcntl

        fcntl.flock(self.descriptor, fcntl.LOCK_UN)
        self.close()

    def close(self) -> None:
        """Close the file; a child that inherited the descriptor keeps the lock."""
        os.close(self.descriptor)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the exclusive lock on `path` for a block."""
    lock = Lock(path)
    lock.take()
    try:
        yield
    finally:
        lock.release()


def is_held_exclusively(path: Path) -> bool:
    """Whether somebody holds the exclusive lock on `path`."""
    return _is_refused(path, is_shared=True)


def is_held(path: Path) -> bool:
    """Whether somebody holds any lock on `path`."""
    return _is_refused(path, is_shared=False)


def _is_refused(path: Path, *, is_shared: bool) -> bool:
    if not path.exists():
        return False
    lock = Lock(path)
    if not lock.try_take(is_shared=is_shared):
        lock.close()
        return True
    lock.release()
    return False
