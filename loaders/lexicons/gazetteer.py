"""Provinces, cities and regions: rows of provinces.csv, cities.csv and regions.yaml → places and their names.

In: the user's folders and the capitals. Out: `Place` values, made when asked for, and names with their entries: regions
first, then by population (a province counts its cities'). It never decides which of several places is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loaders.lexicons.actors import slug
from loaders.lexicons.entries import CAUTIONS, Entry, Place
from loaders.lexicons.reading import Folders, Item, Row, checked, number, read_items, read_table, several

PROVINCE_COLUMNS = (
    "code",
    "name",
    "country",
    "kind",
    "aliases",
    "caution",
    "latitude",
    "longitude",
    "valid_from",
    "valid_to",
)
CITY_COLUMNS = ("id", "name", "country", "province", "aliases", "caution", "latitude", "longitude", "population")
REGION_FIELDS = frozenset({"name", "kind", "in", "at", "aliases"})
WIDE = 10**9
PRECISION = {"city": 1, "site": 1, "province": 4, "region": 5, "sea": 7}
_GENERIC = re.compile(
    r"(?:(?:upper|lower|middle|central|north|south|east|west|northern|southern|eastern|western|centre|center|nord|sud|est"
    r"|ouest|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?|region|province|district"
    r"|coast|island|islands|lakes|rivers|delta|plateau|unity|bay|gulf|interior|littoral|midlands|capital|savannah|sahel"
    r"|metro|mountain|city|atlantic|hills|oases|blue|red|white|sea|nile|river|green|free|state|new|valley)(?:[ -]|$))+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Gazetteer:
    """All places by key; a `Place` is made when asked for, for there are tens of thousands."""

    cities: dict[str, Row]
    provinces: dict[str, Row]
    regions: dict[str, Item] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    names: list[tuple[int, str, Entry]] = field(default_factory=list)

    def place(self, key: str) -> Place | None:
        """The place of a key such as `city:1138336`, or None."""
        space, _, own = key.partition(":")
        if space == "city" and own in self.cities:
            return _city(self.cities[own])
        if space == "province" and own in self.provinces:
            return _province(self.provinces[own], self.people.get(own, 0))
        return _region(self.regions[own]) if space == "region" and own in self.regions else None


def read_gazetteer(capitals: Mapping[str, frozenset[str]], folders: Folders = ()) -> Gazetteer:
    """Every place but the states; `capitals` gives each country's capitals by its code."""
    cities = read_table("cities.csv", CITY_COLUMNS, folders)
    found = Gazetteer(cities, read_table("provinces.csv", PROVINCE_COLUMNS, folders))
    for row in cities.values():
        _name_city(found, row, capitals)
    for row in found.provinces.values():
        _name_province(found, row)
    for item in read_items("regions.yaml", "regions", REGION_FIELDS, folders, key="name"):
        _name_region(found, item)
    found.names.sort(key=lambda named: -named[0])
    return found


def _name_city(found: Gazetteer, row: Row, capitals: Mapping[str, frozenset[str]]) -> None:
    id_, name, country, province, aliases, caution, _, _, population = checked(row, CITY_COLUMNS)
    if caution and caution not in CAUTIONS:
        raise row.fault(f"caution is {caution!r}; empty or one of {', '.join(CAUTIONS)} would be right")
    size = int(number(row, "population", population))
    if province:
        found.people[province] = found.people.get(province, 0) + size
    key, tag = f"city:{id_}", "capital" if name in capitals.get(country, ()) else "city"
    found.names.append((size, name, Entry(key, name, "place", "name", country, tag, caution)))
    if aliases:
        alias = Entry(key, name, "place", "alias", country, tag)
        found.names.extend((size, other, alias) for other in several(aliases))


def _name_province(found: Gazetteer, row: Row) -> None:
    code, name, country, kind, aliases, caution, *_ = checked(row, PROVINCE_COLUMNS)
    if not code.startswith(f"{country}-"):
        raise row.fault(f"code is {code!r}; an ISO 3166-2 code of {country} would be right")
    if caution and caution not in CAUTIONS:
        raise row.fault(f"caution is {caution!r}; empty or one of {', '.join(CAUTIONS)} would be right")
    key, size = f"province:{code}", found.people.get(code, 0)
    entry = Entry(key, name, "place", "name", country, "province", caution)
    found.names.extend((size, spoken, entry) for spoken in _proper(name, kind))
    alias = Entry(key, name, "place", "alias", country, "province")
    found.names.extend((size, spoken, alias) for other in several(aliases) for spoken in _proper(other, kind))


def _proper(name: str, kind: str) -> tuple[str, ...]:
    """The name; where it is a mere direction or the like, only with its level: "Central Region", never "Central"."""
    if not _GENERIC.fullmatch(name):
        return (name,)
    return tuple(f"{name} {level}" for word in {kind, "region"} for level in (word, word.title()))


def _name_region(found: Gazetteer, item: Item) -> None:
    name, kind, countries = item.text("name"), item.text("kind"), item.texts("in")
    if kind not in ("region", "sea") or not name:
        raise item.fault(f"name is {name!r} and kind {kind!r}; a name and region or sea would be right")
    key, country = f"region:{slug(name)}", countries[0] if len(countries) == 1 else None
    found.regions[slug(name)] = item
    found.names.append((WIDE, name, Entry(key, name, "place", "name", country, kind)))
    alias = Entry(key, name, "place", "alias", country, kind)
    found.names.extend((WIDE, other, alias) for other in item.texts("aliases"))


def _city(row: Row) -> Place:
    id_, name, country, province, _, _, latitude, longitude, population = row.cells
    parent = f"province:{province}" if province else f"country:{country}"
    spot = (_degrees(row, "latitude", latitude), _degrees(row, "longitude", longitude))
    return Place(f"city:{id_}", name, "city", country, parent, *spot, int(population or 0), PRECISION["city"])


def _province(row: Row, people: int) -> Place:
    code, name, country, _, _, _, latitude, longitude, first, last = row.cells
    spot = (_degrees(row, "latitude", latitude), _degrees(row, "longitude", longitude))
    days = (_day(row, "valid_from", first), _day(row, "valid_to", last))
    parent = f"country:{country}"
    return Place(f"province:{code}", name, "province", country, parent, *spot, people, PRECISION["province"], *days)


def _region(item: Item) -> Place:
    name, kind, countries = item.text("name"), item.text("kind"), item.texts("in")
    try:
        latitude, longitude = map(float, item.texts("at"))
    except ValueError as error:
        raise item.fault(f"at is {item.fields.get('at')!r}; latitude and longitude would be right") from error
    country = countries[0] if len(countries) == 1 else None
    return Place(f"region:{slug(name)}", name, kind, country, None, latitude, longitude, 0, PRECISION[kind])


def _degrees(row: Row, field_name: str, cell: str) -> float | None:
    return number(row, field_name, cell) if cell else None


def _day(row: Row, field_name: str, cell: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError as error:
        raise row.fault(f"{field_name} is {cell!r}; an ISO day or nothing would be right") from error
