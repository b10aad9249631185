"""Files are read as they are downloaded: CSV, tabs, Excel, ZIP, in UTF-8 or Windows-1252."""

from __future__ import annotations

import csv
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from eventdb.errors import SourceError
from loaders.coded import rows
from tests.coded.samples import content, file, row

NEEDED = ("event_id_cnty", "notes")


def test_a_row_is_counted_as_a_spreadsheet_counts_it(tmp_path: Path) -> None:
    one, two = row("acled", notes="first\nsecond"), row("acled")
    found = list(rows(file(tmp_path / "a.csv", "acled", one, two), NEEDED))
    assert [(line.number, line.cells) for line in found] == [(2, one), (3, two)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_are_parted_by_what_the_names_are_parted_by(tmp_path: Path, delimiter: str) -> None:
    (line,) = rows(file(tmp_path / "a.txt", "acled", delimiter=delimiter), NEEDED)
    assert line.cells == row("acled")


def test_a_zip_of_one_table_is_that_table(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "ged.zip", "w") as archive:
        archive.writestr("GEDEvent.csv", content("ucdp-ged"))
        archive.writestr("readme.md", "about")
    (line,) = rows(tmp_path / "ged.zip", ("id",))
    assert line.cells == row("ucdp-ged")


def test_a_workbook_is_its_first_sheet(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active
    for cells in csv.reader(content("gtd").splitlines()):
        book.active.append([int(cell) if cell.isdigit() else cell or None for cell in cells])
    book.save(tmp_path / "gtd.xlsx")
    (line,) = rows(tmp_path / "gtd.xlsx", ("eventid",))
    assert line.cells == row("gtd")


def test_bytes_that_are_no_utf_8_are_windows_1252(tmp_path: Path) -> None:
    text = content("acled", row("acled", location="Ñahuimpuquio"), row("acled", location="Łódź"))
    first, second, third = text.encode().splitlines(keepends=True)
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbf" + first + second.decode().encode("cp1252") + third)
    assert [line.cells["location"] for line in rows(tmp_path / "a.csv", NEEDED)] == ["Ñahuimpuquio", "Łódź"]


def test_a_row_of_another_width_tells_so_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("event_id_cnty,notes\nPER1\nPER2,told\n", encoding="utf-8")
    short, whole = rows(path, NEEDED)
    assert (short.number, short.fault) == (2, "it has 1 cells; 2, as the row of names has, would be right")
    assert whole.cells == {"event_id_cnty": "PER2", "notes": "told"}


@pytest.mark.parametrize(
    ("name", "content_", "told"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"id,notes\n1,x\n", "has no column event_id_cnty; its row of names begins id, notes"),
        ("a.zip", b"no archive", "cannot be read"),
        ("a.xlsx", b"no workbook", "no Excel workbook"),
    ],
)
def test_a_file_that_is_no_table_is_an_error_that_names_it(
    tmp_path: Path, name: str, content_: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content_)
    with pytest.raises(SourceError, match=told):
        list(rows(tmp_path / name, NEEDED))


def test_a_zip_of_two_tables_is_not_guessed_at(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "")
        archive.writestr("b.csv", "")
    with pytest.raises(SourceError, match=r"holds 2 tables \(a.csv, b.csv\)"):
        list(rows(tmp_path / "a.zip", NEEDED))
