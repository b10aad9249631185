"""Persons named by several articles → actors, in the database.

In: an open connection, and the articles that changed (None: all). Out: rows of `actor` and `actor_name` that rest on a
rule, and `article_actor.actor_id`. Actors of the lexicons are linked by their key when an article is stored; who is
one with whom, persons.py says. Read are all persons who share a key with those of the articles that changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import class_row

from ..keys import key
from .callings import sphere
from .lookup import Key, by_article, hashed, sharing, write_keys
from .merging import placed, settle_merges
from .persons import Known, Person, person_keys, resolve
from .spelling import family, folded

# One row per person that a current article names, with the titles it gives and what the article knows of their bodies.
PERSONS = """
select
    a.article_id,
    a.version,
    a.ordinal,
    a.actor_id,
    coalesce(actor.origin_code = 'lexicon', false) as is_fixed,
    a.name,
    array_remove(array[a.country_code, actor.country_code], null) as countries,
    array(
        select distinct lower(concat_ws(', ', o.title, o.organisation_name))
        from eventdb.office_held as o
        where (o.article_id, o.version, o.actor_ordinal) = (a.article_id, a.version, a.ordinal) and not o.is_retracted
    ) as titles,
    array(
        select jsonb_build_object('title', o.title, 'kind', body.kind_code, 'country', coalesce(
            body.country_code,
            (
                select min(place.country_code) from eventdb.place_name
                inner join eventdb.place using (place_id)
                where place_name.name = o.organisation_name
                having count(distinct place.country_code) = 1
            )
        ))
        from eventdb.office_held as o
        left join eventdb.article_actor as body
            on (body.article_id, body.version, body.name) = (o.article_id, o.version, o.organisation_name)
        where (o.article_id, o.version, o.actor_ordinal) = (a.article_id, a.version, a.ordinal) and not o.is_retracted
    ) as offices,
    exists (
        select from eventdb.participation as p
        where (p.article_id, p.version, p.actor_ordinal) = (a.article_id, a.version, a.ordinal)
    ) as takes_part
from eventdb.article_actor as a
inner join eventdb.article using (article_id, version)
left join eventdb.actor using (actor_id)
where article.is_current and a.kind_code = 'person'
"""
OF_ARTICLES = PERSONS + " and a.article_id = any(%s)"
ADD = """
insert into eventdb.actor (actor_id, name, kind_code, country_code, origin_code)
values (%s, %s, 'person', %s, %s)
on conflict (actor_id) do update set name = excluded.name, country_code = excluded.country_code
where (actor.name, actor.country_code) is distinct from (excluded.name, excluded.country_code)
and actor.origin_code = 'rule'
"""
ADD_NAME = "insert into eventdb.actor_name (actor_id, name) values (%s, %s) on conflict do nothing"
DROP_NAMES = "delete from eventdb.actor_name where actor_id = %s and name <> all(%s)"
POINT = "update eventdb.article_actor set actor_id = %s where article_id = %s and version = %s and ordinal = %s"
UNUSED = """
select actor_id from eventdb.actor
where
    (%(all)s or actor_id = any(%(actors)s))
    and origin_code in ('rule', 'human')
    and merged_into_id is null
    and not exists (select from eventdb.article_actor as a where a.actor_id = actor.actor_id)
    and not exists (select from eventdb.actor as merged where merged.merged_into_id = actor.actor_id)
