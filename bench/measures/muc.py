"""MUC-4's development texts: a file of texts with their templates goes in, recall and precision of four slots come out.

Scored in MUC-4's manner: templates and events of an article are paired one to one, the pairing that agrees most first;
a slot's fill is right (1), partly right (½) or wrong. `matched` leaves out events that no template pairs with, since
templates omit fighting between forces, which the texts tell. Writes nothing.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.measures.figure import Figure
from loaders.extract import extract
from loaders.facts import Day, EventFact, FigureFact

BEST_OF_1992 = {"date": (0.61, 0.57), "place": (0.63, 0.59), "number": (0.66, 0.56), "effect": (0.62, 0.52)}
"""Recall and precision of the best system of 1992."""

EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
FAMILIES = {"KIDNAPPING": ("coerce", "assault")}
FIGHTING = ("assault.clash",)


@dataclass(slots=True)
class Tally:
    """Fills that were right, wanted and given."""

    right: float = 0.0
    wanted: int = 0
    given: int = 0

    def add(self, right: float, wanted: int, given: int) -> None:
        """Count fills of one slot of one pair."""
        self.right, self.wanted, self.given = self.right + right, self.wanted + wanted, self.given + given


@dataclass(frozen=True, slots=True)
class Target:
    """People of a template or event: how many (None where the text has no number), and what became of them."""

    number: int | None
    effect: str


@dataclass(frozen=True, slots=True)
class Incident:
    """What of a template or event is scored."""

    family: tuple[str, ...]
    first: str | None
    last: str | None
    places: tuple[str, ...]
    targets: tuple[Target, ...]
    is_optional: bool = False


@dataclass(slots=True)
class Scores:
    """A tally for each slot, over all events and over those that are paired."""

    every: Mapping[str, Tally] = field(default_factory=lambda: {name: Tally() for name in BEST_OF_1992})
    matched: Mapping[str, Tally] = field(default_factory=lambda: {name: Tally() for name in BEST_OF_1992})


def measure(path: Path) -> list[Figure]:
    """Recall and precision of date, place, number and effect of human targets."""
    scores, articles = Scores(), 0
    for wanted, given in incidents(path):
        score(wanted, given, scores)
        articles += 1
    return list(_figures(scores, articles))


def _figures(scores: Scores, articles: int) -> Iterator[Figure]:
    for name, (recall, precision) in BEST_OF_1992.items():
        yield _figure(name, "recall", scores.matched[name], articles, recall)
        yield _figure(name, "precision_matched", scores.matched[name], articles, precision)
        yield _figure(name, "precision_all", scores.every[name], articles, None)


def _figure(slot: str, what: str, tally: Tally, articles: int, wanted: float | None) -> Figure:
    over = tally.wanted if what == "recall" else tally.given
    meaning = f"{what.replace('_', ', ')}, of {slot} in MUC-4's manner; wanted is the best system of 1992"
    return Figure(f"muc.{slot}.{what}", tally.right / over if over else 0.0, articles, meaning, wanted)


def incidents(path: Path) -> Iterator[tuple[list[Incident], list[Incident]]]:
    """For each text the incidents of its templates and those that were read."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = [event for event in extract(row["text"]).events if _is_incident(event)]
        yield [_template(each) for each in row["gold"]["templates"]], list(map(_event, told))


def _is_incident(event: EventFact) -> bool:
    is_attack = event.type.startswith("assault.") and event.type not in FIGHTING or event.type == "coerce.kidnapping"
    return is_attack and event.status == "occurred"


def _template(row: Mapping[str, Any]) -> Incident:
    dates = row["date"] or [{"lo": None, "hi": None}]
    path = [place["name"] for each in row["location"] or () for place in each["path"]]
    targets = [target for each in row["hum_targets"] if not each["optional"] for target in _targets(each)]
    family = FAMILIES.get(row["type"][0], ("assault",))
    stage = "ACCOMPLISHED" not in row["stage"]
    return Incident(
        family, dates[0]["lo"], dates[0]["hi"], tuple(map(_fold, path)), tuple(targets), row["optional"] or stage
    )


def _targets(row: Mapping[str, Any]) -> Iterator[Target]:
    number = row.get("number") or {"low": None}
    is_exact = number.get("qualifier") not in ("plural", None)
    effects = [EFFECTS[effect] for effect in row.get("effect", ()) if effect in EFFECTS]
    for effect in effects or [""]:
        yield Target(number["low"] if is_exact else None, effect)


