"""Country, names and coordinates of a record → a place of the gazetteer, or one that only the record knows.

In: what a record says, and how exactly in UCDP's where_prec. Out: a `PlaceFact`, or None. A name of the gazetteer is
taken only if it lies where the record says; what lies elsewhere, or has no entry, is a spot with the coordinates given,
inside the province or country that is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from ..facts import PlaceFact, Spot
from ..lexicons import Entry, Place, names, resolve_place
from ..lexicons.actors import slug

COUNTRY, PROVINCE = 6, 4
NEAR_KM, EARTH_KM = 50, 6371
LEVELS = re.compile(
    r"\s+(?:province|state|region|governorate|oblast|department|county|division|district|prefecture|wilayat)$", re.I
)

SETTLEMENTS = re.compile(r"\s+(?:city|town|village|municipality|suburb)$", re.I)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record says that something was: its most exact name, the province around it, the country."""

    name: str
    province: str
    country: str
    precision: int
    spot: tuple[float, float] | None = None


def place_of(where: Where) -> PlaceFact | None:
    """The place of a record."""
    code = country_code(where.country)
    if where.precision >= COUNTRY or not (where.name or where.province):
        return _country(where, code)
    province = _province(where.province, code)
    if where.precision == PROVINCE and province:
        return PlaceFact(province.name, code, PROVINCE, province.key)
    name = where.name or where.province
    if known := _known(name, code, where):
        return PlaceFact(known.name, code, where.precision, known.key)
    return _unknown(name, code, province, where)


def _country(where: Where, code: str | None) -> PlaceFact | None:
    if where.precision > COUNTRY and where.name:
        return _unknown(where.name, code, None, where)
    if code is None:
        return PlaceFact(where.country, None, where.precision) if where.country else None
    return PlaceFact(names().countries[code].name, code, COUNTRY, f"country:{code}")


@cache
def country_code(written: str) -> str | None:
    """`Yemen (North Yemen)`, `AFG`, `AF` → the country's ISO code; None where no lexicon has it."""
    found = (hit.entry for hit in names().find(written) if hit.entry.kind == "country")
    by_name = next((entry.country for entry in found), None)
    if by_name or not written.isupper():
        return by_name
    codes = (each.code for each in names().countries.values() if written in (each.code, each.iso3))
    return next(codes, None)


def _province(written: str, code: str | None) -> Entry | None:
    plain = LEVELS.sub("", written)
    readings = [*names().lookup(written), *names().lookup(plain)]
    return next((each for each in readings if each.tag == "province" and each.country == code), None)


def _known(name: str, code: str | None, where: Where) -> Entry | None:
    """The reading of the name that lies where the record says; without coordinates the one that is meant there."""
    spelt = {*names().lookup(name), *names().lookup(SETTLEMENTS.sub("", name))}
    readings = sorted(
        (each for each in spelt if each.kind == "place" and each.country == code), key=lambda each: each.key
    )
    spot = where.spot
    if spot is None:
        return resolve_place(readings, (code,) if code else ())
    near = [(distance, each) for each in readings if (distance := _distance(each, spot)) is not None]
    return min(near, key=lambda one: (one[0], one[1].key), default=(0, None))[1]


def _distance(entry: Entry, spot: tuple[float, float]) -> float | None:
    """Kilometres between a place of the gazetteer and a spot; None where they are far from each other."""
    place: Place | None = names().place(entry.key)
    if place is None or place.latitude is None or place.longitude is None or place.kind in ("province", "region"):
        return None
    found = kilometres((place.latitude, place.longitude), spot)
    return found if found <= NEAR_KM else None


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way between two points of the globe."""
    (north, east), (other_north, other_east) = map(radians, one), map(radians, other)
    half = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _unknown(name: str, code: str | None, province: Entry | None, where: Where) -> PlaceFact:
    if where.spot is None:
        return PlaceFact(name, code, where.precision)
    parent = province.key if province else f"country:{code}" if code else None
    north, east = where.spot
    key = f"spot:{code or ''}:{north:.3f}:{east:.3f}:{slug(name)}"
    return PlaceFact(name, code, where.precision, key, Spot(north, east, parent))
