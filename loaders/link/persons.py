"""Persons of several articles → who is one and the same. Pure, and independent of their order.

In: `Person`s, all of those who share a key (`person_keys`). Out: for each the actor that it is, or None.

A person is known by the full name, in whatever spelling. Persons of one name whose countries or spheres (callings.py)
differ are two; a third of whom neither is told is linked to none of them. Two spellings are one person if the countries
or titles agree, too; where more than the spelling differs, both must. A bare family name is the only person of that
name and title there is. A name of which no article tells a title, a country or a part in an event makes no actor.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..keys import key
from .callings import is_held_by_one
from .spelling import alike, folded, is_shorter, nearly_alike, others

BODY = ", "  # stands between a title and the body in which it is held


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one article names it.

    `family` is equal where family names may be one; `is_fixed`: a lexicon has said who it is; `is_told_of`: with a
    title, a country or a part in an event. A title is followed by its body, where that is told ("governor, Borno").
    """

    article_id: int
    version: int
    ordinal: int
    actor_id: int | None
    is_fixed: bool
    name: str
    family: str
    countries: frozenset[str]
    spheres: frozenset[str]
    titles: frozenset[str]
    is_told_of: bool

    @property
    def is_bare(self) -> bool:
        """Whether only one name is known."""
        return len(self.name.split()) < 2


def person_keys(person: Person) -> Iterator[tuple[str, ...]]:
    """What two persons have in common who can be one: a name in some spelling, or a family name and a title.

    All who share one, and who share one with those, and so on, are to be resolved together.
    """
    if not person.is_bare:
        yield "name", person.family, others(person.name)
    yield from (("title", person.family, title) for title in sorted(person.titles))


@dataclass(frozen=True, slots=True)
class Known:
    """An actor made of persons: how most articles write it, all the ways, and whether rules or a human made it."""

    actor_id: int
    name: str
    names: tuple[str, ...]
    country: str | None
    is_fixed: bool = False
    origin: str = "rule"


@dataclass(frozen=True, slots=True)
class _Group:
    """Persons taken for one, and what is told of them together."""

    members: tuple[Person, ...]
    countries: frozenset[str]
    spheres: frozenset[str]
    titles: frozenset[str]

    @property
    def name(self) -> str:
        """How most articles write the name."""
        counts = Counter(person.name for person in self.members)
        return min(counts, key=lambda name: (-counts[name], name))


Trait = Person | _Group


def resolve(persons: Iterable[Person]) -> dict[Person, Known | None]:
    """Which actor each person is; None where there is none, or more than one candidate."""
    families: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(persons, key=lambda each: (each.article_id, each.version, each.ordinal)):
        families[person.family].append(person)
    return {person: actor for members in families.values() for person, actor in _family(members).items()}


def _family(persons: Sequence[Person]) -> dict[Person, Known | None]:
    found: dict[Person, Known | None] = dict.fromkeys(persons)
    groups = _merged(_namesakes([person for person in persons if not person.is_bare]))
    groups = _with_bare(groups, [person for person in persons if person.is_bare])
    told = [group for group in groups if any(person.is_told_of or person.is_fixed for person in group.members)]
    for group, actor in zip(told, _actors(told), strict=True):
        found |= dict.fromkeys(group.members, actor)
    return found


def _group(members: Iterable[Person]) -> _Group:
    persons = tuple(members)
    return _Group(
        persons,
        frozenset().union(*(person.countries for person in persons)),
        frozenset().union(*(person.spheres for person in persons)),
        frozenset().union(*(person.titles for person in persons)),
    )


def _namesakes(persons: Iterable[Person]) -> list[_Group]:
    """Persons of one name, apart where what is told of them cannot be told of one."""
    by_name: dict[str, dict[tuple[object, ...], list[Person]]] = defaultdict(lambda: defaultdict(list))
    for person in persons:
        fixed = person.actor_id if person.is_fixed else None
        by_name[folded(person.name)][fixed, person.countries, person.spheres].append(person)
    found = []
    for profiles in by_name.values():
        groups = [_group(members) for members in profiles.values()]
        joined, _ = _components(groups, lambda a, b: not _apart(a, b))
        found += joined
    return found


def _merged(groups: list[_Group]) -> list[_Group]:
    """Groups of one person in several spellings made one."""
    joined, torn = _components(groups, _is_spelling)
    return [*joined, *torn]


