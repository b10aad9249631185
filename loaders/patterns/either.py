"""One regex for many words: words go in, a regex that branches where they do comes out, longer words first.

Python tries the alternatives of `a|b|c` one after the other, so that a class of 500 words costs 500 steps wherever none
of them stands; words with their common beginnings folded cost as many steps as there are letters alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

Branches = dict[str, "Branches"]
END = ""
"""The branch of a word that ends here."""


def either(words: Iterable[str]) -> str:
    """A regex for any of the words, in small letters; the longest that stands there, then the shorter ones.

    A blank of a word matches any white space.
    """
    return _either(frozenset(words))


@cache
def _either(words: frozenset[str]) -> str:
    root: Branches = {}
    for word in words:
        here = root
        for character in word.lower():
            here = here.setdefault(_piece(character), {})
        here[END] = {}
    return _written(root)


@cache
def _piece(character: str) -> str:
    return r"\s+" if character == " " else re.escape(character)


def _written(node: Branches) -> str:
    """The regex of what follows in a branch."""
    tails = [_chain(piece, below) for piece, below in sorted(node.items()) if piece != END]
    if not tails:
        return ""
    inner = tails[0] if len(tails) == 1 and END not in node else f"(?:{'|'.join(_classed(tails))})"
    return f"{inner}?" if END in node else inner


def _chain(piece: str, node: Branches) -> str:
    """A branch up to its end or its next fork."""
    while len(node) == 1 and END not in node:
        ((more, node),) = node.items()
        piece += more
    return piece + _written(node)


def _classed(tails: list[str]) -> list[str]:
    """Tails of one character become one class of characters; the engine tells at once whether such a class fits."""
    single = [tail for tail in tails if len(tail) == 1 and tail.isalnum()]
    return tails if len(single) < 2 else [tail for tail in tails if tail not in single] + [f"[{''.join(single)}]"]
