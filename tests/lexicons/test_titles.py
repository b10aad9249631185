"""Titles are found where they are drawn, with their class; a sentence of the counter-examples has none."""

from __future__ import annotations

import re

import pytest

from loaders.lexicons.reading import BUILT_IN, read_yaml
from loaders.lexicons.titles import CLASSES, title_classes
from tests.lexicons.drawn import drawn

CONTENT = read_yaml(BUILT_IN / "titles.yaml")


@pytest.mark.parametrize("line", CONTENT["examples"])
def test_a_drawn_title_belongs_to_its_class(line: str) -> None:
    expected = drawn(line)
    assert expected.spans
    wrong = [text for a, b, name in expected.spans if (text := expected.text[a:b].lower()) not in title_classes()[name]]
    assert not wrong


@pytest.mark.parametrize("line", CONTENT["counter_examples"])
def test_a_sentence_without_titles_has_none(line: str) -> None:
    words = {word for name in CLASSES for word in title_classes()[name]}
    found = [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line, re.IGNORECASE)]
    assert not found


def test_every_office_and_role_is_a_title_in_both_numbers() -> None:
    titles = title_classes()["title"]
    for word in (
        "envoys",
        "secretaries of state",
        "attorneys general",
        "spokespeople",
        "commanders-in-chief",
        "deputies",
    ):
        assert word in titles


def test_words_of_a_class_are_small_and_stand_once() -> None:
    for name in CLASSES:
        listed = [word for row in CONTENT["classes"][name] for word in row]
        assert [word for word in listed if word != word.lower() or word != word.strip()] == []
        assert len(title_classes()[name]) == len(set(title_classes()[name]))
