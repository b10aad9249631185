"""Events → rows as GDELT 2.0's table of events has them (61 columns, tabs, no line of names).

In: a `Happening`. Out: a row, or None: the event has no CAMEO code, or no day. Codes are CAMEO's roots ("19" becomes
"190"), for our kinds of events go no deeper; geography has no FIPS codes.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from .happening import Happening, Names, Party

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _PLACE),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
TYPE_CODES = {"government": "GOV", "igo": "IGO", "ngo": "NGO", "media": "MED", "party": "PTY", "company": "BUS"}
CITY, PROVINCE, COUNTRY = 4, 5, 1
GEO_TYPE = {1: CITY, 2: CITY, 4: PROVINCE, 6: COUNTRY}
IN_THE_UNITED_STATES = {CITY: 3, PROVINCE: 2, COUNTRY: 1}


def row(event: Happening, names: Names) -> dict[str, Any] | None:
    """The columns that we know."""
    day = event.middle
    if event.cameo_root is None or not event.has_happened or day is None:
        return None
    actors, others = event.actors()
    return {
        "GlobalEventID": event.event_id,
        **_days(day),
        **_actor(1, actors, names),
        **_actor(2, others, names),
        "IsRootEvent": int(event.is_core),
        "EventCode": f"{event.cameo_root}0",
        "EventBaseCode": f"{event.cameo_root}0",
        "EventRootCode": event.cameo_root,
        "QuadClass": event.quad_class,
        "NumMentions": len(event.articles),
        "NumSources": event.independent_sources,
        "NumArticles": len(event.articles),
        **_where(event, names),
        "SOURCEURL": next((each.url or each.file for each in event.articles), None),
    }


def _days(day: date) -> dict[str, Any]:
    """GDELT counts months of thirty days for the fraction of a year."""
    return {
        "Day": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
    }


def _actor(number: int, parties: list[Party], names: Names) -> dict[str, Any]:
    if not parties:
        return {}
    first = parties[0]
    country, kind = names.iso3(first.country) if first.country else None, TYPE_CODES.get(first.kind)
    return {
        f"Actor{number}Code": f"{country or ''}{kind or ''}" or None,
        f"Actor{number}Name": first.name.upper(),
        f"Actor{number}CountryCode": country,
        f"Actor{number}Type1Code": kind,
    }


def _where(event: Happening, names: Names) -> dict[str, Any]:
    kind = GEO_TYPE.get(event.place_precision or 0)
    province = names.province(event.subdivision_code) if event.subdivision_code else None
    country = names.country(event.country_code) if event.country_code else None
    around = [each for each in dict.fromkeys((event.place, province, country)) if each]
    return {
        "ActionGeo_Type": IN_THE_UNITED_STATES.get(kind or 0) if event.country_code == "US" else kind,
        "ActionGeo_FullName": ", ".join(around) or None,
        "ActionGeo_Lat": event.latitude,
        "ActionGeo_Long": event.longitude,
    }
