"""Who holds which office on a day, and who else speaks in a block: all invented, each known by an id.

In: a country, a number, a day. Out: `Person`s and `Part`s. A cabinet lasts two years, then everybody moves up by one
office; whoever was president leaves. A block has people of its own besides; one changes his office in its year, and
some blocks have two people of one name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import gcd
from typing import Any

from .world import Country, Host, Spellings, Town, culture

Json = dict[str, Any]

OFFICES = (
    "president",
    "prime minister",
    "foreign minister",
    "defense minister",
    "interior minister",
    "deputy foreign minister",
)
FIRST_YEAR, TERM = 1990, 2
LOCALS = ("governor", "police chief", "doctor", "lawmaker", "group spokesman", "elder", "army spokesman", "envoy")
STRIDE = 1237  # a prime; numbers one apart get names far apart
LOCALS_FROM, MINISTERS_FROM = 400, 1_000_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, by an id that no other has, and the spellings of given and family name."""

    id: str
    given: Spellings
    family: Spellings

    def name(self, spelling: int = 0) -> str:
        """The full name in one of its spellings; 0 is the usual one."""
        return f"{self.given[spelling % len(self.given)]} {self.last(spelling)}"

    def last(self, spelling: int = 0) -> str:
        """The family name alone."""
        return self.family[(spelling + 1) // 2 % len(self.family)]


@dataclass(frozen=True, slots=True)
class Part:
    """A person with the office held on a day: title, of what, and how it stands before the name ("{}", if it does)."""

    person: Person
    title: str
    of: str | None
    before: str


def named(person_id: str, culture_name: str, number: int) -> Person:
    """The person of that number among all possible names of a culture; numbers far apart may share a name."""
    names = culture(culture_name)
    size = len(names.given) * len(names.family)
    stride = next(each for each in range(STRIDE, STRIDE + size) if gcd(each, size) == 1)
    given, family = divmod(number * stride % size, len(names.family))
    return Person(person_id, names.given[given], names.family[family])


def cabinet(country: Country | Host, day: date) -> list[Part]:
    """President, prime minister and ministers on a day, in the order of `OFFICES`."""
    term = (day.year - FIRST_YEAR) // TERM
    return [_minister(country, term + rank, title) for rank, title in enumerate(OFFICES)]


def _minister(country: Country | Host, number: int, title: str) -> Part:
    person = named(f"{country.code}-{number}", country.culture, number + _offset(country.code))
    return Part(person, title, bare(country.name), f"{country.adjective} {_capitals(title)}")


def _offset(code: str) -> int:
    """Countries of one culture name their ministers apart, and apart from the people of blocks."""
    return MINISTERS_FROM + (ord(code[0]) * 26 + ord(code[1])) * 97


def locals_of(country: Country, block: int, towns: tuple[Town, Town]) -> dict[str, Part]:
    """The people of a block, by what they are there."""
    people = {
        name: named(f"b{block}-{name.replace(' ', '-')}", country.culture, LOCALS_FROM + block * len(LOCALS) + rank)
        for rank, name in enumerate(LOCALS)
    }
    people["envoy"] = named(f"b{block}-envoy", "european", LOCALS_FROM + block)
    if block % 3 == 0:  # a namesake of the governor
        people["doctor"] = Person(people["doctor"].id, people["governor"].given, people["governor"].family)
    return {name: _local(name, person, country, towns) for name, person in people.items()}


def moved_up(part: Part, country: Country) -> Part:
    """The police chief of a town after his promotion."""
    return Part(
        part.person, "deputy interior minister", bare(country.name), f"{country.adjective} deputy interior minister"
    )


def _local(name: str, person: Person, country: Country, towns: tuple[Town, Town]) -> Part:
    first, second = (town.spellings[0] for town in towns)
    group = country.groups[0][0]
    title, of, before = {
        "governor": ("governor", towns[0].province, f"the governor of {towns[0].province},"),
        "police chief": ("police chief", first, f"the police chief of {first},"),
        "doctor": ("surgeon", None, f"a surgeon at the main hospital in {second},"),
        "lawmaker": ("lawmaker", "opposition", "opposition lawmaker"),
        "group spokesman": ("spokesman", group, f"{group} spokesman"),
        "elder": ("tribal elder", None, "tribal elder"),
        "army spokesman": ("army spokesman", None, f"{country.adjective} army spokesman"),
        "envoy": ("special envoy", "U.N.", f"the U.N. special envoy for {bare(country.name)},"),
    }[name]
    return Part(person, title, of, before)


def bare(name: str) -> str:
    """`Philippines` of `the Philippines`."""
    return name.removeprefix("the ")


def _capitals(title: str) -> str:
    return " ".join(word.capitalize() for word in title.split())


def introduced(part: Part, spelling: int) -> str:
    """`Afghan Foreign Minister X`, or `X, the governor of Y,`."""
    name = part.person.name(spelling)
    return f"{name}, {part.before}" if part.before.endswith(",") else f"{part.before} {name}"


def person_json(part: Part, spelling: int) -> Json:
    """A person as the annotation has it."""
    person = part.person
    return {
        "name": person.name(spelling),
        "aliases": [person.last(spelling)],
        "kind": "person",
        "roles": [{"title": part.title, "of": part.of}],
    }
