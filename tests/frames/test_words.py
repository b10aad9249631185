"""Verb classes and event nouns prove themselves: what stands in brackets is found, a counter-example holds none."""

from __future__ import annotations

import re

import pytest

from loaders.annotate.verbs import VerbGroup
from loaders.lexicons.words import EventNoun, load
from tests.frames.reading import masked

CLASSES = load("verbs.yaml")["classes"]
VERBS = [(name, line) for name, row in CLASSES.items() for line in row.get("examples", ())]
NO_VERBS = [(name, line) for name, row in CLASSES.items() for line in row.get("counter", ())]
NOUNS = [(row["type"], line) for row in load("event_words.yaml") for line in row["examples"]]
NO_NOUNS = [(row["type"], line) for row in load("event_words.yaml") for line in row["counter"]]


def plain(line: str) -> tuple[str, str]:
    """`A blast [killed] two.` → the sentence and the words in brackets."""
    return line.replace("[", "").replace("]", ""), re.findall(r"\[([^\]]+)\]", line)[0]


def verbs(sentence: str) -> list[tuple[str, str]]:
    found = masked(sentence)
    return [
        (mask.value.verb_class, found.words(number))
        for number, mask in enumerate(found.masks)
        if isinstance(mask.value, VerbGroup)
    ]


def nouns(sentence: str) -> list[tuple[str, str]]:
    found = masked(sentence)
    return [
        (mask.value.type, found.words(number))
        for number, mask in enumerate(found.masks)
        if isinstance(mask.value, EventNoun)
    ]


@pytest.mark.parametrize(("name", "line"), VERBS)
def test_a_verb_group_of_the_class_stands_in_the_brackets(name: str, line: str) -> None:
    sentence, words = plain(line)
    assert (name, words) in verbs(sentence), masked(sentence).render()


@pytest.mark.parametrize(("name", "line"), NO_VERBS)
def test_a_counter_example_holds_no_verb_of_the_class(name: str, line: str) -> None:
    assert name not in [found for found, _ in verbs(line)], masked(line).render()


@pytest.mark.parametrize(("kind", "line"), NOUNS)
def test_an_event_of_the_type_stands_in_the_brackets(kind: str, line: str) -> None:
    sentence, words = plain(line)
    assert (kind, words) in nouns(sentence), masked(sentence).render()


@pytest.mark.parametrize(("kind", "line"), NO_NOUNS)
def test_a_counter_example_names_no_event_of_the_type(kind: str, line: str) -> None:
    assert kind not in [found for found, _ in nouns(line)], masked(line).render()
