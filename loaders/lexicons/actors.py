"""Groups and organisations: entries of groups.yaml and organisations.yaml → actors and their names.

In: the user's folders. Out: `Actor` values and (spelling, Entry) pairs. It never sees a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from eventdb.errors import LexiconError
from loaders.lexicons.entries import ACTOR_KINDS, Actor, Entry
from loaders.lexicons.reading import Folders, Item, paths_of, read_items, read_yaml
from loaders.lexicons.spelling import fold

_COMMON = {"name", "in", "aliases", "acronyms", "people", "nouns", "part_of"}
GROUP_FIELDS = frozenset(_COMMON | {"sort"})
ORGANISATION_FIELDS = frozenset(_COMMON | {"kind"})
BODY_FIELDS = frozenset({"name", "aliases"})


@dataclass(slots=True)
class Actors:
    """All actors by key, and every spelling of each."""

    by_key: dict[str, Actor] = field(default_factory=dict)
    names: list[tuple[str, Entry]] = field(default_factory=list)

    def add(self, actor: Actor, item: Item) -> None:
        """Takes an actor in; one of the same key replaces it, with its names."""
        if actor.key in self.by_key:
            self.names = [pair for pair in self.names if pair[1].key != actor.key]
        self.by_key[actor.key] = actor
        self.names.extend(_names(actor, item))


def slug(name: str) -> str:
    """`Al-Qaeda in Iraq` → `al-qaeda-in-iraq`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower().replace("'", "")).strip("-")


def read_actors(folders: Folders = ()) -> Actors:
    """Armed groups first, then organisations; user folders after the built-in one."""
    actors = Actors()
    nouns = _nouns("groups.yaml", folders)
    for item in read_items("groups.yaml", "groups", GROUP_FIELDS, folders, key="name"):
        actors.add(_actor(item, "group", "armed_group", _known(item, "sort", nouns)), item)
    nouns = _nouns("organisations.yaml", folders)
    for item in read_items("organisations.yaml", "organisations", ORGANISATION_FIELDS, folders, key="name"):
        actors.add(_actor(item, "org", _kind(item), _known(item, "kind", nouns)), item)
    for actor in [each for each in actors.by_key.values() if each.part_of]:
        actors.by_key[actor.key] = replace(actor, part_of=_whole(actor, actors.by_key))
    return actors


def _whole(actor: Actor, by_key: dict[str, Actor]) -> str:
    """The key of what it is a part of, which the entry tells by its name."""
    found = [each for space in ("group", "org") if (each := f"{space}:{slug(actor.part_of or '')}") in by_key]
    if not found:
        raise LexiconError(f"{actor.name}: part_of is {actor.part_of!r}, which is the name of no group or organisation")
    return found[0]


def read_bodies(folders: Folders = ()) -> dict[str, str]:
    """Nouns of states' offices and forces → their canonical noun: `Ministry of Defence` → `Defense Ministry`."""
    bodies: dict[str, str] = {}
    for item in read_items("organisations.yaml", "bodies", BODY_FIELDS, folders, key="name"):
        name = _name(item)
        bodies |= dict.fromkeys((name, *item.texts("aliases")), name)
    return bodies


def _nouns(name: str, folders: Folders) -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for path in paths_of(name, folders):
        content = read_yaml(path)
        section = content.get("nouns", {}) if isinstance(content, dict) else {}
        item = Item(path, ("nouns",), section)
        if not isinstance(section, dict):
            raise item.fault(f"nouns is {section!r}; a mapping from class to nouns would be right")
        merged |= {sort: item.texts(sort) for sort in section}
    return merged


def _known(item: Item, field_name: str, nouns: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    sort = item.text(field_name)
    if sort not in nouns:
        raise item.fault(f"{field_name} is {sort!r}; one of {', '.join(nouns)} would be right")
    return nouns[sort]


def _kind(item: Item) -> str:
    kind = item.text("kind")
    if kind not in ACTOR_KINDS:
        raise item.fault(f"kind is {kind!r}; one of {', '.join(ACTOR_KINDS)} would be right")
    return kind


def _name(item: Item) -> str:
    name = item.text("name")
    if not name:
        raise item.fault("name is missing; each entry needs one")
    return name


def _actor(item: Item, space: str, kind: str, nouns: tuple[str, ...]) -> Actor:
    name = _name(item)
    nouns = tuple(dict.fromkeys((*item.texts("nouns"), *nouns)))
    return Actor(f"{space}:{slug(name)}", name, kind, item.texts("in"), nouns, item.text("part_of") or None)


def _names(actor: Actor, item: Item) -> Iterator[tuple[str, Entry]]:
    country = actor.countries[0] if actor.countries else None
    fields = {"alias": item.texts("aliases"), "acronym": item.texts("acronyms"), "people": item.texts("people")}
    for form, names in ({"name": (actor.name,)} | fields).items():
        for name in names:
            yield name, Entry(actor.key, actor.name, "actor", _form(actor, form, name), country, actor.kind)


def _form(actor: Actor, form: str, name: str) -> str:
    """Peoples and faiths have no alias proper: `Kurds` are people, `Kurdish` and `Kurd` serve as adjectives."""
    if actor.kind != "group":
        return form
    return "people" if form == "name" or name.endswith("s") else "adjective"
