"""A row → a text of one line a column, with the place of each value in it.

In: the cells of a row. Out: a `Card`. Columns without a value have no line. `UnfitError` says why a row is no event:
it names the column, the value, and what would have been right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

BREAKS = re.compile(r"[\x00-\x1f\x7f\s]+")
MISSING = frozenset({"", "None", "NA", "N/A", "NaN", "nan", "NULL", "null", "."})  # "Nan" is a town
NUMBER = re.compile(r"(-?\d{1,18})(?:\.0*)?")


class UnfitError(ValueError):
    """A row that cannot be an event."""


@dataclass(frozen=True)
class Card:
    """A record: its data set, its id there, and its cells; `number` is that of its row."""

    dataset: str
    own_id: str
    number: int
    cells: dict[str, str]

    @property
    def address(self) -> str:
        """What names it everywhere: `ucdp-ged:412345`."""
        return f"{self.dataset}:{self.own_id}"

    def get(self, column: str) -> str:
        """A value in one line; empty where there is none."""
        return self._values.get(column, "")

    def first(self, *columns: str) -> str | None:
        """The first of these columns that has a value."""
        return next((column for column in columns if self.get(column)), None)

    def whole(self, column: str) -> int | None:
        """A whole number; None where there is none. UnfitError for anything else."""
        value = self.get(column)
        found = NUMBER.fullmatch(value)
        if value and not found:
            raise UnfitError(f"{column} is {value!r}; a whole number would be right")
        return int(found[1]) if found else None

    def coordinates(self, latitude: str, longitude: str) -> tuple[float, float] | None:
        """Degrees; None where there are none. UnfitError for what lies on no globe."""
        north, east = self.get(latitude), self.get(longitude)
        if not north or not east:
            return None
        try:
            spot = float(north), float(east)
        except ValueError:
            raise UnfitError(f"{latitude} and {longitude} are {north!r} and {east!r}; degrees would be right") from None
        if not (abs(spot[0]) <= 90 and abs(spot[1]) <= 180):
            raise UnfitError(f"{latitude} and {longitude} are {north!r} and {east!r}, which lie on no globe")
        return spot

    @cached_property
    def _values(self) -> dict[str, str]:
        plain = {column: BREAKS.sub(" ", value).strip() for column, value in self.cells.items() if column}
        return {column: value for column, value in plain.items() if value not in MISSING}

    @cached_property
    def text(self) -> str:
        """The row, a line a column."""
        return "\n".join(f"{column}: {value}" for column, value in self._values.items())

    @cached_property
    def _starts(self) -> dict[str, int]:
        starts, at = {}, 0
        for column, value in self._values.items():
            starts[column] = at
            at += len(column) + len(value) + 3
        return starts

    def span(self, column: str) -> tuple[int, int]:
        """Where a column's value stands in the text."""
        start = self._starts[column] + len(column) + 2
        return start, start + len(self.get(column))

    def line(self, column: str) -> tuple[int, int]:
        """Where a column's line stands in the text."""
        return self._starts[column], self.span(column)[1]
