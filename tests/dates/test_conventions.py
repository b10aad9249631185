"""The table of date phrases proves itself: each row reads its example, and lets its counter-example alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eventdb.errors import LexiconError
from loaders.dates import find_phrases, resolve, ucdp_precision, undated
from loaders.dates.conventions import NamedDay, Row, heads_of, named_days, table
from loaders.dates.points import parse_point
from loaders.facts import Day
from tests.dates import drawn

ROWS = [row for row in table().values() if row.key != "undated"]


def _key(row: Row) -> str:
    return row.key


@pytest.mark.parametrize("row", ROWS, ids=_key)
def test_a_row_reads_its_examples(row: Row) -> None:
    assert row.examples
    for drawing in map(drawn.read, row.examples):
        found = [phrase for phrase in find_phrases(drawing.sentence) if phrase.row == row.key]
        assert [(phrase.surface, drawn.days(phrase, drawing)) for phrase in found] == list(drawing.expected)


@pytest.mark.parametrize("row", ROWS, ids=_key)
def test_a_row_lets_its_counterexamples_alone(row: Row) -> None:
    assert row.counterexamples
    for sentence in row.counterexamples:
        assert [phrase for phrase in find_phrases(sentence) if phrase.row == row.key] == []


@pytest.mark.parametrize("day", named_days(), ids=lambda day: day.examples[0])
def test_a_named_day_reads_its_examples_and_lets_its_counterexamples_alone(day: NamedDay) -> None:
    for drawing in map(drawn.read, day.examples):
        assert drawn.found(drawing) == drawing.expected
    for sentence in day.counterexamples:
        assert [one for one in find_phrases(sentence) if day.pattern.fullmatch(one.surface)] == []


def test_every_row_names_its_source() -> None:
    assert {row.source for row in table().values()} == {"UCDP-GED-23.1-A2", "house"}


def test_a_phrase_may_begin_with_a_word_a_choice_or_a_number() -> None:
    assert heads_of("(late |early )?yesterday") == ("late", "early", "yesterday")
    assert heads_of("{n} days? ago")[0] == "#"


@pytest.mark.parametrize("point", ["", "Friday", "R-", "monday-1x", "R - 1d"])
def test_a_malformed_point_is_refused_by_name(point: str) -> None:
    with pytest.raises(ValueError, match="is no point"):
        parse_point(point)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("{key: x, phrase: today, from: R, to: R, precision: 1, source: house}", "line 2: grain is ''"),
        ("{key: x, phrase: today, from: R, to: R, grain: hour, precision: 1, source: house}", "grain is 'hour'"),
        ("{key: x, phrase: today, from: noon, to: R, grain: day, precision: 1}", "'noon' is no point"),
        ("{key: x, phrase: '-', from: R, to: R, grain: day, precision: 1}", "should begin with a word"),
        ("{key: x, phrase: 'a(', from: R, to: R, grain: day, precision: 1}", "line 2: "),
        ("{key: x, phrase: today, colour: red}", "unknown field"),
    ],
)
def test_a_malformed_row_is_refused_with_file_line_and_reason(tmp_path: Path, entry: str, fault: str) -> None:
    (tmp_path / "date_phrases.yaml").write_text(f"rows:\n- {entry}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(fault)) as caught:
        table((tmp_path,))
    assert "date_phrases.yaml" in str(caught.value)


def test_a_named_day_needs_a_day(tmp_path: Path) -> None:
    (tmp_path / "date_phrases.yaml").write_text("named_days:\n- {phrase: Flag Day, day: June 14}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="day is 'June 14'"):
        named_days((tmp_path,))


def test_a_report_that_names_no_time_means_three_days_back_from_its_own_day() -> None:
    window = undated(Day(2019, 5, 14))
    assert drawn.shown(window) == "2019-05-12..2019-05-14"
    assert window is not None and ucdp_precision(window) == 2


def test_the_printed_convention_can_be_switched_on() -> None:
    (phrase,) = find_phrases("Four died in the past 72 hours.")
    house, printed = (resolve(phrase, Day(2019, 5, 14), convention=name) for name in ("house", "ucdp"))
    assert (drawn.shown(house), drawn.shown(printed)) == ("2019-05-11..2019-05-14", "2019-05-12..2019-05-14")
