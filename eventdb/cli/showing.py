"""Rows → a table for eyes, CSV for spreadsheets, JSON for programs.

In: names of columns and rows. Out: printed text, fitted to the window of a terminal. Dates are ISO 8601; what is
not known is empty (JSON: null).
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
NARROW = 14  # a text cut to less than that, or a day cut at all, tells nothing
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
    """A table. In a narrow window long texts are cut, or, where that does not do, each value has a line of its own."""
    texts = [[in_a_line(cell(value)) for value in row] for row in rows]
    widths = [max(map(len, [column, *(row[n] for row in texts)])) for n, column in enumerate(columns)]
    rightward = [any(_is_number(row[n]) for row in rows) for n in range(len(columns))]
    if sys.stdout.isatty():
        kept = [max(len(column), width if right else min(width, NARROW))
                for column, width, right in zip(columns, widths, rightward, strict=True)]  # fmt: skip
        fitted = fit(widths, kept, get_terminal_size().columns - 2 * (len(widths) - 1))
        if fitted is None:
            _print_records(columns, texts)
            return
        widths = fitted
    for line in (list(columns), ["-" * width for width in widths], *texts):
        told = (
            text.rjust(w) if right else _cut(text, w).ljust(w)
            for text, w, right in zip(line, widths, rightward, strict=True)
        )
        print("  ".join(told).rstrip())


def fit(widths: Sequence[int], least: Sequence[int], space: int) -> list[int] | None:
    """Widths of columns that together need no more than the space, the widest cut first; None if they cannot."""
    if sum(least) > space:
        return None
    fitted = list(widths)
    while sum(fitted) > space:
        widest = max((n for n in range(len(fitted)) if fitted[n] > least[n]), key=fitted.__getitem__)
        fitted[widest] -= 1
    return fitted


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


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