def _event(event: EventFact) -> Incident:
    when = event.when
    first, last = (_iso(when.first), _iso(when.last)) if when else (None, None)
    places = (event.place.name, event.place.country or "") if event.place else ()
    kinds = ("killed", "injured", "captured")
    targets = [_read(figure) for figure in event.figures if figure.kind in kinds and figure.value != 0]
    return Incident((event.type.partition(".")[0],), first, last, tuple(map(_fold, places)), tuple(targets))


def _read(figure: FigureFact) -> Target:
    return Target(figure.value, "" if figure.kind == "captured" else figure.kind)


def _iso(day: Day | None) -> str | None:
    return f"{day.year:04}-{day.month:02}-{day.day:02}" if day and day.year else None


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def score(wanted: list[Incident], given: list[Incident], scores: Scores) -> None:
    """Count one article's pairs, and what has no pair."""
    pairs = list(_pairs(wanted, given))
    for i, j in pairs:
        for tallies in (scores.every, scores.matched):
            _compare(wanted[i], given[j], tallies)
    for i in set(range(len(wanted))) - {i for i, _ in pairs}:
        if not wanted[i].is_optional:
            for tallies in (scores.every, scores.matched):
                _count(wanted[i], tallies, missing=True)
    for j in set(range(len(given))) - {j for _, j in pairs}:
        _count(given[j], scores.every, missing=False)


def _pairs(wanted: list[Incident], given: list[Incident]) -> Iterator[tuple[int, int]]:
    ranked = sorted(
        ((_likeness(a, b), -i, -j) for i, a in enumerate(wanted) for j, b in enumerate(given)), reverse=True
    )
    used_wanted, used_given = set(), set()
    for likeness, i, j in ranked:
        if likeness > 0 and -i not in used_wanted and -j not in used_given:
            used_wanted.add(-i)
            used_given.add(-j)
            yield -i, -j


def _likeness(a: Incident, b: Incident) -> float:
    if b.family[0] not in a.family:
        return 0.0
    targets = sum((Counter(a.targets) & Counter(b.targets)).values())
    return 0.1 * (b.family[0] == a.family[0]) + _same_day(a, b) + _same_place(a, b) + targets


def _same_day(a: Incident, b: Incident) -> float:
    if not (b.first or b.last):
        return 0.0
    b_first, b_last = b.first or b.last or "", b.last or b.first or ""
    if a.first is None:
        return 1.0 if a.last and b_last <= a.last else 0.0
    if (a.first, a.last) == (b_first, b_last):
        return 1.0
    return 0.5 if a.first <= b_last and b_first <= (a.last or a.first) else 0.0


def _same_place(a: Incident, b: Incident) -> float:
    if not (a.places and b.places):
        return 0.0
    if a.places[-1] == b.places[0] or len(a.places) > 1 and b.places[0] in a.places[1:-1] and len(a.places) > 3:
        return 1.0
    return 0.5 if b.places[0] in a.places or a.places[-1] in b.places[0] else 0.0


def _compare(a: Incident, b: Incident, tallies: Mapping[str, Tally]) -> None:
    has_date = bool(b.first or b.last)
    is_dated = bool(a.first or a.last)
    tallies["date"].add(_same_day(a, b), is_dated, has_date)
    tallies["place"].add(_same_place(a, b), bool(a.places), bool(b.places))
    numbers = Counter(t.number for t in a.targets if t.number is not None)
    read = Counter(t.number for t in b.targets if t.number is not None)
    tallies["number"].add(sum((numbers & read).values()), numbers.total(), read.total())
    tallies["effect"].add(*_effects(a, b))


def _effects(a: Incident, b: Incident) -> tuple[float, int, int]:
    """Effects are right where their number is, or where one side has no number for that effect."""
    wanted, read = [t for t in a.targets if t.effect], [t for t in b.targets if t.effect]
    exact = Counter(wanted) & Counter(read)
    rest_wanted = Counter(t.effect for t in (Counter(wanted) - exact).elements())
    rest_read = Counter(t.effect for t in (Counter(read) - exact).elements())
    loose = sum((rest_wanted & rest_read).values())
    return exact.total() + loose, len(wanted), len(read)


def _count(one: Incident, tallies: Mapping[str, Tally], *, missing: bool) -> None:
    fills = {
        "date": int(bool(one.first or one.last)),
        "place": int(bool(one.places)),
        "number": sum(1 for t in one.targets if t.number is not None),
        "effect": sum(1 for t in one.targets if t.effect),
    }
    for name, many in fills.items():
        tallies[name].add(0.0, many * missing, many * (not missing))
