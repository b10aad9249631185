"""The sieve keeps frames from being tried on sentences that cannot tell what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import clean, segment
from loaders.annotate.atoms import Surroundings
from loaders.extract import mask_sentence
from loaders.frames import Claim, frames, read_claims, read_matches
from loaders.frames.catalogue import candidates, sieve
from loaders.patterns import Line
from loaders.patterns.line import ANY
from tests.structure.tree import ROOT

MOST_IN_ALL = 0.05
"""Share of the frames that may be tried on a sentence of function words and names."""

MOST_IN_AN_ARTICLE = 0.03
"""Share of the frames that may be tried on a sentence as articles have them."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of an article stand."""
    yield from segment.sentences(text, clean.blocks(text))


def test_no_frame_is_tried_on_every_sentence() -> None:
    numbers = sieve().through(sieve().opened_by([ANY])[0], -1)
    assert [frames()[number].rule for number in numbers] == []


def test_every_frame_passes_with_what_it_needs() -> None:
    needed = {frame: {word for need in frame.pattern.needs for word in need.words} for frame in frames()}
    lost = [f.rule for f in frames() if f not in candidates(needed[f] | (f.pattern.first or set()))]
    assert lost == []


def test_few_frames_are_tried_on_words_that_every_sentence_has() -> None:
    have = frozenset(
        re.findall(r"\w+", "the a of to in and was were has had by for on with from that which who it they")
    )
    assert len(list(candidates(have | {ANY}))) <= MOST_IN_ALL * len(frames())


def test_few_frames_are_tried_on_a_sentence_of_an_article() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "articles").glob("*.txt"))]
    lines = [Line.of(mask_sentence(text[a:b], Surroundings()).string) for text in texts for a, b in sentences(text)]
    tried = sum(len(list(candidates(line.have))) for line in lines)
    assert tried / len(lines) <= MOST_IN_AN_ARTICLE * len(frames())


def test_every_frame_begins_with_words_or_masks_that_can_be_told() -> None:
    assert [frame.rule for frame in frames() if frame.pattern.first is None] == []


def test_a_frame_left_out_for_want_of_a_word_tells_nothing() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "articles").glob("*.txt"))]
    every = [mask_sentence(text[a:b], Surroundings()) for text in texts for a, b in sentences(text)]
    every += [mask_sentence(yes.partition("=>")[0], Surroundings()) for frame in frames() for yes in frame.yes]
    lost = [m.text for m in every if read_claims(m) != [c for c in read_matches(m) if isinstance(c, Claim)]]
    assert lost == []
