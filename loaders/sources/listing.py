"""The names in a folder, in order, however many there are. In: a folder. Out: runs of names, each after the last one.

Each pass through the folder takes the least names that were not told yet: no more than a run is held, and the order is
the same on every system. A folder of one run is passed through once.
"""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from loaders.sources.beside import is_side_file
from loaders.sources.decoding import Refused
from loaders.sources.reasons import Reason

RUN = 50_000


@dataclass(frozen=True, slots=True)
class Run:
    """Names in order. `known` are all names that can matter to metadata; None where only the folder itself can tell."""

    names: list[str]
    is_last: bool
    known: frozenset[str] | None


def runs(folder: Path) -> Iterator[Run | Refused]:
    """All names in a folder; what ends them is told as the last."""
    after, is_first = "", True
    while True:
        try:
            run = _run(folder, after, is_first=is_first)
        except OSError as error:
            yield Refused(Reason.UNREADABLE, error.strerror or "")
            return
        yield run
        if run.is_last:
            return
        after, is_first = run.names[-1], False


def _run(folder: Path, after: str, *, is_first: bool) -> Run:
    with os.scandir(folder) as entries:
        rest = _Rest(entry.name for entry in entries)
        names = (name for name in rest if name > after)
        run = sorted(islice(names, RUN))
        more = next(names, None)
        if more is not None:
            run = heapq.nsmallest(RUN, chain(run, [more], names))
    if is_first and more is None:
        return Run(run, True, frozenset(run))
    return Run(run, more is None, None if rest.has_side_files else frozenset())


class _Rest:
    """Names that are passed on, and whether a file of metadata was among them."""

    def __init__(self, names: Iterator[str]) -> None:
        self.names = names
        self.has_side_files = False

    def __iter__(self) -> Iterator[str]:
        for name in self.names:
            self.has_side_files = self.has_side_files or is_side_file(name)
            yield name
