"""Articles with annotations in the form of the annotation guide: a folder of NAME.txt with NAME.json goes in, figures
of what the rules read come out (precision, recall and F1 over all articles together). Writes nothing.

Events are paired by family, days, place and evidence; their recall counts what the annotation calls core, their
precision everything. Type, date, place and status are those of paired events. Verbal acts (`say.*`) are not annotated.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.measures.figure import Figure
from bench.measures.likeness import (
    Json,
    dates_exact,
    event_score,
    figure_score,
    fold,
    places_agree,
    same_day_of_publication,
    same_name,
    words,
)
from loaders.export import article_json
from loaders.extract import extract
from loaders.sources import Document, Source, document, sources

LABELS = (
    *(f"article.{name}" for name in ("title", "publisher", "dateline", "credits", "published")),
    *("actors.person", "actors.roles", "actors.other"),
    *("events", "events.type_exact", "events.date_exact", "events.place", "events.status"),
    *("participants", "participants.with_status", "casualties", "casualties.with_qualifier"),
)


@dataclass(slots=True)
class Tally:
    """Things that were right of those read, and of those annotated (not always the same things)."""

    right_of_read: int = 0
    read: int = 0
    right_of_gold: int = 0
    gold: int = 0

    def add(self, right_of_read: int, read: int, right_of_gold: int, gold: int) -> None:
        """Counts those of one article or event."""
        self.right_of_read += right_of_read
        self.read += read
        self.right_of_gold += right_of_gold
        self.gold += gold

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right_of_read / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was read."""
        return self.right_of_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Tallies = dict[str, Tally]


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure: its name, label and property of the label's tally; the least that is wanted and what people reach."""

    name: str
    label: str
    by: str
    meaning: str
    aims: tuple[float | None, float | None] = (None, None)


GOALS = (
    Goal("title", "article.title", "f1", "F1 of headlines, letter for letter but for case", (0.88, 0.89)),
    Goal("publisher", "article.publisher", "f1", "F1 of outlets"),
    Goal("dateline", "article.dateline", "f1", "F1 of datelines"),
    Goal("credits", "article.credits", "f1", "F1 of agencies and photographers credited", (0.85, 1.0)),
    Goal("day of publication", "article.published", "f1", "F1 of days of publication, as intervals", (0.9, 1.0)),
    Goal("persons", "actors.person", "f1", "F1 of persons by name", (0.92, 0.97)),
    Goal("roles", "actors.roles", "f1", "F1 of the offices of persons", (0.8, 0.9)),
    Goal("other actors", "actors.other", "f1", "F1 of states, groups and organisations", (0.7, 0.83)),
    Goal("events, recall", "events", "recall", "share of the core events that were found", (0.82, 0.93)),
    Goal("events, precision", "events", "precision", "share of the events found that are annotated", (0.72, 0.88)),
    Goal("type", "events.type_exact", "f1", "share of events found whose type is exact", (0.88, 0.98)),
    Goal("date", "events.date_exact", "f1", "F1 of days, of events found", (0.82, 0.96)),
    Goal("place", "events.place", "f1", "F1 of places, of events found", (0.85, 0.94)),
    Goal("status", "events.status", "f1", "share of events found whose status is right", (0.85, 0.96)),
    Goal("participants", "participants", "f1", "F1 of who takes part in the core events", (0.66, 0.79)),
    Goal("participants, status", "participants.with_status", "f1", "the same, with the position", (0.6, 0.75)),
    Goal("casualties", "casualties", "f1", "F1 of figures by kind and number", (0.86, 0.92)),
    Goal("casualties, qualifier", "casualties.with_qualifier", "f1", "the same, with the qualifier", (0.82, 0.9)),
)


def measure(path: Path, annotations: Path | None = None) -> list[Figure]:
    """The figures of a set; annotations lie beside the articles unless another folder is given."""
    return figures(scores(articles(path, annotations)))


def figures(tallies: Tallies) -> list[Figure]:
    """What is wanted of each label, in a fixed order; a label of which nothing is annotated has no figure."""
    return [
        Figure(goal.name, getattr(tallies[goal.label], goal.by), _rows(goal, tallies), goal.meaning, *goal.aims)
        for goal in GOALS
        if tallies[goal.label].gold
    ]


def _rows(goal: Goal, tallies: Tallies) -> int:
    tally = tallies[goal.label]
    return tally.read if goal.by == "precision" else tally.gold


def articles(path: Path, annotations: Path | None = None) -> Iterator[tuple[str, Json, Json]]:
    """Name, annotation and what the rules read, of each article that has an annotation."""
    for source in sources([str(path)]):
        if isinstance(source, Source):
            name = Path(source.name).stem
            gold = (annotations or path) / f"{name}.json"
            if source.name.endswith(".txt") and gold.exists():
                yield name, json.loads(gold.read_text(encoding="utf-8")), read(source)


def read(source: Source) -> Json:
    """What the rules read in one file."""
    found = document(source)
    if not isinstance(found, Document):
        return {}
    facts = extract(found.text, file_name=source.name, metadata=found.metadata)
    return article_json(facts, file=source.name)


def scores(triples: Iterable[tuple[str, Json, Json]]) -> Tallies:
    """One tally a label, over all articles."""
    tallies = {label: Tally() for label in LABELS}
    for _, gold, got in triples:
        _header(gold["article"], got.get("article") or {}, tallies)
        _actors(gold["actors"], got.get("actors") or [], tallies)
        told = [event for event in got.get("events") or [] if not event["type"].startswith("say.")]
        _events(gold["events"], told, tallies)
        _casualties(gold["events"], told, tallies)
    return tallies


