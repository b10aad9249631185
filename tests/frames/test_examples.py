"""Every frame finds what its `yes` lines draw, and stays silent in its `no` lines.

Frames of acts between actors are shown by `tests/threads/test_acts.py`, for their parties are found behind them.
A figure's slots must be exactly those drawn, a position's or an event's at least those; what means nothing swallows.
A test that fails shows the masked sentence.
"""

from __future__ import annotations

import pytest

from loaders.frames import Frame, frames, read_claims
from loaders.frames.catalogue import FILES
from loaders.patterns import Line
from tests.frames.reading import claims_of, counted, masked, slots

YES = [(frame, line) for frame in frames() for line in frame.yes if not frame.is_act]
NO = [(frame, line) for frame in frames() for line in frame.no if not frame.is_act]
Pair = tuple[str, str]


def parts(line: str) -> tuple[str, list[Pair]]:
    """`A raid killed two. => killed: two` → the sentence and its drawn slots."""
    sentence, _, wanted = line.partition("=>")
    pairs = [part.partition(":") for part in wanted.split(";") if part.strip()]
    return sentence.strip(), [(slot.strip(), words.strip()) for slot, _, words in pairs]


def named(each: Frame | str) -> str:
    """What stands for a frame or a line in the name of a test."""
    return each.rule if isinstance(each, Frame) else each.partition("=>")[0].strip()


def is_swallower(frame: Frame) -> bool:
    return frame.means == "nothing"


@pytest.mark.parametrize(("frame", "line"), [(f, y) for f, y in YES if not is_swallower(f)], ids=named)
def test_a_frame_finds_what_its_examples_draw(frame: Frame, line: str) -> None:
    sentence, wanted = parts(line)
    found = masked(sentence)
    got = slots(found, claims_of(frame.rule, found))
    assert wanted, "an example draws what must be found"
    if frame.rule.startswith("casualties/"):
        assert sorted(got) == sorted(wanted), found.render()
    else:
        assert [pair for pair in wanted if pair not in got] == [], f"{found.render()} gave {got}"


@pytest.mark.parametrize(("frame", "line"), [(f, y) for f, y in YES if is_swallower(f)], ids=named)
def test_what_means_nothing_swallows_its_examples(frame: Frame, line: str) -> None:
    sentence, wanted = parts(line)
    found = masked(sentence)
    assert frame.pattern.search(Line.of(found.string)), found.render()
    claims = read_claims(found)
    swallowed = counted(claims) if frame.rule.startswith("casualties/") else claims
    assert slots(found, swallowed) == wanted, found.render()


@pytest.mark.parametrize(("frame", "line"), NO, ids=named)
def test_a_frame_is_silent_in_its_counter_examples(frame: Frame, line: str) -> None:
    found = masked(line)
    assert claims_of(frame.rule, found) == [], found.render()


@pytest.mark.parametrize("file", FILES)
def test_every_frame_of_a_file_has_an_example(file: str) -> None:
    rows = [frame for frame in frames() if frame.rule.startswith(f"{file}/")]
    assert rows
    assert [frame.rule for frame in rows if not frame.yes] == []
