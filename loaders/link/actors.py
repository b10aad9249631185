"""Persons named by several articles → actors.

In: an open connection, and the articles that changed (None: all). Out: rows of `actor` and `actor_name` that rest on a
rule, and `article_actor.actor_id`. Actors of the lexicons are linked by their key when an article is stored.

A person is known by the full name, and by the country where articles give one. Persons of one name and two countries
are two actors; one of them named without a country is linked to none. A bare surname never makes an actor, nor does a
full name of which no article tells a title, a country or a part in an event.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import class_row

from ..keys import key

# One row per person that a current article names and no lexicon knows.
PERSONS = """
select
    a.article_id,
    a.version,
    a.ordinal,
    a.actor_id,
    a.name,
    a.country_code as country,
    a.country_code is not null
    or exists (
        select from eventdb.office_held as o
        where (o.article_id, o.version, o.actor_ordinal) = (a.article_id, a.version, a.ordinal)
    )
    or exists (
        select from eventdb.participation as p
        where (p.article_id, p.version, p.actor_ordinal) = (a.article_id, a.version, a.ordinal)
    ) as is_told_of
from eventdb.article_actor as a
inner join eventdb.article using (article_id, version)
left join eventdb.actor using (actor_id)
where
    article.is_current
    and a.kind_code = 'person'
    and (a.actor_id is null or actor.origin_code = 'rule')
"""
NAMESAKES = (
    PERSONS
    + """
    and a.name in (
        select b.name from eventdb.article_actor as b where b.article_id = any(%s) and b.kind_code = 'person'
    )
"""
)
ADD = """
insert into eventdb.actor (actor_id, name, kind_code, country_code, origin_code)
values (%s, %s, 'person', %s, 'rule')
on conflict (actor_id) do update set country_code = excluded.country_code
where actor.country_code is distinct from excluded.country_code and actor.origin_code = 'rule'
"""
ADD_NAME = "insert into eventdb.actor_name (actor_id, name) values (%s, %s) on conflict do nothing"
POINT = "update eventdb.article_actor set actor_id = %s where article_id = %s and version = %s and ordinal = %s"
UNUSED = """
select actor_id from eventdb.actor
where
    origin_code = 'rule'
    and merged_into_id is null
    and not exists (select from eventdb.article_actor as a where a.actor_id = actor.actor_id)
    and not exists (select from eventdb.actor as merged where merged.merged_into_id = actor.actor_id)
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one article names it; `is_told_of`: with a title, a country or a part in an event."""

    article_id: int
    version: int
    ordinal: int
    actor_id: int | None
    name: str
    country: str | None
    is_told_of: bool


@dataclass(frozen=True, slots=True)
class Known:
    """An actor made of persons of one name."""

    actor_id: int
    name: str
    country: str | None


def resolve(persons: Iterable[Person]) -> dict[Person, Known | None]:
    """Which actor each person is; None where there is none, or more than one candidate. Pure."""
    namesakes: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        namesakes[folded(person.name)].append(person)
    return {person: actor for name, group in namesakes.items() for person, actor in _resolve_name(name, group)}


def folded(name: str) -> str:
    """A name without case and accents, to know the same name elsewhere."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).casefold().split())


def _resolve_name(name: str, group: list[Person]) -> list[tuple[Person, Known | None]]:
    countries = {person.country for person in group if person.country}
    if " " not in name or not any(person.is_told_of for person in group):
        return [(person, None) for person in group]
    shown = min(person.name for person in group)
    if len(countries) < 2:
        only = Known(key("actor", "person", name), shown, next(iter(countries), None))
        return [(person, only) for person in group]
    apart = {country: Known(key("actor", "person", name, country), shown, country) for country in countries}
    return [(person, apart.get(person.country or "")) for person in group]


def link_actors(connection: Connection, articles: Collection[int] | None) -> int:
    """Point the persons of these articles, and their namesakes elsewhere, to actors; how many pointers changed."""
    with connection.cursor(row_factory=class_row(Person)) as cursor:
        if articles is None:
            persons = cursor.execute(PERSONS).fetchall()
        else:
            persons = cursor.execute(NAMESAKES, (list(articles),)).fetchall()
    resolved = resolve(persons)
    changed = [(person, actor) for person, actor in resolved.items() if person.actor_id != (actor and actor.actor_id)]
    _add(connection, {actor for actor in resolved.values() if actor})
    with connection.cursor() as cursor:
        cursor.executemany(POINT, [_pointer(person, actor) for person, actor in changed])
    return len(changed)


def _add(connection: Connection, actors: Collection[Known]) -> None:
    ordered = sorted(actors, key=lambda actor: actor.actor_id)
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(actor.actor_id, actor.name, actor.country) for actor in ordered])
        cursor.executemany(ADD_NAME, [(actor.actor_id, actor.name) for actor in ordered])


def _pointer(person: Person, actor: Known | None) -> tuple[int | None, int, int, int]:
    return actor.actor_id if actor else None, person.article_id, person.version, person.ordinal


def drop_unused(connection: Connection) -> int:
    """Delete actors of a rule that no article names any more; how many went."""
    unused = [actor_id for (actor_id,) in connection.execute(UNUSED).fetchall()]
    connection.execute("delete from eventdb.actor_name where actor_id = any(%s)", (unused,))
    return connection.execute("delete from eventdb.actor where actor_id = any(%s)", (unused,)).rowcount