"""


@dataclass(frozen=True, slots=True)
class _Row:
    article_id: int
    version: int
    ordinal: int
    actor_id: int | None
    is_fixed: bool
    name: str
    countries: list[str]
    titles: list[str]
    offices: list[dict[str, str | None]]
    takes_part: bool


@dataclass(frozen=True, slots=True)
class Pointed:
    """Articles of persons who point elsewhere now, and the actors that may have lost their last mention."""

    articles: list[int]
    actors: set[int]


def link_actors(connection: Connection, articles: Collection[int] | None) -> Pointed:
    """Point the persons of these articles, and their namesakes elsewhere, to actors."""
    persons = _persons(connection, articles)
    resolved = _resolved(persons, placed(connection, {person.article_id for person in persons}))
    changed = [
        (person, actor)
        for person, actor in resolved.items()
        if not person.is_fixed and person.actor_id != (actor and actor.actor_id)
    ]
    _add(connection, {actor for actor in resolved.values() if actor and not actor.is_fixed})
    with connection.cursor() as cursor:
        cursor.executemany(POINT, [_pointer(person, actor) for person, actor in changed])
    released = settle_merges(connection)
    left = {person.actor_id for person, _ in changed if person.actor_id is not None}
    return Pointed([person.article_id for person, _ in changed], left | released)


def _resolved(persons: Collection[Person], places: Mapping[int, int]) -> dict[Person, Known | None]:
    """What rules resolve, but for the persons of whom people say who they are."""
    told = {person: places.get(fact_id(person.article_id, person.name)) for person in persons}
    resolved = resolve(person for person, actor_id in told.items() if actor_id is None)
    for person, actor_id in told.items():
        if actor_id is not None:
            country = min(person.countries, default=None)
            resolved[person] = Known(actor_id, person.name, (person.name,), country, origin="human")
    return resolved


def fact_id(article_id: int, name: str) -> int:
    """The id of "who this name is in this article", by which a correction finds it again."""
    return key("article_actor", article_id, "person", folded(name))


def _persons(connection: Connection, articles: Collection[int] | None) -> list[Person]:
    """The persons of these articles and all whom they can be one with, now or until now, however remotely."""
    persons = list(map(_person, _rows(connection, articles)))
    keys = by_article((person.article_id, each) for person in persons for each in _keys(person))
    gone = write_keys(connection, "person", keys, articles)
    if articles is None:
        return persons
    return persons + _beside(connection, gone.union(*keys.values()), set(articles))


def _beside(connection: Connection, fresh: set[Key], seen: set[int]) -> list[Person]:
    """Persons of other articles with one of these keys, or with one of theirs, and so on."""
    asked: set[Key] = set()
    read: dict[Person, frozenset[Key]] = {}
    joined: set[Person] = set()
    while fresh:
        asked |= fresh
        more = sharing(connection, fresh) - seen
        seen |= more
        read |= {person: _keys(person) for person in map(_person, _rows(connection, more))} if more else {}
        new = {person for person, keys in read.items() if person not in joined and not keys.isdisjoint(asked)}
        joined |= new
        fresh = {each for person in new for each in read[person]} - asked
    return list(joined)


def _keys(person: Person) -> frozenset[Key]:
    return frozenset(hashed("person", parts) for parts in person_keys(person))


def _rows(connection: Connection, articles: Collection[int] | None) -> list[_Row]:
    with connection.cursor(row_factory=class_row(_Row)) as cursor:
        if articles is None:
            return cursor.execute(PERSONS).fetchall()
        return cursor.execute(OF_ARTICLES, (list(articles),)).fetchall()


def _person(row: _Row) -> Person:
    told = {sphere(str(office["title"]), office["kind"]) for office in row.offices}
    lands = {office["country"] for office in row.offices}
    countries = frozenset(row.countries) | {land for land in lands if land}
    return Person(
        article_id=row.article_id,
        version=row.version,
        ordinal=row.ordinal,
        actor_id=row.actor_id,
        is_fixed=row.is_fixed,
        name=row.name,
        family=family(row.name),
        countries=countries,
        spheres=frozenset(each for each in told if each),
        titles=frozenset(row.titles),
        is_told_of=bool(row.titles or countries or row.takes_part),
    )


def _add(connection: Connection, actors: Iterable[Known]) -> None:
    ordered = sorted(actors, key=lambda actor: actor.actor_id)
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(each.actor_id, each.name, each.country, each.origin) for each in ordered])
        cursor.executemany(ADD_NAME, [(actor.actor_id, name) for actor in ordered for name in actor.names])
        cursor.executemany(DROP_NAMES, [(actor.actor_id, list(actor.names)) for actor in ordered])


def _pointer(person: Person, actor: Known | None) -> tuple[int | None, int, int, int]:
    return actor.actor_id if actor else None, person.article_id, person.version, person.ordinal


def drop_unused(connection: Connection, actors: Collection[int] | None) -> int:
    """Delete those of these actors (None: of all) made by a rule, or a split, that no article names; how many went."""
    asked = {"all": actors is None, "actors": sorted(actors or ())}
    unused = [actor_id for (actor_id,) in connection.execute(UNUSED, asked).fetchall()]
    if not unused:
        return 0
    connection.execute("delete from eventdb.actor_name where actor_id = any(%s)", (unused,))
    return connection.execute("delete from eventdb.actor where actor_id = any(%s)", (unused,)).rowcount
