"""Rows → CSV, JSON Lines, GeoJSON or Parquet, written as they come.

In: columns, rows, an open file of bytes. Out: the number of rows written. UsageError where the columns do not fit the
format. Nothing is kept in memory but the rows at hand.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Any, BinaryIO

from eventdb.errors import UsageError

from .cells import cell_of, plain_of
from .relations import Column, Row

COORDINATES = ("latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Layout:
    """What is written: a relation's name and columns, and whether cells are kept from being run as formulas."""

    name: str
    columns: Sequence[Column]
    guarded: bool = True

    @property
    def names(self) -> list[str]:
        """The columns' names."""
        return [column.name for column in self.columns]


Writer = Callable[[BinaryIO, Layout, Iterator[Row]], int]


def write_csv(file: BinaryIO, layout: Layout, rows: Iterator[Row]) -> int:
    """CSV in UTF-8 with a line of names; what is not known is empty."""
    shapers = [cell_of(column, guarded=layout.guarded) for column in layout.columns]
    count = 0
    with as_text(file) as text:
        writer = csv.writer(text)  # lines end as in RFC 4180, so that a line end of either kind is quoted in a cell
        writer.writerow(layout.names)
        for row in rows:
            writer.writerow([shape(value) for shape, value in zip(shapers, row, strict=True)])
            count += 1
    return count


def write_jsonl(file: BinaryIO, layout: Layout, rows: Iterator[Row]) -> int:
    """One JSON object a line."""
    count = 0
    for each in _objects(layout, rows):
        file.write(_json(each) + b"\n")
        count += 1
    return count


def write_geojson(file: BinaryIO, layout: Layout, rows: Iterator[Row]) -> int:
    """A collection of features, one a row; a row without coordinates has no geometry."""
    require_coordinates(layout)
    file.write(b'{"type": "FeatureCollection", "features": [')
    count = 0
    for each in _objects(layout, rows):
        file.write((b",\n" if count else b"\n") + _json(_feature(each)))
        count += 1
    file.write(b"\n]}\n")
    return count


def require_coordinates(layout: Layout) -> None:
    """UsageError where a row has no place on a map."""
    if not is_on_a_map(layout.columns):
        raise UsageError(f"{layout.name} has no columns latitude and longitude, which GeoJSON needs")


def is_on_a_map(columns: Sequence[Column]) -> bool:
    """Whether rows have coordinates."""
    return {column.name for column in columns} >= set(COORDINATES)


def write_parquet(file: BinaryIO, layout: Layout, rows: Iterator[Row]) -> int:
    """Parquet with dates as dates and integers as integers, null where nothing is known."""
    from .parquet import write

    return write(file, layout, rows)


WRITERS: dict[str, Writer] = {
    "parquet": write_parquet,
    "csv": write_csv,
    "jsonl": write_jsonl,
    "geojson": write_geojson,
}


def _objects(layout: Layout, rows: Iterator[Row]) -> Iterator[dict[str, Any]]:
    shapers = [(column.name, plain_of(column)) for column in layout.columns]
    for row in rows:
        yield {name: shape(value) for (name, shape), value in zip(shapers, row, strict=True)}


def _feature(properties: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = (properties.pop(name) for name in COORDINATES)
    known = latitude is not None and longitude is not None
    geometry = {"type": "Point", "coordinates": [longitude, latitude]} if known else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


@contextmanager
def as_text(file: BinaryIO) -> Iterator[TextIOWrapper]:
    """A file of bytes as text; it stays open for its owner."""
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        yield text
    finally:
        text.detach()
