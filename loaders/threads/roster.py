"""The list of an article's actors: names go in, numbers come out; the same key or name is the same actor."""

from __future__ import annotations

from loaders.facts import Mention
from loaders.threads.drafts import ActorDraft
from loaders.threads.likeness import likenesses, surname


class Roster:
    """The actors of one article, in the order of their first mention."""

    def __init__(self) -> None:
        self.actors: list[ActorDraft] = []
        self.mentions: list[Mention] = []

    def full_name(self, words: str, *, is_titled: bool = False) -> int | None:
        """The person of that name: exactly, by a surname that only one person has, or a new one if the name is full."""
        name = " ".join(words.split()).removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")
        known = self._known(name)
        if len(known) == 1:
            return self._spelt_out(known[0], name)
        parts = name.split()
        if known or len(name) < 2 or len(parts) == 1 and not is_titled:
            return None
        self.actors.append(ActorDraft(name, "person", aliases=[surname(name)] if len(parts) > 1 else []))
        return len(self.actors) - 1

    def _known(self, name: str) -> list[int]:
        """The people of an article whom a name may mean: those of exactly that name, else those of like words."""
        people = [i for i, actor in enumerate(self.actors) if actor.kind == "person"]
        exact = [i for i in people if self.actors[i].name == name or name in self.actors[i].aliases]
        if exact:
            return exact
        words = likenesses(name)
        like = [i for i in people if set(words) <= set(likenesses(self.actors[i].name))]
        if like or len(words) == 1:
            return like
        return [i for i in people if self._is_short(self.actors[i].name, words)]

    @staticmethod
    def _is_short(known: str, words: tuple[str, ...]) -> bool:
        """Whether somebody is known so far by less than a full name's words: "President Diaz" of the headline."""
        short = likenesses(known)
        return short == words[-1:] or short == words[:1] or len(short) > 1 and set(short) <= set(words)

    def _spelt_out(self, known: int, name: str) -> int:
        """The known person; a longer name becomes the name, the shorter one an alias."""
        draft = self.actors[known]
        if len(name.split()) > len(draft.name.split()):
            draft.aliases = list(dict.fromkeys([draft.name, *draft.aliases]))
            draft.name = name
        return known

    def surnames(self) -> frozenset[str]:
        """Last words of the names of people."""
        return frozenset(actor.name.split()[-1] for actor in self.actors if actor.kind == "person")

    def called(self, head: str) -> int | None:
        """The one actor whose name ends with a word ("the council")."""
        found = [
            i for i, actor in enumerate(self.actors) if actor.name.lower().endswith(head) and actor.kind != "person"
        ]
        return found[0] if len(found) == 1 else None

    def note(self, name: str, kind: str, *, key: str | None = None, country: str | None = None, alias: str = "") -> int:
        """The number of the actor with this key or name; a new one if there is none."""
        low = name.lower()
        for i, actor in enumerate(self.actors):
            if (key and actor.key == key) or actor.kind == kind and actor.name.lower() == low:
                if alias and alias != actor.name and alias not in actor.aliases:
                    actor.aliases.append(alias)
                return i
        self.actors.append(ActorDraft(name, kind, key, country, [alias] if alias and alias != name else []))
        return len(self.actors) - 1
