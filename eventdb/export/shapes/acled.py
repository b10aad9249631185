"""Events → rows as ACLED's export has them (31 columns).

In: a `Happening`. Out: a row, or None: ACLED has no such events. Fatalities are by ACLED's rule over all claims, and
empty where no claim counts the dead, though ACLED writes 0 then: 0 is here what somebody says.
"""

from __future__ import annotations

from typing import Any

from .happening import Happening, Names, Party, named

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
VIOLENCE, DEMONSTRATIONS, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
REMOTE, AGAINST_CIVILIANS = "Explosions/Remote violence", "Violence against civilians"
ATTACK = (VIOLENCE, AGAINST_CIVILIANS, "Attack")
CLASH = (VIOLENCE, "Battles", "Armed clash")
TYPES: dict[str, tuple[str, str, str]] = {
    "assault.bombing": (VIOLENCE, REMOTE, "Remote explosive/landmine/IED"),
    "assault.suicide_bombing": (VIOLENCE, REMOTE, "Suicide bomb"),
    "assault.airstrike": (VIOLENCE, REMOTE, "Air/drone strike"),
    "assault.shelling": (VIOLENCE, REMOTE, "Shelling/artillery/missile attack"),
    "assault.clash": CLASH,
    "assault.shooting": ATTACK,
    "assault.assassination": ATTACK,
    "assault.other": ATTACK,
    "coerce.kidnapping": (VIOLENCE, AGAINST_CIVILIANS, "Abduction/forced disappearance"),
    "coerce.arrest": (STRATEGIC, STRATEGIC, "Arrests"),
    "protest.demonstration": (DEMONSTRATIONS, "Protests", ""),
    "agree.agreement": (STRATEGIC, STRATEGIC, "Agreement"),
    "agree.ceasefire": (STRATEGIC, STRATEGIC, "Agreement"),
    "consult.conference": (STRATEGIC, STRATEGIC, "Agreement"),
    "consult.talks": (STRATEGIC, STRATEGIC, "Agreement"),
    "retreat.release": (STRATEGIC, STRATEGIC, "Agreement"),
    "retreat.withdrawal": (STRATEGIC, STRATEGIC, "Other"),
    "mobilize.deployment": (STRATEGIC, STRATEGIC, "Other"),
}
"""Our kind → disorder, event and sub-event type; ACLED counts peace talks and releases as agreements."""
ARMED = frozenset({"government", "state", "armed_group"})
STATE_FORCES = "State forces"
TIME = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
PLACE = {1: 1, 2: 2, 3: 2, 4: 3, 5: 2, 6: 3}
"""UCDP's precision → ACLED's, which has three steps."""


def row(event: Happening, names: Names) -> dict[str, Any] | None:
    """The columns that we know."""
    day = event.middle
    if event.event_type not in TYPES or not event.has_happened or day is None:
        return None
    actors, others = event.actors()
    disorder, kind, detail = _kinds(event, others)
    return {
        "event_id_cnty": str(event.event_id),
        "event_date": day,
        "year": day.year,
        "time_precision": TIME[event.date_precision or 5],
        "disorder_type": disorder,
        "event_type": kind,
        "sub_event_type": detail,
        **_actor(1, actors),
        **_actor(2, others),
        "country": names.country(event.country_code) if event.country_code else None,
        "admin1": names.province(event.subdivision_code) if event.subdivision_code else None,
        "location": event.place,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "geo_precision": PLACE.get(event.place_precision or 0),
        "source": "; ".join(dict.fromkeys(each.outlet or each.file for each in event.articles)),
        "notes": "; ".join([event.label, *dict.fromkeys(each.title for each in event.articles if each.title)]),
        "fatalities": event.acled_fatalities,
    }


def _kinds(event: Happening, upon: list[Party]) -> tuple[str, str, str]:
    """An attack on armed people is a battle."""
    found = TYPES[event.event_type]
    return CLASH if found == ATTACK and upon and all(each.kind in ARMED for each in upon) else found


def _actor(number: int, parties: list[Party]) -> dict[str, Any]:
    first = parties[:1]
    others = [each for each in parties if each.name not in {one.name for one in first}]
    is_state = bool(first) and first[0].kind in ("government", "state")
    return {
        f"actor{number}": named(first),
        f"assoc_actor_{number}": named(others),
        f"inter{number}": STATE_FORCES if is_state else None,
    }
