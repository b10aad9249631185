"""A wing of a movement is an actor of its own, and its page says whose wing it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.errors import LexiconError
from loaders.extract import extract
from loaders.lexicons.actors import read_actors
from tests.run.database import Link, ask
from tests.run.test_link import load_and_link

ARTICLE = """Rockets hit Ashkelon

GAZA, October 8, 2023 - The Qassam Brigades, the armed wing of Hamas, claimed responsibility for a rocket attack that
killed two people in Ashkelon on Saturday.
"""
PAGE = "select name, part_of, parts, events from report.actor where kind = 'armed_group' order by name"


def test_a_wing_is_related_to_its_movement_and_does_not_act_for_it(connection: Link) -> None:
    facts = extract(ARTICLE)
    load_and_link(connection, {"a.txt": facts})
    wing, hamas = "Izz al-Din al-Qassam Brigades", "Hamas"
    pages = {name: (whole, parts, events) for name, whole, parts, events in ask(connection, PAGE)}
    assert pages[wing] == (hamas, None, 1)
    assert pages[hamas] == (None, wing, 0)
    attackers = "select actor from report.participation where role = 'perpetrator'"
    assert ask(connection, attackers) == [(wing,)]


def test_the_movement_is_there_though_only_its_wing_is_named(connection: Link) -> None:
    facts = extract(ARTICLE.replace(", the armed wing of Hamas,", ""))
    assert [actor.name for actor in facts.actors if actor.kind == "armed_group"] == ["Izz al-Din al-Qassam Brigades"]
    load_and_link(connection, {"a.txt": facts})
    asked = (
        "select whole.name from eventdb.actor inner join eventdb.actor as whole on actor.part_of_id = whole.actor_id"
    )
    assert ask(connection, asked) == [("Hamas",)]


def test_a_part_of_nothing_that_the_lexicons_know_is_refused(tmp_path: Path) -> None:
    (tmp_path / "groups.yaml").write_text(
        "groups:\n  - {name: Blue Brigade, sort: rebel, in: [PE], part_of: Blue Party}\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match="Blue Brigade: part_of is 'Blue Party', which is the name of no group"):
        read_actors((tmp_path,))
