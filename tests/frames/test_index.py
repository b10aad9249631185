"""The index keeps frames from being tried on sentences that cannot tell what they tell."""

from __future__ import annotations

from loaders.frames import frames
from loaders.frames.catalogue import candidates, index


def test_no_frame_is_tried_on_every_sentence() -> None:
    assert [frames()[number].rule for number in index().always] == []


def test_every_frame_is_found_by_what_it_needs_most() -> None:
    lost = [f.rule for f in frames() if not all(f in candidates(frozenset([w])) for w in f.pattern.needs[0].words)]
    assert lost == []


def test_every_frame_begins_with_words_or_masks_that_can_be_told() -> None:
    assert [frame.rule for frame in frames() if frame.pattern.first is None] == []
