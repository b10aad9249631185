"""Outlets that the article's sentences name as a source. In: words. Out: outlets with their spans and sense.

"Reuters and AP reported", "told the BBC", "according to Xinhua". The cues are data (credit_cues.yaml); a name without
a cue is no credit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.clean.outlets import OutletHit, find_outlets
from loaders.lexicons.reading import Folders, read_items

FIELDS = frozenset({"class", "side", "sense", "patterns", "examples", "counterexamples"})
SIDES, SENSES = ("before", "after"), ("reported", "addressed")
REACH = 160
JOINT = re.compile(r"\s*(?:,? and|,|&|/|,? or)\s+(?:the )?")
# What may stand between a cue and the name: "the state-run Chinese", "Germany's", "the daily newspaper".
BETWEEN = (
    r"\s+(?:(?:the|an?)\s+)?(?:[\w-]+(?:'s|’s)\s+)?(?:(?:state|government|privately|pro|semi)[\w-]*\s+)?(?:[A-Z][\w-]+\s+)?"
    r"(?:(?:daily|weekly|local|official|national|public|independent|private|news|broadcaster|newspaper|website|agency|"
    r"television|TV|radio|channel|station|network|magazine|outlet|site|service)\s+){0,3}"
)
NOUN = (
    r"(?:(?:'s|’s)?\s+(?:(?:state|news|wire|daily|television|TV|radio|press)\s+)?(?:agency|newspaper|daily|website|"
    r"broadcaster|channel|television|TV|radio|magazine|network|station|outlet|service|news)(?!\w))?"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A class of credit_cues.yaml, its pattern anchored at the name."""

    name: str
    side: str
    sense: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet named as a source; sense is reported or addressed."""

    hit: OutletHit
    sense: str


@cache
def cues(folders: Folders = ()) -> tuple[Cue, ...]:
    """All cues, in the order in which they are tried."""
    found = []
    for item in read_items("credit_cues.yaml", "cues", FIELDS, folders, key="class"):
        side, sense = item.text("side"), item.text("sense")
        if side not in SIDES or sense not in SENSES:
            raise item.fault(f"side {side!r}, sense {sense!r}; one of {SIDES} and one of {SENSES} would be right")
        either = "|".join(item.texts("patterns"))
        anchored = rf"\b(?i:{either}){BETWEEN}$" if side == "before" else rf"{NOUN}[,\s]+(?i:{either})"
        examples = item.texts("examples"), item.texts("counterexamples")
        found.append(Cue(item.text("class"), side, sense, re.compile(anchored), *examples))
    return tuple(found)


def citations(words: str, folders: Folders = ()) -> list[Citation]:
    """The outlets that a paragraph names as its sources, in order."""
    found: list[Citation] = []
    for names in _lists(words, find_outlets(words, folders)):
        if sense := _sense(words, names[0].start, names[-1].stop, folders):
            found += [Citation(hit, sense) for hit in names]
    return found


def _lists(words: str, hits: list[OutletHit]) -> list[list[OutletHit]]:
    """Names joined by commas or "and" share their cue."""
    lists: list[list[OutletHit]] = []
    for hit in hits:
        if lists and JOINT.fullmatch(words, lists[-1][-1].stop, hit.start):
            lists[-1].append(hit)
        else:
            lists.append([hit])
    return lists


def _sense(words: str, start: int, stop: int, folders: Folders) -> str | None:
    before, after = words[max(0, start - REACH) : start], words[stop : stop + REACH]
    for cue in cues(folders):
        if cue.pattern.search(before) if cue.side == "before" else cue.pattern.match(after):
            return cue.sense
    return None
