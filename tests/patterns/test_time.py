"""No pattern of the lexicon runs away: over lines made to be hard, its time grows with their length and no faster.

Python's regex engine looks for signals every few thousand steps, so a pattern that does run away is stopped and named.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from loaders.annotate.chunks import chunks
from loaders.frames import frames
from loaders.patterns import Line, Pattern
from tests.patterns.small import string

WORDS = [
    "Ali ",
    "A, ",
    "12, ",
    "( ",
    "- ",
    "'s ",
    ", ",
    "and ",
    "the ",
    "of the ",
    "police ",
    "senior ",
    "killed ",
    "who ",
    "¦ ",
]
MASKED = [
    "⟨actor 1⟩ ",
    "⟨actor 1⟩, ",
    "⟨actor 1⟩ and ",
    "⟨number 1⟩ of ",
    "⟨name 1⟩, ",
    "in ⟨state 1⟩, ",
    "⟨people 1⟩ who ",
]
SHORT, LONG = 50, 150
SLACK = 0.03
"""Seconds that are noise."""


class TooLongError(Exception):
    """A pattern took more than its time."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLongError


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Stops what takes longer."""
    old = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def seconds(pattern: Pattern, line: str) -> float:
    """Processor time over all matches in a line."""
    start = time.process_time()
    for _ in pattern.all(Line.of(line)):
        pass
    return time.process_time() - start


def runs_away(pattern: Pattern, piece: str) -> bool:
    """Whether thrice the length takes far more than thrice as long."""
    try:
        with limit(3):
            short, long = (seconds(pattern, string(piece) * repeats) for repeats in (SHORT, LONG))
    except TooLongError:
        return True
    return long > 7 * short + SLACK


@pytest.mark.parametrize("piece", WORDS + MASKED)
def test_time_grows_with_the_length_of_a_line_and_no_faster(piece: str) -> None:
    rows = [chunk.pattern for chunk in chunks()] + [frame.pattern for frame in frames()]
    # On a busy machine one measure may be wrong; what runs away does so each time.
    assert [row.text for row in rows if all(runs_away(row, piece) for _ in range(3))] == []
