"""People by their masks: a name with titles goes in, the number of its person comes out; offices become roles.

What an office belongs to, the cast knows. It decides by words and order alone.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from loaders.facts import Role
from loaders.threads.offices import joint_offices, known_holder, named_in, place_of_office, rank_before, title_of
from loaders.threads.reading import Reading
from loaders.threads.roster import Roster

SITE_BEFORE = re.compile(r"\b(?:in|at|from|near|the|of)\s$")
"""Behind these a single name is no statesman's: "in Santander". """


class People(Roster, ABC):
    """The people of one article and the roles that it gives them."""

    def __init__(self) -> None:
        super().__init__()
        self.last_titled: int | None = None

    @abstractmethod
    def owner(self, reading: Reading, number: int) -> int | None:
        """The organisation or state of an office."""

    def person(self, reading: Reading, number: int) -> int | None:
        """The person of a name with a title, office or age; the office becomes a role."""
        named = named_in(reading, number)
        if named is None:
            return None
        name, held = named
        found = self.full_name(reading.masked.text[name.start : name.stop], is_titled=True)
        if found is None:
            return None
        for office in (*joint_offices(reading, number), *held):
            self.add_role(reading, office, found)
        rank = rank_before(reading, number, name)
        if rank and all(rank.title.lower() not in role.title.lower() for role in self.actors[found].roles):
            self.actors[found].roles.append(rank)
        self.last_titled = found
        return found

    def named(self, reading: Reading, number: int) -> int | None:
        """A name without an office: somebody known by it, a full name, or the surname of an office's known holder."""
        mask = reading.masked.masks[number]
        words = reading.masked.text[mask.start : mask.stop]
        holder = "" if SITE_BEFORE.search(reading.masked.text[: mask.start]) else known_holder(words)
        if holder and len(same := self._known(holder)) == 1 and not self._known(words):
            self.actors[same[0]].aliases.append(words)  # "Hemedti" is called so nowhere in the full name
            return same[0]
        return self.full_name(words, is_titled=bool(holder))

    def add_role(self, reading: Reading, number: int, person: int) -> None:
        """The office of a mask becomes a role of the person."""
        draft = self.actors[person]
        owner = self.owner(reading, number)
        title = self._title(reading, number)
        start, stop = reading.span(number)
        draft.owner = draft.owner if draft.owner is not None else owner
        if not title or any(title.lower() == role.title.lower() for role in draft.roles):
            return
        of = self.actors[owner].name if owner is not None else place_of_office(reading, number)
        draft.roles.append(Role(title, of, start, stop))

    def _title(self, reading: Reading, number: int) -> str:
        """The title of an office; a counterpart holds the office of the person named before."""
        title = title_of(reading, number)
        if not title.lower().endswith("counterpart"):
            return title
        before = self.actors[self.last_titled].roles if self.last_titled is not None else []
        return before[0].title if before else ""
