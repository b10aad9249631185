"""What a pattern needs and begins with is a necessary condition: no match is hidden by trying likely places only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.annotate.chunks import chunks
from loaders.frames import frames
from loaders.patterns import Line, Pattern
from loaders.patterns.kinds import FAMILIES, NOUN_KINDS
from loaders.patterns.line import ANY
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
    have = Line.of(sentence).have
    return not any(have.isdisjoint(need.words) for need in pattern.needs)


def hidden(pattern: Pattern, sentence: str) -> bool:
    """Whether trying every place of a sentence finds other matches than trying likely ones does."""
    line, every, pos = Line.of(sentence), [], 0
    while match := pattern.regex.search(line.string, pos):
        every.append(match.span())
        pos = max(match.end(), match.start() + 1)
    return every != [match.span() for match in pattern.all(line)]


@given(PATTERNS, SENTENCES)
@settings(max_examples=600, deadline=None)
def test_likely_places_are_all_places_where_a_pattern_matches(line: str, sentence: str) -> None:
    pattern = COMPILER.compile(line)
    assert not hidden(pattern, sentence), (pattern.needs, pattern.first, Line.of(sentence))


@given(SENTENCES)
@settings(max_examples=60, deadline=None)
def test_likely_places_are_all_places_where_a_pattern_of_the_lexicon_matches(sentence: str) -> None:
    rows = [chunk.pattern for chunk in chunks()] + [frame.pattern for frame in frames()]
    assert [row.text for row in rows if hidden(row, sentence)] == []


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
        ("{city} talks", [{"talks"}, {KINDS.codes["city"]}]),
        ("(peace)? talks", [{"talks"}]),
        ("peace* talks+", [{"talks"}]),
        ("(peace|war) talks", [{"talks"}, {"peace", "war"}]),
        ("(peace talks|summit)", [{"peace", "summit"}]),
        ("(peace|<mod>)", []),
        ("<human>", [{"man", "men", "police"}]),
        ("!peace {city}", [{KINDS.codes["city"]}]),
        ("{geo}", [{KINDS.codes[kind] for kind in FAMILIES["geo"]}]),
        ("... ~ , <word>", []),
    ],
)
def test_needs_are_the_words_and_kinds_without_which_nothing_matches(line: str, needs: list[set[str]]) -> None:
    assert [set(need.words) for need in COMPILER.compile(line).needs] == needs


@pytest.mark.parametrize(
    ("line", "within"),
    [
        ("talks", 0),
        ("the (peace)? talks", 2),
        ("<mod>{0,3} talks", 3),
        ("<rank|manner> talks", 2),
        ("{city} talks", 2),
        ("(the|all of the) talks", 3),
    ],
)
def test_a_need_stands_so_many_words_and_masks_behind_the_start_at_most(line: str, within: int) -> None:
    assert max(need.within for need in COMPILER.compile(line).needs if "talks" in need.words) == within


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("the talks", {"the"}),
        ("(the)? talks", {"the", "talks"}),
        ("(the|a)* talks in", {"the", "a", "talks"}),
        ("!peace talks", {"talks"}),
        ("'s talks", {"'"}),
        ("<human> left", {"man", "men", "police"}),
        ("{city|state} left", {KINDS.codes["city"], KINDS.codes["state"]}),
        ("<mod> talks", {ANY}),
        ("(the)?", None),
    ],
)
def test_a_match_begins_with_one_of_these(line: str, first: set[str] | None) -> None:
    assert COMPILER.compile(line).first == first


def test_every_kind_has_a_character_of_its_own() -> None:
    assert len(set(KINDS.codes.values())) == len(KINDS.codes)
    assert {kind for family in FAMILIES.values() for kind in family} <= set(NOUN_KINDS)
