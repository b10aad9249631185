"""Actors, events, articles and what joins them → FollowTheMoney entities, for OpenAleph, Aleph and OpenSanctions.

In: a connection that may read the views. Out: entities as JSON has them: `id`, `schema`, `properties`. Ids are made
from ours, so that a later export gives the same ones. An actor in an event is an `UnknownLink` with role and position,
an article that tells of it a `Documentation`, a title that somebody bears an `Occupancy` of a `Position`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from psycopg import Connection, sql

from .relations import read

Entity = dict[str, Any]

SCHEMA_OF_KIND = {
    "person": "Person",
    "state": "PublicBody",
    "government": "PublicBody",
    "company": "Company",
    "armed_group": "Organization",
    "igo": "Organization",
    "ngo": "Organization",
    "media": "Organization",
    "party": "Organization",
    "group": "LegalEntity",
}
FORMER_STATES = {"SUHH": "suhh", "YUCS": "yucs", "CSHH": "cshh", "CSXX": "csxx", "DDDE": "dd"}

ACTORS = sql.SQL("""
select
    actor.actor_id, actor.name, actor.kind, actor.country_code,
    array(
        select named.name from report.actor_name as named
        where named.actor_id = actor.actor_id and named.name <> actor.name order by named.name collate "C"
    )
from report.actor order by actor.actor_id
""")
ARTICLES = sql.SQL("""
select article_id, title, outlet, url, language, authors, published_from, published_to, file
from report.article order by article_id
""")
EVENTS = sql.SQL("""
select
    timeline.event_id, timeline.label, timeline.event_type, timeline.status, timeline.starts_from, timeline.starts_to,
    timeline.ends_to, timeline.place, timeline.country_code, killed.low, killed.best, killed.high
from report.timeline
left join report.casualty as killed
    on timeline.event_id = killed.event_id and killed.kind = 'killed' and killed.rule = 'ucdp'
order by timeline.event_id
""")
TELLINGS = sql.SQL("""
select distinct claim.event_id, claim.article_id
from report.event_claim as claim
inner join report.timeline using (event_id)
order by 1, 2
""")
PARTS = sql.SQL("""
select
    part.event_id, part.actor_id, part.actor, part.actor_kind, part.actor_country_code, part.role, part.position,
    array_agg(distinct part.article_id order by part.article_id)
