"""Which of many patterns a sentence may match: patterns go in once, words and kinds go in for each sentence.

Every need is a bit, so that one comparison of numbers tells whether a sentence has all that a pattern needs; only
patterns whose rarest need is there are compared at all. What comes out is a superset: a pattern decides for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.patterns.compiler import Pattern
from loaders.patterns.line import ANY
from loaders.patterns.needs import commonness

Bits = int
"""A set of needs, or of patterns: bit n stands for number n."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """`opened`: key → patterns that need it most, and needs that it meets; `asks`: pattern → its needs."""

    opened: dict[str, tuple[Bits, Bits]]
    asks: tuple[Bits, ...]

    @classmethod
    def of(cls, patterns: Sequence[Pattern]) -> Sieve:
        """The sieve of some patterns, which are numbered in their order."""
        numbers: dict[frozenset[str], int] = {}
        asks, found_by = [], dict[str, Bits]()
        for number, pattern in enumerate(patterns):
            needs = list(_needs(pattern))
            asks.append(sum(1 << numbers.setdefault(need, len(numbers)) for need in {*needs}))
            for key in min(needs, key=commonness):
                found_by[key] = found_by.get(key, 0) | 1 << number
        met_by: dict[str, Bits] = {}
        for need, number in numbers.items():
            for key in need:
                met_by[key] = met_by.get(key, 0) | 1 << number
        return cls({key: (found_by.get(key, 0), met) for key, met in met_by.items()}, tuple(asks))

    def opened_by(self, have: Iterable[str]) -> tuple[Bits, Bits]:
        """The patterns whose rarest need some words and kinds meet, and all needs that they meet."""
        found, met, opened = 0, 0, self.opened
        for key in have:
            if key in opened:
                patterns, needs = opened[key]
                found |= patterns
                met |= needs
        return found, met

    def through(self, patterns: Bits, met: Bits) -> Iterator[int]:
        """Numbers of the patterns of a set whose needs are all met, in their order."""
        while patterns:
            lowest = patterns & -patterns
            number = lowest.bit_length() - 1
            patterns ^= lowest
            if self.asks[number] & met == self.asks[number]:
                yield number


def _needs(pattern: Pattern) -> Iterator[frozenset[str]]:
    """What a match holds and what it begins with; where that is nothing, any word will do."""
    yield from (need.words for need in pattern.needs)
    if pattern.first is not None or not pattern.needs:
        yield pattern.first or frozenset([ANY])
