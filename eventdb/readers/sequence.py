"""Rows as a sequence that turns into a frame.

In: rows of one class. Out: `Rows`, a tuple with methods for pandas, polars and notebooks. pandas and polars are loaded
when they are asked for, and need to be installed (extra `frames`); nothing else here needs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints, overload

from eventdb.errors import EventdbError

if TYPE_CHECKING:
    import pandas
    import polars

Row = TypeVar("Row")
SHOWN = 20
PANDAS = {"int": "Int64", "float": "Float64", "str": "string", "bool": "boolean", "date": "datetime64[s]"}
POLARS = {"int": "Int64", "float": "Float64", "str": "String", "bool": "Boolean", "date": "Date"}
"""Type of a field → type of a column that keeps numbers whole and unknown values unknown."""


@dataclass(frozen=True, slots=True, repr=False)
class Rows(Sequence[Row], Generic[Row]):
    """The answer to a question: a sequence of rows of one class, in the order that its reader tells."""

    row_type: type[Row]
    items: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Rows[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Rows[Row]:
        return Rows(self.row_type, self.items[place]) if isinstance(place, slice) else self.items[place]

    def __repr__(self) -> str:
        return f"<{len(self)} {'row' if len(self) == 1 else 'rows'} of {self.row_type.__name__}>"

    def _repr_html_(self) -> str:
        """A table for notebooks, of the first rows."""
        names = columns(self.row_type)
        rows = (
            [("" if (value := getattr(item, name)) is None else str(value)) for name in names]
            for item in self.items[:SHOWN]
        )
        more = f"<p>… {len(self) - SHOWN} more rows</p>" if len(self) > SHOWN else ""
        body = "".join(_line("td", row) for row in rows)
        return f"<table><thead>{_line('th', names)}</thead><tbody>{body}</tbody></table>{more}"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each row as a dict, column → value."""
        return [asdict(item) for item in self.items]  # type: ignore[call-overload]

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of shape (rows, fields): nullable Int64, Float64, boolean and string; days as datetime64[s]."""
        try:
            import pandas
        except ImportError:
            raise EventdbError(MISSING.format("pandas")) from None
        kinds = columns(self.row_type)
        data = {name: [getattr(item, name) for item in self.items] for name in kinds}
        return pandas.DataFrame({name: pandas.Series(data[name], dtype=PANDAS[kind]) for name, kind in kinds.items()})

    def to_polars(self) -> polars.DataFrame:
        """A frame of shape (rows, fields): Int64, Float64, Boolean, String and Date; unknown values are null."""
        try:
            import polars
        except ImportError:
            raise EventdbError(MISSING.format("polars")) from None
        kinds = columns(self.row_type)
        data = {name: [getattr(item, name) for item in self.items] for name in kinds}
        return polars.DataFrame(data, schema={name: getattr(polars, POLARS[kind]) for name, kind in kinds.items()})


MISSING = "{} is not installed; `pip install eventdb[frames]` brings it"


def columns(row_type: type[Any]) -> dict[str, str]:
    """Field → name of its type without None."""
    hints = get_type_hints(row_type)
    return {each.name: (get_args(hints[each.name]) or (hints[each.name],))[0].__name__ for each in fields(row_type)}


def _line(tag: str, texts: Sequence[str] | dict[str, str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts) + "</tr>"
