"""Sentences with their people drawn behind them: names, titles, and what they hold the title of."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.facts import ActorFact

TEXT = Path(__file__).with_name("people.txt").read_text(encoding="utf-8")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]


def shown(actor: ActorFact) -> str:
    roles = [f"{role.title} of {role.organisation}" if role.organisation else role.title for role in actor.roles]
    return f"{actor.name}: {' + '.join(roles)}" if roles else actor.name


@pytest.mark.parametrize("line", LINES)
def test_the_people_of_a_sentence_are_those_drawn(line: str) -> None:
    sentence, _, drawn = line.partition(" =>")
    people = [shown(actor) for actor in extract(f"News of the day\n\n{sentence}\n").actors if actor.kind == "person"]
    assert " | ".join(people) == drawn.strip()
