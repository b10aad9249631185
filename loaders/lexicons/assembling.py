"""Puts all lexicons of names into one index: which names there are, and in which order a name's readings stand.

In: the user's folders. Out: a NameIndex. Order: states, actors, capitals and seats, other places by population.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.lexicons.actors import read_actors, read_bodies
from loaders.lexicons.cautions import read_cautions
from loaders.lexicons.countries import country_names, country_place, read_countries, state_seats
from loaders.lexicons.entries import Entry
from loaders.lexicons.matching import NameIndex
from loaders.lexicons.reading import Folders
from loaders.lexicons.spelling import spellings

Readings = dict[str, list[Entry]]


def assemble(folders: Folders = ()) -> NameIndex:
    """Reads every file and builds the index; the automaton itself is built at the first `find`."""
    countries = read_countries(folders)
    actors = read_actors(folders)
    readings: Readings = {}
    by_size = sorted(countries.values(), key=lambda country: (country.tag == "historical", -country.population))
    for country in by_size:
        _add(readings, country_names(country))
    _add(readings, actors.names)
    for country in by_size:
        _add(readings, state_seats(country))
    return NameIndex(
        names=_cautioned(readings, read_cautions(folders)),
        countries=countries,
        actors=actors.by_key,
        places={country.key: country_place(country) for country in by_size},
        bodies=read_bodies(folders),
    )


def _add(readings: Readings, pairs: Iterable[tuple[str, Entry]]) -> None:
    for name, entry in pairs:
        for spelling in spellings(name):
            entries = readings.setdefault(spelling, [])
            if all(entry.key != other.key or entry.kind != other.kind for other in entries):
                entries.append(entry)


def _cautioned(readings: Readings, cautions: dict[str, str]) -> dict[str, tuple[Entry, ...]]:
    for name, caution in cautions.items():
        if name in readings:
            readings[name] = [replace(entry, caution=caution) for entry in readings[name]]
    return {name: tuple(entries) for name, entries in readings.items()}
