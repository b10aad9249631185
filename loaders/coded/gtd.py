"""The Global Terrorism Database's files (`globalterrorismdb_0522dist.xlsx`) → facts.

In: a `Card`. Out: `Told`. Counts of dead include attackers, as GTD counts; −9 and −99 are no figures. A day or month
of 0 is not known.
"""

from __future__ import annotations

from datetime import date

from ..facts import Window
from .card import Card, UnfitError
from .days import month, parsed, whole_year, window
from .record import PEOPLE, Count, Party, Told
from .where import Where, place_of
from .who import actor_of

ID = "eventid"
REQUIRED = (
    "eventid", "iyear", "imonth", "iday", "country_txt", "provstate", "city", "latitude", "longitude", "specificity",
    "attacktype1", "gname", "nkill", "nwound",
)  # fmt: skip
ASSASSINATION, ARMED_ASSAULT, BOMBING, HIJACKING, BARRICADE, KIDNAPPING, FACILITY, UNARMED, UNKNOWN = range(1, 10)
TYPES = {
    ASSASSINATION: "assault.assassination",
    ARMED_ASSAULT: "assault.other",
    BOMBING: "assault.bombing",
    HIJACKING: "coerce.kidnapping",
    BARRICADE: "coerce.kidnapping",
    KIDNAPPING: "coerce.kidnapping",
    FACILITY: "assault.other",
    UNARMED: "assault.other",
    UNKNOWN: "assault.other",
}
FIREARMS = 5
PLACE = {1: 1, 2: 1, 3: 3, 4: 4, 5: 6}
"""GTD's specificity → UCDP's where_prec; a town whose coordinates nobody found is known all the same."""
NEAR = 2


def told(card: Card) -> Told:
    """What a row of GTD tells."""
    return Told(
        type=_type(card),
        evidence=card.first("summary", "attacktype1_txt") or "attacktype1",
        when=_when(card),
        place=place_of(_where(card)),
        parties=(
            _attacker(card),
            Party("target1", actor_of(card.get("target1"), country=card.get("natlty1_txt")), "target"),
        ),
        counts=_counts(card),
    )


def _type(card: Card) -> str:
    kind = card.whole("attacktype1")
    if kind not in TYPES:
        raise UnfitError(f"attacktype1 is {card.get('attacktype1')!r}; a number from 1 to 9 would be right")
    if kind == BOMBING and card.whole("suicide") == 1:
        return "assault.suicide_bombing"
    if kind == ARMED_ASSAULT and card.whole("weaptype1") == FIREARMS:
        return "assault.shooting"
    return TYPES[kind]


def _when(card: Card) -> Window:
    year, number, day = (card.whole(column) for column in ("iyear", "imonth", "iday"))
    if not year:
        raise UnfitError(f"iyear is {card.get('iyear')!r}; a year would be right")
    try:
        if not number:
            return whole_year(year)
        if not day:
            return month(year, number)
        first = date(year, number, day)
    except ValueError:
        raise UnfitError(f"{year}-{number}-{day} is no day of the calendar") from None
    end = parsed(card.get("resolution")) if card.whole("extended") == 1 else None
    return window(first, end or first, 1)


def _where(card: Card) -> Where:
    specificity = card.whole("specificity")
    if specificity is not None and specificity not in PLACE:
        raise UnfitError(f"specificity is {specificity}; a number from 1 to 5 would be right")
    precision = PLACE[specificity or 5]
    city = card.get("city") if card.get("city") != "Unknown" else ""
    return Where(
        city,
        card.get("provstate"),
        card.get("country_txt"),
        NEAR if precision == 1 and card.whole("vicinity") == 1 else precision,
        card.coordinates("latitude", "longitude"),
    )


def _attacker(card: Card) -> Party:
    position = "claimed" if card.whole("claimed") == 1 else "alleged" if card.whole("guncertain1") == 1 else "did"
    return Party("gname", actor_of(card.get("gname"), kind="armed_group"), "perpetrator", position)


def _counts(card: Card) -> tuple[Count, ...]:
    found = (
        Count("nkill", "killed", PEOPLE, _count(card, "nkill"), includes_attackers=True),
        Count("nwound", "injured", PEOPLE, _count(card, "nwound"), includes_attackers=True),
        Count("nkillter", "killed", "attackers", _count(card, "nkillter") or None),
        Count("nwoundte", "injured", "attackers", _count(card, "nwoundte") or None),
        Count("nhostkid", "captured", "hostages", _count(card, "nhostkid") or None),
    )
    return tuple(each for each in found if each.best is not None)


def _count(card: Card, column: str) -> int | None:
    found = card.whole(column)
    return None if found is None or found < 0 else found
