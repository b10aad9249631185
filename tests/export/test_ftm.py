"""Entities have schemas and properties that FollowTheMoney has, and point to entities of the same file.

Its library needs headers of ICU to be installed, so the part of its model that is used stands here; with the library,
`python -m bench.ftm FILE` validates a file by all of it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventdb.cli import run
from eventdb.export.ftm import SCHEMA_OF_KIND, _country, _partial
from eventdb.models.codes import LISTS

THING = {"name", "alias", "country", "notes", "keywords", "summary"}
PROPERTIES = {
    "Person": THING,
    "PublicBody": THING,
    "Organization": THING,
    "Company": THING,
    "LegalEntity": THING,
    "Position": THING,
    "Article": {"title", "publisher", "sourceUrl", "author", "fileName", "publishedAt"},
    "Event": THING | {"date", "startDate", "endDate", "location"},
    "UnknownLink": {"subject", "object", "role", "proof"},
    "Documentation": {"document", "entity", "role"},
    "Occupancy": {"holder", "post", "date"},
}
REQUIRED = {
    "UnknownLink": {"subject", "object"},
    "Documentation": {"document", "entity"},
    "Occupancy": {"holder", "post"},
    "Article": {"title"},
}
POINTING = {
    "subject": ("Person", "PublicBody", "Organization", "Company", "LegalEntity"),
    "object": ("Event",),
    "proof": ("Article",),
    "document": ("Article",),
    "entity": ("Event",),
    "holder": ("Person", "PublicBody", "Organization", "Company", "LegalEntity"),
    "post": ("Position",),
}
DAYS = ("date", "startDate", "endDate", "publishedAt")

Entity = dict[str, Any]


@pytest.fixture
def entities(examples: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[Entity]:
    assert run(["export", "--format", "ftm", "--out", str(tmp_path)]) == 0
    found = [json.loads(line) for line in (tmp_path / "ftm.jsonl").read_text(encoding="utf-8").splitlines()]
    assert f"ftm: {len(found)} entities in {tmp_path}" in capsys.readouterr().out
    return found


def test_entities_fit_the_model(entities: list[Entity]) -> None:
    assert len({each["id"] for each in entities}) == len(entities)
    for each in entities:
        given, schema = set(each["properties"]), each["schema"]
        assert given <= PROPERTIES[schema]
        assert REQUIRED.get(schema, {"name"}) <= given
        assert all(isinstance(value, str) and value for values in each["properties"].values() for value in values)


def test_what_points_to_an_entity_points_to_one_of_the_right_kind(entities: list[Entity]) -> None:
    schemas = {each["id"]: each["schema"] for each in entities}
    pointers = [
        (name, schemas.get(value))
        for each in entities
        for name, values in each["properties"].items()
        if name in POINTING
        for value in values
    ]
    assert len(pointers) > 50
    assert [(name, schema) for name, schema in pointers if schema not in POINTING[name]] == []


def test_days_are_days_months_or_years(entities: list[Entity]) -> None:
    days = [day for each in entities for name in DAYS for day in each["properties"].get(name, [])]
    assert days and [day for day in days if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", day)] == []


def test_every_event_article_and_actor_is_there(examples: str, entities: list[Entity]) -> None:
    with psycopg.connect(examples) as connection:
        counted = connection.execute("""
            select
                (select count(*) from report.timeline), (select count(*) from report.article),
                (select count(*) from report.actor)
        """).fetchone()
    assert counted
    found = Counter(each["id"].rpartition("-")[0] for each in entities)
    assert (found["eventdb-event"], found["eventdb-article"], found["eventdb-actor"]) == counted


def test_a_position_in_a_meeting_is_a_link_with_its_role_and_articles(entities: list[Entity]) -> None:
    names = {each["id"]: each["properties"].get("name", [""])[0] for each in entities}
    links = {
        (names[each["properties"]["subject"][0]], each["properties"]["role"][0])
        for each in entities
        if each["schema"] == "UnknownLink"
    }
    assert {role.partition(":")[2] for _, role in links} >= {" invited", " attended", " did"}


def test_every_kind_of_actor_has_a_schema() -> None:
    assert SCHEMA_OF_KIND.keys() == {entry.code for entry in LISTS["actor_kind"]}


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2021, 3, 18), date(2021, 3, 18), "2021-03-18"),
        (date(2021, 3, 1), date(2021, 3, 31), "2021-03"),
        (date(2021, 3, 1), date(2021, 4, 2), "2021"),
        (date(2021, 12, 31), date(2022, 1, 1), None),
        (None, date(2022, 1, 1), None),
    ],
)
def test_a_partial_day_holds_all_days_and_no_more_than_is_known(
    first: date | None, last: date | None, told: str | None
) -> None:
    assert _partial(first, last) == told


def test_countries_of_former_states_are_those_that_the_model_knows() -> None:
    assert [_country(code) for code in ("AF", "XK", "SUHH", "YDYE", None)] == ["af", "xk", "suhh", None, None]
