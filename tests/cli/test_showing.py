"""Rows are printed for eyes, spreadsheets and programs; what is not known stays empty."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from eventdb.cli.showing import Format, fit, print_rows

COLUMNS = ("event", "killed", "on", "is_disputed")
ROWS = (
    ("bombing, Lima", 4, date(2022, 5, 2), False),
    ("talks, Oslo", None, None, None),
)


def test_a_table_is_aligned_and_never_folded(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(COLUMNS, ROWS, Format.TABLE)
    assert capsys.readouterr().out.splitlines() == [
        "event          killed  on          is_disputed",
        "-------------  ------  ----------  -----------",
        "bombing, Lima       4  2022-05-02  false",
        "talks, Oslo",
    ]


def test_line_ends_and_control_characters_do_not_break_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(("file", "n"), [("two\nlines\x1b[31m.txt", 1)], Format.TABLE)
    assert capsys.readouterr().out.splitlines()[2] == r"two lines\x1b[31m.txt  1"


def test_a_table_too_wide_for_the_terminal_becomes_one_line_a_value(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("eventdb.cli.showing.get_terminal_size", lambda: os.terminal_size((30, 20)))
    print_rows(COLUMNS, ROWS[1:], Format.TABLE)
    assert capsys.readouterr().out == "      event  talks, Oslo\n\n"


def test_long_texts_are_cut_so_that_a_table_fits_the_window(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("eventdb.cli.showing.get_terminal_size", lambda: os.terminal_size((56, 20)))
    rows = [(4273690125487612345, "bombing, Lima, on the coast road", "police", date(2022, 5, 2))]
    print_rows(("event_id", "event", "said_by", "on"), rows, Format.TABLE)
    assert capsys.readouterr().out.splitlines() == [
        "           event_id  event           said_by  on",
        "-------------------  --------------  -------  ----------",
        "4273690125487612345  bombing, Lima…  police   2022-05-02",
    ]


@pytest.mark.parametrize(("space", "fitted"), [(60, [19, 30, 10]), (45, [19, 16, 10]), (43, [19, 14, 10]), (42, None)])
def test_the_widest_text_gives_way_first(space: int, fitted: list[int] | None) -> None:
    assert fit([19, 30, 10], [19, 14, 10], space) == fitted


def test_csv_quotes_what_needs_it(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(COLUMNS, ROWS, Format.CSV)
    assert capsys.readouterr().out.splitlines()[1:] == ['"bombing, Lima",4,2022-05-02,false', '"talks, Oslo",,,']


def test_json_keeps_numbers_and_tells_null(capsys: pytest.CaptureFixture[str]) -> None:
    moment = datetime(2022, 5, 2, 6, 30, tzinfo=UTC)
    print_rows(("share", "at", "none"), [(Decimal("0.5"), moment, None)], Format.JSON)
    assert json.loads(capsys.readouterr().out) == [{"share": 0.5, "at": "2022-05-02T06:30:00+00:00", "none": None}]


def test_no_rows_are_a_header_alone(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(COLUMNS, [], Format.CSV)
    assert capsys.readouterr().out == "event,killed,on,is_disputed\n"
