"""Countries, towns, groups, hosts and families of names, as `world.yaml` has them. Knows no chance and no day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from .grammar import data

Spellings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A town, its province, and what outlets call it ("northern city")."""

    spellings: Spellings
    province: str
    sort: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country at war; `province` is what its provinces are called."""

    code: str
    name: str
    adjective: str
    capital: str
    culture: str
    groups: tuple[Spellings, ...]
    province: str
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class Host:
    """A country that mediates, and the city in which it does so."""

    code: str
    name: str
    adjective: str
    city: str
    culture: str


@dataclass(frozen=True, slots=True)
class Culture:
    """Given and family names of a part of the world, each in its spellings."""

    given: tuple[Spellings, ...]
    family: tuple[Spellings, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All countries in their order."""
    return tuple(_country(row) for row in data("world")["countries"])


@cache
def hosts() -> tuple[Host, ...]:
    """All hosts in their order."""
    return tuple(Host(*row) for row in data("world")["hosts"])


@cache
def culture(name: str) -> Culture:
    """The names of a culture."""
    rows = data("world")["cultures"][name]
    return Culture(tuple(map(_spellings, rows["given"])), tuple(map(_spellings, rows["family"])))


def _country(row: dict[str, Any]) -> Country:
    towns = tuple(Town(_spellings(names), province, sort) for names, province, sort in row["towns"])
    groups = tuple(map(_spellings, row["groups"]))
    return Country(**(row | {"towns": towns, "groups": groups}))


def _spellings(names: str) -> Spellings:
    return tuple(names.split("/"))
