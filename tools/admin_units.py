"""Puts GeoNames' cities into ISO 3166-2 units: GeoNames' own codes for first-level units are not ISO's.

Each GeoNames unit goes to the ISO unit of its country that costs least: degrees between the unit's centre and its cities'
centre, less a bonus where the ISO unit has the name of one of its largest cities. For the gazetteer builders only.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from build_provinces import HERE, names_of, plain, rows
from iso3166_2 import Subdivisions
from scipy.optimize import linear_sum_assignment

import yaml

SAME_CODES = {"US", "GB"}
BONUS = 5.0


def units_of_cities(places: dict[str, dict[str, object]]) -> dict[str, str]:
    """GeoNames id → ISO 3166-2 code, for cities of countries that have such units."""
    data = yaml.safe_load((HERE / "gazetteer_names.yaml").read_text(encoding="utf-8").replace(": [NO", ': ["NO'))
    iso = {str(row[0]): row for row in rows(data)}
    clusters: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_, place in places.items():
        clusters[str(place["countrycode"])][str(place["admin1code"])].append(id_)
    found: dict[str, str] = {}
    for country, parts in clusters.items():
        for admin, code in _match(country, parts, places, iso).items():
            found |= dict.fromkeys(parts[admin], code)
    return found


def _match(country: str, parts: dict[str, list[str]], places: dict[str, dict[str, object]], iso: dict[str, list[object]]) -> dict[str, str]:
    if country in SAME_CODES:
        return {admin: f"{country}-{admin}" for admin in parts if f"{country}-{admin}" in iso}
    codes = [code for code, row in iso.items() if row[2] == country and row[5] != "" and _level(code, country)]
    admins = sorted(parts)
    if not codes or not admins:
        return {}
    cost = np.array([[_cost(parts[admin], places, iso[code]) for code in codes] for admin in admins])
    lines, columns = linear_sum_assignment(cost)
    return {admins[line]: codes[column] for line, column in zip(lines, columns, strict=True) if cost[line, column] < 6}


def _level(code: str, country: str) -> bool:
    """Units of the level that GeoNames has: the first one, but the second of Indonesia."""
    parent = Subdivisions().all[country][code]["parentCode"]
    return bool(parent) if country == "ID" else not parent or country == "IQ"


def _cost(ids: list[str], places: dict[str, dict[str, object]], row: list[object]) -> float:
    weights = [float(places[id_]["population"]) + 1 for id_ in ids]
    middle = np.average([[places[id_]["latitude"], places[id_]["longitude"]] for id_ in ids], axis=0, weights=weights)
    distance = float(np.hypot(middle[0] - float(row[5]), middle[1] - float(row[6])))
    largest = sorted(ids, key=lambda id_: -int(places[id_]["population"]))[:3]
    cities = {plain(str(name)).lower() for id_ in largest for name in (places[id_]["name"], *places[id_]["alternatenames"])}
    unit = {str(row[1]).lower(), *(alias.lower() for alias in str(row[4]).split(";") if alias)}
    return distance - (min(BONUS, 1.0) if unit & cities else 0.0)


__all__ = ["names_of", "units_of_cities"]
