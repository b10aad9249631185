"""The sets of text on which the rules are measured: what each is, where it lies, who may look at it. Holds no text.

Sets beside the repository (`beside`) are measured where they are there; nothing of the project needs them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.measures import date_phrases, gold, incidents, muc, plover, wikiwars
from bench.measures.figure import Figure

ROOT = Path(__file__).parents[1]
BESIDE = ROOT.parent / "shared"

Measure = Callable[[Path], list[Figure]]


@dataclass(frozen=True, slots=True)
class Set:
    """A set: its files, how it is measured, what it is and how it was made, and whether rules were written to it."""

    name: str
    place: Path
    what: str
    looked_at: str
    measure: Measure = gold.measure
    annotations: Path | None = None
    beside: bool = False

    @property
    def is_annotated(self) -> bool:
        """Whether its articles are annotated in the form of the annotation guide."""
        return self.measure is gold.measure

    def below(self, beside: Path) -> Set:
        """The set with the places where its files lie."""
        top = beside if self.beside else ROOT
        return replace(self, place=top / self.place, annotations=self.annotations and top / self.annotations)

    def figures(self) -> list[Figure]:
        """What is measured on the files."""
        return self.measure(self.place) if self.annotations is None else gold.measure(self.place, self.annotations)


LOOKED = "yes: its errors were looked at while rules were written"
UNSEEN = "no: only totals were looked at, never its texts or errors"
annotated = partial(Set, looked_at=LOOKED)
public = partial(Set, looked_at=LOOKED, beside=True)

SETS = (
    annotated(
        "examples",
        Path("examples/articles"),
        "20 invented articles in many house styles, written and annotated for this project before the rules were",
    ),
    annotated(
        "dev-afg",
        Path("bench/corpus/dev-afg"),
        "14 articles written for this project on Afghanistan and its neighbours, in the manner of as many outlets",
    ),
    annotated(
        "dev-world",
        Path("bench/corpus/dev-world"),
        "14 articles written for this project on the rest of the world, in the manner of as many outlets",
    ),
    Set(
        "held-afg",
        Path("bench/corpus/held-afg"),
        "10 articles made like dev-afg at the same time and kept apart",
        UNSEEN,
    ),
    Set(
        "held-world",
        Path("bench/corpus/held-world"),
        "10 articles made like dev-world at the same time and kept apart",
        UNSEEN,
    ),
    annotated(
        "traps",
        Path("bench/corpus/traps"),
        "short invented articles of what looks like a fact and is none, or is another one than it seems",
    ),
    annotated(
        "five",
        Path("articles"),
        "5 real articles on the Afghan peace talks, annotated by others; the rules began with them",
        annotations=Path("gold"),
        beside=True,
    ),
    annotated("wikinews", Path("wikinews"), "10 real articles of Wikinews, annotated by others", beside=True),
    Set(
        "incidents",
        Path("bench/data/incidents.jsonl"),
        "summaries of attacks written for this project in the manner of databases of attacks",
        LOOKED,
        incidents.measure,
    ),
    Set(
        "acts",
        Path("bench/data/acts.jsonl"),
        "sentences written for this project, each with two actors and the PLOVER root of what one does to the other",
        LOOKED,
        plover.measure,
    ),
    public(
        "muc4",
        Path("data/muc4_dev.jsonl"),
        "300 news texts of 1988 to 1991 on attacks in Latin America with the templates of MUC-4, which leave out"
        " fighting between forces, so that precision of numbers cannot be high",
        measure=muc.measure,
    ),
    public(
        "date phrases",
        Path("data/date_phrases.jsonl"),
        "60 sentences with a date phrase, its anchor and its days, after UCDP's table of phrases",
        measure=date_phrases.measure,
    ),
    public(
        "wikiwars",
        Path("data/wikiwars_dates.jsonl"),
        "900 dates of Wikipedia's histories of wars, each with its sentence alone",
        measure=wikiwars.measure,
    ),
    public(
        "plover",
        Path("data/plover_dev.jsonl"),
        "161 sentences of PLOVER's own records, each with a pair of actors and the root of what passes between them",
        measure=plover.measure,
    ),
    public(
        "petrarch",
        Path("data/petrarch_gsr.jsonl"),
        "78 sentences of PETRARCH's tests, whose CAMEO codes stand for PLOVER roots",
        measure=plover.measure,
    ),
)
