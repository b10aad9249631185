"""Paths to what they hold, one after the other. In: folders, files, patterns, standard input. Out: sources, rejections,
skipped files.

A folder is read in the order of its names, its sub-folders among them, however many it has: names are taken from the
system in runs, and no more than one run a folder is held at a time. Files in a folder count if a reader takes them by
their names; a file named by itself is always read. Each real file is handed on once, by whatever names and links it is
met, and so is each place.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from eventdb.errors import DamagedError, MetadataError
from loaders.sources.beside import Beside, bases, is_side_file
from loaders.sources.containers import LIMIT, MARKUP_SHARE, Container
from loaders.sources.decoding import Refused
from loaders.sources.items import FORMATS, PAGE, Format
from loaders.sources.kinds import contents, head_of, is_read, lone_format
from loaders.sources.listing import runs
from loaders.sources.met import Met, Page, Source, source
from loaders.sources.opening import opened, opened_stream, state
from loaders.sources.reasons import Ignored, Reason, Rejection, Skipped, rejection
from loaders.sources.seen import Seen
from loaders.sources.standard import Input, StandardInput, passing
from loaders.sources.unread import Unread, unread

SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)


def sources(paths: Iterable[Input], *, limit: int = LIMIT) -> Iterator[Met]:
    """All that the paths hold, as it is met; `limit` is the largest size of an article in bytes."""
    for each in walked(paths, limit=limit):
        yield each.read() if isinstance(each, Unread) else each


def walked(paths: Iterable[Input], *, limit: int = LIMIT) -> Iterator[Met | Unread]:
    """The same, where files that hold one article each are left unread for whoever may know them already."""
    walk = _Walk(limit)
    for path in paths:
        yield from passing(path, limit) if isinstance(path, StandardInput) else walk.given(Path(path))


class _Walk:
    """What was met already, so that links that lead back end there."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.met = Seen()
        self.files: set[str] = set()
        self.folders: set[str] = set()

    def given(self, path: Path) -> Iterator[Met | Unread]:
        """A path as the user wrote it."""
        matches = [path] if os.path.lexists(path) else _matches(path)
        if not matches:
            yield rejection(path, Reason.NOT_FOUND)
        for match in matches:
            place = _place(match)
            if self._was_met(place):
                yield Skipped(match, Ignored.ALREADY_READ)
                continue
            yield from self.entry(match, Beside(match.parent))
            (self.folders if match.is_dir() else self.files).add(place)

    def _was_met(self, place: str) -> bool:
        """Whether the file was given before, or met in a folder that was."""
        names = Path(place).parts
        return place in self.files or (
            is_read(names[-1])
            and any(
                str(Path(*names[:end])) in self.folders and not any(name.startswith(".") for name in names[end:])
                for end in range(1, len(names))
            )
        )

    def entry(self, path: Path, beside: Beside) -> Iterator[Met | Unread]:
        """A folder or a file."""
        found = state(path)
        if isinstance(found, Refused):
            yield rejection(path, found.code, found.detail)
        elif not stat.S_ISDIR(found.st_mode):
            yield from self.file(path, found, beside)
        elif self.met.is_new((found.st_dev, found.st_ino)):
            yield from self.folder(path)
        else:
            yield Skipped(path, Ignored.ALREADY_READ)

    def folder(self, path: Path) -> Iterator[Met | Unread]:
        """A folder's entries by name, then the metadata that describe none of them."""
        beside, place = Beside(path), _place(path)
        for run in runs(path):
            if isinstance(run, Refused):
                yield rejection(path, run.code, run.detail)
                return
            beside.names = run.known
            for name in run.names:
                yield from self._member(path / name, f"{place}{os.sep}{name}", beside)
            yield from _orphans(beside, run.names)
        yield from beside.missing(beside.has)

    def _member(self, path: Path, place: str, beside: Beside) -> Iterator[Met | Unread]:
        if path.name.startswith("."):
            yield Skipped(path, Ignored.HIDDEN)
        elif is_side_file(path.name):
            yield Skipped(path, Ignored.METADATA)
        elif place in self.files:
            yield Skipped(path, Ignored.ALREADY_READ)
        elif is_read(path.name) or path.is_dir():
            yield from self.entry(path, beside)
        else:
            yield Skipped(path, Ignored.OTHER_EXTENSION)

    def file(self, path: Path, about: os.stat_result, beside: Beside) -> Iterator[Met | Unread]:
        """One file with what stands beside it."""
        form = lone_format(path.name, lambda: _head(path))
        if form:
            yield self._lone(path, about, beside, form)
            return
        stream = opened_stream(path)
        if isinstance(stream, Refused):
            yield rejection(path, stream.code, stream.detail)
            return
        with stream:
            yield from self._container(path, stream, beside)

    def _lone(self, path: Path, about: os.stat_result, beside: Beside, form: Format) -> Met | Unread:
        if stat.S_ISREG(about.st_mode) and not self.met.is_new((about.st_dev, about.st_ino)):
            return Skipped(path, Ignored.ALREADY_READ)
        return unread(path, [about, *beside.states(path.name)], partial(self._article, path, beside, form))

    def _article(self, path: Path, beside: Beside, form: Format) -> Source | Rejection:
        found = opened(path, self.limit * MARKUP_SHARE if form is PAGE else self.limit)
        if isinstance(found, Refused):
            return rejection(path, found.code, found.detail)
        try:
            known = beside.metadata(path.name)
        except MetadataError as error:
            return Rejection(path, Reason.BAD_METADATA, str(error))
        return source(path, path.name, found.raw, known, page=Page() if form is PAGE else None)

    def _container(self, path: Path, stream: BinaryIO, beside: Beside) -> Iterator[Met]:
        about = os.fstat(stream.fileno())
        if not self.met.is_new((about.st_dev, about.st_ino)):
            yield Skipped(path, Ignored.ALREADY_READ)
            return
        try:
            known = beside.metadata(path.name)
        except MetadataError as error:
            yield Rejection(path, Reason.BAD_METADATA, str(error))
            return
        yield from contents(Container(path, path.name, stream, known, self.limit), lambda: _anew(path))


def _anew(path: Path) -> BinaryIO:
    """The file opened once more."""
    stream = opened_stream(path)
    if isinstance(stream, Refused):
        raise DamagedError(stream.code.sentence)
    return stream


def _head(path: Path) -> bytes:
    """A file's first bytes; none where it cannot be opened, which its reader will tell."""
    stream = opened_stream(path)
    if isinstance(stream, Refused):
        return b""
    with stream:
        return head_of(stream)


def _orphans(beside: Beside, names: list[str]) -> Iterator[Rejection]:
    described = {base for name in names if is_read(name) for base in bases(name)}
    return beside.orphans(
        names, lambda base: base in described or any(beside.has(base + suffix) for suffix in SUFFIXES)
    )


def _place(path: Path) -> str:
    return os.path.normpath(path.absolute())


def _matches(pattern: Path) -> list[Path]:
    """What a pattern such as `news/**/2021-*.txt` stands for, by name; a path without wildcards stands for nothing."""
    if not re.search(r"[*?\[]", str(pattern)):
        return []
    anchor = Path(pattern.anchor)
    try:
        return sorted(anchor.glob(str(pattern.relative_to(anchor))))
    except ValueError:
        return []
