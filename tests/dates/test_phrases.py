"""Sentences with their date phrases drawn in them: found where drawn, dated as drawn, and nothing else found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dates import drawn

LINES = [
    line
    for line in Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_holds_just_the_dates_that_are_drawn_in_it(line: str) -> None:
    drawing = drawn.read(line)
    assert drawn.found(drawing) == drawing.expected