from report.participation as part
inner join report.timeline using (event_id)
group by 1, 2, 3, 4, 5, 6, 7
order by 1, 2, part.actor collate "C", 4, 5, 6, 7
""")
OFFICES = sql.SQL("""
select actor_id, title, organisation, first_published, last_published
from report.role_held where actor_id is not null
order by 1, title collate "C", organisation collate "C", 4
""")


@dataclass(slots=True)
class _Seen:
    """Entities that several rows name, and that are written once."""

    ids: set[str] = field(default_factory=set)

    def once(self, entity: Entity) -> Iterator[Entity]:
        """The entity, the first time."""
        if entity["id"] not in self.ids:
            self.ids.add(entity["id"])
            yield entity


def write_entities(file: BinaryIO, connection: Connection) -> dict[str, int]:
    """One entity a line; how many of each schema."""
    counts: dict[str, int] = {}
    for entity in entities(connection):
        counts[entity["schema"]] = counts.get(entity["schema"], 0) + 1
        file.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")
    return counts


def entities(connection: Connection) -> Iterator[Entity]:
    """All entities: who and what first, then what joins them."""
    seen = _Seen()
    for query, made in (
        (ACTORS, _actor), (ARTICLES, _article), (EVENTS, _event), (TELLINGS, _telling), (PARTS, _part),
        (OFFICES, _office),
    ):  # fmt: skip
        with read(connection, query) as rows:
            for row in rows:
                for entity in made(*row):
                    yield from seen.once(entity)


def _actor(actor_id: int, name: str, kind: str, country: str | None, others: list[str]) -> Iterator[Entity]:
    yield _legal_entity(f"eventdb-actor-{actor_id}", name, kind, country, others)


def _legal_entity(own_id: str, name: str, kind: str, country: str | None, others: list[str]) -> Entity:
    return _entity(
        own_id, SCHEMA_OF_KIND[kind], name=name, alias=others, country=_country(country), notes=f"kind: {kind}"
    )


def _article(
    article_id: int,
    title: str | None,
    outlet: str | None,
    url: str | None,
    language: str,
    authors: str,
    first: date | None,
    last: date | None,
    file: str,
) -> Iterator[Entity]:
    yield _entity(
        f"eventdb-article-{article_id}",
        "Article",
        title=title or file,
        publisher=outlet,
        sourceUrl=url if url and url.startswith("http") else None,
        author=authors.split(", ") if authors else None,
        fileName=file,
        publishedAt=_partial(first, last),
    )


def _event(
    event_id: int,
    label: str,
    kind: str,
    status: str,
    starts_from: date | None,
    starts_to: date | None,
    ends_to: date | None,
    place: str | None,
    country: str | None,
    low: int | None,
    best: int | None,
    high: int | None,
) -> Iterator[Entity]:
    dead = f"Dead by UCDP's rule: low {_told(low)}, best {_told(best)}, high {_told(high)}."
    yield _entity(
        f"eventdb-event-{event_id}",
        "Event",
        name=label,
        keywords=[kind, status],
        date=_partial(starts_from, starts_to),
        startDate=_partial(starts_from, starts_to),
        endDate=_partial(ends_to, ends_to),
        location=place,
        country=_country(country),
        summary=dead if (low, best, high) != (None, None, None) else None,
    )


def _telling(event_id: int, article_id: int) -> Iterator[Entity]:
    yield _entity(
        _hashed("telling", event_id, article_id),
        "Documentation",
        document=f"eventdb-article-{article_id}",
        entity=f"eventdb-event-{event_id}",
        role="tells of it",
    )


def _part(
    event_id: int,
    actor_id: int | None,
    name: str,
    kind: str,
    country: str | None,
    role: str,
    position: str,
    articles: list[int],
) -> Iterator[Entity]:
    own_id = f"eventdb-actor-{actor_id}" if actor_id else _hashed("name", kind, country, name)
    if not actor_id:
        yield _legal_entity(own_id, name, kind, country, [])
    yield _entity(
        _hashed("part", event_id, own_id, role, position),
        "UnknownLink",
        subject=own_id,
        object=f"eventdb-event-{event_id}",
        role=f"{role}: {position}",
        proof=[f"eventdb-article-{each}" for each in articles],
    )


def _office(
    actor_id: int, title: str, organisation: str | None, first: date | None, last: date | None
) -> Iterator[Entity]:
    post = _hashed("post", title, organisation)
    yield _entity(post, "Position", name=f"{title}, {organisation}" if organisation else title)
    yield _entity(
        _hashed("office", actor_id, title, organisation),
        "Occupancy",
        holder=f"eventdb-actor-{actor_id}",
        post=post,
        date=[each for each in (_partial(first, first), _partial(last, last)) if each],
    )


def _entity(own_id: str, schema: str, **properties: str | list[str] | None) -> Entity:
    """An entity with the properties that are known; each has a list of values."""
    listed = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    return {"id": own_id, "schema": schema, "properties": listed}


def _hashed(*parts: object) -> str:
    return f"eventdb-{parts[0]}-{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"


def _country(code: str | None) -> str | None:
    """Countries as FollowTheMoney writes them; of former states those that it knows."""
    return code.lower() if code and len(code) == 2 else FORMER_STATES.get(code or "")


def _partial(first: date | None, last: date | None) -> str | None:
    """A day, month or year that has all of the days; None where no year has them."""
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return first.isoformat()
    return f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"


def _told(figure: int | None) -> str:
    return "not known" if figure is None else str(figure)
