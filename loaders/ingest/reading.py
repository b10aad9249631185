"""Files read without any database. In: paths. Out: what an extractor makes of each file, or why there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..facts import ArticleFacts
from ..outcome import Attempt, Fault, Found, Named, extract_document
from ..sources import Input, Rejection, Source, document, sources


def extracted(paths: Iterable[Input]) -> Iterator[tuple[Path, ArticleFacts | Rejection | Fault]]:
    """The facts of each file under the paths; or why there are none."""
    return read_by(extract_document, paths)


def read_by(
    extractor: Callable[[Named], Found], paths: Iterable[Input]
) -> Iterator[tuple[Path, Found | Rejection | Fault]]:
    """What an extractor makes of each file under the paths; or why there is nothing."""
    for each in sources(paths):
        if isinstance(each, Source):
            read = document(each)
            yield each.path, read if isinstance(read, Rejection) else Attempt(extractor)((each.name, read))
        elif isinstance(each, Rejection):
            yield each.path, each
