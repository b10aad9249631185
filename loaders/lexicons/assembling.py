"""Puts all lexicons of names into one index: which names there are, and in which order a name's readings stand.

In: the user's folders. Out: a NameIndex. Order: states, actors, capitals and seats that stand for a state, other places
by population, of equal ones the province before its city.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from loaders.lexicons.actors import read_actors, read_bodies
from loaders.lexicons.cautions import read_cautions
from loaders.lexicons.countries import Country, country_names, country_place, read_countries, state_seats
from loaders.lexicons.entries import Entry, Place
from loaders.lexicons.gazetteer import Gazetteer, read_gazetteer
from loaders.lexicons.matching import NameIndex
from loaders.lexicons.reading import Folders
from loaders.lexicons.spelling import fold, spellings

Readings = dict[str, tuple[Entry, ...]]


def assemble(folders: Folders = ()) -> NameIndex:
    """Reads every file and builds the index; the automaton itself is built at the first `find`."""
    with _without_collector():
        return _assemble(folders)


def _assemble(folders: Folders) -> NameIndex:
    countries = read_countries(folders)
    by_size = sorted(countries.values(), key=lambda country: (country.tag == "historical", -country.population))
    actors = read_actors(folders)
    capitals = {code: frozenset(map(fold, country.capitals)) for code, country in countries.items()}
    gazetteer = read_gazetteer(capitals, folders)
    readings: Readings = {}
    for country in by_size:
        _add(readings, country_names(country))
    _add(readings, actors.names)
    for country in by_size:
        _add(readings, state_seats(country))
    _add(readings, ((name, entry) for _, name, entry in gazetteer.names))
    _warn(readings, read_cautions(folders))
    return NameIndex(readings, countries, actors.by_key, _finder(countries, gazetteer), read_bodies(folders))


def _finder(countries: Mapping[str, Country], gazetteer: Gazetteer) -> Callable[[str], Place | None]:
    """Looks a place's key up among states and the gazetteer."""

    def find_place(key: str) -> Place | None:
        country = countries.get(key.removeprefix("country:")) if key.startswith("country:") else None
        return country_place(country) if country else gazetteer.place(key)

    return find_place


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing made here is garbage, and looking for some among 100,000 new objects takes most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _add(readings: Readings, pairs: Iterable[tuple[str, Entry]]) -> None:
    for name, entry in pairs:
        for spelling in spellings(name):
            others = readings.get(spelling, ())
            if not others:
                readings[spelling] = (entry,)
            elif all(entry.key != other.key for other in others):
                readings[spelling] = (*others, entry)


def _warn(readings: Readings, cautions: Mapping[str, str]) -> None:
    for name, caution in cautions.items():
        if name in readings:
            readings[name] = tuple(replace(entry, caution=caution) for entry in readings[name])
