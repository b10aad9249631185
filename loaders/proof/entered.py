"""What a user's folder adds and overrides: a folder goes in, entries with their file and name come out."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from loaders.lexicons.merging import SHAPES
from loaders.lexicons.own import BUILT_IN, own_files
from loaders.lexicons.reading import read_yaml

NAMES = ("name", "let", "key", "class", "phrase", "type", "is", "pattern")
"""Fields by which an entry of a list is known, the first that it has."""
GROWING = frozenset({*SHAPES, "moods.yaml", "event_words.yaml"})
"""Files whose lists of words grow by a user's."""


EXAMPLES = ("examples", "counter", "counter_examples", "counterexamples")
"""Lists that prove others."""


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry or a list of words of a user's file: whether it adds, adds to what is built in, or changes it."""

    file: str
    name: str
    does: str
    words: tuple[str, ...] = ()


def entries(folder: Path) -> list[Entered]:
    """All entries of a folder, file by file, in their order."""
    return [entered for path in own_files(folder) for entered in _of_file(folder, path)]


def _of_file(folder: Path, path: Path) -> Iterator[Entered]:
    file = path.relative_to(folder).as_posix()
    known = {name for name, _ in _named(BUILT_IN / file)}
    for name, words in _named(path):
        does = "adds" if name not in known else "adds to" if file in GROWING else "changes"
        yield Entered(file, name, does, words)


def _named(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names of the entries of a file, and the words of those that are lists of words."""
    if path.suffix == ".csv":
        rows = csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        next(rows, None)
        yield from ((row[0], ()) for row in rows if row)
        return
    yield from _in_yaml(read_yaml(path), "")


def _in_yaml(content: Any, way: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(content, dict):
        for key, value in content.items():
            if key not in EXAMPLES:
                yield from _in_yaml(value, f"{way}/{key}" if way else key)
    elif isinstance(content, list) and any(isinstance(row, dict) for row in content):
        yield from ((_name(row), tuple(row.get("heads", row.get("any", ())))) for row in content)
    elif isinstance(content, list):
        yield way, tuple(word for row in content for word in (row if isinstance(row, list) else [row]))
    else:
        yield way, (str(content),)


def _name(row: dict[str, Any]) -> str:
    return next((str(row[field]) for field in NAMES if field in row), "?")
