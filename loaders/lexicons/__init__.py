"""Words, names and places as data, each with its proof, and the one reader of names.

    names() -> NameIndex                      every name, loaded on first use; names((folder,)) adds a user's files
    NameIndex.find(text) -> list[NameHit]     leftmost-longest names with their offsets; 's stays outside
    NameHit(start, stop, entries)             `.entry` is the first of `.entries`: all readings, in a fixed order
    Entry(key, name, kind, form, country, tag, caution)
                                              kind: country, place, actor · form: name, alias, acronym, adjective,
                                              people, capital, seat (loaders.lexicons.entries has the full story)
    NameIndex.actor(key), .place(key), .country(code), .lookup(name)
                                              the rows behind a key: call-back nouns, coordinates, demonyms
    resolve_place(candidates, countries) -> Entry | None
                                              one place or none, never guessed
    offices() -> Offices                      .terms(person), .holders(name), .held(office, of, day): who held what when
    country_name(code), adjective_of(code), capital_of(code)
    choose((folder,)), chosen()               a user's own folders, which all lexicons then read: once, before anything

In: files of this folder, then the user's folders. Out: frozen values. Nothing is read when the package is imported, and
nothing here looks at a sentence.
"""

from __future__ import annotations

import functools

from loaders.lexicons.entries import Actor, Entry, NameHit, Place
from loaders.lexicons.matching import NameIndex
from loaders.lexicons.officials import Offices, Term, offices
from loaders.lexicons.own import Folders, choose, chosen
from loaders.lexicons.resolving import resolve_place

__all__ = [
    "Actor",
    "Entry",
    "NameHit",
    "NameIndex",
    "Offices",
    "Place",
    "Term",
    "adjective_of",
    "capital_of",
    "choose",
    "chosen",
    "country_name",
    "names",
    "offices",
    "resolve_place",
]


@functools.cache
def names(folders: Folders = ()) -> NameIndex:
    """Every name of the lexicons; `folders` hold files of the same names that add or replace. Raises LexiconError."""
    from loaders.lexicons.assembling import assemble

    return assemble(folders)


def country_name(code: str) -> str:
    """The name that news gives the country of an ISO code; the code itself if no lexicon has it."""
    country = names().country(code)
    return country.name if country else code


def adjective_of(code: str) -> str:
    """The word before its offices: `AF` → Afghan; the genitive of a state that has no adjective."""
    country = names().country(code)
    return country.adjective if country else code


def capital_of(code: str) -> str | None:
    """The capital's plain name, or None: some territories have none."""
    country = names().country(code)
    return country.capitals[0] if country and country.capitals else None
