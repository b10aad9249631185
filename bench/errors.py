"""What the rules missed and what they read beyond the annotation: articles go in, lines for people come out.

Pairs as `bench.measures.gold` does. Sets that stand for unseen news have no such list: see `bench/corpus/README.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from bench.measures.gold import paired
from bench.measures.likeness import Json, event_score, figure_score, fold, same_name

Show = Callable[[Json], str]
Score = Callable[[Json, Json], float]
MOST_EVIDENCE = 70


def errors(articles: Iterable[tuple[str, Json, Json]]) -> Iterator[str]:
    """One line for each actor, event and figure that has no counterpart, and for a wrong type, days or status."""
    for name, gold, got in articles:
        told = [event for event in got.get("events") or [] if not event["type"].startswith("say.")]
        golds, reads = gold["events"], got.get("actors") or []
        yield from _header(name, gold["article"], got.get("article") or {})
        yield from _unpaired(f"{name}\tactor", gold["actors"], reads, _name_score, lambda actor: actor["name"])
        yield from _unpaired(f"{name}\tevent", golds, told, event_score, _event)
        yield from _differing(name, golds, told)
        wanted, found = ([row for event in events for row in event["casualties"]] for events in (golds, told))
        yield from _unpaired(f"{name}\tfigure", wanted, found, partial(figure_score, with_qualifier=True), _figure)


def _header(name: str, gold: Json, got: Json) -> Iterator[str]:
    for key in ("title", "publisher", "dateline"):
        if gold.get(key) and fold(gold[key]) != fold(got.get(key)):
            yield f"{name}\t{key}\twanted {gold[key]!r}, got {got.get(key)!r}"


def _unpaired(label: str, golds: Sequence[Json], reads: Sequence[Json], score: Score, show: Show) -> Iterator[str]:
    pairs = dict(paired(golds, reads, score))
    yield from (f"{label}\tmissed\t{show(gold)}" for i, gold in enumerate(golds) if i not in pairs)
    yield from (f"{label}\textra\t{show(read)}" for j, read in enumerate(reads) if j not in pairs.values())


def _differing(name: str, golds: Sequence[Json], reads: Sequence[Json]) -> Iterator[str]:
    for i, j in paired(golds, reads, event_score):
        for key in ("type", "status", "start", "end", "place"):
            wanted, got = golds[i].get(key), reads[j].get(key)
            if wanted and wanted != got:
                yield f"{name}\t{key}\twanted {wanted!r}, got {got!r}\t{_evidence(golds[i])}"


def _name_score(gold: Json, got: Json) -> float:
    if (gold["kind"] == "person") != (got["kind"] == "person"):
        return 0.0
    return same_name(gold, got) * (1 + (fold(gold["name"]) == fold(got["name"])))


def _event(event: Json) -> str:
    return f"{event['type']} {event['status']} {event.get('start')} {event.get('place')}\t{_evidence(event)}"


def _figure(row: Json) -> str:
    return f"{row['kind']} {row['qualifier']} {row['low']}..{row['high']}\t{_evidence(row)}"


def _evidence(claim: Json) -> str:
    return " ".join((claim.get("evidence") or "").split())[:MOST_EVIDENCE]
