"""Tables as text: in goes a drawn table, out come its rows; in goes an answer of the database, out comes its drawing.

A cell is what stands between bars; `-` is null. Nothing here knows a database.

    article | published
    a1      | 2021-03-13
    a2      | -
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import dedent

Row = dict[str, str | None]


def read_tables(text: str) -> list[tuple[str, list[Row]]]:
    """Tables apart by empty lines, each with the name of its first column."""
    return [_read(block.splitlines()) for block in dedent(text).strip("\n").split("\n\n")]


def _read(lines: Sequence[str]) -> tuple[str, list[Row]]:
    names = _cells(lines[0])
    rows = [dict(zip(names, map(_value, _cells(line)), strict=True)) for line in lines[1:]]
    return names[0], rows


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().split("|")]


def _value(cell: str) -> str | None:
    return None if cell == "-" else cell


def tidy(text: str) -> str:
    """A drawn table with its columns as wide as they must be, so that two drawings can be compared."""
    return render([_cells(line) for line in dedent(text).strip().splitlines()])


def draw(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The drawing of an answer."""
    return render([list(names), *([shown(value) for value in row] for row in rows)])


def render(rows: Sequence[Sequence[str]]) -> str:
    """Cells in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def shown(value: object) -> str:
    """A value as a cell."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.2f}" if isinstance(value, float) else str(value)