def paired(golds: Sequence[Json], reads: Sequence[Json], score: Callable[[Json, Json], float]) -> list[tuple[int, int]]:
    """One to one, the best score first; a tie goes to who comes first."""
    ranked = sorted((-score(gold, got), i, j) for i, gold in enumerate(golds) for j, got in enumerate(reads))
    pairs: dict[int, int] = {}
    for negative, i, j in ranked:
        if negative < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _header(gold: Json, got: Json, tallies: Tallies) -> None:
    for key in ("title", "publisher", "dateline"):
        if gold.get(key):
            is_right = fold(gold[key]) == fold(got.get(key)) or (key != "title" and same_name(gold[key], got.get(key)))
            tallies[f"article.{key}"].add(is_right, got.get(key) is not None, is_right, 1)
    wanted, found = (set(map(fold, each.get("credits") or [])) for each in (gold, got))
    tallies["article.credits"].add(len(wanted & found), len(found), len(wanted & found), len(wanted))
    day, read_day = gold.get("published") or {}, got.get("published") or {}
    if day.get("earliest") and not day["earliest"].startswith("--"):
        is_right = same_day_of_publication(day, read_day)
        tallies["article.published"].add(is_right, read_day.get("earliest") is not None, is_right, 1)


def _actors(golds: list[Json], reads: list[Json], tallies: Tallies) -> None:
    for label, is_person in (("person", True), ("other", False)):
        wanted = [actor for actor in golds if (actor["kind"] == "person") == is_person]
        found = [actor for actor in reads if (actor["kind"] == "person") == is_person]
        pairs = paired(wanted, found, _name_score)
        tallies[f"actors.{label}"].add(len(pairs), len(found), len(pairs), len(wanted))
        for i, j in pairs if is_person else ():
            roles, titles = wanted[i].get("roles") or [], found[j].get("roles") or []
            hits = len(paired(roles, titles, _title_score))
            tallies["actors.roles"].add(hits, len(titles), hits, len(roles))


def _name_score(gold: Json, got: Json) -> float:
    return same_name(gold, got) * (1 + (fold(gold["name"]) == fold(got["name"])))


def _title_score(gold: Json, got: Json) -> float:
    return bool(words(gold.get("title")) & words(got.get("title")))


def _events(golds: list[Json], reads: list[Json], tallies: Tallies) -> None:
    pairs = dict(paired(golds, reads, event_score))
    core = [number for number, event in enumerate(golds) if event.get("core")]
    tallies["events"].add(len(pairs), len(reads), len(pairs.keys() & set(core)), len(core))
    for i, j in pairs.items():
        _details(golds[i], reads[j], tallies)
    for label, with_status in (("participants", False), ("participants.with_status", True)):
        for i, gold in enumerate(golds):
            if i in pairs or gold.get("core"):
                _participants(gold, reads[pairs[i]] if i in pairs else {}, tallies[label], with_status=with_status)
        rest = [event for j, event in enumerate(reads) if j not in pairs.values()]
        tallies[label].add(0, sum(len(_by_actor(event)) for event in rest), 0, 0)


def _details(gold: Json, got: Json, tallies: Tallies) -> None:
    """Type, days, place and status of two events that are one."""
    _add(tallies["events.type_exact"], gold["type"] == got["type"])
    _add(tallies["events.status"], gold["status"] == got.get("status"))
    if gold.get("start"):
        _add(tallies["events.date_exact"], dates_exact(gold, got), is_read=got.get("start") is not None)
    if gold.get("place"):
        _add(tallies["events.place"], places_agree(gold, got) is True, is_read=got.get("place") is not None)


def _add(tally: Tally, is_right: bool, *, is_read: bool = True) -> None:
    tally.add(is_right, is_read, is_right, 1)


def _by_actor(event: Json) -> list[list[Json]]:
    """An event's positions, those of one actor together: one may follow another."""
    groups: dict[str, list[Json]] = {}
    for position in event.get("participants") or []:
        groups.setdefault(fold(position["actor"]), []).append(position)
    return list(groups.values())


def _participants(gold: Json, got: Json, tally: Tally, *, with_status: bool) -> None:
    wanted, found = gold.get("participants") or [], _by_actor(got)
    is_same = partial(_is_position, with_status=with_status)
    right_of_read = sum(any(is_same(position, group) for position in wanted) for group in found)
    right_of_gold = sum(any(is_same(position, group) for group in found) for position in wanted)
    tally.add(right_of_read, len(found) if gold.get("core") or wanted else 0, right_of_gold, len(wanted))


def _is_position(wanted: Json, group: list[Json], *, with_status: bool) -> bool:
    is_status = not with_status or any(position.get("status") == wanted["status"] for position in group)
    return is_status and same_name(wanted["actor"], group[0]["actor"])


def _casualties(golds: list[Json], reads: list[Json], tallies: Tallies) -> None:
    wanted, found = ([row for event in events for row in event.get("casualties") or []] for events in (golds, reads))
    for label, with_qualifier in (("casualties", False), ("casualties.with_qualifier", True)):
        hits = len(paired(wanted, found, partial(figure_score, with_qualifier=with_qualifier)))
        tallies[label].add(hits, len(found), hits, len(wanted))
