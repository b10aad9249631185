"""What a database made one, beside what is one: a connection and `clusters.json` go in, `Thing`s come out.

An entry of an annotation is paired with a report of its article as `bench.measures.gold` pairs them; a person with an
actor of the article by name. What was not read stays, without a report, so that it can count as missed. Writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import Connection
from psycopg.rows import dict_row

from bench.measures.gold import paired
from bench.measures.likeness import Json, event_score, fold, same_name

# One row per current article, with its reports and actors as the annotation guide would write them.
ARTICLES = """
select
    article.article_id,
    source_file.location,
    article.story_id,
    (
        select coalesce(jsonb_agg(jsonb_build_object(
            'type', r.type_code,
            'start', coalesce(r.starts_from_yearless, r.starts_from::text),
            'end', coalesce(r.starts_to_yearless, r.starts_to::text),
            'place', r.place_name,
            'country', r.country_code,
            'event', r.event_id,
            'evidence', substr(article.text, r.start + 1, r.stop - r.start),
            'casualties', array(
                select jsonb_build_object('evidence', substr(article.text, f.start + 1, f.stop - f.start))
                from eventdb.casualty_figure as f
                where (f.article_id, f.version, f.report_ordinal) = (r.article_id, r.version, r.ordinal)
            ),
            'participants', array(
                select jsonb_build_object('evidence', substr(article.text, p.start + 1, p.stop - p.start))
                from eventdb.participation as p
                where (p.article_id, p.version, p.report_ordinal) = (r.article_id, r.version, r.ordinal)
            )
        ) order by r.ordinal), '[]'::jsonb)
        from eventdb.event_report as r
        where (r.article_id, r.version) = (article.article_id, article.version) and r.type_code not like 'say.%%'
    ) as reports,
    (
        select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'aliases', a.aliases, 'actor', a.actor_id)
            order by a.ordinal), '[]'::jsonb)
        from eventdb.article_actor as a
        where (a.article_id, a.version) = (article.article_id, article.version) and a.kind_code = 'person'
    ) as persons
from eventdb.article
inner join eventdb.source_file using (source_file_id)
where article.is_current and source_file.location = any(%(locations)s)
"""
AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Thing:
    """A report, a person or an article: what it truly is, what it was made part of, whether it was read."""

    kind: str
    file: str
    true: str
    found: int | None
    was_read: bool
    shown: str


def things(connection: Connection[Any], folder: Path) -> Iterator[Thing]:
    """All things of a corpus."""
    rows = json.loads((folder / "clusters.json").read_text(encoding="utf-8"))
    for start in range(0, len(rows), AT_A_TIME):
        yield from _some(connection, folder.resolve(), rows[start : start + AT_A_TIME])


def _some(connection: Connection[Any], folder: Path, rows: list[Json]) -> Iterator[Thing]:
    wanted = {str(folder / row["file"]): row for row in rows}
    with connection.cursor(row_factory=dict_row) as cursor:
        stored = {row["location"]: row for row in cursor.execute(ARTICLES, {"locations": list(wanted)}).fetchall()}
    for location, row in wanted.items():
        gold = json.loads(Path(location).with_suffix(".json").read_text(encoding="utf-8"))
        read = stored.get(location, {"reports": [], "persons": [], "story_id": None})
        yield from _events(row, gold["events"], read["reports"])
        yield from _persons(row, gold["actors"], read["persons"])
        title = gold["article"]["title"]
        yield Thing("stories", row["file"], row["story"], read["story_id"], location in stored, title)


def _events(row: Json, golds: list[Json], reads: list[Json]) -> Iterator[Thing]:
    pairs = dict(paired(golds, reads, event_score))
    for number, gold in enumerate(golds):
        read = reads[pairs[number]] if number in pairs else {}
        days = f"{read.get('start')}/{read.get('end')} {read.get('place')}" if read else "not read"
        shown = f"[{read.get('type', gold['type'])} {days}] {gold['evidence']}"
        yield Thing("events", row["file"], row["events"][gold["id"]], read.get("event"), bool(read), shown)


def _persons(row: Json, golds: list[Json], reads: list[Json]) -> Iterator[Thing]:
    persons = [actor for actor in golds if actor["kind"] == "person" and actor["name"] in row["persons"]]
    pairs = dict(paired(persons, reads, _likeness))
    for number, gold in enumerate(persons):
        read = reads[pairs[number]] if number in pairs else {}
        shown = f"{gold['name']}, {', '.join(role['title'] for role in gold['roles'])} [{read.get('name')}]"
        yield Thing("persons", row["file"], row["persons"][gold["name"]], read.get("actor"), bool(read), shown)


def _likeness(gold: Json, read: Json) -> float:
    return same_name(gold, read) * (1 + (fold(gold["name"]) == fold(read["name"])))
