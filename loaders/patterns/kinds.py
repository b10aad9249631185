"""Kinds of masks and their code points. A mask in a masked sentence is two characters: its kind, its number.

Kinds are named; a family ("actor") is a set of kinds that a slot accepts. Verb groups have one kind a class and form
("go.active", "kill.passive"), made from the verb lexicon, so the registry is built and not listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

KIND_BASE = 0xE000
"""First code point of kinds (Unicode's private use area)."""

LAST_KIND = 0xEFFF
"""Last code point that a kind may have."""

NUMBER_BASE = 0xF0000
"""First code point of mask numbers (supplementary private use area A)."""

FIRST_NUMBER = chr(NUMBER_BASE)

NOUN_KINDS = (
    "number", "people", "individual", "actor", "force", "office", "person", "name", "state", "adjective", "nationals",
    "city", "place", "date", "meeting", "attack", "pact", "pronoun", "group", "outlet", "aside",
)  # fmt: skip
MASK = f"[{chr(KIND_BASE)}-{chr(LAST_KIND)}]."
"""Regex of any mask."""

NOUN_MASK = f"[{chr(KIND_BASE)}-{chr(KIND_BASE + len(NOUN_KINDS) - 1)}]."
"""Regex of any mask that is no verb group."""

VERB_MASK = f"[{chr(KIND_BASE + len(NOUN_KINDS))}-{chr(LAST_KIND)}]."
"""Regex of any verb group's mask."""

_EVENTS = "".join(chr(KIND_BASE + NOUN_KINDS.index(kind)) for kind in ("meeting", "attack", "pact"))
TOLD_ONCE = f"[{_EVENTS}{chr(KIND_BASE + len(NOUN_KINDS))}-{chr(LAST_KIND)}]."
"""Regex of any mask that tells what happens: a verb group's or an event's. Two claims cannot share it."""

VERB_FORMS = ("active", "bare", "passive", "ing", "to")

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "count": ("number", "people"),
    "victim": ("people", "individual", "person", "name", "number", "office"),
    "who": (
        "actor", "force", "state", "city", "office", "person", "pronoun", "name", "nationals", "individual", "people",
        "group",
    ),
    "struck": (
        "actor", "force", "state", "office", "person", "pronoun", "name", "nationals", "individual", "people",
        "group",
    ),
    "org": ("actor", "force", "state", "city", "name"),
    "owner": ("actor", "force", "state", "city", "adjective", "person", "name", "place"),
    "place": ("place", "city", "state", "name"),
    "geo": ("place", "city", "state"),
    "event": ("meeting", "attack", "pact"),
}  # fmt: skip

DOING: Mapping[str, tuple[str, ...]] = {"doing": (".active", ".bare"), "doing.to": (".to",)}
"""Slots that take verb groups of any class, by their forms."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The registry: name → code point (one character), and which kinds a slot's name accepts."""

    codes: Mapping[str, str]

    @classmethod
    def of(cls, verb_classes: Iterable[str]) -> Kinds:
        """The registry for these verb classes."""
        verbs = [f"{name}.{form}" for name in sorted(verb_classes) for form in VERB_FORMS]
        return cls({name: chr(KIND_BASE + i) for i, name in enumerate([*NOUN_KINDS, *verbs])})

    def accepted(self, name: str) -> str:
        """The code points that a slot named `name` accepts; ValueError for an unknown kind."""
        if name in FAMILIES:
            return "".join(self.codes[kind] for kind in FAMILIES[name])
        if name in self.codes:
            return self.codes[name]
        if f"{name}.active" in self.codes:
            return self.codes[f"{name}.active"] + self.codes[f"{name}.bare"]
        if name.endswith(".done") and f"{name[:-5]}.passive" in self.codes:
            return self.codes[f"{name[:-5]}.passive"] + self.codes[f"{name[:-5]}.bare"]
        if name.endswith(".any") and f"{name[:-4]}.active" in self.codes:
            return "".join(self.codes[f"{name[:-4]}.{form}"] for form in VERB_FORMS)
        if name in DOING:
            return "".join(code for each, code in self.codes.items() if each.endswith(DOING[name]))
        if name == "any":
            return "".join(self.codes[kind] for kind in NOUN_KINDS)
        raise ValueError(f"unknown kind {{{name}}}; known are {sorted({*FAMILIES, *self.codes})}")

    def is_verb_code(self, character: str) -> bool:
        """Whether a character opens the mask of a verb group."""
        return bool(character) and is_kind(character) and character >= chr(KIND_BASE + len(NOUN_KINDS))

    def is_verb(self, name: str) -> bool:
        """Whether a slot of this name takes verb groups."""
        return all(code >= chr(KIND_BASE + len(NOUN_KINDS)) for code in self.accepted(name))


def is_kind(character: str) -> bool:
    """Whether a character of a masked sentence opens a mask."""
    return KIND_BASE <= ord(character) <= LAST_KIND


def is_noun(character: str) -> bool:
    """Whether a character of a masked sentence opens a mask that is no verb group."""
    return KIND_BASE <= ord(character) < KIND_BASE + len(NOUN_KINDS)


def numbers_in(string: str) -> list[int]:
    """Numbers of the masks in a piece of a masked sentence, from left to right."""
    return [ord(character) - NUMBER_BASE for character in string if character >= FIRST_NUMBER]


def number_of(character: str) -> int:
    """The mask's number that a number character stands for."""
    return ord(character) - NUMBER_BASE
