"""Which articles a block has: what each tells as news or plan, what it looks back on, which are copies.

In: a `Scene`, the seed. Out: `SIZE` `Plan`s in an order of chance, as articles lie in a folder. A block is about a year
of one country, so an event is told by one to eight articles before, when and after it happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .days import HALF_YEAR
from .happenings import Happening, Scene

SIZE = 40
COPIES, ANALYSES = 5, 2
HOUSES = ("wire", "wire", "broadsheet", "broadcaster", "live")
PRINTERS = ("broadsheet", "broadcaster")  # houses that reprint what a wire sends
LONGEST_BACK = 400  # days
AHEAD = 60  # days before which a plan is known

# happening: days from it to an article of its own; before it, the article tells of a plan
COVERAGE = {
    "first blast": (0, 1, 2),
    "second blast": (0, 1),
    "first visit": (-5, 1),
    "conference": (-32, -20, -8, 1, 2),
    "suicide": (0, 1),
    "shooting": (0, 1),
    "rally": (1,),
    "air raid": (0, 2),
    "talks": (-6, 0, 1),
    "call": (1,),
    "battle": (1,),
    "truce": (0, 1),
    "release": (1,),
    "kidnapping": (1,),
    "arrest": (1,),
    "vote": (-20, 0),
    "deal": (1,),
    "third blast": (0, 1),
    "second visit": (1,),
    "conference again": (-25, 1),
}
LIKE = {"second blast": "first blast", "conference again": "conference", "third blast": "suicide"}
PLANNED = ("conference", "talks", "first visit", "vote", "conference again")


@dataclass(frozen=True, slots=True)
class Plan:
    """An article to be: its number in the block, day, house, what it tells from which angle; of whom it is a copy."""

    number: int
    published: date
    house: str
    told: tuple[tuple[str, str], ...]
    copy_of: int | None = None


def plans(scene: Scene, seed: int) -> list[Plan]:
    """The plans of a block, by their place in the folder; `number` and `copy_of` speak of the order before that."""
    chance = Random(f"{seed}/{scene.number}/plans")
    own = sorted(chance.sample(list(_covered(scene)), SIZE - COPIES - ANALYSES))
    made = [_plan(scene, number, day, name, chance) for number, (day, name) in enumerate(own)]
    made += [_analysis(scene, len(made) + n, chance) for n in range(ANALYSES)]
    wires = [plan for plan in made if plan.house == "wire"]
    copied = chance.choices(wires, k=COPIES)
    made += [_copy(plan, len(made) + n, chance) for n, plan in enumerate(copied)]
    return chance.sample(made, len(made))


def _covered(scene: Scene) -> Iterator[tuple[date, str]]:
    for name, what in scene.happenings.items():
        yield from ((what.day + timedelta(days=offset), name) for offset in COVERAGE[name])


def _plan(scene: Scene, number: int, day: date, name: str, chance: Random) -> Plan:
    angle = "news" if scene.happenings[name].day <= day else "planned"
    others = [each for each in scene.happenings if each != name]
    chance.shuffle(others)
    told = [(name, angle)]
    told += [(each, "news") for each in others if 0 <= (day - scene.happenings[each].day).days <= 2][:1]
    told += [(each, "planned") for each in others if each in PLANNED and _is_ahead(scene.happenings[each], day)][:1]
    taken = {each for each, _ in told}
    past = [each for each in others if each not in taken and 3 < (day - scene.happenings[each].day).days < LONGEST_BACK]
    like = [LIKE[name]] if LIKE.get(name) in past else []
    rest = [each for each in past if each not in like and LIKE.get(each) not in taken][: chance.randint(1, 3)]
    rest = [each for each in rest if LIKE.get(each) not in (*like, *rest)]
    return Plan(number, day, _house(angle, chance), (*told, *((each, "back") for each in (*like, *rest))))


def _is_ahead(what: Happening, day: date) -> bool:
    return 3 < (what.day - day).days < AHEAD


def _house(angle: str, chance: Random) -> str:
    return chance.choice(HOUSES if angle == "news" else HOUSES[:-1])


def _analysis(scene: Scene, number: int, chance: Random) -> Plan:
    """A look back on the year, from one of its later days."""
    day = scene.start + timedelta(days=chance.randint(HALF_YEAR, LONGEST_BACK))
    past = [name for name, what in scene.happenings.items() if (day - what.day).days > 3]
    chosen = chance.sample(past, min(5, len(past)))
    chosen = [each for each in chosen if LIKE.get(each) not in chosen]
    return Plan(number, day, chance.choice(PRINTERS), tuple((name, "back") for name in chosen))


def _copy(plan: Plan, number: int, chance: Random) -> Plan:
    later = plan.published + timedelta(days=chance.randint(0, 1))
    return Plan(number, later, chance.choice(PRINTERS), plan.told, copy_of=plan.number)
