"""Events → tables as UCDP GED, ACLED and GDELT publish theirs, so that tools made for those read ours.

happening   events as these projects see one: parties, days, place, figures, sources; read from the views
ucdp_ged    UCDP GED 23.1 to 25.1: lethal attacks, 49 columns
acled       ACLED: violence, protests, agreements, 31 columns
gdelt       GDELT 2.0's table of events: 61 columns, tabs between them, no line of names

In: `Happening`s, names of places. Out: rows of text and numbers. A column that we cannot know is empty, and
docs/exchange.md says which these are. Pure but for the reading of views.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from ..cells import cell, guarded_text
from ..writers import as_text
from . import acled, gdelt, ucdp_ged
from .happening import Happening, Names, Party, Told, happenings

__all__ = ["SHAPES", "Happening", "Names", "Party", "Shape", "Told", "happenings", "write_shape"]

BREAKS = re.compile(r"[\t\r\n]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """A table of another project: its columns, what an event is there (None: it has no such events), its marks."""

    columns: tuple[str, ...]
    row: Callable[[Happening, Names], dict[str, Any] | None]
    delimiter: str = ","
    has_names: bool = True


SHAPES = {
    "ucdp-ged": Shape(ucdp_ged.COLUMNS, ucdp_ged.row),
    "acled": Shape(acled.COLUMNS, acled.row),
    "gdelt": Shape(gdelt.COLUMNS, gdelt.row, delimiter="\t", has_names=False),
}


def write_shape(
    file: BinaryIO, shape: Shape, events: Iterable[Happening], names: Names, *, guarded: bool
) -> tuple[int, int]:
    """Write the events that such a table has; how many these were, and how many it has no place for."""
    written = left_out = 0
    with as_text(file) as text:
        writer = csv.writer(text, delimiter=shape.delimiter)
        if shape.has_names:
            writer.writerow(shape.columns)
        for event in events:
            if (row := shape.row(event, names)) is None:
                left_out += 1
                continue
            writer.writerow([_cell(row.get(column), guarded=guarded) for column in shape.columns])
            written += 1
    return written, left_out


def _cell(value: Any, *, guarded: bool) -> str:
    """A value in one line: not every reader of these tables knows quoted line ends."""
    if not isinstance(value, str):
        return cell(value)
    line = BREAKS.sub(" ", value)
    return guarded_text(line) if guarded else line
