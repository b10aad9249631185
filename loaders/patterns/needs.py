"""What a pattern needs, read from its tree: words and kinds that every match holds, and what a match begins with.

In: a tree, with the lexicon's classes and kinds. Out: `Need` values and a set of first words. An index over them keeps
most patterns from ever being tried, and the others from being tried where they cannot match. It knows no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.patterns import syntax
from loaders.patterns.kinds import Kinds, is_kind, is_noun
from loaders.patterns.line import ANY, RUN, WORD

MOST_REPEATS = 10
"""How often `*` and `+` repeat at most. No phrase of English needs more, and time then grows only with length."""

ANYWHERE = 1_000
"""More runs than a sentence has."""

ANYTHING = frozenset(["mod", "word"])
"""The classes that are no lists of words."""

FREQUENT = frozenset(
    re.findall(
        r"\w+",
        "a after all also an and are as at be been before but by for from had has have he his if in is it its more no"
        " not of on one or s that the their they this to two up was were who will with would",
    )
)
"""Words that many a sentence has: a need of theirs tells little."""

First = tuple[frozenset[str] | None, bool]
"""What a piece may begin with (ANY: any word or mask, None: anything), and whether it may be empty."""


@dataclass(frozen=True, slots=True)
class Need:
    """One of these words and kinds is in every match, its run at most `within` runs behind the match's first."""

    words: frozenset[str]
    within: int


@dataclass(frozen=True, slots=True)
class Needs:
    """Reads needs, with the words of a class, the registry of kinds, and the words that may open a list."""

    words: Callable[[str], tuple[str, ...]]
    kinds: Kinds
    leads: frozenset[str]

    def of(self, node: syntax.Node) -> tuple[Need, ...]:
        """The needs of a pattern, the most telling first: what the fewest sentences have."""
        needs = (Need(_one(need.words), need.within) for need in self._needs(node))
        return tuple(sorted(needs, key=lambda need: commonness(need.words)))

    def first(self, node: syntax.Node) -> frozenset[str] | None:
        """The words, kinds and signs with which every match begins; None where it may begin with anything."""
        found, may_be_empty = self._first(node)
        return None if may_be_empty or found is None else _one(found)

    def _needs(self, node: syntax.Node) -> list[Need]:
        match node:
            case syntax.Word(text):
                return [need] if (need := _need([text])) else []
            case syntax.WordClass(names=names):
                need = None if ANYTHING & {*names} else _need([word for name in names for word in self.words(name)])
                return [need] if need else []
            case syntax.Slot():
                return [Need(self._kinds(node), ANYWHERE if node.is_list else 0)]
            case syntax.Repeat(body=body, low=low):
                return self._needs(body) if low else []
            case syntax.Named(body=body):
                return self._needs(body)
            case syntax.Sequence(parts):
                return list(self._of_sequence(parts))
            case syntax.Choice(options):
                return _of_choice([self._needs(option) for option in options])
        return []

    def _of_sequence(self, parts: tuple[syntax.Node, ...]) -> Iterator[Need]:
        length = 0
        for part in parts:
            yield from (replace(need, within=need.within + length) for need in self._needs(part))
            length += self._length(part)

    def _length(self, node: syntax.Node) -> int:
        """How many runs a piece covers at most."""
        match node:
            case syntax.Word(text):
                return len(RUN.findall(text))
            case syntax.WordClass(names=names):
                phrases = [] if ANYTHING & {*names} else [word for name in names for word in self.words(name)]
                return max((len(RUN.findall(phrase)) for phrase in phrases), default=1)
            case syntax.Slot(is_list=is_list):
                return ANYWHERE if is_list else 2
            case syntax.Repeat(body=body, high=high):
                return self._length(body) * (MOST_REPEATS if high is None else high)
            case syntax.Named(body=body):
                return self._length(body)
            case syntax.Sequence(parts):
                return sum(map(self._length, parts))
            case syntax.Choice(options):
                return max(map(self._length, options))
        return 0 if isinstance(node, syntax.Not) else ANYWHERE

    def _first(self, node: syntax.Node) -> First:
        match node:
            case syntax.Word(text):
                return frozenset([opening(text)]), False
            case syntax.WordClass(names=names):
                words = [ANY] if ANYTHING & {*names} else [word for name in names for word in self.words(name)]
                return frozenset(map(opening, words)), False
            case syntax.Slot(is_list=is_list):
                return self._kinds(node) | (self.leads if is_list else frozenset()), False
            case syntax.Repeat(body=body, low=low):
                first, may_be_empty = self._first(body)
                return first, may_be_empty or not low
            case syntax.Named(body=body):
                return self._first(body)
            case syntax.Sequence(parts):
                return _any_of(_until_filled(map(self._first, parts)), all)
            case syntax.Choice(options):
                return _any_of(map(self._first, options), any)
        return (frozenset() if isinstance(node, syntax.Not) else None), True

    def _kinds(self, node: syntax.Slot) -> frozenset[str]:
        return frozenset("".join(map(self.kinds.accepted, node.kinds)))


@cache
def _one(words: frozenset[str]) -> frozenset[str]:
    """The same object for equal sets: what is looked up for one pattern is then known at once for its like."""
    return words


def _need(phrases: list[str]) -> Need | None:
    """The need for one of some phrases, by the first word of each; None where one of them holds no word."""
    firsts = [WORD.search(phrase.lower()) for phrase in phrases]
    found = [first for first in firsts if first]
    if not found or len(found) < len(firsts):
        return None
    within = max(len(RUN.findall(first.string[: first.start()])) for first in found)
    return Need(frozenset(first[0] for first in found), within)


def _of_choice(branches: list[list[Need]]) -> list[Need]:
    if not all(branches):
        return []
    chosen = [min(needs, key=lambda need: commonness(need.words)) for needs in branches]
    words = frozenset[str]().union(*(need.words for need in chosen))
    return [Need(words, max(need.within for need in chosen))]


def _until_filled(firsts: Iterator[First]) -> Iterator[First]:
    """The parts of a sequence that a match may begin with: up to the first that cannot be empty."""
    for first in firsts:
        yield first
        if not first[1]:
            return


def _any_of(firsts: Iterator[First], when: Callable[[list[bool]], bool]) -> First:
    every = list(firsts)
    sets = [words for words, _ in every if words is not None]
    is_anything = len(sets) < len(every)
    return None if is_anything else frozenset[str]().union(*sets), when([may_be_empty for _, may_be_empty in every])


def opening(phrase: str) -> str:
    """What a phrase is found by at its start: its first word, or the sign that it begins with."""
    word = WORD.match(phrase.lower())
    return word[0] if word else phrase[:1]


def commonness(words: frozenset[str]) -> int:
    """How many sentences have one of these words and kinds, very roughly."""
    return sum(map(_weight, words))


def _weight(word: str) -> int:
    if word == ANY:
        return ANYWHERE
    if word in FREQUENT or len(word) == 1 and is_noun(word):
        return 20
    return 3 if len(word) == 1 and is_kind(word) else 1
