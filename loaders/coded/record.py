"""What a row tells → the facts of an article of its own, each on the cell that it was made from.

In: a `Card`, and what its data set's module read from it (`Told`). Out: `ArticleFacts` with one event. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..facts import (
    ActorFact,
    ArticleFacts,
    Block,
    EventFact,
    FigureFact,
    Mention,
    ParticipationFact,
    PlaceFact,
    Published,
    Speaker,
    Window,
)
from .card import Card, UnfitError

PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's part in the event, by the column that names him."""

    column: str
    actor: ActorFact | None
    role: str
    position: str = "did"


@dataclass(frozen=True, slots=True)
class Count:
    """People harmed, by the column that counts them; low and high where the data set gives them."""

    column: str
    kind: str
    victims: str
    best: int | None
    low: int | None = None
    high: int | None = None
    includes_attackers: bool | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells; `evidence` is the column in whose words the event is told, `said_by` who gives the figures."""

    type: str
    evidence: str
    when: Window
    place: PlaceFact | None
    parties: tuple[Party, ...] = ()
    counts: tuple[Count, ...] = ()
    title: str | None = None
    said_by: str = ""
    published: Published = Published(None, None, "unknown")


def article(card: Card, label: str, told: Told) -> ArticleFacts:
    """The facts of a record."""
    parties = [(each, each.actor) for each in told.parties if each.actor]
    actors = list(dict.fromkeys(actor for _, actor in parties))
    counts = [each for each in told.counts if each.best is not None]
    lines = sorted({card.line(column) for column in _columns(told, counts)})
    return ArticleFacts(
        text=card.text,
        language="en",
        published=told.published,
        title=told.title or f"{label} {card.own_id}",
        publisher=label,
        url=card.address,
        blocks=(Block("body", 0, len(card.text)),),
        sentences=tuple(lines),
        actors=tuple(actors),
        mentions=tuple(Mention(*card.span(each.column), actors.index(actor)) for each, actor in parties),
        events=(_event(card, told, [(each, actors.index(actor)) for each, actor in parties], counts),),
        dataset=card.dataset,
    )


def _columns(told: Told, counts: list[Count]) -> list[str]:
    return [told.evidence, *(each.column for each in told.parties if each.actor), *(each.column for each in counts)]


def _event(card: Card, told: Told, parties: list[tuple[Party, int]], counts: list[Count]) -> EventFact:
    rule = f"import.{card.dataset}"
    said_by = Speaker(told.said_by) if told.said_by else None
    start, stop = card.span(told.evidence)
    return EventFact(
        type=told.type,
        status="occurred",
        is_core=True,
        when=told.when,
        place=told.place,
        start=start,
        stop=stop,
        rule=rule,
        participations=tuple(
            ParticipationFact(number, each.role, each.position, None, *card.span(each.column), rule)
            for each, number in parties
        ),
        figures=tuple(_figure(card, each, said_by, rule) for each in counts),
    )


def _figure(card: Card, count: Count, said_by: Speaker | None, rule: str) -> FigureFact:
    best = count.best
    if best is None:
        raise UnfitError(f"{count.column} counts nobody")
    low, high = (best if each is None else each for each in (count.low, count.high))
    if not 0 <= low <= best <= high:
        raise UnfitError(f"low {low}, best {best} and high {high} of {count.column} do not stand in order")
    qualifier = "exact" if low == high else "coded"
    return FigureFact(
        count.kind, count.victims, best, qualifier, low, high, count.includes_attackers, said_by,
        *card.span(count.column), rule,
    )  # fmt: skip
