"""A masked sentence as patterns see it: where its words and masks stand, in sets of bits, so that few places are tried.

A run is a word with its hyphens and points, a mask, or another single sign. Bit n of a set stands for run n. In: a
masked string. Out: a `Line`. It knows no pattern.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.patterns.kinds import KIND_BASE, LAST_KIND

FIRST_KIND, LAST = chr(KIND_BASE), chr(LAST_KIND)
RUN = re.compile(rf"[\w'.-]+|[{FIRST_KIND}-{LAST}].|\S", re.S)
WORD = re.compile(r"\w+")
"""A word as needs know it: hyphens and apostrophes part words, so that no match can escape them."""
ANY = ""
"""What every run is found by."""
INSIDE = re.compile(r"(?<=['.])[^\s-]|(?<=['.])-")
"""Where a match may begin inside a run: behind an apostrophe or a point."""


@dataclass(slots=True)
class Line:
    """`string` in small letters, as long as before; where its runs begin; word, kind or sign → set of runs with it.

    `broken` has the runs in which a match may begin in several places, `known` the sets that were asked for before.
    """

    string: str
    starts: list[int]
    table: Mapping[str, int]
    broken: Mapping[int, tuple[int, ...]]
    known: dict[frozenset[str], int] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, string: str) -> Line:
        """The line of a masked string."""
        low = lowered(string)
        starts: list[int] = []
        table: dict[str, int] = {}
        broken, bit = {}, 1
        for match in RUN.finditer(low):
            run, start = match[0], match.start()
            if run >= FIRST_KIND and run[0] <= LAST:
                run = run[0]
            elif len(run) > 1 and not run.isalnum():
                for key in keys(run):
                    table[key] = table.get(key, 0) | bit
                if inside := tuple(start + m.start() for m in INSIDE.finditer(run)):
                    broken[len(starts)] = (start, *inside)
            table[run] = table.get(run, 0) | bit
            starts.append(start)
            bit <<= 1
        table[ANY] = bit - 1
        return cls(low, starts, table, broken)

    @property
    def have(self) -> Set[str]:
        """The words, kinds and signs in it."""
        return self.table.keys()

    def masked(self, start: int, stop: int, mask: str) -> Line:
        """The line in which a mask stands for `string[start:stop]`, as `of` would make it."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, stop)
        string = self.string[:start] + mask + self.string[stop:]
        if not self._parts(first, start) or not (self.string[stop : stop + 1].isspace() or self._parts(last, stop)):
            return Line.of(string)
        below, gone, by = (1 << first) - 1, last - first - 1, len(mask) - (stop - start)
        table = {key: kept for key, runs in self.table.items() if (kept := runs & below | runs >> last << first + 1)}
        for key in (mask[0], ANY):
            table[key] = table.get(key, 0) | 1 << first
        starts = [*self.starts[: first + 1], *[start + by for start in self.starts[last:]]]
        broken = {
            run if run < first else run - gone: places if run < first else tuple(place + by for place in places)
            for run, places in self.broken.items()
            if not first <= run < last
        }
        return Line(string, starts, table, broken)

    def _parts(self, run: int, place: int) -> bool:
        """Whether a run begins there, or the string ends."""
        return self.starts[run] == place if run < len(self.starts) else place == len(self.string)

    def runs(self, words: frozenset[str]) -> int:
        """The set of runs that hold one of these words, kinds or signs."""
        if (known := self.known.get(words)) is not None:
            return known
        found, table = 0, self.table
        # `intersection` goes over its argument, so over the smaller of the two.
        for key in words if len(words) < len(table) else words.intersection(table):
            found |= table.get(key, 0)
        self.known[words] = found
        return found

    def places(self, runs: int, pos: int) -> Iterator[int]:
        """Where a match may begin in a set of runs, at `pos` or behind it, left to right."""
        behind = max(0, bisect_right(self.starts, pos) - 1)
        runs = runs >> behind << behind
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


@lru_cache(maxsize=10_000)
def keys(run: str) -> frozenset[str]:
    """What a run is found by: the words in it, and its signs."""
    return frozenset({*WORD.findall(run), *WORD.sub("", run)})


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
