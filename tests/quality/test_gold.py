"""The score of one small article whose figures are counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.measures import gold

Json = dict[str, Any]


def event(kind: str, day: str, evidence: str, **rest: Any) -> Json:
    return {"type": kind, "start": day, "end": day, "status": "occurred", "evidence": evidence, "core": True} | rest


def position(actor: str, status: str) -> Json:
    return {"actor": actor, "role": "participant", "status": status, "evidence": ""}


def killed(value: int, qualifier: str) -> Json:
    return {"kind": "killed", "value": value, "low": value, "qualifier": qualifier, "evidence": ""}


def person(name: str, *titles: str) -> Json:
    return {"name": name, "kind": "person", "roles": [{"title": title} for title in titles]}


WANTED: Json = {
    "article": {
        "title": "Envoys meet",
        "credits": ["AP", "dpa"],
        "published": {"earliest": "2001-03-05", "latest": "2001-03-05"},
    },
    "actors": [person("Ana Brun", "foreign minister", "leader"), person("Ivo Lund"), {"name": "Chad", "kind": "state"}],
    "events": [
        event(
            "consult.talks",
            "2001-03-04",
            "envoys talked in Lima",
            place="Lima",
            participants=[position("Chad", "attended"), position("Mali", "declined")],
        ),
        event("assault.bombing", "2001-03-03", "a bomb went off", casualties=[killed(4, "exact"), killed(9, "about")]),
        event("vote.election", "1999-01-01", "elections of that year", core=False),
    ],
}
READ: Json = {
    "article": {"title": "Envoys Meet", "credits": ["AP"], "published": {"earliest": "2001-03-01", "latest": None}},
    "actors": [person("Brun", "minister"), person("Tom"), person("Jo"), {"name": "N'Djamena", "kind": "state"}],
    "events": [
        event(
            "consult.meeting",
            "2001-03-04",
            "envoys talked in Lima",
            place=None,
            participants=[position("Chad", "invited"), position("Chad", "attended"), position("Peru", "attended")],
        ),
        event("coerce.arrest", "2001-03-04", "ten were held", participants=[position("Peru", "did")]),
        event("assault.other", "2001-01-01", "elsewhere", casualties=[killed(4, "at_least")]),
        event("say.deny", "2001-03-04", "denied it"),
    ],
}

COUNTED = {
    # label: right of read, read, right of gold, gold
    "article.title": (1, 1, 1, 1),
    "article.credits": (1, 1, 1, 2),
    "article.published": (0, 1, 0, 1),
    "actors.person": (1, 3, 1, 2),
    "actors.roles": (1, 1, 1, 2),
    "actors.other": (0, 1, 0, 1),
    "events": (1, 3, 1, 2),
    "events.type_exact": (0, 1, 0, 1),
    "events.date_exact": (1, 1, 1, 1),
    "events.place": (0, 0, 0, 1),
    "events.status": (1, 1, 1, 1),
    "participants": (1, 3, 1, 2),
    "participants.with_status": (1, 3, 1, 2),
    "casualties": (1, 1, 1, 2),
    "casualties.with_qualifier": (0, 1, 0, 2),
}


@pytest.mark.parametrize("label", COUNTED)
def test_each_label_is_counted_as_by_hand(label: str) -> None:
    tally = gold.scores([("one", WANTED, READ)])[label]
    assert (tally.right_of_read, tally.read, tally.right_of_gold, tally.gold) == COUNTED[label]


def test_figures_are_precision_recall_and_their_harmonic_mean() -> None:
    tally = gold.Tally(1, 4, 1, 2)
    assert (tally.precision, tally.recall, tally.f1) == (0.25, 0.5, pytest.approx(1 / 3))
    assert gold.Tally().f1 == 0


def test_what_is_not_annotated_has_no_figure() -> None:
    named = {figure.name: figure for figure in gold.figures(gold.scores([("one", WANTED, READ)]))}
    assert "dateline" not in named
    assert (named["events, recall"].value, named["events, recall"].rows) == (0.5, 2)
    assert (named["events, precision"].value, named["events, precision"].rows) == (pytest.approx(1 / 3), 3)


def test_an_article_without_a_prediction_counts_as_missed() -> None:
    tally = gold.scores([("one", WANTED, {})])["events"]
    assert (tally.read, tally.right_of_gold, tally.gold) == (0, 0, 2)


def test_articles_of_a_folder_are_read_where_an_annotation_lies_beside_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks in Lima\n\nTwo people were shot dead in Lima on 3 March 2001.\n")
    (tmp_path / "b.txt").write_text("Nobody has annotated this text about talks in Lima.\n")
    (tmp_path / "a.json").write_text(json.dumps(WANTED))
    ((name, annotation, read),) = gold.articles(tmp_path)
    assert (name, annotation, read["article"]["title"]) == ("a", WANTED, "Talks in Lima")
