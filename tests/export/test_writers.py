"""Rows keep their types in each format; what is not known stays unknown; no cell is run as a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from eventdb.errors import EventdbError, UsageError
from eventdb.export import WRITERS, Column, Kind, Layout, replaced

COLUMNS = (
    Column("event_id", Kind.KEY, "Event"),
    Column("event", Kind.TEXT, "Short words"),
    Column("killed", Kind.INTEGER),
    Column("share", Kind.NUMBER),
    Column("is_disputed", Kind.BOOLEAN),
    Column("starts_from", Kind.DATE),
    Column("seen_at", Kind.INSTANT),
    Column("latitude", Kind.NUMBER),
    Column("longitude", Kind.NUMBER),
)
BEYOND_53_BITS = 9007199254740993
SEEN = datetime(2022, 5, 2, 6, 30, tzinfo=timezone(timedelta(hours=4)))
KNOWN = (BEYOND_53_BITS, "bombing, Lima", 4, Decimal("0.5"), False, date(2022, 5, 2), SEEN, -12.05, -77.04)
UNKNOWN = (7, "talks\n“Oslo”", *[None] * 7)


def written(form: str, columns: Sequence[Column] = COLUMNS, rows: Sequence[Any] = (KNOWN, UNKNOWN)) -> bytes:
    file = io.BytesIO()
    assert WRITERS[form](file, Layout("timeline", columns), iter(rows)) == len(rows)
    return file.getvalue()


def cells(text: str, *, guarded: bool = True) -> list[str]:
    file = io.BytesIO()
    columns = (Column("words", Kind.TEXT), Column("change", Kind.INTEGER))
    WRITERS["csv"](file, Layout("claims", columns, guarded), iter([(text, -1)]))
    return list(csv.reader(io.StringIO(file.getvalue().decode(), newline="")))[1]


def test_csv_has_a_line_of_names_and_empty_cells_for_what_is_not_known() -> None:
    read = list(csv.reader(io.StringIO(written("csv").decode(), newline="")))
    assert read[0] == [column.name for column in COLUMNS]
    assert read[1] == [
        "9007199254740993", "bombing, Lima", "4", "0.5", "false", "2022-05-02", "2022-05-02T02:30:00+00:00",
        "-12.05", "-77.04",
    ]  # fmt: skip
    assert read[2] == ["7", "talks\n“Oslo”", *[""] * 7]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_text_that_a_spreadsheet_would_run_is_guarded_and_numbers_are_not(text: str) -> None:
    assert cells(text) == [f"'{text}", "-1"]
    assert cells(text, guarded=False) == [text, "-1"]


def test_other_text_is_not_touched() -> None:
    assert cells("a=b") == ["a=b", "-1"]


def test_json_lines_keep_types_and_write_ids_as_text() -> None:
    known, unknown = map(json.loads, written("jsonl").splitlines())
    assert known["event_id"] == "9007199254740993"
    assert (known["killed"], known["share"], known["is_disputed"]) == (4, 0.5, False)
    assert unknown["killed"] is None


def test_geojson_puts_longitude_first_and_what_has_no_place_has_no_geometry() -> None:
    known, unknown = json.loads(written("geojson"))["features"]
    assert known["geometry"] == {"type": "Point", "coordinates": [-77.04, -12.05]}
    assert known["properties"]["event"] == "bombing, Lima"
    assert "latitude" not in known["properties"]
    assert unknown["geometry"] is None


def test_geojson_of_no_rows_is_an_empty_collection() -> None:
    assert json.loads(written("geojson", rows=())) == {"type": "FeatureCollection", "features": []}


def test_geojson_without_coordinates_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="timeline has no columns latitude and longitude"):
        written("geojson", COLUMNS[:3])


def test_parquet_has_dates_as_dates_and_integers_that_may_be_null() -> None:
    table = parquet.read_table(io.BytesIO(written("parquet")))
    assert [str(field.type) for field in table.schema] == [
        "int64", "string", "int64", "double", "bool", "date32[day]", "timestamp[us, tz=UTC]", "double", "double",
    ]  # fmt: skip
    assert table.column("killed").to_pylist() == [4, None]
    assert table.column("starts_from").to_pylist() == [date(2022, 5, 2), None]
    assert table.column("seen_at").to_pylist() == [SEEN.astimezone(UTC), None]
    assert table.schema.field("event_id").metadata == {b"comment": b"Event"}


def test_parquet_of_no_rows_has_its_columns() -> None:
    assert parquet.read_schema(io.BytesIO(written("parquet", rows=()))).field("killed").type == arrow.int64()


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'eventdb\[parquet\]'"):
        written("parquet")


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_rows_give_the_same_bytes(form: str) -> None:
    assert written(form) == written(form)


@pytest.mark.parametrize("form", WRITERS)
def test_rows_are_written_as_they_come(form: str) -> None:
    """The writer holds no more than a group of rows: it has written before the last row is asked for."""
    file, sizes = io.BytesIO(), []

    def rows() -> Iterator[Any]:
        for number in range(30_000):
            if number % 10_000 == 9_999:
                sizes.append(len(file.getvalue()))
            yield (number, f"event {number}", *[None] * 7)

    WRITERS[form](file, Layout("timeline", COLUMNS), rows())
    assert sizes[0] < sizes[1] < sizes[2] < len(file.getvalue())


def test_a_file_that_fails_leaves_its_place_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "timeline.csv"
    place.write_bytes(b"before")
    with pytest.raises(RuntimeError, match="lost"), replaced(place) as file:
        file.write(b"half")
        raise RuntimeError("lost")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"timeline.csv": b"before"}


def test_a_file_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EventdbError, match="timeline.csv cannot be written"), replaced(tmp_path / "file/timeline.csv"):
        raise AssertionError
