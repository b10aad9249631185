"""Atoms: a sentence becomes a masked sentence whose dates, known names, numbers and unknown names are masks.

Longest first, then leftmost; of equal length a date before a known name before a number before an unknown name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from loaders.annotate.masked import Masked
from loaders.annotate.numbers import counts
from loaders.annotate.unknown_names import organisation_heads, unknown_names
from loaders.clean.outlets import find_outlets
from loaders.dates import find_phrases
from loaders.lexicons import Entry, NameHit, names
from loaders.lexicons.given_names import given_names, states_and_given_names
from loaders.lexicons.words import verb_classes
from loaders.patterns.kinds import Kinds

PRONOUN = re.compile(r"(?<![\w'-])(?:it|they|we|he|she)(?![\w'-])", re.I)
PREPOSITION = re.compile(r"\b(?:in|at|near|from|to|of|outside|around)\s+$")
"""Before these a common word with a capital is a place: "in Reading"."""
PLACE_CUE = re.compile(r"\b(?:in|at|near|from|outside|around|city of|town of|province of)\s+$")
"""Before these a name that people bear too is a place: "in Victoria"."""
INSIDE = re.compile(r"\b(?:in|near|outside|city of|town of|province of)\s+$")
"""Before these even the last word of somebody's name is a place: "in Mindanao"."""
NAME_BEFORE = re.compile(r"[A-Z][\w'-]+\s$")
NAME_BEHIND = re.compile(r"\s[A-Z][\w'-]*[a-z]")
LONGER = re.compile(
    r"(?:\s(?:del|de\sla|de\slos|de\slas|de|da|do|dos|di|du)\s|-(?:[a-z]{1,3}-)?|\s(?=[A-Z][\w'-]+\s(?:district|area|village|tehsil)\b))"
    r"[A-Z][\w'-]*[a-z]"
)
"""Behind a place these tell that its name goes on: "Puerto del Norte", "Deh-e-Bala", "Lampa Alta district"."""
TITLE_BEFORE = re.compile(
    r"\b(?:minister|secretary|president|ambassador|senator|spokesman|judge|general|mr\.?|dr\.?)\s$", re.I
)
DATE, KNOWN, NUMBER, UNKNOWN, PRONOUN_RANK = range(5)
"""Which of two atoms of one length goes first."""


@dataclass(frozen=True, slots=True)
class Known:
    """Readings of a known name, the most important first."""

    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The first reading."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the article as a whole tells a sentence: words that it writes small, surnames of people named in full."""

    written_small: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()


class _Atom(NamedTuple):
    start: int
    stop: int
    kind: str
    value: object
    rank: int


@cache
def kinds() -> Kinds:
    """The registry of mask kinds for the verb lexicon."""
    return Kinds.of(verb_classes())


def mask_atoms(text: str, around: Surroundings, *, is_headline: bool = False) -> Masked:
    """The sentence with its atoms masked.

    In a headline, where every word may have a capital, only surnames known from the body are names.
    """
    masked = Masked.of(text, kinds())
    masked.drop_single_quotes()
    atoms = _atoms(masked.string, around)
    if is_headline:
        atoms = [
            a
            for a in atoms
            if a.rank != UNKNOWN or masked.string[a.start : a.stop].split()[-1].removesuffix("'s") in around.surnames
        ]
    chosen = _outermost(atoms)
    shift = 0
    for atom in chosen:
        before = len(masked.string)
        masked.replace(atom.start - shift, atom.stop - shift, atom.kind, atom.value)
        shift += before - len(masked.string)
    masked.drop('"')
    return masked


def _atoms(string: str, around: Surroundings) -> list[_Atom]:
    atoms = [_Atom(p.start, p.stop, "date", p, DATE) for p in find_phrases(string)]
    hits = [hit for hit in names().find(string) if _is_name_here(string, hit, around)]
    atoms += [_Atom(h.start, h.stop, kind_of(h.entry), Known(h.entries), KNOWN) for h in hits]
    atoms += [_Atom(c.start, c.stop, "number", c.quantity, NUMBER) for c in counts(string)]
    atoms += [_Atom(o.start, o.stop, "outlet", o.outlet, KNOWN) for o in find_outlets(string)]
    hidden = _hide(string, [(a.start, a.stop) for a in atoms if a.kind != "number"])
    for name in unknown_names(hidden, around.written_small):
        if name.start == 0 and " " not in string[: name.stop] and string[: name.stop] not in around.capitalised:
            continue
        atoms.append(_Atom(name.start, name.stop, "actor" if name.organisation else "name", name, UNKNOWN))
    atoms += [_Atom(m.start(), m.end(), "pronoun", m[0].lower(), PRONOUN_RANK) for m in PRONOUN.finditer(string)]
    return atoms


def kind_of(entry: Entry) -> str:
    """The kind of mask that a lexicon entry makes."""
    if entry.kind == "country":
        return {"adjective": "adjective", "people": "nationals", "capital": "city"}.get(entry.form, "state")
    if entry.kind == "place":
        return "city" if entry.tag in ("city", "capital") else "place"
    return "actor"


def _is_name_here(string: str, hit: NameHit, around: Surroundings) -> bool:
    """Whether a name of the lexicon stands for itself here: not inside a longer name, not a person's."""
    entry, before = hit.entry, string[: hit.start]
    words = string[hit.start : hit.stop]
    if _is_somebodys(string, hit):
        return False
    is_acronym = entry.form == "acronym" and words.isupper() and not string.isupper()  # "IS claimed the raid."
    if entry.caution == "word" and not is_acronym and not PREPOSITION.search(before):
        return False
    if entry.kind != "place":
        return True
    is_surname = words in around.surnames and not (INSIDE.search(before) and string[hit.stop : hit.stop + 1] != "'")
    if is_surname or LONGER.match(string, hit.stop):
        return False
    if entry.caution in ("given_name", "surname"):
        return bool(PLACE_CUE.search(before))
    return not (NAME_BEHIND.match(string[hit.stop :]) and NAME_BEFORE.search(before))


def _is_somebodys(string: str, hit: NameHit) -> bool:
    """Whether a place's or a state's name is part of a person's: "Aung San Myint", "Minister Chad Vale"."""
    words, before, behind = string[hit.start : hit.stop], string[: hit.start], NAME_BEHIND.match(string[hit.stop :])
    if hit.entry.kind == "country":
        return bool(behind and words in states_and_given_names() and TITLE_BEFORE.search(before))
    if hit.entry.kind != "place":
        return False
    if behind and words.split()[0] in given_names() and behind[0].strip().lower() not in organisation_heads():
        return True
    word = before.rstrip(" ").rpartition(" ")[2]
    return before.endswith(" ") and word in given_names()


def _hide(string: str, spans: Collection[tuple[int, int]]) -> str:
    hidden = list(string)
    for start, stop in spans:
        hidden[start:stop] = "\0" * (stop - start)
    return "".join(hidden)


def _outermost(atoms: list[_Atom]) -> list[_Atom]:
    """The longest atoms that do not overlap, in the order of the text; numbers give way to all others."""
    starts: list[int] = []
    chosen: list[_Atom] = []
    for atom in sorted(atoms, key=lambda a: (a.kind == "number", -(a.stop - a.start), a.rank, a.start)):
        at = bisect_left(starts, atom.start)
        if (at == 0 or chosen[at - 1].stop <= atom.start) and (at == len(starts) or starts[at] >= atom.stop):
            starts.insert(at, atom.start)
            chosen.insert(at, atom)
    return chosen
