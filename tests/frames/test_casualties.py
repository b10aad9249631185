"""Sentences in many house styles: each drawn figure is found with its kind and bounds, and no other is."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.frames import read_claims
from loaders.threads.figures import figures
from loaders.threads.reading import Reading
from tests.frames.reading import masked
from tests.lexicons.drawn import Drawn, drawn

FOLDER = Path(__file__).parent / "casualties"
Found = tuple[str, str]


def lines(name: str) -> list[str]:
    """The sentences of a file; headings and notes left out."""
    rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def counted(sentence: str) -> list[tuple[int, int, str]]:
    """Span and `killed 12..` of every figure in a sentence read alone."""
    found = masked(sentence)
    reading = Reading(0, 0, len(sentence), "body", 0, found, tuple(read_claims(found)))
    rows = [row for claim in reading.claims for row in figures(reading, claim, None)]
    ends = [("" if row.low is None else row.low, "" if row.high is None else row.high) for row in rows]
    return [(row.start, row.stop, f"{row.kind} {low}..{high}") for row, (low, high) in zip(rows, ends, strict=True)]


def overlapping(expected: Drawn, got: list[tuple[int, int, str]]) -> list[str]:
    """The drawn figures that none of the found ones touches."""
    return [
        label
        for start, stop, label in expected.spans
        if not any(label == other and low < stop and start < high for low, high, other in got)
    ]


@pytest.mark.parametrize("line", lines("house_styles.txt"))
def test_a_sentence_counts_who_is_drawn_and_nobody_else(line: str) -> None:
    expected = drawn(line)
    got = counted(expected.text)
    assert expected.spans
    assert overlapping(expected, got) == [], masked(expected.text).render()
    assert sorted(label for _, _, label in got) == sorted(label for _, _, label in expected.spans)


@pytest.mark.parametrize("line", lines("traps.txt"))
def test_a_sentence_that_counts_nobody_gives_no_figure(line: str) -> None:
    assert counted(line) == [], masked(line).render()


def test_there_are_sixty_drawn_sentences_and_more() -> None:
    assert len(lines("house_styles.txt")) >= 60
