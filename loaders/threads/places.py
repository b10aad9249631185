"""Places of events: masks go in, a place with its country and precision comes out; ambiguity is left open."""

from __future__ import annotations

import re
from functools import cache

from loaders.annotate.atoms import Known
from loaders.annotate.unknown_names import UnknownName
from loaders.facts import PlaceFact
from loaders.lexicons import Entry, names, resolve_place
from loaders.patterns.kinds import VERB_MASK
from loaders.threads import sites
from loaders.threads.countries import capital_of, country_name
from loaders.threads.reading import Reading
from loaders.threads.scene import position

WHOLE_COUNTRY = 6
"""Precision of an event that is only known to be in a country (UCDP-GED's where_prec)."""
PRECISION = {"city": 1, "capital": 1, "site": 1, "province": 4, "region": 5, "country": WHOLE_COUNTRY, "sea": 7}
VERBS = VERB_MASK.removesuffix(".").strip("[]")
INTO = re.compile(
    rf"""\b(?:(?:in|at|near|off|inside|outside|around|across|into|from|on|along|through|close\ to|next\ to)\s+
            (?:the\s+|a\s+|an\s+)?(?:[^\s,.;{VERBS}]+\s+){{0,4}}?(?:of\s+)?
        |(?:north|south|east|west|centre|center|outskirts|city|town|village|district|province)\w*\ of\s+)$""",
    re.I | re.X,
)


def place_of(reading: Reading, number: int, countries: tuple[str, ...]) -> PlaceFact | None:
    """The place that a mask names, if it names one; "Puno's Lampa Alta district" names Lampa Alta."""
    mask = reading.masked.masks[number]
    if isinstance(mask.value, Known):
        words = reading.masked.words(number)
        outer = _capital_of(mask.value.entry) if mask.kind == "adjective" else _known(mask.value, words, countries)
        part = sites.inner(reading, number)
        return outer if part is None else _part(reading, part, outer)
    if isinstance(mask.value, UnknownName) and mask.value.organisation is None:
        return sites.unknown(reading, number)
    return None


def _part(reading: Reading, number: int, outer: PlaceFact | None) -> PlaceFact | None:
    """A place inside another one, in the country of that."""
    country = outer.country if outer else None
    value = reading.masked.masks[number].value
    if isinstance(value, Known):
        return _known(value, reading.masked.words(number), (country,) if country else ())
    return sites.unknown(reading, number, country)


def _capital_of(entry: Entry) -> PlaceFact | None:
    """ "the Qatari capital": the capital of the country that an adjective belongs to."""
    return capital(entry.country or "")


def main_capital(countries: tuple[str, ...]) -> PlaceFact | None:
    """The capital of the country that an article is mostly about."""
    return capital(countries[0]) if countries else None


@cache
def capital(country: str) -> PlaceFact | None:
    """The capital of a country: the city of the gazetteer, as where an article names it."""
    name = capital_of(country)
    if name is None:
        return None
    city = next((each for each in names().lookup(name) if (each.tag, each.country) == ("capital", country)), None)
    return PlaceFact(name, country, PRECISION["capital"], city.key if city else None)


def _known(name: Known, words: str, countries: tuple[str, ...]) -> PlaceFact:
    entry = resolve_place(name.entries, countries)
    return fact(entry) if entry else PlaceFact(words, _common_country(name.entries), PRECISION["region"])


def fact(entry: Entry) -> PlaceFact:
    """A gazetteer entry as a place."""
    if entry.kind == "country" and entry.form != "capital":
        return PlaceFact(country_name(entry.country or ""), entry.country, WHOLE_COUNTRY, f"country:{entry.country}")
    if entry.kind == "country" and (city := capital(entry.country or "")):
        return city
    return PlaceFact(entry.name, entry.country, PRECISION.get(entry.tag, 5), entry.key)


def country_place(code: str) -> PlaceFact:
    """A whole country as a place."""
    return PlaceFact(country_name(code), code, WHOLE_COUNTRY, f"country:{code}")


def _common_country(entries: tuple[Entry, ...]) -> str | None:
    countries = {entry.country for entry in entries if entry.kind != "actor"}
    return countries.pop() if len(countries) == 1 else None


def stands_in(reading: Reading, number: int) -> bool:
    """Whether a mask of the main string stands behind "in", "at", "near" …"""
    at = position(reading, number)
    return at > 0 and bool(INTO.search(reading.masked.string[max(0, at - 60) : at]))
