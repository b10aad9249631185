"""An organisation is called what the article calls it; its key and the other names stay."""

from __future__ import annotations

import pytest

from loaders.export import article_json
from loaders.extract import extract
from loaders.naming import names_of

NAMES = [
    ("The Tamil Tigers fired on a patrol near Jaffna on Monday.", "Tamil Tigers"),
    ("Fighters of the Hezb-e-Wahdat fired on a patrol near Bamiyan on Monday.", "Hezb-e-Wahdat"),
    (
        "The Islamic State, or Islamic State of Iraq and the Levant, bombed Basra.",
        "Islamic State of Iraq and the Levant",
    ),
    ("Houthi fighters shelled Marib on Monday.", "Houthis"),
    ("The UN hosted talks in Lima on Monday.", "United Nations"),
    ("The YPG shelled the village on Monday.", "YPG"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_an_organisation_has_the_name_that_its_article_spells_out(text: str, name: str) -> None:
    assert name in names_of(extract(f"{text}\n"))


def test_parties_and_actors_of_a_document_have_the_same_names() -> None:
    told = article_json(extract("The Tamil Tigers shelled Jaffna on Monday.\n"), file="a.txt")
    names = {actor["name"] for actor in told["actors"]}
    assert {party["actor"] for event in told["events"] for party in event["participants"]} <= names
    assert "Tamil Tigers" in names
    (tigers,) = [actor for actor in told["actors"] if actor["name"] == "Tamil Tigers"]
    assert tigers["aliases"] == ["Liberation Tigers of Tamil Eelam"]
