"""Counts are found where they are drawn, `[at least 12|12..]`, with the bounds that their words imply."""

from __future__ import annotations

import pytest

from loaders.annotate.numbers import Quantity, amount, bounded, counts
from loaders.lexicons.words import load
from tests.lexicons.drawn import drawn

CONTENT = load("numbers.yaml")
QUALIFIERS = {
    "at_least": "12..",
    "more_than": "13..",
    "nearly": "..11",
    "up_to": "..12",
    "about": "..",
    "exact": "12..12",
}


def bounds(quantity: Quantity) -> str:
    """`12..`, `..49`, `24..30`, `..`"""
    low, high = ("" if end is None else str(end) for end in (quantity.low, quantity.high))
    return f"{low}..{high}"


@pytest.mark.parametrize("line", CONTENT["examples"])
def test_a_count_has_the_bounds_that_its_words_imply(line: str) -> None:
    expected = drawn(line)
    assert expected.spans
    got = [(each.start, each.stop, bounds(each.quantity)) for each in counts(expected.text)]
    assert got == list(expected.spans)


@pytest.mark.parametrize("line", CONTENT["counter"])
def test_what_counts_nothing_is_no_count(line: str) -> None:
    assert [line[each.start : each.stop] for each in counts(line)] == []


@pytest.mark.parametrize(("phrase", "low"), CONTENT["vague"].items())
def test_a_vague_word_has_its_lower_bound_and_no_value(phrase: str, low: str) -> None:
    (found,) = counts(f"It hurt {phrase} of them.")
    assert found.quantity == Quantity(None, "vague", int(low), None)


@pytest.mark.parametrize(
    ("phrase", "qualifier"), [(phrase, name) for name, phrases in CONTENT["before"].items() for phrase in phrases]
)
def test_words_before_a_number_qualify_it(phrase: str, qualifier: str) -> None:
    (found,) = counts(f"It hurt {phrase} 12 of them.")
    assert (found.quantity.value, found.quantity.qualifier) == (12, qualifier)


@pytest.mark.parametrize(("qualifier", "wanted"), QUALIFIERS.items())
def test_a_qualifier_bounds_its_number(qualifier: str, wanted: str) -> None:
    assert bounds(bounded(12, qualifier)) == wanted


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,200", 1200),
        ("twenty-five", 25),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("one hundred and twenty", 120),
        ("three thousand two hundred", 3200),
    ],
)
def test_an_amount_is_what_its_words_say(words: str, number: int) -> None:
    assert amount(words) == number
