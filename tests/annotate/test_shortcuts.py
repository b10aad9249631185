"""Patterns that are tried at likely places only find what trying them everywhere finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.annotate import numbers, unknown_names
from loaders.annotate.chunks import chunks

COUNTS = st.sampled_from(
    re.findall(
        r"\S+",
        "a half another twelve Twenty -five ten-year several at least more than or so 12 1,200 2.5 million $5 No."
        " between and to no one not a single dozen dozens of them the hundred-odd . , - 7th",
    )
)
NAMES = st.sampled_from(
    re.findall(
        r"\S+",
        "al-Shams Al-Shams d'Arc O'Brien Ana Ruiz A. B.C. al de Women's Party of the x-Ray Mc'X El Élan -Ö ' - . U.S."
        " ud-Din",
    )
)
GAPS = st.sampled_from([" ", " ", " ", "", "-", "'", "."])


def joined(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Words with blanks or signs between them."""
    return st.lists(st.tuples(words, GAPS), max_size=12).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@given(joined(COUNTS))
def test_counts_begin_with_words_that_are_known_to_open_them(text: str) -> None:
    likely = [match.span() for match in numbers._matches(text)]
    assert likely == [match.span() for match in numbers._regex().finditer(text)]


@given(joined(NAMES))
def test_names_begin_at_capitals_and_at_particles_tied_to_them(text: str) -> None:
    likely = [match.span() for match in unknown_names.capitalised(text)]
    assert likely == [match.span() for match in unknown_names.NAME.finditer(text)]


def test_every_row_of_the_cascade_needs_something() -> None:
    assert [chunk.pattern.text for chunk in chunks() if not chunk.pattern.needs or chunk.pattern.first is None] == []
