"""Puts GeoNames' cities into ISO 3166-2 units: GeoNames' own codes for first-level units are not ISO's.

Each GeoNames unit goes to the ISO unit of its country that costs least: degrees between the centres of the unit and its
cities, less a bonus where the ISO unit has the name of one of its largest cities. For the gazetteer builders only.
"""

from __future__ import annotations

import functools
from collections import defaultdict

import numpy as np
import yaml
from build_provinces import HERE, plain, rows
from iso3166_2 import Subdivisions
from scipy.optimize import linear_sum_assignment

SAME_CODES = {"US", "GB"}
BONUS, TOO_FAR, COARSE = 1.0, 6.0, 0.5


def units_of_cities(places: dict[str, dict[str, object]]) -> dict[str, str]:
    """GeoNames id → ISO 3166-2 code, for cities of countries that have such units."""
    data = yaml.safe_load((HERE / "gazetteer_names.yaml").read_text(encoding="utf-8").replace(": [NO", ': ["NO'))
    iso = {str(row[0]): row for row in rows(data)}
    clusters: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_, place in places.items():
        clusters[str(place["countrycode"])][str(place["admin1code"])].append(id_)
    found: dict[str, str] = {}
    for country, parts in clusters.items():
        found |= _match(country, parts, places, iso)
    return found


def _match(
    country: str, parts: dict[str, list[str]], places: dict[str, dict[str, object]], iso: dict[str, list[object]]
) -> dict[str, str]:
    """GeoNames id → ISO code for the cities of one country."""
    codes = [code for code, row in iso.items() if row[2] == country and row[6] != "" and _level(code, country)]
    admins = sorted(parts)
    if country in SAME_CODES:
        units = {admin: f"{country}-{admin}" for admin in admins if f"{country}-{admin}" in iso}
    elif not codes:
        return {}
    elif len(admins) < COARSE * len(codes):
        return {id_: _nearest(places[id_], codes, iso) for ids in parts.values() for id_ in ids}
    else:
        cost = np.array([[_cost(parts[admin], places, iso[code]) for code in codes] for admin in admins])
        pairs = zip(*linear_sum_assignment(cost), strict=True)
        units = {admins[line]: codes[column] for line, column in pairs if cost[line, column] < TOO_FAR}
    return {id_: code for admin, code in units.items() for id_ in parts[admin]}


def _nearest(place: dict[str, object], codes: list[str], iso: dict[str, list[object]]) -> str:
    """The unit whose centre is nearest, where GeoNames' units are coarser than ISO's."""
    latitude, longitude = float(place["latitude"]), float(place["longitude"])
    return min(codes, key=lambda code: np.hypot(latitude - float(iso[code][6]), longitude - float(iso[code][7])))


@functools.cache
def _subdivisions() -> dict[str, dict[str, dict[str, object]]]:
    return Subdivisions().all


def _level(code: str, country: str) -> bool:
    """Units of the level that GeoNames has: the first one, but the second of Indonesia and both of Iraq."""
    parent = _subdivisions()[country][code]["parentCode"]
    return bool(parent) if country == "ID" else not parent or country == "IQ"


def _cost(ids: list[str], places: dict[str, dict[str, object]], row: list[object]) -> float:
    weights = [float(places[id_]["population"]) + 1 for id_ in ids]
    middle = np.average([[places[id_]["latitude"], places[id_]["longitude"]] for id_ in ids], axis=0, weights=weights)
    distance = float(np.hypot(middle[0] - float(row[6]), middle[1] - float(row[7])))
    largest = sorted(ids, key=lambda id_: -int(places[id_]["population"]))[:3]
    called = [name for id_ in largest for name in (places[id_]["name"], *places[id_]["alternatenames"])]
    cities = {plain(str(name)).lower() for name in called}
    unit = {str(row[1]).lower(), *(alias.lower() for alias in str(row[4]).split(";") if alias)}
    return distance - (BONUS if unit & cities else 0.0)
