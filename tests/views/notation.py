"""Notation of cells: in goes what a drawn table says, out come columns of the database.

Days are `2021-03-18`, `2021-03-13/2021-03-17`, `../2021-05-01`, or `--09-04` without a year.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from psycopg.types.range import DateRange

from tests.views.tables import Row

FIGURES = ("low", "best", "high")


def span(cell: str | None) -> tuple[str | None, str | None]:
    """`2021-03-18`, `2021-03-13/2021-03-17`, `../2021-05-01` or `--09-04`: its two ends."""
    if cell is None:
        return None, None
    first, _, last = cell.partition("/")
    ends = [None if end == ".." else end for end in (first, last or first)]
    return ends[0], ends[1]


def published_columns(cell: str | None) -> dict[str, Any]:
    first, last = span(cell)
    basis = {"published_basis_code": "unknown" if cell is None else "byline"}
    if first is None or last is None:
        return basis
    if first.startswith("--"):
        return {**basis, "published_first_yearless": first, "published_last_yearless": last}
    return {**basis, "published": DateRange(date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1))}


def day_columns(row: Row) -> dict[str, Any]:
    first, last = span(row.get("starts"))
    ends = {"starts_from": first, "starts_to": last, "ends_to": row.get("ends")}
    columns = {
        (f"{name}_yearless" if day.startswith("--") else name): day for name, day in ends.items() if day is not None
    }
    precision = None if not columns else 1 if first == last else 2
    return {**columns, "date_precision_code": precision}


def figure_columns(cell: str) -> dict[str, Any]:
    """`8`, `at_least 8`, `10..15`, `10..12..15` (with a best figure), `vague 24` or `stated_none`."""
    if ".." in cell:
        numbers = [int(number) for number in cell.split("..")]
        best = numbers[1] if len(numbers) == 3 else None
        return {"qualifier_code": "between", "low": numbers[0], "best": best, "high": numbers[-1]}
    word, _, digits = cell.rpartition(" ")
    if cell == "stated_none":
        return {"qualifier_code": cell, "value": 0, "low": 0, "best": 0, "high": 0}
    number = int(digits)
    bounds: dict[str, tuple[int | None, int | None, int | None]] = {
        "": (number, number, number),
        "at_least": (number, number, None),
        "more_than": (number + 1, number + 1, None),
        "nearly": (None, number - 1, number - 1),
        "up_to": (None, None, number),
        "about": (None, number, None),
        "vague": (number, None, None),
    }
    value = None if word == "vague" else number
    return {"qualifier_code": word or "exact", "value": value, **dict(zip(FIGURES, bounds[word], strict=True))}
