"""A masked sentence as patterns see it: where its words and masks stand, in sets of bits, so that few places are tried.

A run is a word with its hyphens and points, a mask, or another single sign. Bit n of a set stands for run n. In: a
masked string. Out: a `Line`. It knows no pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from loaders.patterns.kinds import KIND_BASE, LAST_KIND, is_kind

RUN = re.compile(rf"[\w'.-]+|[{chr(KIND_BASE)}-{chr(LAST_KIND)}].|\S", re.S)
WORD = re.compile(r"\w+")
"""A word as needs know it: hyphens and apostrophes part words, so that no match can escape them."""
ANY = ""
"""What every run is found by."""
INSIDE = re.compile(r"(?<=['.])[^\s-]|(?<=['.])-")
"""Where a match may begin inside a run: behind an apostrophe or a point."""


@dataclass(frozen=True, slots=True)
class Line:
    """`string` in small letters, as long as before; where its runs begin; word, kind or sign → set of runs with it."""

    string: str
    starts: tuple[int, ...]
    table: Mapping[str, int]
    have: frozenset[str]
    broken: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, string: str) -> Line:
        """The line of a masked string."""
        low = lowered(string)
        starts: list[int] = []
        table: dict[str, int] = {}
        broken, bit = {}, 1
        for match in RUN.finditer(low):
            run, start = match[0], match.start()
            if run.isalnum():
                table[run] = table.get(run, 0) | bit
            elif is_kind(run[0]):
                table[run[0]] = table.get(run[0], 0) | bit
            else:
                for key in keys(run):
                    table[key] = table.get(key, 0) | bit
                if inside := tuple(start + m.start() for m in INSIDE.finditer(run)):
                    broken[len(starts)] = (start, *inside)
            starts.append(start)
            bit <<= 1
        table[ANY] = bit - 1
        return cls(low, tuple(starts), table, frozenset(table), broken)

    def runs(self, words: frozenset[str]) -> int:
        """The set of runs that hold one of these words, kinds or signs."""
        found = 0
        for key in words & self.have:
            found |= self.table[key]
        return found

    def places(self, runs: int, pos: int) -> Iterator[int]:
        """Where a match may begin in a set of runs, at `pos` or behind it, left to right."""
        while runs:
            number = (runs & -runs).bit_length() - 1
            runs &= runs - 1
            for place in self.broken.get(number) or (self.starts[number],):
                if place >= pos:
                    yield place


def lowered(string: str) -> str:
    """A string in small letters, one for one, so that offsets stay."""
    low = string.lower()
    if len(low) == len(string):
        return low
    return "".join(small if len(small := character.lower()) == 1 else character for character in string)


def keys(run: str) -> Iterable[str]:
    """What a run is found by: the words in it, and its signs."""
    return {*WORD.findall(run), *WORD.sub("", run)}


def before(runs: int, most: int) -> int:
    """The runs of a set and up to `most` runs before each of them."""
    if most >= runs.bit_length():
        return (1 << runs.bit_length()) - 1
    step = 1
    while most:
        shift = min(step, most)
        runs |= runs >> shift
        most -= shift
        step += shift
    return runs
