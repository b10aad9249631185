"""Outlets, places and actors of the lexicons that rows refer to: added where the database lacks them.

In: facts of a batch. Out: rows of `outlet`, `outlet_name`, `place`, `place_name`, `actor`, `actor_name`. They are made
from the lexicons alone, so that it does not matter which article needed them first. Nothing is deleted here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from psycopg import Connection

from eventdb.errors import LexiconError
from eventdb.models.codes import LISTS

from ..clean.outlets import outlet_named
from ..facts import ActorFact, ArticleFacts, PlaceFact
from ..keys import key
from ..lexicons import Actor, Place, names
from .claims import Row
from .copying import add_missing

# The lexicons call some kinds otherwise than the closed lists of the database.
OUTLET_KIND = {"magazine": "newspaper"}
PLACE_KIND = {"sea": "water"}
DATASETS = frozenset(entry.label for entry in LISTS["dataset"])


def add_dimensions(connection: Connection, batch: Iterable[ArticleFacts]) -> None:
    """Add what the rows of these articles refer to."""
    facts = list(batch)
    outlets = sorted({name for each in facts for name in _outlet_names(each)})
    places = [place for each in facts for place in _places(each) if place.key]
    spots = {place.key: place for place in places if place.spot}
    actors = {actor.key: actor for each in facts for actor in each.actors if actor.key}
    add_missing(connection, "outlet", map(_outlet, outlets))
    add_missing(connection, "outlet_name", (alias for name in outlets for alias in _outlet_aliases(name)))
    add_places(connection, {place.key for place in places if place.key and not place.spot} | _parents(spots.values()))
    add_missing(connection, "place", (_spot_row(place) for place in spots.values()))
    add_missing(connection, "place_name", map(_spot_name, spots.values()))
    add_actors(connection, actors)


PARTS = """
update eventdb.actor set part_of_id = made.part_of_id
from unnest(%s::bigint[], %s::bigint[]) as made (actor_id, part_of_id)
where actor.actor_id = made.actor_id and actor.part_of_id is distinct from made.part_of_id
"""


def add_actors(connection: Connection, actors: Mapping[str, ActorFact]) -> None:
    """Add actors of the lexicons, by their keys, with those that they are parts of."""
    parts = {lexicon_key: whole for lexicon_key in sorted(actors) if (whole := _whole(lexicon_key))}
    around = {whole.key: _fact(whole) for whole in parts.values() if whole.key not in actors}
    rows = dict(sorted({**around, **actors}.items()))
    add_missing(connection, "actor", (_actor(lexicon_key, fact) for lexicon_key, fact in rows.items()))
    add_missing(connection, "actor_name", _actor_names(rows))
    if parts:
        wholes = [lexicon_actor_id(whole.key) for whole in parts.values()]
        connection.execute(PARTS, (list(map(lexicon_actor_id, parts)), wholes))


def _whole(lexicon_key: str) -> Actor | None:
    known = names().actor(lexicon_key)
    return names().actor(known.part_of) if known and known.part_of else None


def _fact(actor: Actor) -> ActorFact:
    country = actor.countries[0] if actor.countries else None
    return ActorFact(actor.name, actor.kind, key=actor.key, country=country)


def add_places(connection: Connection, lexicon_keys: Iterable[str]) -> None:
    """Add places of the gazetteer with the places around them."""
    around = {place.key: place for lexicon_key in sorted(lexicon_keys) for place in _with_parents(lexicon_key)}
    add_missing(connection, "place", map(_place, around.values()))
    add_missing(connection, "place_name", ({"place_id": place_id(p.key), "name": p.name} for p in around.values()))


def outlet_id(name: str) -> int:
    """The key of the outlet that this name stands for; of the name itself where no lexicon knows it."""
    known = outlet_named(name)
    return key("outlet", known.name if known else name)


def lexicon_actor_id(lexicon_key: str) -> int:
    """The key of an actor of a lexicon."""
    return key("actor", lexicon_key)


def place_id(lexicon_key: str) -> int:
    """The key of a place of the gazetteer."""
    return key("place", lexicon_key)


def _actor_names(actors: Mapping[str, ActorFact]) -> Iterator[Row]:
    for lexicon_key, fact in sorted(actors.items()):
        yield {"actor_id": lexicon_actor_id(lexicon_key), "name": fact.name}


def _outlet_names(facts: ArticleFacts) -> Iterator[str]:
    if facts.publisher:
        yield facts.publisher
    yield from (credit.agency for credit in facts.credits)


def _outlet(name: str) -> Row:
    known = outlet_named(name)
    return {
        "outlet_id": outlet_id(name),
        "name": known.name if known else name,
        "kind_code": OUTLET_KIND.get(known.kind, known.kind) if known else _unknown_kind(name),
        "country_code": known.country if known else None,
        "lexicon_key": known.name if known else None,
    }


def _unknown_kind(name: str) -> str:
    return "data_set" if name in DATASETS else "unknown"


def _outlet_aliases(name: str) -> Iterator[Row]:
    known = outlet_named(name)
    for alias in {name, *(known.names if known else ())}:
        yield {"outlet_id": outlet_id(name), "name": alias}


def _places(facts: ArticleFacts) -> Iterator[PlaceFact]:
    return (event.place for event in facts.events if event.place)


def _with_parents(lexicon_key: str) -> Iterator[Place]:
    """A place and the places around it, the largest first, so that each finds its parent."""
    place = names().place(lexicon_key)
    if place is None:
        raise LexiconError(f"place {lexicon_key!r} is in no lexicon; a fact may only use keys that the lexicons have")
    if place.parent:
        yield from _with_parents(place.parent)
    yield place


def _parents(spots: Iterable[PlaceFact]) -> set[str]:
    return {each.spot.parent for each in spots if each.spot and each.spot.parent}


def _spot_row(fact: PlaceFact) -> Row:
    """A place that only a coded record knows, inside one that the gazetteer knows."""
    spot, lexicon_key = fact.spot, fact.key
    if spot is None or lexicon_key is None:
        raise ValueError(f"{fact.name} has no coordinates of its own")
    around = names().place(spot.parent) if spot.parent else None
    return {
        "place_id": place_id(lexicon_key),
        "gazetteer_key": lexicon_key,
        "name": fact.name,
        "kind_code": "site",
        "country_code": fact.country,
        "subdivision_code": _subdivision(around) if around else None,
        "parent_id": place_id(spot.parent) if spot.parent else None,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "precision_code": 1,
    }


def _spot_name(fact: PlaceFact) -> Row:
    return {"place_id": place_id(fact.key or ""), "name": fact.name}


def _place(place: Place) -> Row:
    return {
        "place_id": place_id(place.key),
        "gazetteer_key": place.key,
        "name": place.name,
        "kind_code": PLACE_KIND.get(place.kind, place.kind),
        "country_code": place.country,
        "subdivision_code": _subdivision(place),
        "parent_id": place_id(place.parent) if place.parent else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision_code": place.precision,
    }


def _subdivision(place: Place) -> str | None:
    """The ISO 3166-2 code of the province that a place is or lies in, where it is of the place's own country."""
    codes = (each.partition(":")[2] for each in (place.key, place.parent or "") if each.startswith("province:"))
    return next((code for code in codes if place.country and code.startswith(f"{place.country}-")), None)


def _actor(lexicon_key: str, fact: ActorFact) -> Row:
    return {
        "actor_id": lexicon_actor_id(lexicon_key),
        "name": fact.name,
        "kind_code": fact.kind,
        "country_code": fact.country,
        "origin_code": "lexicon",
        "lexicon_key": lexicon_key,
        "merged_into_id": None,
        "part_of_id": None,
    }