def _components(groups: list[_Group], agree: Callable[[_Group, _Group], bool]) -> tuple[list[_Group], list[_Group]]:
    """Groups that agree, however remotely, made one; and those that agree with two that are apart from each other."""
    near = {n: [m for m in range(len(groups)) if m != n and agree(groups[n], groups[m])] for n in range(len(groups))}
    torn = {n for n, others in near.items() if any(_apart(groups[a], groups[b]) for a in others for b in others)}
    seen: set[int] = set(torn)
    joined = []
    for start in near:
        if start not in seen:
            reached = _reached(start, near, torn)
            seen |= reached
            joined.append(_joined(groups[n] for n in sorted(reached)))
    return joined, [groups[n] for n in sorted(torn)]


def _reached(start: int, near: dict[int, list[int]], torn: Collection[int]) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        new = {each for each in near[waiting.pop()] if each not in torn} - reached
        reached |= new
        waiting += new
    return reached


def _joined(groups: Iterable[_Group]) -> _Group:
    return _group(person for group in groups for person in group.members)


def _apart(left: Trait, right: Trait) -> bool:
    """Whether two cannot be one: other countries, other spheres, or two whom a lexicon tells apart."""
    return (
        (bool(left.countries and right.countries) and not left.countries & right.countries)
        or (bool(left.spheres and right.spheres) and not left.spheres & right.spheres)
        or len(_fixed(left) | _fixed(right)) > 1
    )


def _fixed(one: Trait) -> set[int | None]:
    members = (one,) if isinstance(one, Person) else one.members
    return {person.actor_id for person in members if person.is_fixed}


def _is_spelling(left: _Group, right: _Group) -> bool:
    """Whether two groups are one person whose name is written in two ways."""
    if _apart(left, right):
        return False
    same_land, titles = bool(left.countries & right.countries), left.titles & right.titles
    if alike(left.name, right.name):
        return same_land or bool(titles)
    of_a_body = [title for title in titles if BODY in title]
    if not (titles and same_land) and not of_a_body:
        return False
    is_sole = any(is_held_by_one(title) for title in of_a_body)
    return nearly_alike(left.name, right.name, in_a_vowel=is_sole) or is_shorter(left.name, right.name)


def _with_bare(groups: list[_Group], bare: Sequence[Person]) -> list[_Group]:
    """Each bare family name joins the only group with that name and title; others stay alone."""
    joining: dict[int, list[Person]] = defaultdict(list)
    for person in bare:
        fitting = [n for n, group in enumerate(groups) if _is_bare_name_of(person, group)]
        if len(fitting) == 1:
            joining[fitting[0]].append(person)
    return [_group((*group.members, *joining[n])) for n, group in enumerate(groups)]


def _is_bare_name_of(person: Person, group: _Group) -> bool:
    if not person.titles & group.titles or not person.countries & group.countries or _apart(person, group):
        return False
    return any(alike(person.name, member.name.split()[-1]) for member in group.members)


def _actors(groups: Sequence[_Group]) -> list[Known]:
    """An actor for each group: the lexicon's, the one that most of its persons were so far, or a new one."""
    heirs = _heirs(groups)
    used = set(heirs.values())
    actors = []
    for number, group in enumerate(groups):
        fixed = sorted(each for each in _fixed(group) if each is not None)
        actor_id = fixed[0] if fixed else heirs.get(number) or _new_id(group, used)
        used.add(actor_id)
        actors.append(_known(actor_id, group, is_fixed=bool(fixed)))
    return actors


def _heirs(groups: Sequence[_Group]) -> dict[int, int]:
    """Number of a group → the earlier id of an actor of a rule that it keeps; each id goes to one group."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for number, group in enumerate(groups):
        for person in group.members:
            if person.actor_id is not None and not person.is_fixed:
                votes[person.actor_id][number] += 1
    heirs: dict[int, int] = {}
    for actor_id in sorted(votes):
        number = min(votes[actor_id], key=lambda each: (-votes[actor_id][each], each))
        heirs.setdefault(number, actor_id)
    return heirs


def _new_id(group: _Group, used: Collection[int]) -> int:
    """A key of the name; of a second person of the name, of what tells it from the first."""
    name = min(folded(person.name) for person in group.members if not person.is_bare)
    parts = (name, *sorted(group.countries), *sorted(group.spheres))
    tries = (key("actor", "person", name), key("actor", "person", *parts))
    more = (key("actor", "person", *parts, number) for number in range(len(used) + 1))
    return next(actor_id for actor_id in (*tries, *more) if actor_id not in used)


def _known(actor_id: int, group: _Group, *, is_fixed: bool) -> Known:
    names = tuple(sorted({person.name for person in group.members if not person.is_bare}))
    country = min(group.countries) if len(group.countries) == 1 else None
    return Known(actor_id, group.name, names, country, is_fixed)
