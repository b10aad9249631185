"""Facts become the documented JSON: the same keys, the text's own words, and nothing that the schema does not know."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from eventdb.models.codes import EVENT_TYPES
from loaders.export import article_json, plover_root
from loaders.facts import ArticleFacts, Credit, Published
from tests.run.drawn import SUMMIT, summit_facts

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/article.schema.json").read_text(encoding="utf-8"))
TYPES = SCHEMA["$defs"]["event"]["properties"]["type"]["enum"]
ROOTS = SCHEMA["$defs"]["event"]["properties"]["plover"]["enum"]


def faults(value: Any) -> list[str]:
    """What the schema says against a value."""
    return [fault.message for fault in Draft202012Validator(SCHEMA).iter_errors(value)]


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("full", [False, True])
def test_an_exported_article_fits_the_schema(full: bool) -> None:
    assert faults(article_json(summit_facts(), file="summit.txt", full=full)) == []


def test_examples_of_the_repository_fit_the_schema() -> None:
    expected = [path for path in sorted((ROOT / "examples/articles").glob("*.json")) if "meta" not in path.name]
    told = {path.name: faults(json.loads(path.read_text(encoding="utf-8"))) for path in expected}
    assert {name: said for name, said in told.items() if said} == {}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["events", 0, "type"], "consult.chat"),
        (["events", 0, "start"], "20 May 2022"),
        (["events", 0, "participants", 0, "status"], "maybe"),
        (["events", 1, "casualties", 0, "low"], -1),
        (["article", "published", "basis"], "guess"),
        (["events", 0, "colour"], "red"),
    ],
)
def test_the_schema_refuses_what_is_not_in_the_guide(path: list[Any], value: Any) -> None:
    spoilt = copy.deepcopy(article_json(summit_facts(), file="summit.txt"))
    place = spoilt
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert faults(spoilt)


def test_the_article_part_tells_title_outlet_dateline_credits_and_day() -> None:
    assert article_json(summit_facts(), file="summit.txt")["article"] == {
        "title": "Norway invites both sides to Oslo summit",
        "publisher": "Fjord Wire",
        "dateline": "OSLO",
        "authors": [],
        "credits": ["EFE"],
        "published": {"earliest": "2022-05-04", "latest": "2022-05-04", "year_in_text": True, "basis": "byline"},
    }


def test_an_event_carries_its_days_place_root_and_words() -> None:
    conference = article_json(summit_facts(), file="summit.txt")["events"][0]
    assert {key: conference[key] for key in ("id", "type", "plover", "status", "core")} == {
        "id": "e1", "type": "consult.conference", "plover": "CONSULT", "status": "planned", "core": True,
    }  # fmt: skip
    assert {key: conference[key] for key in ("start", "end", "precision", "place", "country", "evidence")} == {
        "start": "2022-05-20", "end": "2022-05-20", "precision": "day", "place": "Oslo", "country": "NO",
        "evidence": "a peace conference in Oslo on May 20",
    }  # fmt: skip


def test_a_speaker_is_named_in_full_and_the_article_itself_is_null() -> None:
    people = article_json(summit_facts(), file="summit.txt")["events"][0]["participants"]
    assert [(each["actor"], each["status"], each["said_by"]) for each in people] == [
        ("Norway", "confirmed", None),
        ("Shining Path", "invited", None),
        ("Peru", "confirmed", "Ana Ruiz"),
    ]


def test_a_figure_keeps_value_bounds_speaker_and_words() -> None:
    (figure,) = article_json(summit_facts(), file="summit.txt")["events"][1]["casualties"]
    assert figure == {
        "kind": "killed", "value": 4, "qualifier": "at_least", "low": 4, "high": None, "victims": "people",
        "said_by": "police", "evidence": "at least four people",
    }  # fmt: skip


def test_full_adds_text_blocks_and_spans_whose_offsets_hold() -> None:
    told = article_json(summit_facts(), file="summit.txt", full=True)
    assert told["text"] == SUMMIT
    assert [(b["kind"], SUMMIT[b["start"] : b["stop"]]) for b in told["blocks"]] == [
        ("title", "Norway invites both sides to Oslo summit"),
        ("dateline", "OSLO, 4 May 2022"),
    ]
    drawn = {(span["kind"], SUMMIT[span["start"] : span["stop"]], span["value"]) for span in told["spans"]}
    assert {
        ("actor", "Shining Path", "Shining Path"),
        ("actor", "police", None),
        ("role", "envoy", "envoy"),
        ("credit", "EFE", "EFE"),
        ("event", "A bomb in Ayacucho", "assault.bombing"),
        ("participation", "Lima would attend", "confirmed"),
        ("casualty", "at least four people", "killed"),
    } <= drawn


def test_full_tells_a_date_s_days_and_whether_it_was_refused() -> None:
    spans = article_json(summit_facts(), file="summit.txt", full=True)["spans"]
    dates = [
        (SUMMIT[s["start"] : s["stop"]], s["from"], s["to"], s["precision"], s["refused"], s["value"])
        for s in spans
        if s["kind"] == "date"
    ]
    assert dates == [
        ("May 20", "2022-05-20", "2022-05-20", "day", False, "2022-05-20"),
        ("Wednesday", None, None, "unknown", True, None),
        ("last week", "2022-04-25", "2022-05-01", "week", False, "2022-04-25/2022-05-01"),
    ]


def test_every_type_of_the_schema_has_a_root_of_the_schema_or_none() -> None:
    assert {kind: plover_root(kind) for kind in TYPES if plover_root(kind) not in ROOTS} == {}
    assert [kind for kind in TYPES if plover_root(kind) is None] == ["vote.election", "say.deny", "other"]


def test_an_unknown_family_of_types_is_refused() -> None:
    with pytest.raises(KeyError):
        plover_root("gossip.rumour")


def test_the_roots_are_those_that_the_database_lists() -> None:
    assert {entry.code: entry.plover_type for entry in EVENT_TYPES} == {kind: plover_root(kind) for kind in TYPES}


def test_a_photo_s_credit_is_given_as_written_and_an_agency_by_its_name() -> None:
    text = "A market in Lima. (AP Photo/Ana Ruiz, Pool)\nBy Reuters"
    facts = ArticleFacts(
        text=text,
        language="en",
        published=Published(None, None, "unknown"),
        credits=(Credit("AP", "photo", 19, 42), Credit("Reuters", "written_by", 47, 54)),
    )
    assert article_json(facts, file="lima.txt")["article"]["credits"] == ["AP Photo/Ana Ruiz, Pool", "Reuters"]
