"""Files as they are downloaded → rows: CSV with commas or semicolons, tabs, Excel, or one of these in a ZIP.

In: a path. Out: `Line`s, one at a time, each with its number as a spreadsheet counts (names stand in row 1).
SourceError where the file cannot be read at all. Text is UTF-8; a cell that is not is taken for Windows-1252, which
some of these files are in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from eventdb.errors import SourceError

SUFFIXES = (".csv", ".tab", ".tsv", ".txt", ".xlsx")
DELIMITERS = ",;\t"
LONGEST_CELL = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its number, and its cells by column; `fault` says why it has none."""

    number: int
    cells: dict[str, str]
    fault: str = ""


def rows(path: Path, required: Sequence[str]) -> Iterator[Line]:
    """All rows of a file; empty ones are no rows. SourceError where the file lacks a required column."""
    with _opened(path) as (name, file):
        table = _excel(file) if name.endswith(".xlsx") else _separated(file)
        yield from _lines(path, table, required)


def _lines(path: Path, table: Iterator[list[str]], required: Sequence[str]) -> Iterator[Line]:
    number = 1
    try:
        names = [name.strip() for name in next(table, [])]
        if not any(names):
            raise SourceError(f"{path} is empty; a table with a row of names would be right")
        if lacking := [column for column in required if column not in names]:
            raise SourceError(
                f"{path} has no column {', '.join(lacking)}; its row of names begins {', '.join(names[:5])}"
            )
        for number, cells in enumerate(table, 2):
            if any(cells):
                yield _line(number, names, cells)
    except csv.Error as error:
        raise SourceError(f"{path}, after row {number}: {error}") from None


def _line(number: int, names: list[str], cells: list[str]) -> Line:
    if len(cells) != len(names):
        return Line(number, {}, f"it has {len(cells)} cells; {len(names)}, as the row of names has, would be right")
    return Line(number, dict(zip(names, cells, strict=True)))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    """The file, or the one table in a ZIP, with its name in small letters."""
    try:
        with path.open("rb") as file:
            if path.suffix.lower() != ".zip":
                yield path.name.lower(), file
                return
            with ZipFile(file) as archive, archive.open(_only_table(path, archive)) as member:
                yield member.name.lower(), io.BufferedReader(member)  # type: ignore[type-var]
    except (OSError, BadZipFile) as error:
        raise SourceError(f"{path} cannot be read: {error}") from None


def _only_table(path: Path, archive: ZipFile) -> str:
    tables = [
        name for name in archive.namelist() if name.lower().endswith(SUFFIXES) and not name.startswith("__MACOSX")
    ]
    if len(tables) != 1:
        raise SourceError(f"{path} holds {len(tables)} tables ({', '.join(tables)}); one would be right")
    return tables[0]


def _separated(file: BinaryIO) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    first = text.readline()
    delimiter = max(DELIMITERS, key=first.count)
    for cells in csv.reader(_chained(first, text), delimiter=delimiter):
        yield [_decoded(cell) for cell in cells]


def _chained(first: str, text: io.TextIOWrapper) -> Iterator[str]:
    yield first
    yield from text


def _decoded(cell: str) -> str:
    """A cell whose bytes are no UTF-8 is in Windows-1252, or else in Latin-1, which has all bytes."""
    if cell.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in cell):
        return cell
    raw = cell.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _excel(file: BinaryIO) -> Iterator[list[str]]:
    """The first sheet of a workbook."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        raise SourceError("Excel files need openpyxl: pip install 'eventdb[xlsx]'; or save the sheet as CSV") from None
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError) as error:
        raise SourceError(f"this is no Excel workbook: {error}") from None
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield [_written(value) for value in row]


def _written(value: Any) -> str:
    """A cell of a workbook as it would stand in CSV."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
