"""ACLED's files, as its export tool and its API give them → facts.

In: a `Card`. Out: `Told`. The order of ACLED's actors means nothing but in violence against civilians, so both take
part; a date of week or month precision is the middle of it.
"""

from __future__ import annotations

from ..facts import Window
from .card import Card, UnfitError
from .days import around, day, month, window
from .record import PEOPLE, Count, Party, Told
from .ucdp_ged import graded
from .where import Where, place_of
from .who import actor_of

ID = "event_id_cnty"
REQUIRED = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "country", "location",
    "latitude", "longitude", "geo_precision", "fatalities",
)  # fmt: skip
TYPES = {
    "Armed clash": "assault.clash",
    "Government regains territory": "assault.clash",
    "Non-state actor overtakes territory": "assault.clash",
    "Air/drone strike": "assault.airstrike",
    "Suicide bomb": "assault.suicide_bombing",
    "Shelling/artillery/missile attack": "assault.shelling",
    "Remote explosive/landmine/IED": "assault.bombing",
    "Grenade": "assault.bombing",
    "Chemical weapon": "assault.other",
    "Attack": "assault.other",
    "Sexual violence": "assault.other",
    "Mob violence": "assault.other",
    "Abduction/forced disappearance": "coerce.kidnapping",
    "Peaceful protest": "protest.demonstration",
    "Protest with intervention": "protest.demonstration",
    "Excessive force against protesters": "protest.demonstration",
    "Violent demonstration": "protest.demonstration",
    "Agreement": "agree.agreement",
    "Arrests": "coerce.arrest",
    "Headquarters or base established": "mobilize.deployment",
    "Non-violent transfer of territory": "retreat.withdrawal",
    "Change to group/activity": "other",
    "Disrupted weapons use": "other",
    "Looting/property destruction": "other",
    "Other": "other",
}
"""ACLED's sub-event type → our kind of event."""
AGAINST_CIVILIANS = "Violence against civilians"
KINDS = {
    "1": "government", "State forces": "government", "2": "armed_group", "Rebel group": "armed_group",
    "3": "armed_group", "Political militia": "armed_group", "4": "armed_group", "Identity militia": "armed_group",
    "8": "armed_group", "External/Other forces": "armed_group",
}  # fmt: skip
PLACE = {1: 1, 2: 2, 3: 4}
"""ACLED's geo_precision → UCDP's where_prec."""
TIME = {2: 3, 3: 4}
HALF_A_WEEK = 3


def told(card: Card) -> Told:
    """What a row of ACLED tells."""
    kind = TYPES.get(card.get("sub_event_type"))
    if kind is None:
        raise UnfitError(f"sub_event_type is {card.get('sub_event_type')!r}; one of {', '.join(TYPES)} would be right")
    return Told(
        type=kind,
        evidence=card.first("notes") or "sub_event_type",
        when=_when(card),
        place=place_of(
            Where(
                card.get("location"),
                card.get("admin1"),
                card.get("country"),
                PLACE[graded(card, "geo_precision", 3)],
                card.coordinates("latitude", "longitude"),
            )
        ),
        parties=_parties(card),
        counts=(Count("fatalities", "killed", PEOPLE, card.whole("fatalities"), includes_attackers=True),),
    )


def _when(card: Card) -> Window:
    precision, middle = graded(card, "time_precision", 3), day("event_date", card.get("event_date"))
    if precision == 1:
        return window(middle, middle, 1)
    return around(middle, HALF_A_WEEK, TIME[2]) if precision == 2 else month(middle.year, middle.month)


def _parties(card: Card) -> tuple[Party, ...]:
    is_directed = card.get("event_type") == AGAINST_CIVILIANS
    roles = ("perpetrator", "target") if is_directed else ("participant", "participant")
    return tuple(
        Party(column, actor_of(card.get(column), kind=KINDS.get(card.get(inter))), role)
        for column, inter, role in zip(("actor1", "actor2"), ("inter1", "inter2"), roles, strict=True)
    )
