"""Reads lexicon files: built-in folder first, then the user's folders, whose entries add or override.

In: a file's name, its columns or fields, folders beyond those chosen for the process. Out: rows that know their file
and line. An entry that has the name of an earlier one takes its place; what it leaves out stays as it was, and a list
or cell that begins with `+` is added. Nothing here knows what a row means; a malformed row raises LexiconError with
file and line, none is skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from eventdb.errors import LexiconError
from loaders.lexicons.own import BUILT_IN, Folders, own_paths, shown

__all__ = [
    "ADDED",
    "BUILT_IN",
    "Folders",
    "Item",
    "Row",
    "checked",
    "items_of",
    "line_of",
    "number",
    "paths_of",
    "read_items",
    "read_table",
    "read_yaml",
    "several",
]

LEFT_OUT = "\0"
"""The cell of a column that a user's file leaves out."""

ADDED = "+"
"""What opens a list or a cell that is added to the earlier entry's."""


class Row(NamedTuple):
    """A line of a CSV lexicon: where it stands and its cells in the order of the columns."""

    path: Path
    line: int
    cells: list[str]

    def fault(self, message: str) -> LexiconError:
        """The error to raise for this row."""
        return LexiconError(f"{shown(self.path)}, line {self.line}: {message}")


class Item(NamedTuple):
    """An entry of a YAML lexicon: its file, the way to it inside the file, and its fields."""

    path: Path
    way: tuple[str | int, ...]
    fields: dict[str, Any]

    def fault(self, message: str) -> LexiconError:
        """The error to raise for this entry; only now is the file read a second time, for the line."""
        return LexiconError(f"{shown(self.path)}, line {line_of(self.path, self.way)}: {message}")

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


def paths_of(name: str, folders: Folders = ()) -> list[Path]:
    """The files of that name, built-in first; a user's folder need not have one."""
    return [BUILT_IN / name, *own_paths(name, folders)]


def read_table(name: str, columns: tuple[str, ...], folders: Folders = ()) -> dict[str, Row]:
    """Rows of `name` by their first cell; a later folder's row changes one of the same first cell."""
    rows = _unique(_rows(BUILT_IN / name, columns))
    for path in own_paths(name, folders):
        own = _unique(_rows(path, columns))
        rows |= {key: _overriding(row, rows.get(key), columns) for key, row in own.items()}
    return rows


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file; a user's file may leave out columns, whose cells are then LEFT_OUT."""
    reader = csv.reader(StringIO(_text(path), newline=""))
    header = next(reader, [])
    if tuple(header) == columns:
        yield from (Row(path, reader.line_num, cells) for cells in reader)
        return
    if BUILT_IN in path.parents or header[:1] != [columns[0]] or not set(header) <= {*columns}:
        raise LexiconError(f"{shown(path)}, line 1: columns are {','.join(header)}; right: {','.join(columns)}")
    for cells in reader:
        row = Row(path, reader.line_num, cells)
        given = dict(zip(header, checked(row, tuple(header)), strict=True))
        yield Row(path, reader.line_num, [given.get(column, LEFT_OUT) for column in columns])


def _text(path: Path) -> str:
    """The text of a file; a byte order mark, which spreadsheets write, is no part of it."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{shown(path)}, line {line}: this is not UTF-8") from error


def _unique(rows: Iterable[Row]) -> dict[str, Row]:
    unique: dict[str, Row] = {}
    for row in rows:
        if not row.cells or row.cells[0] in unique:
            raise row.fault(f"{row.cells[:1]} is empty or stands twice; each row needs a first cell of its own")
        unique[row.cells[0]] = row
    return unique


def _overriding(row: Row, earlier: Row | None, columns: tuple[str, ...]) -> Row:
    """A user's row with the cells that it leaves to an earlier one."""
    if earlier is None:
        if LEFT_OUT in row.cells:
            raise row.fault(f"{row.cells[0]!r} is new; a new row needs all columns: {','.join(columns)}")
        return row
    cells = checked(row, columns)
    return row._replace(cells=[_cell(own, old) for own, old in zip(cells, checked(earlier, columns), strict=True)])


def _cell(own: str, earlier: str) -> str:
    if own == LEFT_OUT:
        return earlier
    return ";".join(filter(None, (earlier, own.removeprefix(ADDED)))) if own.startswith(ADDED) else own


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
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise LexiconError(f"{shown(path)}{line}: this is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise LexiconError(f"{shown(path)} is not YAML: {error}") from error


def read_items(name: str, section: str, known: frozenset[str], folders: Folders = (), key: str = "") -> list[Item]:
    """The entries of a list `section` in every file of that name; unknown fields raise.

    With `key`, the field that names an entry, a later file's entry changes an earlier one of the same name.
    """
    found = list(items_of(BUILT_IN / name, section, known))
    for path in own_paths(name, folders):
        own = list(items_of(path, section, known))
        found = _overridden(found, own, key) if key else found + own
    return found


def _overridden(earlier: list[Item], own: list[Item], key: str) -> list[Item]:
    """The earlier entries, each changed by the one of its name, then those with new names."""
    named: dict[str, Item] = {}
    for item in own:
        if item.text(key) in named:
            raise item.fault(f"{key} {item.text(key)!r} stands twice; each entry needs a {key} of its own")
        named[item.text(key)] = item
    kept = [_changed(item, named.pop(item.text(key), None)) for item in earlier]
    return [*kept, *named.values()]


def _changed(earlier: Item, own: Item | None) -> Item:
    if own is None:
        return earlier
    fields = {**earlier.fields, **own.fields}
    for name, value in own.fields.items():
        if isinstance(value, list) and value[:1] == [ADDED]:
            fields[name] = [*earlier.fields.get(name, []), *value[1:]]
    return own._replace(fields=fields)


def items_of(path: Path, section: str, known: frozenset[str]) -> Iterator[Item]:
    """The entries of one file, of its list `section`, or of the whole file where that is ""."""
    for number_, fields in enumerate(_section(path, section)):
        item = Item(path, (section, number_) if section else (number_,), fields)
        if not isinstance(fields, dict):
            raise item.fault(f"{fields!r} is no entry; a mapping of fields would be right")
        if unknown := fields.keys() - known:
            raise item.fault(f"unknown field {sorted(unknown)}; known are {', '.join(sorted(known))}")
        yield item


def _section(path: Path, section: str) -> list[Any]:
    content = read_yaml(path)
    if section:
        content = content.get(section, []) if isinstance(content, Mapping) else None
    if not isinstance(content, list):
        told = f"{section} is not a list of entries" if section else "it is not a list of entries"
        raise LexiconError(f"{shown(path)}, line 1: {told}; `- name: …` on each would be right")
    return content


def line_of(path: Path, way: tuple[str | int, ...]) -> int:
    """The line, counted from 1, of the node that `way` (keys and list positions) leads to."""
    node = yaml.compose(path.read_bytes(), Loader=yaml.CBaseLoader)
    for step in way:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(step)]
        elif isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
    return int(node.start_mark.line) + 1 if node else 1
