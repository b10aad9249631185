"""What holds for any text: phrases lie in it, windows run forward, nothing breaks, and time grows with length only."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import DatePhrase, date_spans, direction, find_phrases, resolve
from loaders.dates.calendar import to_date, to_day
from loaders.facts import Day, Published, Window

PIECES = [
    *("March 18", "18 March", "Thursday", "last", "next", "week", "in", "by", "since", "the", "of", "early", "mid-"),
    *("2021", "1990s", "three", "12", "days", "ago", "-", "–", ",", ".", "to", "and", "night", "year-old", "deal"),
    *(
        "Sept.",
        "Sept",
        "May",
        "first",
        "quarter",
        "summer",
        "weekend",
        "31",
        "0",
        "/",
        "T10:00",
        "end",
        "month",
        "said",
    ),
    *(
        "will",
        "\n",
        "“",
        "é",
        "Resolution",
        "several",
        "hours",
        "a",
        "fortnight",
        "later",
        "that",
        "Easter",
        "’68",
        "quarter",
        "last year",
        "following",
        "29 February",
        "between",
        "3 to 4",
    ),
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
DAYS = st.dates(date(1800, 1, 1), date(2150, 12, 31)).map(to_day)
DIRECTIONS = st.sampled_from(("past", "future", "unknown"))


@given(TEXTS)
def test_phrases_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    position = 0
    for phrase in find_phrases(text):
        assert position <= phrase.start < phrase.stop <= len(text)
        assert text[phrase.start : phrase.stop] == phrase.surface
        position = phrase.stop


@given(TEXTS, DAYS, DIRECTIONS, st.sampled_from(("house", "ucdp")), st.booleans())
def test_a_window_never_ends_before_it_begins(
    text: str, anchor: Day, towards: str, convention: str, is_open: bool
) -> None:
    for phrase in find_phrases(text):
        window = resolve(phrase, anchor, direction=towards, convention=convention, is_open=is_open)
        if window and window.first and window.last and window.first.year and window.last.year:
            assert to_date(window.first) <= to_date(window.last)


@given(TEXTS, st.one_of(DAYS, st.none()), st.one_of(DAYS, st.none()))
def test_what_a_text_tells_never_ends_before_it_begins(text: str, anchor: Day | None, told: Day | None) -> None:
    reference = Window(told, told, "day") if told else None
    for span in date_spans(text, find_phrases(text), anchor, reference=reference):
        window = span.window
        if window and window.first and window.last and window.first.year and window.last.year:
            assert to_date(window.first) <= to_date(window.last)


@given(TEXTS, DAYS, st.integers(0, 60))
def test_a_wider_anchor_never_gives_a_narrower_window(text: str, first: Day, days: int) -> None:
    start = to_date(first)
    stop = to_day(date.fromordinal(start.toordinal() + days))
    for phrase in find_phrases(text):
        narrow, wide = resolve(phrase, to_day(start)), resolve(phrase, Published(to_day(start), stop, "text"))
        if narrow and wide and narrow.first and wide.first and wide.first.year:
            assert wide.first <= narrow.first


@given(TEXTS)
def test_a_direction_is_one_of_three_words(text: str) -> None:
    assert {direction(text, phrase) for phrase in find_phrases(text)} <= {"past", "future", "unknown"}


@given(TEXTS)
def test_finding_is_the_same_every_time(text: str) -> None:
    assert find_phrases(text) == find_phrases(text)


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for phrase in find_phrases(text):
            direction(text, phrase)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize(
    "piece",
    [
        "March ",
        "the ",
        "18 ",
        "a ",
        "18 to ",
        "last ",
        "-",
        " ",
        "early in ",
        "2021-",
        "twenty-",
        "“",
        ", ",
        "\n",
        "1/",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(piece: str) -> None:
    short, long = 4_000 // len(piece), 32_000 // len(piece)
    assert _seconds(piece * long) < 24 * _seconds(piece * short) + 0.05


def test_a_phrase_is_a_value() -> None:
    assert find_phrases("on Monday") == (DatePhrase(3, 9, "weekday", "Monday", weekday=0),)
