"""Reads lexicon files: built-in folder first, then the user's folders, whose entries add or replace.

In: a file's name, its columns or fields, the tuple of user folders. Out: rows that know their file and line.
Nothing here knows what a row means; a malformed row raises LexiconError with file and line, none is skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from eventdb.errors import LexiconError

BUILT_IN = Path(__file__).parent
Folders = tuple[Path, ...]


class Row(NamedTuple):
    """A line of a CSV lexicon: where it stands and its cells in the order of the columns."""

    path: Path
    line: int
    cells: list[str]

    def fault(self, message: str) -> LexiconError:
        """The error to raise for this row."""
        return LexiconError(f"{self.path.name}, line {self.line}: {message}")


class Item(NamedTuple):
    """An entry of a YAML lexicon: its file, the way to it inside the file, and its fields."""

    path: Path
    way: tuple[str | int, ...]
    fields: dict[str, Any]

    def fault(self, message: str) -> LexiconError:
        """The error to raise for this entry; only now is the file read a second time, for the line."""
        return LexiconError(f"{self.path.name}, line {line_of(self.path, self.way)}: {message}")

    def text(self, field: str, default: str = "") -> str:
        """The field as a word or phrase; a list or mapping there is an error."""
        value = self.fields.get(field, default)
        if isinstance(value, str):
            return value
        raise self.fault(f"{field} is {value!r}; a single word or phrase would be right")

    def texts(self, field: str) -> tuple[str, ...]:
        """The field as a list of words or phrases; absent is empty."""
        value = self.fields.get(field, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise self.fault(f"{field} is {value!r}; a list of words or phrases would be right")


def paths_of(name: str, folders: Folders) -> list[Path]:
    """The files of that name, built-in first; a user's folder need not have one."""
    return [BUILT_IN / name, *(folder / name for folder in folders if (folder / name).is_file())]


def read_table(name: str, columns: tuple[str, ...], folders: Folders = ()) -> dict[str, Row]:
    """Rows of `name` by their first cell; a later folder's row replaces one of the same first cell."""
    rows: dict[str, Row] = {}
    for path in paths_of(name, folders):
        rows |= _table(path, columns)
    return rows


def _table(path: Path, columns: tuple[str, ...]) -> dict[str, Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if tuple(header) != columns:
            raise LexiconError(f"{path.name}, line 1: columns are {','.join(header)}; right: {','.join(columns)}")
        return _unique(Row(path, reader.line_num, cells) for cells in reader)


def _unique(rows: Iterator[Row]) -> dict[str, Row]:
    unique: dict[str, Row] = {}
    for row in rows:
        if not row.cells or row.cells[0] in unique:
            raise row.fault(f"{row.cells[:1]} is empty or stands twice; each row needs a first cell of its own")
        unique[row.cells[0]] = row
    return unique


def checked(row: Row, columns: tuple[str, ...]) -> list[str]:
    """The row's cells, as many as there are columns."""
    if len(row.cells) != len(columns):
        raise row.fault(f"{len(row.cells)} cells; {len(columns)} would be right: {','.join(columns)}")
    return row.cells


def several(cell: str) -> list[str]:
    """`a;b` → a and b; an empty cell has none."""
    return cell.split(";") if cell else []


def number(row: Row, field: str, cell: str) -> float:
    """The cell as a number; an empty one is 0."""
    try:
        return float(cell or 0)
    except ValueError as error:
        raise row.fault(f"{field} is {cell!r}; a number would be right") from error


def read_yaml(path: Path) -> Any:
    """The file's lists, mappings and strings: every scalar is a string, so that `no` stays a word."""
    try:
        return yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name} is not YAML: {error}") from error


def read_items(name: str, section: str, known: frozenset[str], folders: Folders = ()) -> list[Item]:
    """The entries of a list `section` in every file of that name; unknown fields raise."""
    return [item for path in paths_of(name, folders) for item in _items(path, section, known)]


def _items(path: Path, section: str, known: frozenset[str]) -> Iterator[Item]:
    for number_, fields in enumerate(_section(path, section)):
        item = Item(path, (section, number_), fields)
        if not isinstance(fields, dict):
            raise item.fault(f"{fields!r} is no entry; a mapping of fields would be right")
        if unknown := fields.keys() - known:
            raise item.fault(f"unknown field {sorted(unknown)}; known are {', '.join(sorted(known))}")
        yield item


def _section(path: Path, section: str) -> list[Any]:
    content = read_yaml(path)
    entries = content.get(section, []) if isinstance(content, Mapping) else None
    if not isinstance(entries, list):
        raise LexiconError(f"{path.name}: {section} is not a list of entries")
    return entries


def line_of(path: Path, way: tuple[str | int, ...]) -> int:
    """The line, counted from 1, of the node that `way` (keys and list positions) leads to."""
    node = yaml.compose(path.read_bytes(), Loader=yaml.CBaseLoader)
    for step in way:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(step)]
        elif isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
    return int(node.start_mark.line) + 1 if node else 1
