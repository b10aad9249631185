"""The table of date phrases proves itself: each row reads its example, and lets its counter-example alone."""

from __future__ import annotations

import pytest

from eventdb.errors import LexiconError
from loaders.dates import find_phrases, resolve, ucdp_precision, undated
from loaders.dates.conventions import NamedDay, Row, heads_of, named_days, parse_point, parse_table, table
from loaders.facts import Day
from tests.dates import drawn

ROWS = [row for row in table().values() if row.key != "undated"]


def _key(row: Row) -> str:
    return row.key


@pytest.mark.parametrize("row", ROWS, ids=_key)
def test_a_row_reads_its_example(row: Row) -> None:
    drawing = drawn.read(row.example)
    found = [phrase for phrase in find_phrases(drawing.sentence) if phrase.row == row.key]
    assert [(phrase.surface, drawn.days(phrase, drawing)) for phrase in found] == list(drawing.expected)


@pytest.mark.parametrize("row", ROWS, ids=_key)
def test_a_row_lets_its_counter_example_alone(row: Row) -> None:
    assert [phrase for phrase in find_phrases(row.counter_example) if phrase.row == row.key] == []


@pytest.mark.parametrize("day", named_days(), ids=lambda day: day.pattern.pattern)
def test_a_named_day_reads_its_example_and_lets_its_counter_example_alone(day: NamedDay) -> None:
    drawing = drawn.read(day.example)
    assert drawn.found(drawing) == drawing.expected
    assert [one for one in find_phrases(day.counter_example) if (one.month, one.day) == (day.month, day.day)] == []


def test_every_row_names_its_source() -> None:
    assert {row.source for row in table().values()} == {"UCDP-GED-23.1-A2", "house"}


def test_a_phrase_may_begin_with_a_word_a_choice_or_a_number() -> None:
    assert heads_of("(late |early )?yesterday") == ("late", "early", "yesterday")
    assert heads_of("{n} days? ago")[0] == "#"


@pytest.mark.parametrize("point", ["", "Friday", "R-", "monday-1x", "R - 1d"])
def test_a_malformed_point_is_refused_by_name(point: str) -> None:
    with pytest.raises(LexiconError, match="is no point"):
        parse_point(point)


def test_a_row_without_a_field_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match="lacks the field 'grain'"):
        parse_table("rows: [{key: x, phrase: today, from: R, to: R, precision: 1, source: house}]")


def test_a_report_that_names_no_time_means_three_days_back_from_its_own_day() -> None:
    window = undated(Day(2019, 5, 14))
    assert drawn.shown(window) == "2019-05-12..2019-05-14"
    assert window is not None and ucdp_precision(window) == 2


def test_an_unknown_grain_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match="grain 'hour'"):
        parse_table("rows: [{key: x, phrase: today, from: R, to: R, grain: hour, precision: 1, source: house}]")


def test_the_printed_convention_can_be_switched_on() -> None:
    (phrase,) = find_phrases("Four died in the past 72 hours.")
    house, printed = (resolve(phrase, Day(2019, 5, 14), convention=name) for name in ("house", "ucdp"))
    assert (drawn.shown(house), drawn.shown(printed)) == ("2019-05-11..2019-05-14", "2019-05-12..2019-05-14")
