"""What an expression asks for is a necessary condition: no match is hidden by a text that lacks it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.patterns import Literals
from loaders.patterns.literals import pieces

LEAVES = st.sampled_from(["a", "be", "Be", "é", "ß", r"\d", r"\w", ".", "[xy]", "[^x]", "[a-c]", r"\b", "ſ"])


def larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions made of smaller ones."""
    return st.one_of(
        st.lists(parts, min_size=2, max_size=4).map("".join),
        st.lists(parts, min_size=2, max_size=3).map(lambda options: f"(?:{'|'.join(options)})"),
        st.tuples(parts, st.sampled_from(["?", "*", "+", "*?", "{2}", "{0,3}"])).map(lambda p: f"(?:{p[0]}){p[1]}"),
        parts.map(lambda part: f"(?={part})"),
        parts.map(lambda part: f"(?!{part})"),
        parts.map(lambda part: f"(?-i:{part})"),
    )


EXPRESSIONS = st.recursive(LEAVES, larger, max_leaves=8)
TEXTS = st.text(alphabet="abcexyABE1 éÉßSsſ-", max_size=12)


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("(leave|post) a (comment|reply)", {"comment", "reply"}),
        ("comments?", {"comment"}),
        ("Skip to .{0,20}", {"skip"}),
        (r"(sign up)?\d+", set()),
        ("(?!no)[/|]", {"/", "|"}),
        ("(agree[sd]?|offer(s|ed)?) to", {"agree", "offer"}),
        ("a|", set()),
    ],
)
def test_an_expression_asks_for_its_rarest_words(expression: str, wanted: set[str]) -> None:
    assert pieces(expression) == wanted


@given(st.lists(EXPRESSIONS, max_size=4), TEXTS)
def test_whatever_matches_is_among_what_may_match(expressions: list[str], text: str) -> None:
    may_match = Literals.of(expressions).may_match(text)
    matching = [i for i, each in enumerate(expressions) if re.search(each, text, re.IGNORECASE)]
    assert [i for i in matching if not may_match >> i & 1] == []


def test_what_asks_for_a_word_does_not_match_without_it() -> None:
    assert Literals.of(["(leave|post) a comment", r"\d+"]).may_match("No word on a truce") == 0b10
