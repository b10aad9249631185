"""A line that cannot be meant is refused, and the message says what is wrong or what is known."""

from __future__ import annotations

import pytest

from tests.patterns.small import COMPILER, KINDS


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(a b", r"a bracket is not closed in '\(a b'"),
        ("[x: a", "a square bracket is not closed"),
        ("[x: a)", "a square bracket is not closed"),
        ("(a ]", "a bracket is not closed"),
        ("a ) b", "a bracket is closed but was not opened"),
        ("a ]", "a bracket is closed but was not opened"),
        ("a {city", r"'\{' is not closed, or empty"),
        ("a {}", r"'\{\}' is not closed, or empty"),
        ("a <human", "'<' is not closed, or empty"),
        ("a <>", "'<>' is not closed, or empty"),
        ("[a b]", r"'\[' is not closed, or empty"),
        ("? a", r"'\?' stands where a word or slot should"),
        ("(* a)", r"'\*' stands where a word or slot should"),
        ("a **", r"'\*' stands where a word or slot should"),
        ("", "a word or slot should stand before 'the end'"),
        ("a |", "a word or slot should stand before 'the end'"),
        ("(|a)", r"a word or slot should stand before '\|'"),
        ("()", r"a word or slot should stand before '\)'"),
        ("a !", "a word or slot should follow at the end"),
        ("a{3,1}", r"the repetition \{3,1\} should count upwards"),
        ("{town}", r"unknown kind \{town\}; known are \['actor', 'adjective'"),
        ("{1,12}", r"unknown kind \{1,12\}"),
        ("{kill.past}", r"unknown kind \{kill.past\}"),
        ("<beast>", r"unknown word class <beast>; known are \['human', 'manner', 'nobody', 'rank'\]"),
        ("<human|beast>", "unknown word class <beast>"),
        ("<nobody>", "the word class <nobody> has no words"),
    ],
)
def test_a_malformed_line_is_refused_with_its_reason(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        COMPILER.compile(pattern)


def test_an_unknown_kind_is_answered_with_the_kinds_that_are_known() -> None:
    with pytest.raises(ValueError, match=r"unknown kind \{flee\}; known are .*'city'.*'kill.active'"):
        KINDS.accepted("flee")


@pytest.mark.parametrize(("name", "is_verb"), [("kill", True), ("go.ing", True), ("city", False), ("who", False)])
def test_a_kind_of_verb_groups_is_told_from_the_others(name: str, is_verb: bool) -> None:
    assert KINDS.is_verb(name) is is_verb
