"""Words folded into one regex match what a list of alternatives, the longest first, matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.patterns.either import either

WORDS = st.lists(st.text("ab -'.", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1, max_size=8)
TEXTS = st.text("ab -'.", max_size=12)


def listed(words: list[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@given(WORDS, TEXTS)
def test_folded_words_match_what_listed_ones_do(words: list[str], text: str) -> None:
    folded, plain = (re.compile(rf"({inner})(?!\w)") for inner in (either(words), listed(words)))
    assert [m.span() for m in folded.finditer(text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize(
    ("words", "regex"),
    [
        (["talks"], "talks"),
        (["talk", "talks"], "talk(?:s)?"),
        (["man", "men"], "m(?:an|en)"),
        (["a", "b", "c"], "(?:[abc])"),
        (["car bomb", "car"], r"car(?:\s+bomb)?"),
    ],
)
def test_common_beginnings_are_written_once(words: list[str], regex: str) -> None:
    assert either(words) == regex
