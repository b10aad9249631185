"""A plan → a `Draft`: headline, paragraphs and what they say, as the annotation guide has it.

In: a scene, a plan, the seed. Out: `Draft`, the same each time. A copy is its original with two paragraphs cut and
another headline, annotated with what is left of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from .grammar import capital, data
from .happenings import Happening, Scene, View
from .people import Json, bare
from .plans import Plan
from .telling import Told, tell
from .voices import Voices

WORDS = 590
CUT = 2  # paragraphs that a paper cuts from a wire report
SPEAKERS = {
    "consult": ("foreign minister", "envoy", "group spokesman", "lawmaker", "host foreign minister", "prime minister"),
    "agree": ("foreign minister", "envoy", "group spokesman", "elder", "president"),
    "retreat": ("defense minister", "group spokesman", "elder", "army spokesman"),
    "assault": (
        "governor",
        "police chief",
        "doctor",
        "interior minister",
        "army spokesman",
        "elder",
        "defense minister",
    ),
    "coerce": ("police chief", "governor", "interior minister", "deputy foreign minister"),
    "protest": ("lawmaker", "interior minister", "elder", "police chief"),
    "vote": ("lawmaker", "prime minister", "envoy", "governor"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is printed; `told` names the happening of each entry of `events`; `people` ids by name."""

    plan: Plan
    title: str
    paragraphs: tuple[str, ...]
    events: tuple[Json, ...]
    told: tuple[str, ...]
    actors: tuple[Json, ...]
    people: dict[str, str]
    city: str


def draft(scene: Scene, plans: Iterable[Plan], plan: Plan, seed: int) -> Draft:
    """The draft of a plan."""
    if plan.copy_of is None:
        return _Desk(scene, plan, seed).written()
    original = next(each for each in plans if each.number == plan.copy_of)
    return _reprinted(_Desk(scene, original, seed).written(), scene, plan, seed)


def _reprinted(original: Draft, scene: Scene, plan: Plan, seed: int) -> Draft:
    """The draft with paragraphs cut behind its first, another headline, and what is left of its facts."""
    chance = Random(f"{seed}/{scene.number}/copy/{plan.number}")
    cut = set(chance.sample(range(1, len(original.paragraphs)), CUT))
    kept = tuple(each for n, each in enumerate(original.paragraphs) if n not in cut)
    text = "\n".join(kept)
    left = [n for n, event in enumerate(original.events) if event["evidence"] in text]
    actors = tuple(actor for actor in original.actors if _is_named(actor, text))
    names = {actor["name"] for actor in actors}
    return replace(
        original,
        plan=plan,
        title=_Desk(scene, plan, seed).headline(),
        paragraphs=kept,
        events=tuple(_remaining(original.events[n], text) for n in left),
        told=tuple(original.told[n] for n in left),
        actors=actors,
        people={name: who for name, who in original.people.items() if name in names},
    )


def _is_named(actor: Json, text: str) -> bool:
    return actor["name"] in text if actor["kind"] == "person" else actor["name"].split()[0] in text


def _remaining(event: Json, text: str) -> Json:
    parts = {key: [each for each in event[key] if each["evidence"] in text] for key in ("participants", "casualties")}
    return event | parts


