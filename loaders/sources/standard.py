"""Standard input as an input. In: a stream that can be read once. Out: what it holds.

What it holds is placed by its contents (`/dev/stdin#3f2a9c…`, a line as `/dev/stdin#12-3f2a9c…`), so that texts which
pass one after the other never stand for each other; a rejected line or record is placed by its number.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from loaders.sources.containers import LIMIT, Container
from loaders.sources.kinds import contents
from loaders.sources.met import STANDARD_INPUT, Met, Whole

SIGN = "-"


@dataclass(frozen=True, slots=True)
class StandardInput:
    """A stream in the place of a path; `has_lines` tells that it holds JSON Lines."""

    stream: IO[bytes]
    has_lines: bool = False

    def __fspath__(self) -> str:
        """As people write it."""
        return SIGN


Input = str | Path | StandardInput


def passing(given: StandardInput, limit: int = LIMIT) -> Iterator[Met]:
    """What comes through standard input."""
    stream = given.stream if isinstance(given.stream, io.BufferedReader) else _buffered(given.stream)
    container = Container(STANDARD_INPUT, _name(given), stream, limit=limit, is_passing=True)
    yield from (met for met in contents(container, None) if not isinstance(met, Whole))  # the next one is another


def _name(given: StandardInput) -> str:
    return "lines.jsonl" if given.has_lines else ""


def _buffered(stream: IO[bytes]) -> io.BufferedReader:
    return io.BufferedReader(stream)  # type: ignore[arg-type]
