"""The list of an article's actors: names go in, numbers come out; the same key or name is the same actor."""

from __future__ import annotations

from loaders.facts import Mention
from loaders.threads.drafts import ActorDraft


class Roster:
    """The actors of one article, in the order of their first mention."""

    def __init__(self) -> None:
        self.actors: list[ActorDraft] = []
        self.mentions: list[Mention] = []

    def full_name(self, words: str, *, is_titled: bool = False) -> int | None:
        """The person of that name: exactly, by a surname that only one person has, or a new one if the name is full."""
        name = " ".join(words.split()).removesuffix("’s").removesuffix("'s")
        people = [i for i, a in enumerate(self.actors) if a.kind == "person"]
        exact = [i for i in people if self.actors[i].name == name or name in self.actors[i].aliases]
        if exact:
            return exact[0] if len(exact) == 1 else None
        parts = name.split()
        if len(parts) == 1:
            held = [i for i in people if parts[0] in self.actors[i].name.split()]
            if held or not is_titled:
                return held[0] if len(held) == 1 else None
        same = [i for i in people if set(parts) <= set(self.actors[i].name.split())]
        if same:
            return same[0] if len(same) == 1 else None
        short = [i for i in people if len(parts) > 1 and self.actors[i].name == parts[-1]]
        if len(short) == 1:  # "President Diaz" of the headline is Jo Diaz of the report
            self.actors[short[0]].name = name
            self.actors[short[0]].aliases.append(parts[-1])
            return short[0]
        self.actors.append(ActorDraft(name, "person", aliases=parts[1:][-1:]))
        return len(self.actors) - 1

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
        for i, actor in enumerate(self.actors):
            if (key and actor.key == key) or actor.name.lower() == name.lower() and actor.kind == kind:
                if alias and alias != actor.name and alias not in actor.aliases:
                    actor.aliases.append(alias)
                return i
        self.actors.append(ActorDraft(name, kind, key, country, [alias] if alias and alias != name else []))
        return len(self.actors) - 1
