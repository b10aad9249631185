"""Windows: their anchors, their open ends, their precision in the words of the project and in UCDP's numbers."""

from __future__ import annotations

import pytest

from loaders.dates import DatePhrase, date_spans, find_phrases, resolve, ucdp_precision
from loaders.facts import DateSpan, Day, Published, Window
from tests.dates.drawn import day, shown

TUESDAY = Day(2019, 5, 14)


def _phrase(words: str) -> DatePhrase:
    (phrase,) = find_phrases(words)
    return phrase


@pytest.mark.parametrize(
    ("words", "precision", "number"),
    [
        ("on May 2", "day", 1),
        ("May 2-9", "day", 4),
        ("May 2-4", "day", 2),
        ("last week", "week", 3),
        ("in early April", "month", 4),
        ("in April", "month", 4),
        ("in April 2018", "month", 4),
        ("last summer", "season", 5),
        ("in 2018", "year", 5),
        ("in the 1990s", "unknown", None),
        ("recently", "unknown", 2),
        ("the past year", "year", 5),
        ("this week", "week", 2),
    ],
)
def test_a_window_knows_its_precision(words: str, precision: str, number: int | None) -> None:
    phrase = _phrase(words)
    window = resolve(phrase, TUESDAY)
    assert window is not None and window.precision == precision
    assert ucdp_precision(window, phrase) == number


@pytest.mark.parametrize(
    ("first", "last", "number"),
    [
        ("2019-05-14", "2019-05-14", 1),
        ("2019-05-14", "2019-05-15", 2),
        ("2019-05-14", "2019-05-19", 2),
        ("2019-05-14", "2019-05-20", 3),
        ("2019-05-14", "2019-05-21", 4),
        ("2019-05-01", "2019-05-31", 4),
        ("2019-05-01", "2019-06-01", 5),
        ("2020-01-01", "2020-12-31", 5),
        ("2019-01-01", "2020-12-31", None),
        ("--12-30", "--01-02", 2),
    ],
)
def test_width_alone_gives_ucdp_s_precision(first: str, last: str, number: int | None) -> None:
    assert ucdp_precision(Window(day(first), day(last), "day")) == number


def test_a_window_with_an_open_end_has_no_ucdp_precision() -> None:
    assert ucdp_precision(Window(None, TUESDAY, "day")) is None


def test_an_anchor_may_be_a_day_an_interval_or_nothing() -> None:
    phrase = _phrase("last month")
    assert shown(resolve(phrase, TUESDAY)) == "2019-04-01..2019-04-30"
    assert shown(resolve(phrase, Published(TUESDAY, TUESDAY, "byline"))) == "2019-04-01..2019-04-30"
    assert shown(resolve(phrase, Window(Day(2019, 5, 31), Day(2019, 6, 1), "day"))) == "2019-04-01..2019-05-31"
    assert resolve(phrase, None) is None


def test_an_anchor_with_an_open_end_dates_a_day_but_not_a_weekday() -> None:
    anchor = Published(TUESDAY, None, "text")
    assert shown(resolve(_phrase("on May 2"), anchor)) == "2019-05-02"
    assert resolve(_phrase("on Monday"), anchor) is None
    assert resolve(_phrase("on Monday"), Published(Day(0, 5, 14), None, "text")) is None


def test_a_weekday_says_nothing_in_an_article_of_some_day_in_ten_years() -> None:
    assert resolve(_phrase("on Monday"), Published(Day(2010, 1, 1), Day(2019, 12, 31), "text")) is None


def test_a_day_that_its_anchor_leaves_open_is_known_to_the_week() -> None:
    window = resolve(_phrase("yesterday"), Published(Day(2019, 5, 9), Day(2019, 5, 16), "text"))
    assert window is not None and window.precision == "week"


