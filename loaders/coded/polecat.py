"""POLECAT's files of PLOVER events (`ngecEvents.DV.2023.txt`, tabs) → facts.

In: a `Card`. Out: `Told`. PLOVER's type and mode become our kind of event. POLECAT is coded by machine, and gives no
casualties.
"""

from __future__ import annotations

from .card import Card, UnfitError
from .days import day, parsed, published, window
from .record import Party, Told
from .where import Where, place_of
from .who import actor_of

ID = "Event ID"
REQUIRED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Recipient Name", "Country")
MODES = {
    ("CONSULT", "visit"): "consult.visit",
    ("CONSULT", "phone"): "consult.call",
    ("CONSULT", "multilateral"): "consult.conference",
    ("CONSULT", "third-party"): "consult.talks",
    ("RETREAT", "withdraw"): "retreat.withdrawal",
    ("RETREAT", "release"): "retreat.release",
    ("RETREAT", "ceasefire"): "agree.ceasefire",
    ("ACCUSE", "investigate"): "say.investigate",
    ("SANCTION", "discontinue"): "sanction.sanction",
    ("MOBILIZE", "troops"): "mobilize.deployment",
    ("COERCE", "arrest"): "coerce.arrest",
    ("ASSAULT", "abduct"): "coerce.kidnapping",
    ("ASSAULT", "targeted"): "assault.assassination",
    ("ASSAULT", "firearms"): "assault.shooting",
    ("ASSAULT", "explosives"): "assault.bombing",
    ("ASSAULT", "suicide-attack"): "assault.suicide_bombing",
    ("ASSAULT", "aerial"): "assault.airstrike",
    ("ASSAULT", "drone"): "assault.airstrike",
    ("ASSAULT", "heavy-weapons"): "assault.shelling",
}
"""Type and mode → our kind of event, where the mode says more than the type."""
TYPES = {
    "AGREE": "say.agree",
    "CONSULT": "consult.meeting",
    "SUPPORT": "say.support",
    "CONCEDE": "say.concede",
    "COOPERATE": "say.cooperate",
    "AID": "say.aid",
    "RETREAT": "say.retreat",
    "REQUEST": "say.request",
    "ACCUSE": "say.accuse",
    "REJECT": "say.reject",
    "THREATEN": "say.threaten",
    "PROTEST": "protest.demonstration",
    "SANCTION": "say.sanction",
    "MOBILIZE": "say.mobilize",
    "COERCE": "say.coerce",
    "ASSAULT": "assault.other",
}
ROLES = {
    "say": ("speaker", "target"),
    "assault": ("perpetrator", "target"),
    "coerce": ("perpetrator", "target"),
    "sanction": ("perpetrator", "target"),
    "retreat": ("participant", "target"),
    "protest": ("participant", "target"),
}
"""Family of our kind → the roles of actor and recipient; in all others both take part."""
PRECISION = (("City", 1), ("District", 3), ("Province", 4))


def told(card: Card) -> Told:
    """What a row of POLECAT tells."""
    kind, mode = card.get("Event Type").upper(), card.get("Event Mode").lower()
    if kind not in TYPES:
        raise UnfitError(f"Event Type is {card.get('Event Type')!r}; one of {', '.join(TYPES)} would be right")
    ours = MODES.get((kind, mode), TYPES[kind])
    when = day("Event Date", card.get("Event Date"))
    appeared = parsed(card.get("Publication Date"))
    return Told(
        type=ours,
        evidence="Event Type",
        when=window(when, when, 1),
        place=place_of(_where(card)),
        parties=_parties(card, ours),
        published=published([appeared] if appeared else []),
    )


def _where(card: Card) -> Where:
    column, precision = next(((each, grade) for each, grade in PRECISION if card.get(each)), ("", 6))
    return Where(
        card.get(column),
        card.get("Province"),
        card.get("Country"),
        precision,
        card.coordinates("Latitude", "Longitude"),
    )


def _parties(card: Card, kind: str) -> tuple[Party, ...]:
    is_visit = kind == "consult.visit"
    roles = ROLES.get(kind.partition(".")[0], ("participant", "host" if is_visit else "participant"))
    return tuple(
        Party(f"{whose} Name", actor_of(card.get(f"{whose} Name"), country=card.get(f"{whose} Country")), role)
        for whose, role in zip(("Actor", "Recipient"), roles, strict=True)
    )
