"""What happens in the year of a block: conferences, talks, attacks, deals, and what only looks like one of them.

In: seed and number of the block. Out: a `Scene`: its country, host and people, its `Happening`s by name. Look-alikes:
two blasts in one town within a week, the same conference a year later, talks of the same two sides elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .people import Part, cabinet, locals_of, moved_up
from .world import Country, Host, Town, countries, hosts

FIRST_DAY = date(2004, 1, 5)
STEP, STEPS = 30, 240  # days from one block of a country to its next; after so many they begin anew
VOTES = 24  # steps of a country from one election to the next; blocks between them have none
PROMOTED = 200  # the day on which the police chief moves up
MEETINGS = ("consult.conference", "consult.talks")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened (or is to) on a day, in a town of the country or in the host's city (None: neither)."""

    id: str
    type: str
    day: date
    town: Town | None = None
    is_abroad: bool = False
    killed: int = 0
    injured: int = 0
    number: int = 0
    second_group: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A block's country, host, people and happenings."""

    number: int
    country: Country
    host: Host
    start: date
    locals: Mapping[str, Part]
    happenings: Mapping[str, Happening]

    def part(self, name: str, day: date) -> Part:
        """Who speaks as that on a day: of the cabinet, of the host's ("host …"), or one of the block's own."""
        if name == "police chief" and (day - self.start).days >= PROMOTED:
            return moved_up(self.locals[name], self.country)
        if name in self.locals:
            return self.locals[name]
        land = self.host if name.startswith("host ") else self.country
        return next(part for part in cabinet(land, day) if part.title == name.removeprefix("host "))


@dataclass(frozen=True, slots=True)
class View:
    """How an article looks at a happening: planned, news or back; its day, house, and which spellings it uses."""

    angle: str
    published: date
    house: str
    spelling: int = 0


# name: kind, days after the block's start, where (0-2: towns of the block, c: capital, h: host's city, -: nowhere)
TIMETABLE = {
    "first blast": ("assault.bombing", 20, "0"),
    "second blast": ("assault.bombing", 24, "0"),
    "first visit": ("consult.visit", 40, "c"),
    "conference": ("consult.conference", 62, "h"),
    "suicide": ("assault.suicide_bombing", 78, "1"),
    "shooting": ("assault.shooting", 96, "2"),
    "rally": ("protest.demonstration", 104, "c"),
    "air raid": ("assault.airstrike", 113, "2"),
    "talks": ("consult.talks", 125, "g"),
    "call": ("consult.call", 130, "-"),
    "battle": ("assault.clash", 137, "1"),
    "truce": ("agree.ceasefire", 152, "g"),
    "release": ("retreat.release", 160, "0"),
    "kidnapping": ("coerce.kidnapping", 176, "2"),
    "arrest": ("coerce.arrest", 186, "1"),
    "vote": ("vote.election", 210, "-"),
    "deal": ("agree.agreement", 236, "h"),
    "third blast": ("assault.bombing", 260, "1"),
    "second visit": ("consult.visit", 300, "c"),
    "conference again": ("consult.conference", 427, "h"),
}


def scene(seed: int, number: int) -> Scene:
    """The scene of a block."""
    chance = Random(f"{seed}/{number}/scene")
    country = countries()[number % len(countries())]
    step = number // len(countries())
    start = FIRST_DAY + timedelta(days=step % STEPS * STEP + step // STEPS % STEP + chance.randrange(5))
    host = hosts()[(number + step) % len(hosts())]
    towns = [country.towns[(3 * step + n) % len(country.towns)] for n in range(3)]
    people = locals_of(country, number, (towns[0], towns[1]))
    happenings = {
        name: _happening(
            f"b{number}-{name.replace(' ', '-')}", kind, start + timedelta(days=after), where, towns, chance
        )
        for name, (kind, after, where) in TIMETABLE.items()
        if name != "vote" or step % VOTES == 0
    }
    return Scene(number, country, host, start, people, happenings)


def _happening(id_: str, kind: str, day: date, where: str, towns: list[Town], chance: Random) -> Happening:
    spread = 1 if "blast" in id_ or "again" in id_ else 4
    killed = chance.randint(3, 40) if kind.startswith("assault") else 0
    return Happening(
        id=id_,
        type=kind,
        day=day + timedelta(days=chance.randint(-spread, spread)),
        town=towns[int(where)] if where.isdigit() else Town((), "", "") if where == "c" else None,
        is_abroad=where in "hg",
        killed=killed,
        injured=killed * 2 + chance.randint(1, 20) if killed else 0,
        number=chance.randint(3, 24),
        second_group=where == "2",
    )
