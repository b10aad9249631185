"""What one actor says or does to another: each frame of verbal.yaml tells what its `yes` lines draw, nothing else."""

from __future__ import annotations

import pytest

from loaders.export import article_json
from loaders.extract import extract
from loaders.frames import Frame, frames
from loaders.frames.catalogue import ACTS
from tests.frames.reading import masked

ACT_FRAMES = [frame for frame in frames() if frame.is_act]
YES = [(frame, line) for frame in ACT_FRAMES for line in frame.yes]
NO = [(frame, line) for frame in ACT_FRAMES for line in frame.no]

# type of act or nothing: sentence => parties
DRAWN = """
say.accuse    | Kenya condemned Malawi on Monday over the trial. => speaker: Kenya; target: Malawi
say.accuse    | Ghana has been accused by Togo of hiding rebels. => speaker: Togo; target: Ghana
say.reject    | Kenya will not accept observers from Malawi. => speaker: Kenya; target: Malawi
say.agree     | Kenya said it was willing to help Malawi. => speaker: Kenya; target: Malawi
say.threaten  | Kenya vowed to bomb Malawi. => speaker: Kenya; target: Malawi
say.request   | Under a new law, Kenya demanded that Malawi return the pilots. => speaker: Kenya; target: Malawi
say.support   | Kenya and Ghana praised Malawi. => speaker: Kenya; speaker: Ghana; target: Malawi
say.coerce    | Kenya deported nine Malawian nurses. => speaker: Kenya; target: Malawi
              | Kenya did not accuse Malawi.
              | Kenya never threatened Malawi.
              | It is unclear whether Kenya accused Malawi.
              | If Kenya accuses Malawi, the border will be shut.
              | Kenya might condemn Malawi.
              | The banned party of Malawi met.
"""


def acts(sentence: str) -> list[tuple[str, set[tuple[str, str]]]]:
    """Type and parties of each act of a sentence."""
    told = article_json(extract(sentence), file="")["events"]
    return [(e["type"], {(p["role"], p["actor"]) for p in e["participants"]}) for e in told if e["type"][:4] == "say."]


def parties(drawn: str) -> set[tuple[str, str]]:
    """`speaker: Chad; target: Mali` as pairs."""
    pairs = [part.partition(":") for part in drawn.split(";") if part.strip()]
    return {(role.strip(), name.strip()) for role, _, name in pairs}


def named(each: Frame | str) -> str:
    """What stands for a frame or a line in the name of a test."""
    return each.rule if isinstance(each, Frame) else each.partition("=>")[0].strip()


@pytest.mark.parametrize(("frame", "line"), YES, ids=named)
def test_a_frame_tells_the_act_that_its_examples_draw(frame: Frame, line: str) -> None:
    sentence, _, drawn = line.partition("=>")
    wanted = [(kind, parties(drawn)) for kind in {frame.event_type, frame.planned, frame.refused} - {""}]
    found = acts(sentence.strip())
    if frame.means == "nothing":
        assert frame.pattern.regex.search(masked(sentence).string), masked(sentence).render()
        assert found == [], masked(sentence).render()
    else:
        assert any(act in wanted for act in found), f"{masked(sentence).render()} gave {found}"


@pytest.mark.parametrize(("frame", "line"), NO, ids=named)
def test_a_frame_tells_nothing_in_its_counter_examples(frame: Frame, line: str) -> None:
    assert acts(line) == [], masked(line).render()


@pytest.mark.parametrize("line", DRAWN.strip().splitlines(), ids=named)
def test_an_act_has_the_type_and_the_parties_that_are_drawn(line: str) -> None:
    kind, _, rest = line.partition("|")
    sentence, _, drawn = rest.partition("=>")
    assert acts(sentence.strip()) == ([(kind.strip(), parties(drawn))] if kind.strip() else [])


def test_every_frame_of_an_act_has_an_example() -> None:
    assert ACT_FRAMES
    assert [frame.rule for frame in ACT_FRAMES if not frame.yes] == []
    assert all(frame.rule.startswith(f"{ACTS}/") for frame in ACT_FRAMES)


def test_an_act_that_an_article_repeats_is_told_once() -> None:
    assert len(acts("Kenya condemned Malawi. The leaders met. Kenya denounced Malawi again.")) == 1


def test_an_act_is_never_the_core_of_an_article() -> None:
    assert [e["core"] for e in article_json(extract("Kenya condemned Malawi."), file="")["events"]] == [False]
