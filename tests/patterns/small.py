"""A small world for patterns: sentences are drawn, `⟨actor 0⟩ met ⟨actor 1⟩`, and become masked strings."""

from __future__ import annotations

import re

from loaders.patterns import Compiler, Line, slots_of
from loaders.patterns.kinds import NUMBER_BASE, Kinds

KINDS = Kinds.of(["kill", "go"])
CLASSES = {
    "human": ("man", "men", "police officer"),
    "rank": ("general", "colonel"),
    "manner": ("brutally", "so far"),
    "nobody": (),
}
COMPILER = Compiler(CLASSES, KINDS)
MASK = re.compile(r"⟨([\w.]+) (\d+)⟩")


def string(drawn: str) -> str:
    """`⟨actor 0⟩ left` as a masked string."""
    return MASK.sub(lambda m: KINDS.codes[m[1]] + chr(NUMBER_BASE + int(m[2])), drawn)


def shown(masked: str) -> str:
    """A masked string for people."""
    names = {code: name for name, code in KINDS.codes.items()}
    return re.sub("([\ue000-\uefff])(.)", lambda m: f"⟨{names[m[1]]} {ord(m[2]) - NUMBER_BASE}⟩", masked)


def matched(pattern: str, drawn: str) -> str | None:
    """What a pattern matches first in a drawn sentence, blanks at the end left out; None where it matches nothing."""
    match = COMPILER.compile(pattern).search(Line.of(string(drawn)))
    return shown(match[0]).strip() if match else None


def slots(pattern: str, drawn: str) -> dict[str, list[int]]:
    """The slots of the first match."""
    match = COMPILER.compile(pattern).search(Line.of(string(drawn)))
    assert match, f"{pattern} does not match {drawn}"
    return slots_of(match)
