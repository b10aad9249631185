"""Values → what CSV and JSON have for them.

In: values as the database gives them. Out: text for a cell, plain values for JSON. Pure. What is not known is an empty
cell, and null in JSON; days are ISO 8601, instants too, in UTC.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from .relations import Column, Kind

Shaper = Callable[[Any], Any]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell of text that begins so is run as a formula by spreadsheets."""


def cell_of(column: Column, *, guarded: bool) -> Shaper:
    """How a column's values are written to CSV; a guarded text never begins like a formula."""
    return guarded_text if guarded and column.kind is Kind.TEXT else cell


def cell(value: Any) -> str:
    """A value as a cell of CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(plain(value))


def guarded_text(value: str | None) -> str:
    """A text as a cell that no spreadsheet runs: an apostrophe stands before what could be a formula."""
    text = value or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def plain_of(column: Column) -> Shaper:
    """How a column's values are written to JSON; keys as text, since many readers keep 53 bits of a number only."""
    return key_text if column.kind is Kind.KEY else plain


def key_text(value: int | None) -> str | None:
    """A key in JSON."""
    return None if value is None else str(value)


def plain(value: Any) -> Any:
    """A value that JSON has."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | None) else float(value)
