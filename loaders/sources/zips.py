"""Zip archives. In: a stream that can be read from its end. Out: its members, in its order, one at a time.

The archive's list of members is held, half a kilobyte each; their bytes are not.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from eventdb.errors import BombError, DamagedError
from loaders.sources.archives import Member
from loaders.sources.packed import ALWAYS_FREE, MOST_RATIO
from loaders.sources.reasons import Reason

HEAD = b"PK\x03\x04"
NAME_AT = 30
OFFICE = (b"mimetype", b"[Content_Types].xml", b"META-INF/")
ENCRYPTED = 0x1


def is_zip(head: bytes) -> bool:
    """Whether a stream's first bytes are those of a zip archive and not of a document or program that is one inside."""
    return head.startswith(HEAD) and not head[NAME_AT:].startswith(OFFICE)


def zip_members(opened: Callable[[], IO[bytes]]) -> Iterator[Member]:
    """The members of the archive that is opened."""
    with opened() as stream:
        try:
            with ZipFile(stream) as archive:
                yield from _members(archive, stream.seek(0, 2))
        except (BadZipFile, ValueError, OverflowError, LookupError) as error:
            raise DamagedError(str(error)) from error


def _members(archive: ZipFile, size: int) -> Iterator[Member]:
    most, total = max(ALWAYS_FREE, MOST_RATIO * size), 0
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        yield Member(entry.filename, entry.file_size, entry.compress_size, _why(entry), partial(_open, archive, entry))
        total += entry.file_size if entry.file_size <= most else 0
        if total > most:
            raise BombError(f"its first members hold {total:,} bytes and the archive {size:,}")


def _why(entry: ZipInfo) -> Reason | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return Reason.NOT_A_FILE
    return Reason.ENCRYPTED if entry.flag_bits & ENCRYPTED else None


def _open(archive: ZipFile, entry: ZipInfo) -> IO[bytes]:
    try:
        return archive.open(entry)
    except RuntimeError as error:  # a way to compress that this Python does not know
        raise DamagedError(str(error)) from error
