"""Who was named lately: mentions go in as the article names them, "he", "the two leaders", "the delegation" come out.

A pronoun goes back to who opened the sentence, else to who opened the one before. It decides by order alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

BACK = 3
"""So many sentences back a pronoun may reach."""


class Naming(NamedTuple):
    """One mention: number of the sentence, offset in the text, the actor and its kind."""

    sentence: int
    start: int
    actor: int
    kind: str


@dataclass(slots=True)
class Recent:
    """Mentions of actors, each once, in the order in which the article was read."""

    namings: dict[Naming, None] = field(default_factory=dict)

    def add(self, sentence: int, start: int, actor: int, kind: str) -> None:
        """Take in a mention; one that is there already changes nothing."""
        self.namings[Naming(sentence, start, actor, kind)] = None

    def person_before(self, sentence: int, start: int) -> int | None:
        """The person that "he" or "she" at an offset means: who opens the nearest sentence that names one before it."""
        before = self._before(sentence, start, ("person",))
        nearest = max((each.sentence for each in before), default=None)
        opening = [each for each in before if each.sentence == nearest]
        return min(opening, key=lambda each: each.start).actor if opening else None

    def pair_before(self, sentence: int, start: int, kinds: tuple[str, ...]) -> tuple[int, ...]:
        """The last two actors of these kinds named before an offset; empty where there are not two."""
        found = dict.fromkeys(each.actor for each in reversed(self._before(sentence, start, kinds)))
        pair = list(found)[:2]
        return (pair[1], pair[0]) if len(pair) == 2 else ()

    def _before(self, sentence: int, start: int, kinds: tuple[str, ...]) -> list[Naming]:
        near = [n for n in self.namings if n.start < start and sentence - n.sentence <= BACK and n.kind in kinds]
        return sorted(near, key=lambda each: each.start)
