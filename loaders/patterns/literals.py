"""Which of many regular expressions may match a text: they go in once, then a text goes in and a set comes out.

Every expression has pieces of text one of which stands in each of its matches ("comment" or "reply" for
`(leave|post) a (comment|reply)`); one pass over a text finds the pieces of all. What comes out is a superset: an
expression decides for itself. It knows no lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

Pieces = frozenset[str]
NONE: Pieces = frozenset()
"""An expression that may match without any certain piece of text."""
WORD_OR_SIGN = re.compile(r"\w+|\W")
MOST_SIGNS = 4
"""A class of more characters than these tells little."""
LETTERS = 20.0
"""A letter more makes a piece about so much rarer."""


@dataclass(frozen=True, slots=True)
class Literals:
    """`finder` finds pieces; `asking[i]` has the expressions that piece i may open, `always` those without pieces."""

    finder: AhoCorasick
    asking: tuple[int, ...]
    always: int

    @classmethod
    def of(cls, expressions: Sequence[str]) -> Literals:
        """For some expressions, which are numbered in their order; bit n of a set stands for number n."""
        asking: dict[str, int] = {}
        always = 0
        for number, expression in enumerate(expressions):
            found = pieces(expression)
            always |= 0 if found else 1 << number
            for piece in found:
                asking[piece] = asking.get(piece, 0) | 1 << number
        return cls(AhoCorasick(list(asking)), tuple(asking.values()), always)

    def may_match(self, text: str) -> int:
        """The set of the expressions that may match in a text, whatever its case."""
        found = self.always
        for number in {hit[0] for hit in self.finder.find_matches_as_indexes(folded(text), overlapping=True)}:
            found |= self.asking[number]
        return found


def folded(text: str) -> str:
    """A text without case, as regular expressions that ignore case compare letters."""
    return text.lower() if text.isascii() else text.casefold().replace("ı", "i")


def pieces(expression: str) -> Pieces:
    """Words and signs one of which is in every match of an expression, without case; none where that is not certain."""
    return _of_sequence(parser.parse(expression))


def _of_sequence(tree: Iterable[tuple[Any, Any]]) -> Pieces:
    """The rarest of what the parts of a sequence ask for."""
    return min(_each(tree), key=_commonness, default=NONE)


def _each(tree: Iterable[tuple[Any, Any]]) -> Iterator[Pieces]:
    run = ""
    for code, value in [*tree, (None, None)]:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        if run:
            yield frozenset([max(WORD_OR_SIGN.findall(folded(run)), key=len)])
            run = ""
        if found := _of_part(code, value):
            yield found


def _of_part(code: Any, value: Any) -> Pieces:
    if code is codes.IN:
        return _of_class(value)
    if code is codes.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        return NONE.union(*branches) if all(branches) else NONE
    if code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        return _of_sequence(value[-1] if code is codes.SUBPATTERN else value)
    is_repeat = code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
    return _of_sequence(value[2]) if is_repeat and value[0] else NONE


def _of_class(members: Sequence[tuple[Any, Any]]) -> Pieces:
    is_small = len(members) <= MOST_SIGNS and all(code is codes.LITERAL for code, _ in members)
    return frozenset(folded(chr(value)) for _, value in members) if is_small else NONE


def _commonness(found: Pieces) -> float:
    return sum(LETTERS ** -len(piece) for piece in found)
