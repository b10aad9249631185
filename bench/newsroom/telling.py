"""A happening as one article tells it: sentences, and the entry of the annotation that they support.

In: a scene, a happening, a `View` (how the article's day and house see it), chance. Out: `Told`. What is annotated is
what the sentences say: a vaguer place or day where they are vague, the toll as this article has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from loaders.annotate.numbers import SMALL

from .days import When, when
from .grammar import capital, data, expand
from .happenings import MEETINGS, Happening, Scene, View
from .people import Json, bare, introduced, person_json
from .placing import place_of

SPEAKING = {"head": "president", "host_minister": "host foreign minister"}
POSITIONED = {"head": "president", "minister": "host foreign minister"}
WITH_ARTICLE = frozenset(
    ("Taliban", "Houthis", "movement", "Army", "Front", "Union", "Forces", "Movement", "Colombia", "Azawad", "ELN")
)
"""Last words of groups that are written with an article."""
FEW = ("no", *SMALL[1:10])


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences that tell of a happening, its annotation, and the actors that they name."""

    happening: Happening
    sentences: tuple[str, ...]
    event: Json
    actors: tuple[Json, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)


def tell(scene: Scene, what: Happening, view: View, chance: Random) -> Told:
    """The first sentence has day and place; news and plans have more."""
    slots = _Slots(scene, what, view, chance)
    line = expand(chance.choice(data("sentences")[what.type][view.angle]), data("sentences")["words"], chance)
    sentence, _, says = line.partition("||")
    first = slots.fill(sentence.strip())
    event = _event(slots, what, view, first)
    event["participants"] = [slots.position(each, first) for each in says.split()]
    event["casualties"] = slots.figures(sentence, first)
    more = [] if view.angle == "back" else slots.more(event)
    people = {row["name"]: key for key, row in slots.actors.items() if row["kind"] == "person"}
    return Told(what, (first, *more), event, tuple(slots.actors.values()), people)


def _event(slots: _Slots, what: Happening, view: View, evidence: str) -> Json:
    status = "planned" if view.angle == "planned" else "occurred"
    day = slots.when
    return {
        "core": view.angle != "back",
        "type": what.type,
        "status": status,
        "start": day.first,
        "end": day.last,
        "precision": day.precision,
        "has_year": day.has_year,
        "place": slots.place.name,
        "country": slots.place.code,
        "evidence": evidence,
    }


