"""Which reader takes a file: by its name, or by its first bytes. In: a container. Out: what it holds.

The registry of formats stands in `items`, that of compressions in `packed`, that of archives here. An archive inside an
archive is not opened, and a zip archive not inside a compressed file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedReader
from typing import IO

from eventdb.errors import BombError
from loaders.sources.archives import DAMAGE, Member, archived
from loaders.sources.containers import Container
from loaders.sources.items import Format, format_by, format_of, items
from loaders.sources.met import Met, Whole
from loaders.sources.packed import inner_name, packing_of, unpacked
from loaders.sources.reasons import Reason, rejection
from loaders.sources.tars import is_tar, tar_members
from loaders.sources.zips import is_zip, zip_members

HEAD = 4096
Open = Callable[[], IO[bytes]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of archive, by suffix and first bytes; whose members are those of a stream that can be opened anew."""

    suffix: str
    begins: Callable[[bytes], bool]
    members: Callable[[Open], Iterator[Member]]


TAR = Kind(".tar", is_tar, tar_members)
ZIP = Kind(".zip", is_zip, zip_members)
KINDS = (TAR, ZIP)


def is_read(name: str) -> bool:
    """Whether a file of a folder is read, by its name."""
    return not name.startswith(".") and (kind_of(name) is not None or format_of(inner_name(name)) is not None)


def kind_of(name: str) -> Kind | None:
    """The kind of archive that a name tells."""
    inner = inner_name(name).casefold()
    return next((each for each in KINDS if inner.endswith(each.suffix)), None)


def lone_format(name: str, head: Callable[[], bytes]) -> Format | None:
    """The format of a file that is one article; its first bytes are asked for where its name tells nothing."""
    form = None if kind_of(name) or packing_of(name) else format_of(name) or _format_by(head())
    return form if form and form.is_one else None


def _format_by(head: bytes) -> Format | None:
    return None if packing_of("", head) or any(each.begins(head) for each in KINDS) else format_by(head)


def contents(container: Container, again: Open | None) -> Iterator[Met]:
    """What a stream holds, up to where it is damaged; `again` opens it anew, where that can be done."""
    try:
        yield from _packed_or_plain(container, again)
        yield Whole(container.path)
    except BombError as error:
        yield rejection(container.path, Reason.BOMB, str(error))
    except DAMAGE as error:
        yield rejection(container.path, Reason.DAMAGED, str(error))


def _packed_or_plain(container: Container, again: Open | None) -> Iterator[Met]:
    """Its first bytes tell whether a stream is compressed: names of what was fetched are often wrong."""
    packing = packing_of("", head_of(container.stream))
    if packing is None:
        yield from _plain(container, again)
        return
    anew = (lambda: unpacked(again(), packing)) if again else None
    inner = replace(container, name=inner_name(container.name), stream=unpacked(container.stream, packing))
    if kind_of(inner.name) is ZIP or packing_of("", head_of(inner.stream)):
        yield rejection(container.path, Reason.NESTED)
    else:
        yield from _plain(inner, anew)


def _plain(container: Container, again: Open | None) -> Iterator[Met]:
    form = format_of(container.name)
    head = head_of(container.stream)
    kind = kind_of(container.name) or (None if form else next((each for each in KINDS if each.begins(head)), None))
    if kind is None:
        yield from items(container, form or format_by(head))
    elif again is None:
        yield rejection(container.path, Reason.NOT_ANEW)
    else:
        yield from archived(container, partial(kind.members, again))


def head_of(stream: IO[bytes]) -> bytes:
    """A buffered stream's first bytes, which stay in it."""
    return stream.peek(HEAD)[:HEAD] if isinstance(stream, BufferedReader) else b""
