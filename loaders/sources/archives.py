"""Archives of files. In: the members of a tar or zip archive. Out: what they hold, each placed by its name inside.

Nothing is ever unpacked to disk, links are not followed, and a member is read up to its limit, so no name or size can
do harm; what is unsafe, too large, encrypted or an archive itself is rejected by name. Metadata beside an article count
as they do in a folder: they are read first, in a pass of their own.
"""

from __future__ import annotations

import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tarfile import TarError
from typing import IO
from zipfile import BadZipFile

from eventdb.errors import BombError, DamagedError, MetadataError
from loaders.sources.beside import LIMIT as METADATA_LIMIT
from loaders.sources.beside import Beside, bases, is_side_file
from loaders.sources.containers import Container
from loaders.sources.items import Format, format_of, items
from loaders.sources.met import Met, inside, numbered
from loaders.sources.metadata import Metadata, agreed
from loaders.sources.opening import MEGABYTE, too_large
from loaders.sources.packed import MOST_RATIO, packing_of
from loaders.sources.reasons import Ignored, Reason, Rejection, Skipped, rejection

ARCHIVES = (".tar", ".zip")
UNSAFE = re.compile(r"[\x00-\x1f\x7f]|(?:\A|/)\.\.(?:/|\Z)|\A/|\A[A-Za-z]:|\A\Z")
LONGEST_NAME = 1000  # bytes: the database finds files by it
ALWAYS_FREE = 100_000
DAMAGE = (DamagedError, EOFError, OSError, BadZipFile, TarError, lzma.LZMAError, zlib.error)


@dataclass(frozen=True, slots=True)
class Member:
    """An entry that is no folder. `packed` is its size in the archive, where known; `why` it cannot be opened, if so.

    It can be opened until the next member is asked for.
    """

    name: str
    size: int
    packed: int | None
    why: Reason | Ignored | None
    open: Callable[[], IO[bytes]]


Members = Callable[[], Iterator[Member]]  # from the first one anew at each call


def archived(container: Container, members: Members) -> Iterator[Met]:
    """What an archive holds."""
    walk = _Pass(container, _sides(members))
    for number, member in enumerate(members(), start=1):
        yield from walk.member(number, member)
    yield from walk.orphans()


def _sides(members: Members) -> dict[str, dict[str, bytes]]:
    """The files of metadata, by folder and name; where it is damaged, those before, as articles end there."""
    found: dict[str, dict[str, bytes]] = {}
    total = 0
    with suppress(*DAMAGE):
        for member in members():
            folder, _, name = _plain(member.name).rpartition("/")
            if is_side_file(name) and not _side_fault(member):
                raw = found.setdefault(folder, {})[name] = member.open().read(METADATA_LIMIT)
                total += len(raw)
            if total > METADATA_LIMIT:
                break
    if total > METADATA_LIMIT:
        raise BombError(f"its files of metadata hold over {METADATA_LIMIT // MEGABYTE} MB; JSON Lines have more room")
    return found


def _side_fault(member: Member) -> bool:
    return bool(member.why or _name_fault(member.name) or _size_fault(member, METADATA_LIMIT))


class _Pass:
    """The pass for articles: what stands beside them, and which names it has met."""

    def __init__(self, container: Container, sides: dict[str, dict[str, bytes]]) -> None:
        self.container = container
        self.beside = {folder: Beside(inside(container.path, folder), held=held) for folder, held in sides.items()}
        self.described: dict[str, set[str]] = {folder: set() for folder in sides}
        self.names: set[int] = set()

    def member(self, number: int, member: Member) -> Iterator[Met]:
        """What one member holds, if only its rejection."""
        if fault := _name_fault(member.name):
            yield rejection(numbered(self.container.path, number), Reason.UNSAFE_NAME, fault)
            return
        name = _plain(member.name)
        place = inside(self.container.path, name)
        form = format_of(name)
        if why := _no_article(name, form):
            yield _told(place, why)
        elif (mark := hash(name)) in self.names:
            yield rejection(numbered(place, number), Reason.TWICE)
        elif form:
            self.names.add(mark)
            yield from self._article(place, name, member, form)

    def _article(self, place: Path, name: str, member: Member, form: Format) -> Iterator[Met]:
        folder, _, base = name.rpartition("/")
        try:
            known = self._known(folder, base)
        except MetadataError as error:
            yield Rejection(place, Reason.BAD_METADATA, str(error))
            return
        if why := member.why:
            yield _told(place, why)
        elif fault := _size_fault(member, form.largest(self.container)):
            yield rejection(place, *fault)
        else:
            yield from self._read(replace(self.container, path=place, name=base, known=known), member, form)

    def _read(self, container: Container, member: Member, form: Format) -> Iterator[Met]:
        try:
            with member.open() as stream:
                yield from items(replace(container, stream=stream), form)
        except BombError:
            raise
        except DAMAGE as error:
            yield rejection(container.path, Reason.DAMAGED, str(error))

    def _known(self, folder: str, name: str) -> Metadata:
        if folder not in self.beside:
            return self.container.known
        self.described[folder].update(bases(name))
        own = self.beside[folder].metadata(name)
        return agreed([("the files beside the archive", self.container.known), ("the files beside it", own)])

    def orphans(self) -> Iterator[Rejection]:
        """Metadata of members that are not there."""
        for folder, beside in self.beside.items():
            met = self.described[folder]
            yield from beside.orphans(beside.held or (), met.__contains__)
            yield from beside.missing(met.__contains__)


def _plain(name: str) -> str:
    """A member's name with the slashes of this system and without empty steps: `./a//b.txt` → `a/b.txt`."""
    return "/".join(step for step in name.replace("\\", "/").split("/") if step not in ("", "."))


def _name_fault(name: str) -> str | None:
    """What is wrong with a member's name."""
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME:
        return f"{name[:40]!r}… is longer than {LONGEST_NAME} bytes"
    return repr(name) if UNSAFE.search(name.replace("\\", "/")) or not _plain(name) else None


def _no_article(name: str, form: Format | None) -> Ignored | Reason | None:
    """What a member is that holds no article by its name."""
    if any(step.startswith(".") for step in name.split("/")):
        return Ignored.HIDDEN
    if form:
        return None
    if is_side_file(name.rpartition("/")[2]):
        return Ignored.METADATA
    is_nested = name.casefold().endswith(ARCHIVES) or packing_of(name)
    return Reason.NESTED if is_nested else Ignored.OTHER_EXTENSION


def _size_fault(member: Member, limit: int | None) -> tuple[Reason, str] | None:
    """What is wrong with the size that a member is said to have."""
    if limit is not None and member.size > limit:
        return Reason.TOO_LARGE, too_large(member.size, limit)
    if member.packed is not None and member.size > max(ALWAYS_FREE, MOST_RATIO * member.packed):
        return Reason.BOMB, f"{member.packed:,} bytes become {member.size:,}"
    return None


def _told(place: Path, why: Reason | Ignored) -> Met:
    return Skipped(place, why) if isinstance(why, Ignored) else rejection(place, why)
