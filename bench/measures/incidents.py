"""Summaries of incidents as databases of attacks write them: summaries with their counts go in, figures come out.

A row: `text`, `killed` and `injured` (null where the text has no number). What is read for a summary is the sum of its
events' figures, as somebody would take it from the extracted JSON who knows nothing of the text. Writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.measures.figure import Figure
from loaders.extract import extract
from loaders.facts import ArticleFacts, FigureFact

KINDS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Count:
    """One number of one summary: what it should be and what was read."""

    text: str
    kind: str
    wanted: int
    got: int


def measure(path: Path) -> list[Figure]:
    """How many numbers of killed and injured are read right, over those that are not 0, and over all."""
    counts = list(compared(path))
    return [
        _f1("incidents.nonzero", counts, KINDS, wanted=0.88),
        _f1("incidents.killed", counts, ("killed",)),
        _f1("incidents.injured", counts, ("injured",)),
        _share("incidents.exact", counts, lambda count: count.wanted == count.got),
    ]


def compared(path: Path) -> Iterator[Count]:
    """Each number of each summary, beside what was read for it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        facts = extract(row["text"])
        for kind in KINDS:
            if row[kind] is not None:
                yield Count(row["text"], kind, row[kind], total(facts, kind))


def total(facts: ArticleFacts, kind: str) -> int:
    """The figures of a kind over all events of an article; a vague word adds nothing, a range its low end."""
    return sum(_number(figure) for event in facts.events for figure in event.figures if figure.kind == kind)


def _number(figure: FigureFact) -> int:
    if figure.value is None:
        return figure.low or 0 if figure.high is not None else 0
    return figure.value


def _f1(name: str, counts: list[Count], kinds: tuple[str, ...], *, wanted: float | None = None) -> Figure:
    rows = [count for count in counts if count.kind in kinds]
    right = sum(1 for count in rows if count.wanted and count.wanted == count.got)
    told, read = sum(1 for count in rows if count.wanted), sum(1 for count in rows if count.got)
    meaning = f"F1 of numbers of {' and '.join(kinds)} that are not 0, per summary"
    return Figure(name, 2 * right / (told + read) if told + read else 0.0, told, meaning, wanted)


def _share(name: str, counts: list[Count], holds: Callable[[Count], bool]) -> Figure:
    return Figure(
        name, sum(map(holds, counts)) / len(counts), len(counts), "share of numbers that are right, 0 included"
    )
