"""What reading an input yields, one item at a time. In: nothing. Out: the values `Source` and `Met`, places of items.

A place is a path as it is stored and shown: of a file, or of an item inside one, as `news.zip!/a/b.txt` and
`news.jsonl#12`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.sources.metadata import Metadata
from loaders.sources.reasons import Rejection, Skipped

STANDARD_INPUT = Path("/dev/stdin")
ARCHIVED = "!"  # behind the name of an archive, as if it were a folder


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page of HTML from outside it: how it was sent, from where, and when at the latest."""

    charset: str | None = None
    address: str | None = None
    fetched: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An item's bytes as they stand, with the metadata beside it; `sha256` in hexadecimal, `size` in bytes.

    `page` is there for HTML. `is_numbered` tells that the place is a mere number, at which tomorrow another article may
    stand: the same place is then no sign of the same article.
    """

    path: Path
    name: str
    raw: bytes
    sha256: str
    size: int
    metadata: Metadata
    page: Page | None = None
    is_numbered: bool = False

    @property
    def beside(self) -> str:
        """All that is known beside the bytes, as words that differ where any of it does."""
        return repr(self.metadata) if self.page is None else repr((self.metadata, self.page))


@dataclass(frozen=True, slots=True)
class Whole:
    """A file of several items that was read to its end: what was not met in it now is not there any more."""

    path: Path


Met = Source | Rejection | Skipped | Whole


def source(
    path: Path, name: str, raw: bytes, known: Metadata, *, page: Page | None = None, is_numbered: bool = False
) -> Source:
    """A source with hash and size of its bytes."""
    return Source(path, name, raw, hashlib.sha256(raw).hexdigest(), len(raw), known, page, is_numbered)


def file_of(place: Path) -> Path | None:
    """The file that has an item, itself or inside; None where it is gone."""
    for each in () if place.name.startswith(f"{STANDARD_INPUT.name}#") else (place, *place.parents):
        names = (each.name, each.name.rpartition("#")[0], each.name.removesuffix(ARCHIVED))
        found = next((each.with_name(name) for name in names if name and each.with_name(name).is_file()), None)
        if found:
            return found
    return None


def inside(container: Path, name: str) -> Path:
    """The place of a member of an archive."""
    return container.with_name(f"{container.name}{ARCHIVED}") / name


def numbered(container: Path, number: int | str) -> Path:
    """The place of a line or record."""
    return container.with_name(f"{container.name}#{number}")
