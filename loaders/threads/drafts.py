"""What grows while an article is read: events and actors under construction.

Only `threads` sees them; they leave it frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.facts import FigureFact, ParticipationFact, PlaceFact, Role, Speaker, Window


@dataclass(slots=True)
class ActorDraft:
    """An actor under construction; `owner` is the country or organisation for whose office the actor speaks."""

    name: str
    kind: str
    key: str | None = None
    country: str | None = None
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    owner: int | None = None
    is_cited: bool = False


@dataclass(slots=True)
class EventDraft:
    """An event under construction.

    `heads` are the nouns by which the text called it; `is_set` tells that they stand for several events,
    `is_elsewhen` that it stands behind "after" or "before" what its sentence tells, `in_headline` which of
    the figures only the headline told so far, `is_dated` that its words name a day, be it one that nothing anchors.
    """

    type: str
    status: str
    sentence: int
    start: int
    stop: int
    rule: str
    heads: set[str] = field(default_factory=set)
    place: PlaceFact | None = None
    land: str | None = None
    when: Window | None = None
    is_definite: bool = False
    is_indefinite: bool = False
    is_headline: bool = False
    block: str = "body"
    is_wished: bool = False
    is_set: bool = False
    is_firm: bool = False
    is_elsewhen: bool = False
    is_dated: bool = False
    participations: list[ParticipationFact] = field(default_factory=list)
    figures: list[FigureFact] = field(default_factory=list)
    in_headline: list[FigureFact] = field(default_factory=list)

    @property
    def family(self) -> str:
        """The part of the type before the dot."""
        return self.type.partition(".")[0]

    def add(
        self, actor: int, role: str, position: str, said_by: Speaker | None, span: tuple[int, int], rule: str
    ) -> None:
        """Add a position unless it stands there already."""
        row = ParticipationFact(actor, role, position, said_by, *span, rule)
        unsaid = ParticipationFact(actor, role, position, None, *span, rule)
        if said_by is not None and unsaid in self.participations:  # told by the verb, now with who says so
            self.participations[self.participations.index(unsaid)] = row
            return
        known = {(p.actor, p.role, p.position, p.said_by) for p in self.participations}
        if (actor, role, position, said_by) not in known:
            self.participations.append(row)

    def of_roles(self, *roles: str) -> list[int]:
        """Numbers of the actors in these roles, in the order of the text."""
        return list(dict.fromkeys(p.actor for p in self.participations if p.role in roles))

    def actors(self, *roles: str) -> set[int]:
        """Numbers of the actors in these roles (any, if none is named)."""
        return {p.actor for p in self.participations if not roles or p.role in roles}
