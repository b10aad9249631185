"""What a reader of one format is given: a stream with its place. In: items' bytes. Out: sources and rejections of them.

A reader is a function of a `Container` that yields what it finds, in order. It holds one item at a time and never reads
an item beyond its limit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from loaders.sources.met import Met, Page, Source, numbered, source
from loaders.sources.metadata import NO_METADATA, Metadata
from loaders.sources.opening import MEGABYTE, too_large
from loaders.sources.reasons import Ignored, Reason, Rejection, Skipped, rejection

LIMIT = MEGABYTE  # some 150,000 words: the longest articles have a tenth of that, and a minute is spent on it
MARKUP_SHARE = 10  # a page of HTML may be so much larger than its article


@dataclass(frozen=True, slots=True)
class Container:
    """A stream to be read, `known` beside it; `limit` is the largest article.

    What `is_passing`, as standard input does, comes from no place that could be found again: its items are placed by
    what they hold, so that two texts that pass one after the other are not two versions of one article.
    """

    path: Path
    name: str
    stream: IO[bytes]
    known: Metadata = NO_METADATA
    limit: int = LIMIT
    is_passing: bool = False

    @property
    def page_limit(self) -> int:
        """The largest page."""
        return self.limit * MARKUP_SHARE

    def whole(self, page: Page | None = None) -> Source | Rejection:
        """The stream as one article."""
        limit = self.page_limit if page else self.limit
        raw = self.stream.read(limit + 1)
        if len(raw) > limit:
            return rejection(self.path, Reason.TOO_LARGE, too_large(None, limit))
        path = numbered(self.path, _mark(raw)) if self.is_passing else self.path
        return source(path, self.name, raw, self.known, page=page, is_numbered=self.is_passing)

    def item(self, number: int, raw: bytes, known: Metadata, page: Page | None = None) -> Source:
        """A numbered article of the stream; a day in the stream's name is not that of each article."""
        path = numbered(self.path, f"{number}-{_mark(raw)}" if self.is_passing else number)
        return source(path, "", raw, known, page=page, is_numbered=True)

    def rejected(self, number: int, code: Reason, detail: str = "") -> Rejection:
        """A numbered item that is not loaded."""
        return rejection(numbered(self.path, number), code, detail)

    def skipped(self, number: int, why: Ignored) -> Skipped:
        """A numbered item that is no article."""
        return Skipped(numbered(self.path, number), why)


Reader = Callable[[Container], Iterator[Met]]


def _mark(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:16]