class _Desk:
    """Writes one article: facts first, then people who speak, then what fills the page."""

    def __init__(self, scene: Scene, plan: Plan, seed: int) -> None:
        self.scene, self.plan = scene, plan
        self.chance = Random(f"{seed}/{scene.number}/article/{plan.number}")
        self.spelling = self.chance.choice((0, 0, 0, 1, 2))
        self.actors: dict[str, Json] = {}
        self.people: dict[str, str] = {}

    @property
    def lead(self) -> Happening:
        """What the article is about."""
        return self.scene.happenings[self.plan.told[0][0]]

    def written(self) -> Draft:
        """The whole draft."""
        tellings = [self._tell(name, angle) for name, angle in self.plan.told]
        total = self._total()
        paragraphs = [*self._facts(tellings), *([total["evidence"]] if total else [])]
        paragraphs = self._filled(paragraphs)
        events = [each.event for each in tellings] + ([total] if total else [])
        told = [each.happening.id for each in tellings] + (
            [f"total-b{self.scene.number}-{self.plan.number}"] if total else []
        )
        for each in tellings:
            self._name(each)
        self._name_lands(" ".join(paragraphs))
        return Draft(
            self.plan, self.headline(), tuple(paragraphs), tuple(events), tuple(told), tuple(self.actors.values()),
            self.people, self._city(),
        )  # fmt: skip

    def headline(self) -> str:
        """One of the headlines for what the article is about."""
        heads = data("sentences")["heads"]
        kind, angle = self.lead.type, self.plan.told[0][1]
        keys = (f"{kind}.{angle}", kind, kind.partition(".")[0])
        key = "analysis" if angle == "back" else next(key for key in keys if key in heads)
        country = self.scene.country
        return capital(
            self.chance.choice(heads[key]).format(
                host=self.scene.host.name, city=self._city(), country=country.name, adjective=country.adjective,
                province_word=country.province,
            )
        )  # fmt: skip

    def _city(self) -> str:
        if self.lead.is_abroad:
            return self.scene.host.city
        town = self.lead.town
        return town.spellings[0] if town and town.spellings else self.scene.country.capital

    def _tell(self, name: str, angle: str) -> Told:
        view = View(angle, self.plan.published, self.plan.house, self.spelling)
        return tell(self.scene, self.scene.happenings[name], view, self.chance)

    def _name(self, told: Told) -> None:
        for actor in told.actors:
            self.actors.setdefault(actor["name"], actor)
        self.people.update(told.people)

    def _name_lands(self, text: str) -> None:
        """The states that the article names, by noun or adjective."""
        for land in (self.scene.country, self.scene.host):
            if bare(land.name) in text or land.adjective in text:
                row: Json = {"name": bare(land.name), "kind": "state", "aliases": [], "roles": []}
                self.actors.setdefault(row["name"], row)

    def _facts(self, tellings: list[Told]) -> list[str]:
        """News in paragraphs of their own; what lies behind two by two."""
        fresh = [" ".join(each.sentences) for each in tellings if each.event["core"]]
        behind = [" ".join(each.sentences) for each in tellings if not each.event["core"]]
        return fresh + [" ".join(behind[n : n + 2]) for n in range(0, len(behind), 2)]

    def _total(self) -> Json | None:
        """A figure over several attacks, which is none of them."""
        if not self.lead.type.startswith("assault") or self.chance.random() > 0.3:
            return None
        country, number = self.scene.country, self.chance.randrange(60, 900, 10)
        line = self.chance.choice(data("sentences")["totals"])
        words = line.format(where_country=f"in {country.name}", number=number, province_word=country.province)
        is_least = words.startswith("At least")
        figure = {
            "kind": "killed", "value": number, "qualifier": "at_least" if is_least else "more_than",
            "low": number if is_least else number + 1, "high": None, "victims": "people", "said_by": None,
            "evidence": words,
        }  # fmt: skip
        return {
            "core": False, "type": "assault.other", "status": "occurred", "start": None, "end": None,
            "precision": "unknown", "has_year": False, "place": None, "country": country.code, "evidence": words,
            "participants": [], "casualties": [figure],
        }  # fmt: skip

    def _filled(self, facts: list[str]) -> list[str]:
        """The facts with speech, scenes and context between them, as long as an article is."""
        voices = Voices(self.scene, self.plan, self.chance, self.spelling, SPEAKERS[self.lead.type.partition(".")[0]])
        paragraphs, rest = [facts[0]], facts[1:]
        words = sum(len(each.split()) for each in facts)
        while rest or words < WORDS:
            if words < WORDS:
                paragraphs.append(voices.paragraph())
                words += len(paragraphs[-1].split())
            if rest and (len(paragraphs) > 2 or words >= WORDS):
                paragraphs.append(rest.pop(0))
        self.actors |= {actor["name"]: actor for actor in voices.actors}
        self.people |= voices.people
        return paragraphs
