"""Draws a masked sentence in its text: `[A car bomb|attack] [killed|kill.bare] [two guards|people].`

In: a sentence and how far to annotate it. Out: the sentence in which every outermost mask is a bracket with its words
and its kind. Blanks are folded.
"""

from __future__ import annotations

import re
from pathlib import Path

from loaders.annotate.asides import lift_asides
from loaders.annotate.atoms import mask_atoms
from loaders.annotate.chunks import find_chunks
from loaders.annotate.masked import Masked
from loaders.annotate.verbs import find_verb_groups
from loaders.extract import surroundings

BRACKET = re.compile(r"\[([^|\]]+)\|[^\]]+\]")
STAGES = ("atoms", "chunks", "verbs", "asides")


def masked(sentence: str, stage: str, *, is_headline: bool = False) -> Masked:
    """The sentence through the annotators up to a stage."""
    found = mask_atoms(sentence, surroundings(sentence, [(0, len(sentence))]), is_headline=is_headline)
    if stage != "atoms":
        find_chunks(found)
    if stage in ("verbs", "asides"):
        find_verb_groups(found, is_headline=is_headline)
    if stage == "asides":
        lift_asides(found)
    return found


def shown(found: Masked, string: str | None = None) -> str:
    """A masked sentence, or a part of one, with its outermost masks as brackets."""

    def bracket(match: re.Match[str]) -> str:
        number = ord(match[1]) - 0xF0000
        return f"[{found.words(number)}|{found.masks[number].kind}]"

    drawn = re.sub("[\ue000-\uefff](.)", bracket, found.string if string is None else string, flags=re.S)
    return " ".join(drawn.replace("¦", ";").split())


def lines(name: str) -> list[str]:
    """The drawn lines of a file beside this one."""
    rows = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def plain(line: str) -> str:
    """A drawn line without its brackets."""
    return BRACKET.sub(r"\1", line)
