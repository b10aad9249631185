"""Rows → a table for eyes, CSV for spreadsheets, JSON for programs.

In: names of columns and rows. Out: printed text. Dates are ISO 8601; what is not known is empty (JSON: null).
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from shutil import get_terminal_size
from typing import Any

Row = Sequence[Any]
# A line end in a quotation or a file name must not break a table, nor an escape sequence reach the terminal.
IN_A_LINE = dict.fromkeys([0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029], " ") | {
    code: f"\\x{code:02x}" for code in range(0xA0) if code not in range(0x20, 0x7F) and code not in (9, 10, 13, 0x85)
}


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def print_rows(columns: Sequence[str], rows: Sequence[Row], form: Format) -> None:
    """Print rows in one of the forms."""
    {Format.TABLE: _print_table, Format.CSV: _print_csv, Format.JSON: _print_json}[form](columns, rows)


def _print_table(columns: Sequence[str], rows: Sequence[Row]) -> None:
    """A table; on a terminal that is too narrow for it, one line a value and an empty line after each row."""
    texts = [[in_a_line(cell(value)) for value in row] for row in rows]
    widths = [max(map(len, [column, *(row[n] for row in texts)])) for n, column in enumerate(columns)]
    if sys.stdout.isatty() and sum(widths) + 2 * len(widths) > get_terminal_size().columns:
        _print_records(columns, texts)
        return
    rightward = [any(_is_number(row[n]) for row in rows) for n in range(len(columns))]
    for line in (list(columns), ["-" * width for width in widths], *texts):
        told = (
            text.rjust(w) if right else text.ljust(w) for text, w, right in zip(line, widths, rightward, strict=True)
        )
        print("  ".join(told).rstrip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _print_records(columns: Sequence[str], texts: Sequence[Sequence[str]]) -> None:
    width = max(map(len, columns))
    for row in texts:
        for column, text in zip(columns, row, strict=True):
            if text:
                print(f"{column.rjust(width)}  {text}")
        print()


def _print_csv(columns: Sequence[str], rows: Sequence[Row]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)


def _print_json(columns: Sequence[str], rows: Sequence[Row]) -> None:
    objects = [dict(zip(columns, map(plain, row), strict=True)) for row in rows]
    print(json.dumps(objects, ensure_ascii=False, indent=2))


def cell(value: Any) -> str:
    """A value in a table or CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(plain(value))


def in_a_line(text: str) -> str:
    """The text for a terminal, in one line."""
    return text.translate(IN_A_LINE)


def plain(value: Any) -> Any:
    """A value that JSON has: dates as text, fractions as numbers."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else float(value)