@pytest.mark.parametrize(
    ("words", "is_open", "expected"),
    [
        ("by May 20", True, "..2019-05-20"),
        ("by May 20", False, "2019-05-20"),
        ("a May 20 deadline", True, "..2019-05-20"),
        ("until Friday", True, "..2019-05-17"),
        ("since April", True, "2019-04-01.."),
        ("since April", False, "2019-04-01..2019-04-30"),
        ("before May 20", True, "..2019-05-19"),
        ("after April", True, "2019-05-01.."),
        ("before the May 20 talks", True, "2019-05-20"),
        ("by mid-June", True, "..2019-06-15"),
        ("by mid-2020", True, "..2020-06-30"),
        ("by mid-2020", False, "2020-05-01..2020-08-31"),
    ],
)
def test_by_and_since_open_an_end_unless_the_phrase_s_own_days_are_asked_for(
    words: str, is_open: bool, expected: str
) -> None:
    assert shown(resolve(_phrase(words), TUESDAY, is_open=is_open)) == expected


def test_by_the_middle_of_a_month_is_known_to_the_week() -> None:
    window = resolve(_phrase("by mid-June"), TUESDAY)
    assert window == Window(None, Day(2019, 6, 15), "week")


def test_what_began_since_a_day_lasts() -> None:
    window = resolve(_phrase("since Thursday"), TUESDAY)
    assert window is not None and window.is_lasting and shown(window) == "2019-05-09.."


def test_ucdp_closes_since_thursday_with_the_day_of_reporting() -> None:
    assert shown(resolve(_phrase("since Thursday"), TUESDAY, convention="ucdp")) == "2019-05-09..2019-05-14"


@pytest.mark.parametrize(
    ("words", "house", "printed"),
    [
        ("in late March", "2019-03-21..2019-03-31", "2019-03-15..2019-03-31"),
        ("last 6 days of January", "2019-01-26..2019-01-31", "2019-01-25..2019-01-30"),
        ("past 72 hours", "2019-05-11..2019-05-14", "2019-05-12..2019-05-14"),
    ],
)
def test_the_house_deviates_from_the_printed_table_in_named_rows_only(words: str, house: str, printed: str) -> None:
    phrase = _phrase(words)
    assert (shown(resolve(phrase, TUESDAY)), shown(resolve(phrase, TUESDAY, convention="ucdp"))) == (house, printed)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two days earlier", "2019-02-08"),
        ("the day after", "2019-02-11"),
        ("on the eve of", "2019-02-09"),
        ("the previous month", "2019-01-01..2019-01-31"),
        ("three years later", "2022-01-01..2022-12-31"),
        ("that day", "2019-02-10"),
    ],
)
def test_a_phrase_that_counts_from_another_event_needs_that_event_s_days(words: str, expected: str) -> None:
    phrase = _phrase(words)
    assert resolve(phrase, TUESDAY) is None
    assert shown(resolve(phrase, TUESDAY, reference=Window(Day(2019, 2, 10), Day(2019, 2, 10), "day"))) == expected


def test_a_refused_phrase_has_no_days() -> None:
    phrase = _phrase("a ten-day tour")
    assert phrase.is_refused and resolve(phrase, TUESDAY) is None


def test_a_tense_read_wrongly_does_not_cost_a_year() -> None:
    assert shown(resolve(_phrase("on May 20"), TUESDAY, direction="past")) == "2019-05-20"
    assert shown(resolve(_phrase("on March 1"), TUESDAY, direction="future")) == "2020-03-01"
    assert shown(resolve(_phrase("on August 1"), TUESDAY, direction="past")) == "2018-08-01"


def test_a_span_keeps_a_phrase_s_own_days_and_marks_what_is_refused() -> None:
    text = "Ships must leave by May 20 after a ten-day tour."
    assert date_spans(text, find_phrases(text), TUESDAY) == (
        DateSpan(20, 26, Window(Day(2019, 5, 20), Day(2019, 5, 20), "day")),
        DateSpan(35, 42, None, is_refused=True),
    )
