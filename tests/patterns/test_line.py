"""A line knows where its words and masks stand."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loaders.patterns import Line
from loaders.patterns.kinds import FIRST_NUMBER
from loaders.patterns.line import ANY, before, lowered
from tests.patterns.small import KINDS, string

DRAWN = string("Police in the ⟨city 0⟩'s old-town left, and U.S. police came.")


@pytest.mark.parametrize(
    ("word", "runs"),
    [
        ("police", {0, 10}),
        ("town", {5}),
        ("'", {4}),
        (",", {7}),
        ("s", {4, 9}),
        (KINDS.codes["city"], {3}),
        (KINDS.codes["state"], set()),
    ],
)
def test_runs_are_words_masks_and_signs(word: str, runs: set[int]) -> None:
    held = Line.of(DRAWN).runs(frozenset([word]))
    assert {number for number in range(20) if held >> number & 1} == runs


def test_a_match_may_begin_inside_a_run_behind_a_point_or_an_apostrophe() -> None:
    line = Line.of("the U.S.-led 'men'")
    assert [line.string[place:] for place in line.places(line.runs(frozenset([ANY])), 0)] == [
        "the u.s.-led 'men'",
        "u.s.-led 'men'",
        "s.-led 'men'",
        "-led 'men'",
        "'men'",
        "men'",
    ]
    assert list(line.places(line.runs(frozenset([ANY])), 6)) == [6, 8, 13, 14]


@given(st.text())
def test_small_letters_are_one_for_one(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert lowered("İstanbul") == "İstanbul"


@given(st.integers(0, 2**40), st.integers(0, 50))
def test_the_runs_before_a_set_are_those_from_which_it_can_be_reached(runs: int, most: int) -> None:
    every = {number for number in range(41) if runs >> number & 1}
    reached = {number for number in range(41) if any(number <= other <= number + most for other in every)}
    assert {number for number in range(41) if before(runs, most) >> number & 1} == reached


@given(st.text("ab' .-,U⟨", max_size=20), st.integers(0, 20), st.integers(1, 8))
def test_a_line_with_one_more_mask_is_the_line_of_the_new_string(text: str, start: int, length: int) -> None:
    text = text.replace("⟨", string("⟨state 3⟩"))
    start, stop = min(start, len(text)), min(start + length, len(text))
    mask = string("⟨city 1⟩")
    assume(stop > start and "\ue000" not in text[start - 1 : start] and not text[stop : stop + 1] >= FIRST_NUMBER)
    made = Line.of(text).masked(start, stop, mask)
    assert made == Line.of(text[:start] + mask + text[stop:])
