"""Names of news agencies and outlets. In: words. Out: the outlets that they name, with their spans.

A name alone credits nobody ("The Times" may be a place to advertise): credits ask for words around it. Case counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.lexicons.reading import Folders, checked, read_table, several

COLUMNS = ("name", "kind", "country", "aliases", "domains")
LEAST_SHOUTED = 6
KINDS = frozenset({"agency", "broadcaster", "newspaper", "magazine", "website"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by the name it is usually given; kind is one of KINDS, country its ISO 3166-1 alpha-2 code."""

    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    domains: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names that a text may use; one with a bracket ("CNA (Taiwan)") is only ours."""
        own = () if self.name.endswith(")") else (self.name,)
        return own + self.aliases


@dataclass(frozen=True, slots=True)
class OutletHit:
    """Characters `[start, stop)` that name an outlet."""

    start: int
    stop: int
    outlet: Outlet


@cache
def outlets(folders: Folders = ()) -> tuple[Outlet, ...]:
    """All outlets, in the order of the file."""
    found = []
    for row in read_table("outlets.csv", COLUMNS, folders).values():
        name, kind, country, aliases, domains = checked(row, COLUMNS)
        if kind not in KINDS:
            raise row.fault(f"kind is {kind!r}; one of {', '.join(sorted(KINDS))} would be right")
        found.append(Outlet(name, kind, country or None, tuple(several(aliases)), tuple(several(domains))))
    return tuple(found)


@cache
def _by_name(folders: Folders) -> dict[str, Outlet]:
    written = {name: outlet for outlet in outlets(folders) for name in outlet.names}
    shouted = {name.upper(): outlet for name, outlet in written.items() if len(name) >= LEAST_SHOUTED}
    return shouted | written


@cache
def _finder(folders: Folders) -> tuple[AhoCorasick, tuple[str, ...]]:
    names = tuple(_by_name(folders))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def find_outlets(words: str, folders: Folders = ()) -> list[OutletHit]:
    """Every outlet named in the words, longest name first where names overlap, never inside a longer word."""
    finder, names = _finder(folders)
    hits = finder.find_matches_as_indexes(words)
    return [OutletHit(a, b, _by_name(folders)[names[i]]) for i, a, b in hits if _stands_alone(words, a, b)]


def _stands_alone(words: str, start: int, stop: int) -> bool:
    before, after = words[start - 1 : start], words[stop : stop + 1]
    return not (before.isalnum() or after.isalnum() or before == "-" or after == "@")


def outlet_named(name: str, folders: Folders = ()) -> Outlet | None:
    """The outlet that exactly this name stands for, an article and brackets aside, letter case as a last resort."""
    bare = name.strip(" \t.,;:()[]")
    by_name = _by_name(folders)
    tries = (bare, re.sub(r"^[Tt]he ", "", bare))
    return next((by_name[each] for each in tries if each in by_name), None) or _in_any_case(folders).get(
        bare.casefold()
    )


@cache
def _in_any_case(folders: Folders) -> dict[str, Outlet]:
    return {name.casefold(): outlet for name, outlet in _by_name(folders).items() if len(name) > 4}


@cache
def _by_domain(folders: Folders) -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets(folders) for domain in outlet.domains}


def outlet_at(host: str, folders: Folders = ()) -> Outlet | None:
    """The outlet that owns a web host (`www.example.org`), by the longest domain that ends it."""
    labels = host.casefold().split(".")
    domains = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((_by_domain(folders)[domain] for domain in domains if domain in _by_domain(folders)), None)
