"""Axes, scales and maps hold what they are given; days are said as readers say them."""

from __future__ import annotations

from datetime import date

import pytest

from eventdb.pictures.attendance import answer_of
from eventdb.pictures.casualties import scale_of
from eventdb.pictures.days import axis_of, in_words
from eventdb.pictures.land import frame_of, land
from eventdb.pictures.meetings import order
from eventdb.pictures.values import Pair, Position


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("2021-03-18", "18 March 2021"),
        ("2021-03-18/2021-03-18", "18 March 2021"),
        ("2021-04-01/2021-04-30", "April 2021"),
        ("2020-02-01/2020-02-29", "February 2020"),
        ("2019-01-01/2019-12-31", "2019"),
        ("2021-03-01/2021-03-14", "1\u201314 March 2021"),
        ("2021-02-27/2021-03-01", "27 February 2021 to 1 March 2021"),
        ("../2021-05-01", "by 1 May 2021"),
        ("2021-05-01/..", "from 1 May 2021"),
        ("--09-04", "4 September, year not known"),
        ("--07-26/--08-31", "26 July to 31 August, year not known"),
        (None, "no day known"),
    ],
)
def test_days_are_said_as_readers_say_them(days: str | None, words: str) -> None:
    assert in_words(days) == words


def test_a_few_days_far_back_lie_before_the_axis() -> None:
    near = [date(2021, month, 1) for month in range(1, 10)]
    axis = axis_of([date(1989, 1, 1), *near])
    assert axis.at(date(1989, 1, 1)) < 0
    assert all(0 <= axis.at(day) <= 1 for day in near)
    assert axis_of(near).at(near[0]) >= 0


@pytest.mark.parametrize(
    "last", [date(2021, 1, 2), date(2021, 2, 20), date(2021, 9, 1), date(2035, 1, 1), date(2900, 1, 1)]
)
def test_an_axis_has_some_round_marks_and_not_too_many(last: date) -> None:
    marks = axis_of([date(2021, 1, 1), last]).marks()
    assert 1 <= len(marks) <= 8
    assert all(0 <= at <= 1 for at, _ in marks)
    assert len({words for _, words in marks}) == len(marks)


@pytest.mark.parametrize("numbers", [[], [0], [1], [3, 5, 8], [0, 61, 4], [2_000_000, 1, 4, 6], [7, 7, 7, 10_000]])
def test_a_scale_keeps_order_and_stays_inside(numbers: list[int]) -> None:
    scale = scale_of(numbers)
    places = [scale.at(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(0 <= at < 1 for at in places)
    assert [words for _, words in scale.marks()][0] == "0"
    assert len(scale.marks()) <= 7


def test_a_map_holds_all_its_places_and_some_land() -> None:
    places = [(62.2, 34.35), (69.17, 34.53), (-74.0, 40.7), (125.6, 7.07), (-82.4, 23.1), (20.5, -33.0)]
    for width, height in ((900, 500), (340, 320)):
        frame = frame_of(places, width, height)
        held = [frame.at(*place) for place in places]
        assert all(0 < x < width and 0 < y < height for x, y in held)
        assert land(frame).count("M") > 20
    assert frame_of([(62.2, 34.35)], 900, 500).north - 34.35 <= 4.01


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ([], "silent"),
        ([("invited", "2021-03-09")], "silent"),
        ([("declined", "2021-03-09"), ("confirmed", "2021-03-10"), ("attended", "2021-03-18")], "yes"),
        ([("confirmed", "2021-03-09"), ("undecided", "2021-03-09")], "yes"),
        ([("confirmed", "2021-03-09"), ("undecided", "2021-03-10")], "open"),
        ([("expected", None), ("excluded", None)], "no"),
    ],
)
def test_the_latest_answer_counts_and_of_one_day_the_plainer(told: list[tuple[str, str | None]], answer: str) -> None:
    assert answer_of([Position(1, 1, 1, "A", "participant", position, None, day) for position, day in told]) == answer


def test_actors_that_share_events_stand_together_in_one_order_whatever_the_order_of_pairs() -> None:
    pairs = [Pair("A", "B", 5, 0, 0, ()), Pair("C", "D", 4, 0, 0, ()), Pair("A", "E", 1, 0, 0, ())]
    assert order(pairs) == ["A", "B", "E", "C", "D"]
    assert order(pairs[::-1]) == order(pairs)
