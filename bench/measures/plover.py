"""PLOVER root of what a sentence tells of a pair of actors: sentences with their pair and root go in, figures come out.

A row: `text`, `source` and `target` (names as written) and `root`; rows of the public sets (PLOVER's GSR, PETRARCH's
CAMEO records) are read as they are. The root is that of the event in which most of the pair takes part, the first of
equals. It never looks at a root before it has chosen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench.measures.figure import Figure
from loaders.export import article_json
from loaders.extract import extract
from loaders.lexicons.countries import Country, read_countries

WANTED = 0.72
OLD_ROOTS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Roots of PLOVER's first draft, in which its GSR is written, and what 0.8 calls them."""
CAMEO_ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "084": "RETREAT", "086": "RETREAT", "087": "RETREAT", "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION",
    "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
"""CAMEO code, or its first digits → PLOVER root, after PLOVER's own table; 01, a mere statement, has none."""
EMPTY = frozenset(
    ["the", "a", "an", "of", "in", "and", "for", "s", "new", "its", "his", "her", "their", "government", "leader",
     "president", "minister"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """A sentence, the words for its two parties, and the root of what passes between them."""

    text: str
    source: frozenset[str]
    target: frozenset[str]
    root: str


def measure(path: Path) -> list[Figure]:
    """Macro-F1 over roots and accuracy on a file of acts."""
    pairs = [(act.root, predicted(act)) for act in acts(path)]
    right = sum(gold == found for gold, found in pairs)
    return [
        Figure("plover.macro_f1", macro_f1(pairs), len(pairs), "mean F1 over the roots of actor pairs", WANTED),
        Figure("plover.accuracy", right / len(pairs) if pairs else 0.0, len(pairs), "share of pairs with their root"),
    ]


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean over the gold roots of F1; a root that is found where none is costs precision."""
    roots = sorted({gold for gold, _ in pairs})
    return sum(_f1(pairs, root) for root in roots) / len(roots) if roots else 0.0


def _f1(pairs: list[tuple[str, str]], root: str) -> float:
    hits = sum(gold == found == root for gold, found in pairs)
    named = sum((gold == root) + (found == root) for gold, found in pairs)
    return 2 * hits / named if named else 0.0


def acts(path: Path) -> Iterator[Act]:
    """The acts of a file, in its order; rows without an act are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if act := _act(row, row.get("gold")):
            yield act


def _act(row: Mapping[str, Any], gold: Mapping[str, Any] | None) -> Act | None:
    if gold is None:
        return Act(row["text"], _words(row["source"]), _words(row["target"]), row["root"])
    if "event" in gold:
        source, target = (_actors(gold[side]) for side in ("source", "target"))
        return Act(row["text"], source, target or source, OLD_ROOTS.get(gold["event"], gold["event"]))
    first = gold["events"][0]
    root = _cameo_root(first["cameo"] or "")
    return Act(row["text"], _code(first["source"]), _code(first["target"]), root) if root else None


def _actors(given: list[Any]) -> frozenset[str]:
    return frozenset[str]().union(*(_words(each["actorText"]) for each in given if isinstance(each, dict)))


def _cameo_root(code: str) -> str | None:
    return next((CAMEO_ROOTS[code[:n]] for n in (3, 2) if code[:n] in CAMEO_ROOTS), None)


def _code(code: str | None) -> frozenset[str]:
    """The name of the state whose ISO code an actor's code begins with."""
    return _words(next((row.name for row in states() if row.iso3 == (code or "")[:3]), ""))


def predicted(act: Act) -> str:
    """The root that extraction gives the pair, "" where it gives none."""
    told = article_json(extract(act.text), file="")["events"]
    rooted = [event for event in told if event["plover"]]
    best = max(rooted, key=lambda event: _parties_met(event, act), default=None)
    return best["plover"] if best else ""


def _parties_met(event: Mapping[str, Any], act: Act) -> int:
    names = [_words(each["actor"]) for each in event["participants"]]
    return sum(any(name & side for name in names) for side in (act.source, act.target))


def _words(text: str) -> frozenset[str]:
    """The telling words of a name, nationalities folded to their states."""
    words = [w for w in re.findall(r"[^\W_]+", text.casefold()) if w not in EMPTY]
    return frozenset(words) | frozenset(w for word in words for w in demonyms().get(word, ()))


@cache
def states() -> tuple[Country, ...]:
    """The states of the lexicon."""
    return tuple(read_countries().values())


@cache
def demonyms() -> Mapping[str, tuple[str, ...]]:
    """Word for a state's people or capital → the telling words of the state's name."""
    found: dict[str, tuple[str, ...]] = {}
    for state in states():
        for word in (*state.adjectives, *state.people, *state.capitals, *state.acronyms, *state.aliases):
            name = re.findall(r"[^\W_]+", state.name.casefold())
            found.setdefault(word.casefold(), tuple(w for w in name if w not in EMPTY))
    return found
