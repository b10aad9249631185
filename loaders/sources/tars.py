"""Tar archives. In: a stream that can be opened anew. Out: its members, in its order, one at a time.

Of the archive's list nothing is kept, so its length does not matter. Other types of members than plain files are told
and not followed.
"""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any, cast

from eventdb.errors import DamagedError
from loaders.sources.archives import Member
from loaders.sources.opening import MEGABYTE
from loaders.sources.packed import CHUNK, Piecewise
from loaders.sources.reasons import Ignored, Reason

LONG_HEADERS = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip
MAGIC, MAGIC_AT = b"ustar", 257


class _Header(tarfile.TarInfo):
    """A header that is held in memory only if it is small."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in LONG_HEADERS and self.size > MEGABYTE:
            raise tarfile.ReadError(f"a header of {self.size:,} bytes")
        return cast(tarfile.TarInfo, super()._proc_member(archive))  # type: ignore[misc]


def is_tar(head: bytes) -> bool:
    """Whether a stream's first bytes are those of a tar archive."""
    return head[MAGIC_AT:].startswith(MAGIC)


def tar_members(opened: Callable[[], IO[bytes]]) -> Iterator[Member]:
    """The members of the archive that is opened."""
    with opened() as stream:
        try:
            with tarfile.open(fileobj=cast(IO[bytes], Piecewise(stream)), mode="r|", tarinfo=_Header) as archive:
                while entry := archive.next():
                    cast(Any, archive).members.clear()  # it would remember them all
                    if not entry.isdir():
                        yield Member(entry.name, entry.size, None, _why(entry), partial(_open, archive, entry))
            while stream.read(CHUNK):  # up to the checksum
                continue
        except (tarfile.TarError, ValueError, OverflowError) as error:
            raise DamagedError(str(error)) from error


def _why(entry: tarfile.TarInfo) -> Reason | Ignored | None:
    """A hard link is another name of a member; nothing else but a plain file can be read."""
    if entry.islnk():
        return Ignored.ALREADY_READ
    return None if entry.isreg() else Reason.NOT_A_FILE


def _open(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    found = archive.extractfile(entry)
    if found is None:
        raise DamagedError(f"{entry.name!r} is no file")
    return found
