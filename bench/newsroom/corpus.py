"""Number → article, and a corpus → files: texts, annotations beside them, and `clusters.json`, which says what is one.

In: a seed, numbers. Out: `Article`s, some with metadata of their feed; one block is in memory at a time.
`clusters.json` is a list with an object a line: "file"; "events": entry of the annotation → happening; "persons": name
→ person; "story": the article that it copies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

from .articles import Draft, draft
from .happenings import scene
from .people import Json
from .plans import SIZE, Plan, plans
from .styles import Page, page

WITH_METADATA = 0.7
NOTE = "Invented for tests: nobody published this text, and nothing in it happened."
README = """# Invented news

None of this is news. Every text here was made by a program to measure what is read in such texts and how fast;
persons, happenings, papers and stations are invented. `NAME.json` says what `NAME.txt` tells; `clusters.json` says
which articles tell of one happening or person, and which are copies.
"""


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its annotation, and its line of `clusters.json`."""

    name: str
    text: str
    annotation: Json
    clusters: Json
    metadata: Json | None = None


def corpus(seed: int) -> Iterator[Article]:
    """All articles of a seed, without end."""
    number = 0
    while True:
        yield from block(seed, number)
        number += 1


def article(seed: int, number: int) -> Article:
    """The article of that number."""
    return next(islice(block(seed, number // SIZE), number % SIZE, None))


def block(seed: int, number: int) -> Iterator[Article]:
    """The articles of a block, each made when it is asked for."""
    place = scene(seed, number)
    planned = plans(place, seed)
    for at, plan in enumerate(planned):
        made = draft(place, planned, plan, seed)
        printed = page(made, Random(f"{seed}/{number}/page/{plan.number}"))
        yield _article(f"{number * SIZE + at:07}", number, plan, made, printed)


def _article(name: str, number: int, plan: Plan, made: Draft, printed: Page) -> Article:
    events = [_entry(event, n, printed.has_year) for n, event in enumerate(made.events, start=1)]
    original = plan.number if plan.copy_of is None else plan.copy_of
    clusters = {
        "file": f"{name}.txt",
        "events": {event["id"]: told for event, told in zip(events, made.told, strict=True)},
        "persons": made.people,
        "story": f"b{number}-{original}",
    }
    annotation = {"note": NOTE, "article": printed.article, "actors": list(made.actors), "events": events}
    return Article(name, printed.text + "\n", annotation, clusters, _metadata(plan, name, printed))


def _metadata(plan: Plan, name: str, printed: Page) -> Json | None:
    """What a feed says beside the text: most wires come with their day, some only with the text."""
    if printed.has_year or Random(name).random() > WITH_METADATA:
        return None
    return {"published": plan.published.isoformat()}


def _entry(event: Json, number: int, has_year: bool) -> Json:
    """An entry of the annotation: days without a year where neither the page nor the sentence has it."""
    knows = has_year or event["has_year"]
    told = {key: value for key, value in event.items() if key != "has_year"}
    if event["precision"] == "year" and not knows:
        told |= {"start": None, "end": None, "precision": "unknown"}
    days = {key: _iso(told[key], knows) for key in ("start", "end")}
    return {"id": f"e{number}"} | told | days


def _iso(day: date | None, has_year: bool) -> str | None:
    return None if day is None else day.isoformat() if has_year else f"--{day:%m-%d}"


def write(count: int, folder: Path, seed: int) -> None:
    """Write the first `count` articles of a seed into a folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(README, encoding="utf-8")
    with (folder / "clusters.json").open("w", encoding="utf-8") as clusters:
        for number, each in enumerate(islice(corpus(seed), count)):
            (folder / f"{each.name}.txt").write_text(each.text, encoding="utf-8")
            if each.metadata:
                (folder / f"{each.name}.meta.json").write_text(json.dumps(each.metadata) + "\n", encoding="utf-8")
            annotation = json.dumps(each.annotation, ensure_ascii=False, indent=1)
            (folder / f"{each.name}.json").write_text(annotation + "\n", encoding="utf-8")
            clusters.write(("[\n" if number == 0 else ",\n") + json.dumps(each.clusters, ensure_ascii=False))
        clusters.write("\n]\n" if count else "[]\n")
