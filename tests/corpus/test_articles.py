"""The corpus of articles written for tests: each says that it is no news, and what is annotated stands in its text.

In: `bench/corpus`. It never runs the extractor. Of the held sets only form is tested; a failure names a file, no words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.sources import Document, Source, document, sources
from tests.examples.test_annotations import BOUNDS, FIGURE_KINDS, KINDS, POSITIONS, PRECISIONS, ROLES, STATUSES, TYPES

CORPUS = Path(__file__).parents[2] / "bench" / "corpus"
SETS = ("dev-afg", "dev-world", "held-afg", "held-world", "traps")
NAMES = sorted(f"{path.parent.name}/{path.stem}" for path in CORPUS.glob("*/*.txt"))
FRONT = re.compile(r"---\nlanguage: en  # (?:Written|Invented) for tests: nobody published this text\.")
NOTE = re.compile("(?:Written|Invented) for tests: nobody published this text;")

Json = dict[str, Any]


def annotation(name: str) -> Json:
    loaded: Json = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def text(name: str) -> str:
    """The article as stages see it, white space folded."""
    (source,) = sources([str(CORPUS / f"{name}.txt")])
    assert isinstance(source, Source)
    read = document(source)
    assert isinstance(read, Document), f"{name} is refused"
    return " ".join(read.text.split())


def claims(name: str) -> Iterator[Json]:
    for event in annotation(name)["events"]:
        yield from (event, *event["participants"], *event["casualties"])


def test_each_set_has_its_articles_and_each_article_its_annotation() -> None:
    assert {path.name for path in CORPUS.iterdir() if path.is_dir()} == set(SETS)
    assert {f"{path.parent.name}/{path.stem}" for path in CORPUS.glob("*/*.json")} == set(NAMES)


def test_the_page_about_the_corpus_lists_every_trap() -> None:
    page = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert [path.stem for path in (CORPUS / "traps").glob("*.txt") if path.stem not in page] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_article_and_its_annotation_say_that_they_are_no_news(name: str) -> None:
    above = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    assert FRONT.match(above), f"{name} does not"
    assert NOTE.match(annotation(name)["note"])


@pytest.mark.parametrize("name", NAMES)
def test_evidence_stands_in_the_text(name: str) -> None:
    words = text(name)
    missing = sum(" ".join(claim["evidence"].split()) not in words for claim in claims(name))
    assert missing == 0, name


@pytest.mark.parametrize("name", NAMES)
def test_codes_come_from_the_closed_lists(name: str) -> None:
    whole = annotation(name)
    events = whole["events"]
    assert {actor["kind"] for actor in whole["actors"]} <= KINDS
    assert {event["type"] for event in events} <= TYPES
    assert {event["status"] for event in events} <= STATUSES
    assert {event["precision"] for event in events} <= PRECISIONS
    positions = [each for event in events for each in event["participants"]]
    assert {each["role"] for each in positions} <= ROLES
    assert {each["status"] for each in positions} <= POSITIONS


@pytest.mark.parametrize("name", NAMES)
def test_bounds_follow_from_number_and_qualifier(name: str) -> None:
    rows = [row for event in annotation(name)["events"] for row in event["casualties"]]
    assert {row["kind"] for row in rows} <= FIGURE_KINDS
    counted = [row for row in rows if row["value"] is not None]
    wrong = sum((row["low"], row["high"]) != BOUNDS[row["qualifier"]](row["value"]) for row in counted)
    assert wrong == 0, name
