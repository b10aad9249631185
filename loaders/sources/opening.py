"""One file's bytes, safely. In: a path. Out: its bytes or a stream of them, or why not.

A pipe, socket or device is never opened, so nothing hangs. A file that changes while it is read is not half taken.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from loaders.sources.decoding import Refused
from loaders.sources.reasons import Reason

MEGABYTE = 1_000_000
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """Bytes of a plain file; `identity` (device, inode) is the same for all names of one file."""

    raw: bytes
    identity: tuple[int, int]


def state(path: Path) -> os.stat_result | Refused:
    """What the system says of the file that the path leads to, through links."""
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        return Refused(Reason.DEAD_LINK) if _is_dead_link(path, error) else _refused(error)


def opened(path: Path, limit: int) -> Opened | Refused:
    """The bytes of a plain file of at most `limit` bytes."""
    before = state(path)
    if isinstance(before, Refused):
        return before
    if not stat.S_ISREG(before.st_mode):
        return Refused(Reason.NOT_A_FILE)
    if before.st_size > limit:
        return Refused(Reason.TOO_LARGE, too_large(before.st_size, limit))
    try:
        raw = _read(path, limit)
    except OSError as error:
        return _refused(error)
    if len(raw) > limit:
        return Refused(Reason.TOO_LARGE, too_large(len(raw), limit))
    if len(raw) < before.st_size:
        return Refused(Reason.VANISHED, f"{len(raw)} of {before.st_size} bytes were left")
    return Opened(raw, (before.st_dev, before.st_ino))


def too_large(size: int | None, limit: int) -> str:
    """Both sizes in words; None where nobody counted to the end."""
    told = f"{size / MEGABYTE:.1f} MB; the" if size else "the"
    return f"{told} limit is {limit / MEGABYTE:g} MB"


def _read(path: Path, limit: int) -> bytes:
    """At most one byte more than the limit."""
    with _stream(path) as stream:
        return stream.read(limit + 1)


def _stream(path: Path) -> BinaryIO:
    """The stream of a plain file; without waiting, should a pipe have taken the file's place."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    stream = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        stream.close()
        raise FileNotFoundError(errno.ENOENT, "another kind of file took its place")
    return stream


def opened_stream(path: Path) -> BinaryIO | Refused:
    """A plain file as a stream, of whatever size."""
    before = state(path)
    if isinstance(before, Refused):
        return before
    if not stat.S_ISREG(before.st_mode):
        return Refused(Reason.NOT_A_FILE)
    try:
        return _stream(path)
    except OSError as error:
        return _refused(error)


def _is_dead_link(path: Path, error: OSError | ValueError) -> bool:
    """Whether a link is at fault; where a part of the path is unreadable or gone, that is the reason to tell."""
    if not isinstance(error, OSError) or error.errno not in (errno.ELOOP, errno.ENOENT):
        return False
    return path.is_symlink()


def _refused(error: OSError | ValueError) -> Refused:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refused(Reason.VANISHED)
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Refused(Reason.UNREADABLE, detail)
