"""Rows → Parquet: dates are dates, integers may be null, and each column carries its comment.

In: as the writers. Out: the number of rows. Needs pyarrow, which the extra `parquet` brings; UsageError says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from eventdb.errors import UsageError

from .relations import ROWS_AT_A_TIME, Column, Kind, Row

if TYPE_CHECKING:
    from .writers import Layout


def write(file: BinaryIO, layout: Layout, rows: Iterator[Row]) -> int:
    """Write one group of rows after the other."""
    arrow, parquet = _libraries()
    schema = arrow.schema([_field(arrow, column) for column in layout.columns])
    count = 0
    with parquet.ParquetWriter(file, schema) as writer:
        while group := list(islice(rows, ROWS_AT_A_TIME)):
            columns = [
                _values(column, values) for column, values in zip(layout.columns, zip(*group, strict=True), strict=True)
            ]
            writer.write_table(
                arrow.table(
                    [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema
                )
            )
            count += len(group)
    return count


def _libraries() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'eventdb[parquet]'") from None
    return pyarrow, pyarrow.parquet


def _field(arrow: Any, column: Column) -> Any:
    types = {
        Kind.TEXT: arrow.string(),
        Kind.INTEGER: arrow.int64(),
        Kind.KEY: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.BOOLEAN: arrow.bool_(),
        Kind.DATE: arrow.date32(),
        Kind.INSTANT: arrow.timestamp("us", tz="UTC"),
    }
    return arrow.field(column.name, types[column.kind], metadata={"comment": column.about} if column.about else None)


def _values(column: Column, values: tuple[Any, ...]) -> list[Any]:
    """Fractions of the database are decimals; Arrow takes none for a float."""
    return [None if each is None else float(each) for each in values] if column.kind is Kind.NUMBER else list(values)
