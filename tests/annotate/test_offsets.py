"""Offsets hold for any text: masks lie in the sentence, nest and give back its words; no text forges a mask."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.annotate.atoms import kinds
from loaders.annotate.masked import Masked
from loaders.patterns.kinds import is_kind
from tests.annotate.drawn import STAGES, masked

PIECES = [
    *("Gunmen", "killed", "at least eight people", "the", "Kenyan", "army", "of", "Lagos", "talks", "in", "on March 3"),
    *(
        "and",
        ",",
        ", which",
        "(",
        ")",
        " – ",
        "said",
        "will not",
        "attend",
        "President",
        "Ana Ruiz",
        "Boko Haram",
        "they",
    ),
    *(
        "’s",
        "“",
        "”",
        ";",
        "\n",
        "\t",
        "\xa0",
        "¦",
        "12",
        "a car bomb",
        "Ministry",
        "between",
        "Chad",
        "to",
        "\ue003\U000f0001",
    ),
]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join))
SETTINGS = settings(max_examples=80, deadline=None)


@given(TEXTS, st.sampled_from(STAGES))
@SETTINGS
def test_masks_lie_in_the_sentence_and_give_back_its_words(text: str, stage: str) -> None:
    found = masked(text, stage)
    for number, mask in enumerate(found.masks):
        assert 0 <= mask.start < mask.stop <= len(text)
        assert found.words(number) == " ".join(text[mask.start : mask.stop].split())


@given(TEXTS)
@SETTINGS
def test_masks_nest(text: str) -> None:
    found = masked(text, "verbs")
    for mask in found.masks:
        spans = [(found.masks[n].start, found.masks[n].stop) for n in mask.inside]
        assert all(mask.start <= start < stop <= mask.stop for start, stop in spans)
        assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
        assert {n for numbers in mask.slots.values() for n in numbers} <= {
            n for n, each in enumerate(found.masks) if mask.start <= each.start and each.stop <= mask.stop
        }


@given(TEXTS, st.sampled_from(STAGES))
@SETTINGS
def test_the_string_and_the_text_stay_in_step(text: str, stage: str) -> None:
    found = masked(text, stage)
    assert found.at == sorted(found.at)
    assert len(found.at) == len(found.string) + 1
    numbers = [ord(b) - 0xF0000 for a, b in zip(found.string, found.string[1:], strict=False) if is_kind(a)]
    assert all(number in range(len(found.masks)) for number in numbers)
    start, stop = found.span(0, len(found.string))
    assert 0 <= start <= stop <= len(text)


@given(TEXTS, st.sampled_from(STAGES))
@SETTINGS
def test_no_letter_is_lost_or_told_twice(text: str, stage: str) -> None:
    found = masked(text, stage)
    whole = re.sub("[\ue000-\uefff](.)", lambda m: found.words(ord(m[1]) - 0xF0000), found.string, flags=re.S)
    assert [c for c in whole if c.isalnum()] == [c for c in text if c.isalnum()]


@given(TEXTS)
@SETTINGS
def test_masking_is_the_same_every_time(text: str) -> None:
    assert masked(text, "asides").render() == masked(text, "asides").render()


@pytest.mark.parametrize("forged", ["\ue003\U000f0001", "\ue003", "\U000f0000", "x\ue0ffy"])
def test_no_character_of_a_text_is_taken_for_a_mask(forged: str) -> None:
    assert not any(map(is_kind, Masked.of(forged, kinds()).string))
    assert "\U000f0001" not in Masked.of(forged, kinds()).string


def test_a_mask_below_another_is_found_outermost_first() -> None:
    found = masked("A car bomb near a market in Basra killed two.", "chunks")
    outer = next(n for n, mask in enumerate(found.masks) if mask.kind == "attack")
    assert [found.text[m.start : m.stop] for m in found.below(outer)] == ["A car bomb near a market in Basra", "Basra"]
