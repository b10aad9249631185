"""What fills a page between its facts: people with an office who speak, scenes of a street, context. No happening.

In: a scene, a plan, chance, a spelling, the offices that may speak. Out: paragraphs one by one, and who spoke.
"""

from __future__ import annotations

import re
from random import Random

from .grammar import capital, data, expand
from .happenings import Scene
from .people import Json, Part, introduced, person_json
from .plans import Plan

MOST_SPEAKERS = 3
AFTER_SPEECH = ("short_quote", "scene", "context", "scene", "context")


class Voices:
    """Paragraph after paragraph; no wording comes twice while there are others."""

    def __init__(self, scene: Scene, plan: Plan, chance: Random, spelling: int, offices: tuple[str, ...]) -> None:
        chosen = chance.sample(offices, min(len(offices), MOST_SPEAKERS))
        self.waiting = [scene.part(name, plan.published) for name in chosen]
        self.chance, self.spelling = chance, spelling
        self.lists = data("filler")
        self.left: dict[str, list[str]] = {}
        self.actors: list[Json] = []
        self.people: dict[str, str] = {}
        self.last = ""

    def paragraph(self) -> str:
        """The next one: each speaker first with the office, later by the last name."""
        if self.waiting and (not self.last or self.chance.random() < 0.6):
            return self._introduced(self.waiting.pop())
        kinds = self.chance.sample(AFTER_SPEECH, 2)
        return " ".join(self._sentence(kind) for kind in kinds)

    def _introduced(self, part: Part) -> str:
        row = person_json(part, self.spelling)
        self.actors.append(row)
        self.people[row["name"]] = part.person.id
        self.last = part.person.last(self.spelling)
        quoted = self._sentence("quote", speaker=introduced(part, self.spelling))
        return f"{quoted} {self._sentence('short_quote')}"

    def _sentence(self, kind: str, speaker: str = "") -> str:
        pattern = expand(f"[{kind}]", self.lists, self.chance, self.left)
        words = pattern.format(speaker=speaker, last=self.last)
        return capital(re.sub(r",+([,.])", r"\1", words))
