"""UCDP's Georeferenced Event Dataset, versions 17.1 to 25.1 (`GEDEvent_v25_1.csv`) → facts.

In: a `Card`. Out: `Told`. An event is an attack whose means GED does not code. In conflicts of states and of groups
both sides take part; in one-sided violence side A attacks civilians. date_prec and where_prec are ours, one to one.
"""

from __future__ import annotations

from ..facts import ActorFact
from .card import Card, UnfitError
from .days import day, parsed, published, window
from .record import PEOPLE, Count, Party, Told
from .where import Where, place_of
from .who import actor_of

ID = "id"
REQUIRED = (
    "id", "type_of_violence", "side_a", "side_b", "where_prec", "country", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "best", "high", "low",
)  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
EVIDENCE = ("source_headline", "where_description", "dyad_name", "side_a")


def told(card: Card) -> Told:
    """What a row of GED tells."""
    violence = card.whole("type_of_violence")
    if violence not in (STATE_BASED, NON_STATE, ONE_SIDED):
        raise UnfitError(f"type_of_violence is {card.get('type_of_violence')!r}; 1, 2 or 3 would be right")
    evidence = card.first(*EVIDENCE)
    if evidence is None:
        raise UnfitError("side_a is empty; a row names who fights")
    return Told(
        type="assault.other",
        evidence=evidence,
        when=window(
            day("date_start", card.get("date_start")),
            day("date_end", card.get("date_end")),
            graded(card, "date_prec", 5),
        ),
        place=place_of(_where(card)),
        parties=_parties(card, violence),
        counts=_counts(card),
        title=card.get("source_headline") or None,
        said_by=card.get("source_original"),
        published=published([found for each in card.get("source_date").split(";") if (found := parsed(each.strip()))]),
    )


def graded(card: Card, column: str, most: int) -> int:
    """A precision from 1 to `most`."""
    found = card.whole(column)
    if found is None or not 1 <= found <= most:
        raise UnfitError(f"{column} is {card.get(column)!r}; a number from 1 to {most} would be right")
    return found


def _where(card: Card) -> Where:
    precision = graded(card, "where_prec", 7)
    name = card.get("adm_2") if precision == 3 else card.get("where_coordinates")
    return Where(
        name or card.get("where_coordinates"),
        card.get("adm_1"),
        card.get("country"),
        precision,
        card.coordinates("latitude", "longitude"),
    )


def _parties(card: Card, violence: int) -> tuple[Party, ...]:
    first, second = _side(card, "side_a"), _side(card, "side_b")
    if violence == ONE_SIDED:
        return Party("side_a", first, "perpetrator"), Party("side_b", second, "target")
    return Party("side_a", first, "participant"), Party("side_b", second, "participant")


def _side(card: Card, column: str) -> ActorFact | None:
    return actor_of(card.get(column), kind="armed_group")


def _counts(card: Card) -> tuple[Count, ...]:
    """All dead, attackers too; beside them those of a side, and civilians, where GED has any."""
    best, low, high = (card.whole(column) for column in ("best", "low", "high"))
    everybody = Count("best", "killed", PEOPLE, best, low, high, includes_attackers=True)
    groups = (
        ("deaths_civilians", "civilians"), ("deaths_a", card.get("side_a")), ("deaths_b", card.get("side_b")),
    )  # fmt: skip
    return everybody, *(
        Count(column, "killed", name, card.whole(column)) for column, name in groups if card.whole(column)
    )
