"""Short articles of our own through the pure pipeline: who stands where on an event, and who is said to have done it.

Every position and attribution that the text tells must be found, and no other.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from loaders.extract import extract
from loaders.sources.metadata import metadata

WEDNESDAY = metadata({"published": "2022-05-04"}, "a drawn article")
DRAWN = yaml.load((Path(__file__).parent / "positions_drawn.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
CASES = [(part, case["text"], case["stands"]) for part, cases in DRAWN.items() for case in cases]


def told(text: str) -> set[str]:
    """ "actor position" of each position that a frame of positions or attribution found in an article of that day."""
    facts = extract(f"Notes of the week\n\n{text}\n", metadata=WEDNESDAY)
    return {
        f"{facts.actors[row.actor].name} {row.position}"
        for event in facts.events
        for row in event.participations
        if row.rule.startswith(("positions/", "attribution/"))
    }


@pytest.mark.parametrize(("part", "text", "stands"), CASES, ids=[f"{part}: {text}" for part, text, _ in CASES])
def test_an_article_tells_exactly_the_positions_that_are_drawn(part: str, text: str, stands: str) -> None:
    wanted = {pair.strip() for pair in stands.split(";") if pair.strip()}
    assert (part == "traps") == (not wanted), "traps draw nothing, all others something"
    assert told(text) == wanted


def test_the_drawn_articles_are_many_and_hold_traps_of_every_kind() -> None:
    assert len(CASES) >= 60
    assert sum(part == "traps" for part, _, _ in CASES) >= 12
