"""The annotated examples as a regression corpus: what the rules read must not fall below what they have reached.

Counted over all articles together. A figure is right when kind and number agree, a person when the full name does, a
day of publication when it is the annotated one. Floors lie a little under what was reached when they were set.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.export import article_json
from loaders.extract import extract
from loaders.sources import Document, Source, document, sources

FOLDER = Path(__file__).parents[2] / "examples/articles"
Json = dict[str, Any]


@cache
def pairs() -> tuple[tuple[Json, Json], ...]:
    """(annotation, what the rules read) of each example."""
    found = []
    for source in sources([str(FOLDER)]):
        if isinstance(source, Source):
            read = document(source)
            assert isinstance(read, Document)
            facts = extract(read.text, file_name=source.name, metadata=read.metadata)
            annotation = json.loads((FOLDER / source.name).with_suffix(".json").read_text(encoding="utf-8"))
            found.append((annotation, article_json(facts, file=source.name)))
    return tuple(found)


def figures(article: Json) -> Counter[tuple[Any, ...]]:
    """Casualty figures of an article by kind, number and lower bound."""
    rows = (each for event in article["events"] for each in event["casualties"])
    return Counter((each["kind"], each["value"], each["low"] if each["value"] is None else None) for each in rows)


def persons(article: Json) -> Counter[str]:
    """Full names of people; "a guard" is nobody's name."""
    named = (actor["name"] for actor in article["actors"] if actor["kind"] == "person")
    return Counter(name for name in named if " " in name and all(word[0].isupper() for word in name.split()[::2]))


def kinds(article: Json) -> Counter[tuple[str, str | None, str | None]]:
    """Dated events by family and days."""
    dated = (event for event in article["events"] if event["start"] or event["end"])
    return Counter((event["type"].partition(".")[0], event["start"], event["end"]) for event in dated)


@pytest.mark.parametrize(
    ("counted", "precision", "recall"),
    [(figures, 0.94, 0.76), (persons, 0.90, 0.80), (kinds, 0.55, 0.25)],
    ids=["casualty figures", "persons", "dated events"],
)
def test_the_rules_read_no_less_than_they_did(counted: Any, precision: float, recall: float) -> None:
    right = wanted = got = 0
    for annotation, read in pairs():
        expected, found = counted(annotation), counted(read)
        right += sum((expected & found).values())
        wanted, got = wanted + sum(expected.values()), got + sum(found.values())
    assert (right / got >= precision, right / wanted >= recall) == (True, True), f"{right} of {wanted}, {got} found"


def day(article: Json) -> str | None:
    """The first day on which the article may have been published."""
    published: Json = article["article"]["published"] or {}
    return published.get("earliest") or published.get("yearless", {}).get("earliest")


def test_titles_and_days_of_publication_are_those_of_the_annotations() -> None:
    assert len(pairs()) == 20
    assert sum(annotation["article"]["title"] == read["article"]["title"] for annotation, read in pairs()) >= 18
    assert sum(day(annotation) == day(read) for annotation, read in pairs()) >= 19
