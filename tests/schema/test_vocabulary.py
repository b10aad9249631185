"""What extraction may say, the published JSON schema may hold and the database accepts are the same closed lists."""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from eventdb.models.codes import LISTS
from loaders.clean import BLOCK_KINDS
from loaders.lexicons.entries import ACTOR_KINDS

PUBLISHED = json.loads((Path(__file__).parents[2] / "docs" / "article.schema.json").read_text())["$defs"]


def codes(table: str) -> set[str | int]:
    return {entry.code for entry in LISTS[table]}


@pytest.mark.parametrize(
    ("table", "path"),
    [
        ("event_type", "event.properties.type"),
        ("event_status", "event.properties.status"),
        ("participant_role", "participant.properties.role"),
        ("participant_position", "participant.properties.status"),
        ("casualty_kind", "casualty.properties.kind"),
        ("actor_kind", "actor.properties.kind"),
        ("window_precision", "precision"),
    ],
)
def test_the_published_schema_has_the_codes_of_the_database(table: str, path: str) -> None:
    found: Any = reduce(lambda node, name: node[name], path.split("."), PUBLISHED)
    assert set(found["enum"]) == codes(table)


def test_an_extracted_day_of_publication_rests_on_any_ground_but_a_person_s_word() -> None:
    assert {*PUBLISHED["article"]["properties"]["published"]["properties"]["basis"]["enum"], "human"} == codes(
        "published_basis"
    )


def test_the_published_schema_has_the_qualifiers_of_the_database_but_for_two() -> None:
    assert {*PUBLISHED["casualty"]["properties"]["qualifier"]["enum"], "coded", "stated_none"} == codes(
        "figure_qualifier"
    )


def test_every_kind_of_block_that_cleaning_finds_can_be_stored() -> None:
    assert set(BLOCK_KINDS) == codes("block_kind")


def test_every_kind_of_actor_that_the_lexicons_have_can_be_stored() -> None:
    assert {*ACTOR_KINDS, "person", "state"} == codes("actor_kind")
