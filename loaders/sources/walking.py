"""Paths to sources, one after the other. In: folders, files, patterns. Out: sources, rejections, skipped files.

A folder is read in the order of its names, its sub-folders among them; only one folder's names are held at a time.
Files in a folder count if they end in .txt, .text or .md; a file named by itself is always read. Each real file is
handed on once, by whatever names and links it is met.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import MetadataError
from loaders.sources.beside import Beside
from loaders.sources.decoding import Refused
from loaders.sources.metadata import Metadata
from loaders.sources.opening import MEGABYTE, opened, state
from loaders.sources.reasons import Ignored, Reason, Rejection, Skipped, rejection
from loaders.sources.sidecars import MANIFEST, SUFFIXES

EXTENSIONS = frozenset({".txt", ".text", ".md"})
LIMIT = MEGABYTE  # some 150,000 words: the longest articles have a tenth of that, and a minute is spent on it


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes as they stand, with the metadata beside it; `sha256` in hexadecimal, `size` in bytes."""

    path: Path
    name: str
    raw: bytes
    sha256: str
    size: int
    metadata: Metadata


Met = Source | Rejection | Skipped


def sources(paths: Iterable[str | Path], *, limit: int = LIMIT) -> Iterator[Met]:
    """All files under the paths as they are met; `limit` is the largest size in bytes."""
    walk = _Walk(limit)
    for path in paths:
        yield from walk.given(Path(path))


class _Walk:
    """What was met already, so that links that lead back end there."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.met: set[tuple[int, int]] = set()

    def given(self, path: Path) -> Iterator[Met]:
        """A path as the user wrote it."""
        if os.path.lexists(path):
            yield from self.entry(path, Beside(path.parent))
            return
        matches = _matches(path)
        if not matches:
            yield rejection(path, Reason.NOT_FOUND)
        for match in matches:
            yield from self.entry(match, Beside(match.parent))

    def entry(self, path: Path, beside: Beside) -> Iterator[Met]:
        """A folder or a file."""
        found = state(path)
        if isinstance(found, Refused):
            yield rejection(path, found.code, found.detail)
        elif not stat.S_ISDIR(found.st_mode):
            yield self.file(path, beside)
        elif self._is_new((found.st_dev, found.st_ino)):
            yield from self.folder(path)
        else:
            yield Skipped(path, Ignored.ALREADY_READ)

    def _is_new(self, identity: tuple[int, int]) -> bool:
        is_new = identity not in self.met
        self.met.add(identity)
        return is_new

    def folder(self, path: Path) -> Iterator[Met]:
        """A folder's entries by name, then the metadata that describe none of them."""
        try:
            names = sorted(entry.name for entry in path.iterdir())
        except OSError as error:
            yield rejection(path, Reason.UNREADABLE, error.strerror or "")
            return
        beside = Beside(path, frozenset(names))
        for name in names:
            yield from self._member(path / name, beside)
        yield from beside.orphans(is_article)

    def _member(self, path: Path, beside: Beside) -> Iterator[Met]:
        if path.name.startswith("."):
            yield Skipped(path, Ignored.HIDDEN)
        elif path.name == MANIFEST or path.name.endswith(SUFFIXES):
            yield Skipped(path, Ignored.METADATA)
        elif is_article(path.name) or path.is_dir():
            yield from self.entry(path, beside)
        else:
            yield Skipped(path, Ignored.OTHER_EXTENSION)

    def file(self, path: Path, beside: Beside) -> Met:
        """One file with what stands beside it."""
        found = opened(path, self.limit)
        if isinstance(found, Refused):
            return rejection(path, found.code, found.detail)
        if not self._is_new(found.identity):
            return Skipped(path, Ignored.ALREADY_READ)
        try:
            known = beside.metadata(path.name)
        except MetadataError as error:
            return Rejection(path, Reason.BAD_METADATA, str(error))
        return Source(path, path.name, found.raw, hashlib.sha256(found.raw).hexdigest(), len(found.raw), known)


def _matches(pattern: Path) -> list[Path]:
    """What a pattern such as `news/**/2021-*.txt` stands for, by name; a path without wildcards stands for nothing."""
    if not re.search(r"[*?\[]", str(pattern)):
        return []
    anchor = Path(pattern.anchor)
    try:
        return sorted(anchor.glob(str(pattern.relative_to(anchor))))
    except ValueError:
        return []


def is_article(name: str) -> bool:
    """Whether a file of a folder is read, by its extension."""
    return Path(name).suffix.casefold() in EXTENSIONS and not name.startswith(".")
