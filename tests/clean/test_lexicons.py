"""Each class of lines, each cue and each outlet proves itself by its own examples and counter-examples."""

from __future__ import annotations

import re

import pytest

from loaders.clean.citations import Cue, citations, cues
from loaders.clean.outlets import find_outlets, outlet_at, outlet_named, outlets
from loaders.clean.shapes import Shape, masked, shape_of, shapes
from loaders.lexicons.reading import BUILT_IN

SHAPES = shapes()
CUES = cues()


def is_of(shape: Shape, line: str) -> bool:
    return shape.matches(line, masked(line))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_class_of_lines_matches_its_examples(shape: Shape) -> None:
    assert shape.examples
    assert [line for line in shape.examples if not is_of(shape, line.lstrip("* "))] == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_class_of_lines_leaves_its_counter_examples_alone(shape: Shape) -> None:
    assert shape.counterexamples
    assert [line for line in shape.counterexamples if is_of(shape, line)] == []


def test_no_counter_example_is_clutter_by_another_class() -> None:
    lines = {line: shape.name for shape in SHAPES for line in shape.counterexamples}
    taken = {line: each.name for line in lines for each in SHAPES if is_of(each, line)}
    assert taken == {}


def test_a_line_is_of_the_first_class_that_it_matches() -> None:
    lines = [line.lstrip("* ") for shape in SHAPES for line in (*shape.examples, *shape.counterexamples)]
    firsts = {line: next((shape for shape in SHAPES if is_of(shape, line)), None) for line in lines}
    assert [line for line in lines if shape_of(line) != firsts[line]] == []


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_cue_credits_the_names_in_brackets(cue: Cue) -> None:
    assert cue.examples
    for drawn in cue.examples:
        words = re.sub(r"[\[\]]", "", drawn)
        found = [words[each.hit.start : each.hit.stop] for each in citations(words)]
        assert found == re.findall(r"\[(.*?)\]", drawn)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_counter_example_of_a_cue_credits_nobody(cue: Cue) -> None:
    assert cue.counterexamples
    assert [words for words in cue.counterexamples if citations(words)] == []


def test_every_name_of_every_outlet_is_found_for_that_outlet() -> None:
    wrong = [
        name
        for outlet in outlets()
        for name in outlet.names
        if [hit.outlet.name for hit in find_outlets(f"An editor of {name} left.")] != [outlet.name]
    ]
    assert wrong == []


def test_no_name_and_no_domain_belongs_to_two_outlets() -> None:
    names = [name for outlet in outlets() for name in outlet.names]
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert sorted(names) == sorted(set(names))
    assert sorted(domains) == sorted(set(domains))


def test_the_outlets_are_sorted_by_name() -> None:
    names = [line.split(",")[0] for line in (BUILT_IN / "outlets.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Reutersvärd family left.", []),
        ("An AP-led inquiry began.", ["AP"]),
        ("He is anti-BBC.", []),
        ("Mail it to ap@example.org", []),
        ("The Times of Israel and The Times differ.", ["Times of Israel", "The Times"]),
        ("Radio Free Europe/Radio Liberty is in Prague.", ["RFE/RL"]),
    ],
)
def test_a_name_is_found_whole_longest_first_and_never_inside_a_word(words: str, found: list[str]) -> None:
    assert [hit.outlet.name for hit in find_outlets(words)] == found


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("the Associated Press", "AP"), ("(Reuters)", "Reuters"), ("AL JAZEERA", "Al Jazeera"), ("ap", None), ("X", None)],
)
def test_an_outlet_is_known_by_its_exact_name(name: str, outlet: str | None) -> None:
    found = outlet_named(name)
    assert (found.name if found else None) == outlet


@pytest.mark.parametrize(
    ("host", "outlet"),
    [("www.reuters.com", "Reuters"), ("news.bbc.co.uk", "BBC"), ("example.org", None), ("notreuters.com", None)],
)
def test_an_outlet_is_known_by_the_end_of_its_host(host: str, outlet: str | None) -> None:
    found = outlet_at(host)
    assert (found.name if found else None) == outlet
