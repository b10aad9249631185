"""What a pattern needs is a necessary condition: what it matches has all of it, so the index hides no match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.annotate.chunks import chunks
from loaders.frames import frames
from loaders.patterns import Pattern
from loaders.patterns.compiler import vocabulary
from loaders.patterns.kinds import FAMILIES, NOUN_KINDS
from tests.patterns.small import COMPILER, KINDS, string

WORDS = [
    "car",
    "car-bomb",
    "bomb",
    "man",
    "men",
    "Police",
    "officer",
    "pro-",
    "U.S.",
    "n't",
    "'s",
    "état",
    "General",
    "so far",
]
LEAVES = st.sampled_from(
    [
        "car",
        "bomb",
        "U.S.",
        "pro-",
        "-",
        ",",
        "'s",
        "état",
        "a",
        "<human>",
        "<rank|manner>",
        "<rank:x>",
        "<mod>",
        "<word>",
    ]
    + ["{actor}", "{geo:at}", "{actors:who}", "{kill}", "{go.any}", "{kill.done}", "~", "...", "{people:killed}"]
)


def larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns made of smaller ones."""
    return st.one_of(
        st.lists(parts, min_size=1, max_size=4).map(" ".join),
        st.lists(parts, min_size=2, max_size=3).map(lambda options: f"({' | '.join(options)})"),
        st.tuples(parts, st.sampled_from(["?", "*", "+", "*?", "{1,2}", "{0,3}"])).map(lambda p: f"({p[0]}){p[1]}"),
        parts.map(lambda part: f"!({part})"),
        parts.map(lambda part: f"[pre: {part}]"),
    )


PATTERNS = st.recursive(LEAVES, larger, max_leaves=6)
MASKS = st.builds("⟨{} {}⟩".format, st.sampled_from(sorted(KINDS.codes)), st.integers(0, 9))
PIECES = st.one_of(st.sampled_from([*WORDS, *"-,.¦'", "a", "left"]), MASKS)
JOINED = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", "", "-", "'"])), max_size=14)
SENTENCES = JOINED.map(lambda pairs: string("".join(piece + gap for piece, gap in pairs)))


def meets(pattern: Pattern, sentence: str) -> bool:
    """Whether a sentence has a word or kind of each need."""
    have = vocabulary(sentence)
    return not any(have.isdisjoint(need) for need in pattern.needs)


@given(PATTERNS, SENTENCES)
@settings(max_examples=600, deadline=None)
def test_what_a_pattern_matches_meets_its_needs(line: str, sentence: str) -> None:
    pattern = COMPILER.compile(line)
    if pattern.regex.search(sentence):
        assert meets(pattern, sentence), (pattern.needs, sorted(vocabulary(sentence)))


@given(SENTENCES)
@settings(max_examples=60, deadline=None)
def test_what_a_pattern_of_the_lexicon_matches_meets_its_needs(sentence: str) -> None:
    rows = [chunk.pattern for chunk in chunks()] + [frame.pattern for frame in frames()]
    hidden = [row.text for row in rows if not meets(row, sentence) and row.regex.search(sentence)]
    assert hidden == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("car left", "the 'car' left"),
        ("the car", "the car-bomb"),
        ("U.S. men", "Some U.S. men"),
        ("<human>", "He saw the 'man' there"),
        ("<human>", "the man- and womanhood"),
        ("un état", "Dans un état"),
        ("pro- {state}", "the pro-⟨state 1⟩ side"),
    ],
)
def test_quotes_hyphens_and_accents_hide_no_word(line: str, sentence: str) -> None:
    assert meets(COMPILER.compile(line), string(sentence))


@pytest.mark.parametrize(
    ("line", "needs"),
    [
        ("peace talks", [{"peace"}, {"talks"}]),
        ("(peace)? talks", [{"talks"}]),
        ("peace* talks+", [{"talks"}]),
        ("(peace|war) talks", [{"peace", "war"}, {"talks"}]),
        ("(peace talks|summit)", [{"peace", "summit"}]),
        ("(peace|<mod>)", []),
        ("<human>", [{"man", "men", "police"}]),
        ("!peace {city}", [{KINDS.codes["city"]}]),
        ("{geo}", [{KINDS.codes[kind] for kind in FAMILIES["geo"]}]),
        ("... ~ , <word>", []),
    ],
)
def test_needs_are_the_words_and_kinds_without_which_nothing_matches(line: str, needs: list[set[str]]) -> None:
    assert [set(need) for need in COMPILER.compile(line).needs] == needs


def test_every_kind_has_a_character_of_its_own() -> None:
    assert len(set(KINDS.codes.values())) == len(KINDS.codes)
    assert {kind for family in FAMILIES.values() for kind in family} <= set(NOUN_KINDS)
