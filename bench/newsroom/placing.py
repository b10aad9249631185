"""Where something happens, as one article writes it: the town, its province, the country; in one of its spellings.

In: a scene, a happening, a view, chance. Out: `Place`: words with their preposition, and what they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .happenings import Happening, Scene, View
from .people import bare


@dataclass(frozen=True, slots=True)
class Place:
    """Words with their preposition, and the most exact place that they name."""

    words: str
    name: str | None
    code: str | None


def place_of(scene: Scene, what: Happening, view: View, chance: Random) -> Place:
    """How the article writes the place: the town, the town and its province, the province or the country alone."""
    country, host, lot = scene.country, scene.host, chance.random()
    if what.is_abroad:
        if view.angle != "news" and lot < 0.15:
            return Place(f"in {host.name}", bare(host.name), host.code)
        return Place(f"in {host.city}" if lot < 0.8 else f"in {host.city}, {bare(host.name)},", host.city, host.code)
    if what.town is None:
        return Place(
            "",
            bare(country.name) if what.type == "vote.election" else None,
            country.code if what.type == "vote.election" else None,
        )
    if not what.town.spellings:
        return Place(f"in {country.capital}", country.capital, country.code)
    return _in_town(scene, what, view, lot)


def _in_town(scene: Scene, what: Happening, view: View, lot: float) -> Place:
    town, country = what.town, scene.country
    if town is None:
        raise ValueError(f"{what.id} has no town")
    name = town.spellings[view.spelling % len(town.spellings)]
    if view.angle == "back" and lot < 0.1:
        return Place(f"in {country.name}", bare(country.name), country.code)
    if lot < (0.25 if view.angle == "back" else 0.12):
        return Place(f"in {town.province} {country.province}", f"{town.province}", country.code)
    return Place(f"in {name}" if lot < 0.7 else f"in the {town.sort} of {name}", name, country.code)