class _Slots:
    """What stands in the braces of a happening's sentences, and what that makes of the annotation."""

    def __init__(self, scene: Scene, what: Happening, view: View, chance: Random) -> None:
        self.scene, self.what, self.view, self.chance = scene, what, view, chance
        self.actors: dict[str, Json] = {}
        is_news = view.angle == "news"
        self.when: When = when(what.day, view.published, view.house, chance, exact=is_news)
        self.place = place_of(scene, what, view, chance)
        self.killed = max(1, what.killed + (chance.choice((0, 0, 0, -1, 1, 2)) if is_news else 0))
        self.injured = what.injured + (chance.choice((0, 0, -2, 3)) if is_news else 0)
        self.qualifier = chance.choice(("at_least", "exact", "at_least"))
        self.sides = {"a": self._government(), "b": self._group(), "country": self._land(), "host": self._host()}

    def fill(self, sentence: str) -> str:
        """The sentence with its slots filled; at its head a capital."""
        return capital(sentence.format_map(_Words(self)))

    def word(self, slot: str) -> str:
        """What stands in a slot."""
        country, host = self.scene.country, self.scene.host
        if slot in self.sides:
            return str(self.sides[slot]["shown"])
        if slot in SPEAKING:
            return self.person(SPEAKING[slot])
        plain = {
            "when": self.when.words,
            "where": self.place.words,
            "where_country": f"in {country.name}",
            "adjective": country.adjective,
            "capital": country.capital,
            "killed": self._people(self.killed),
            "Killed": capital(self._people(self.killed)),
            "injured": self._count(self.injured),
            "number": self._count(self.what.number),
            "city": host.city,
        }
        return plain[slot]

    def person(self, name: str) -> str:
        """A person with his office, who is from now on an actor of the article."""
        part = self.scene.part(name, self.view.published)
        self.actors[part.person.id] = person_json(part, self.view.spelling)
        return introduced(part, self.view.spelling)

    def position(self, says: str, evidence: str) -> Json:
        """`a=participant/invited` as an entry of the annotation."""
        who, _, stance = says.partition("=")
        role, _, status = stance.partition("/")
        return {"actor": self._actor(who), "role": role, "status": status, "said_by": None, "evidence": evidence}

    def figures(self, pattern: str, evidence: str) -> list[Json]:
        """The figures that a sentence has slots for."""
        low = pattern.lower()
        rows = (("killed", self.killed), ("injured", self.injured))
        return [self._figure(kind, number, evidence) for kind, number in rows if "{" + kind + "}" in low]

    def more(self, event: Json) -> list[str]:
        """Further sentences: who will come or came; who is blamed."""
        if self.what.type in MEETINGS:
            return [self._stance(event)]
        is_attack = self.what.type.startswith("assault.") and self.what.type not in (
            "assault.airstrike",
            "assault.clash",
        )
        return [self._blame(event)] if is_attack and self.chance.random() < 0.7 else []

    def _stance(self, event: Json) -> str:
        status = (
            self.chance.choice(("confirmed", "undecided", "declined"))
            if self.view.angle == "planned"
            else (self.chance.choice(("attended", "stayed")))
        )
        side = self.chance.choice("ab")
        lines = [line for line in data("sentences")["stances"][status] if "{speaker}" not in line]
        meeting = self.what.type.partition(".")[2]
        words = capital(self.chance.choice(lines).format(side=self.sides[side]["shown"], meeting=meeting))
        role = f"{side}=participant/{'declined' if status == 'stayed' else status}"
        entry = self.position(role, words)
        event["participants"] = [each for each in event["participants"] if each["actor"] != entry["actor"]] + [entry]
        return words

    def _blame(self, event: Json) -> str:
        status = self.chance.choice(("claimed", "alleged", "denied"))
        lines = [line for line in data("sentences")["blame"][status] if "{speaker}" not in line]
        words = capital(self.chance.choice(lines).format(group=self.sides["b"]["shown"]))
        event["participants"].append(self.position(f"b=perpetrator/{status}", words))
        return words

    def _actor(self, who: str) -> str:
        if who in POSITIONED:
            return self.scene.part(POSITIONED[who], self.view.published).person.name(self.view.spelling)
        country = self.scene.country
        extra = {"army": f"{country.adjective} army", "police": f"{country.adjective} police"}
        row = self.sides.get(who) or {"name": extra[who], "kind": "government", "aliases": []}
        self.actors[row["name"]] = {key: row[key] for key in ("name", "kind", "aliases")} | {"roles": []}
        return str(row["name"])

    def _government(self) -> Json:
        name = f"{self.scene.country.adjective} government"
        return {"name": name, "kind": "government", "aliases": [], "shown": f"the {name}"}

    def _group(self) -> Json:
        groups = self.scene.country.groups
        spellings = groups[-1 if self.what.second_group else 0]
        name = spellings[self.view.spelling % len(spellings)]
        has_article = name.split()[-1] in WITH_ARTICLE
        return {"name": name, "kind": "armed_group", "aliases": [], "shown": f"the {name}" if has_article else name}

    def _land(self) -> Json:
        name = self.scene.country.name
        return {"name": bare(name), "kind": "state", "aliases": [], "shown": name}

    def _host(self) -> Json:
        name = self.scene.host.name
        return {"name": bare(name), "kind": "state", "aliases": [], "shown": name}

    def _people(self, number: int) -> str:
        return f"{self._count(number)} {'person' if number == 1 else 'people'}"

    def _count(self, number: int) -> str:
        written = FEW[number] if number < len(FEW) else str(number)
        return f"at least {written}" if self.qualifier == "at_least" and number > 1 else written

    def _figure(self, kind: str, number: int, evidence: str) -> Json:
        is_least = self.qualifier == "at_least" and number > 1
        return {
            "kind": kind,
            "value": number,
            "qualifier": "at_least" if is_least else "exact",
            "low": number,
            "high": None if is_least else number,
            "victims": "people",
            "said_by": None,
            "evidence": evidence,
        }


class _Words(dict[str, str]):
    """Slots by name, filled when they are asked for."""

    def __init__(self, slots: _Slots) -> None:
        super().__init__()
        self.slots = slots

    def __missing__(self, slot: str) -> str:
        return self.slots.word(slot)
