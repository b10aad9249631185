"""Sentences are spans of the text, drawn here with a bar where one ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from loaders.clean import blocks, readable
from loaders.clean.paragraphs import BULLET
from loaders.facts import Block
from loaders.segment import sentences
from tests.clean.test_blocks import PAGES


@pytest.mark.parametrize(
    "drawn",
    [
        "The U.S. envoy, Mr. Obi, left on Sept. 3.|He was tired.",
        "“We go. We do not stay,” she said.|Then they went.",
        "It began at 5 p.m. on Friday.|Nobody came.",
        "Col. Lars Holm of the U.N. mission spoke\nfor an hour.|The hall was\nempty.",
        "It cost $3.5 million.|The No. 2 of the party paid.",
    ],
)
def test_a_paragraph_falls_into_the_sentences_drawn(drawn: str) -> None:
    text = drawn.replace("|", " ")
    found = sentences(text, (Block("body", 0, len(text)),))
    assert [text[start:stop] for start, stop in found] == drawn.split("|")


def test_a_headline_is_one_sentence() -> None:
    assert sentences("Who won? Nobody did", (Block("title", 0, 19),)) == ((0, 19),)


def test_an_item_of_a_list_is_a_sentence_without_its_bullet() -> None:
    text = "• Two ships of the navy"
    assert sentences(text, (Block("body", 0, len(text)),)) == ((2, len(text)),)


def test_clutter_has_no_sentences() -> None:
    assert sentences("Share this. Now.", (Block("clutter", 0, 16), Block("credit", 0, 16))) == ()


@given(PAGES)
@settings(max_examples=150, deadline=None)
def test_sentences_lie_in_readable_blocks_in_order_and_lose_no_letter(text: str) -> None:
    found = blocks(text)
    spans = sentences(text, found)
    inside = [(start, stop) for start, stop in spans for b in readable(found) if b.start <= start < stop <= b.stop]
    assert list(spans) == inside == sorted(spans)
    assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
    kept = "".join(text[start:stop] for start, stop in spans)
    words = [(b.kind, text[b.start : b.stop]) for b in readable(found)]
    whole = "".join(BULLET.sub("", each, count=1) if kind == "body" else each for kind, each in words)
    assert [c for c in kept if c.isalnum()] == [c for c in whole if c.isalnum()]
