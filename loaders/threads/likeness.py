"""Spellings of one name: words of a person's name go in, keys that all their transliterations share come out.

It compares names inside one article only; it never tells whether two people of two articles are the same.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicons.given_names import family_names
from loaders.lexicons.spelling import fold

VOWELS = (
    (re.compile(r"^(?:el|al|as|ash|an|ar|ad|at|az)-(?=.{3})"), ""),
    (re.compile(r"abd[aeu]l"), "abdul"),
    (re.compile(r"ae+|ai|ay|ee|ei|ey|iy|yi|ie|y"), "i"),
    (re.compile(r"ou|oo|u"), "o"),
    (re.compile(r"e"), "a"),
    (re.compile(r"q|kh|ck"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dj|zh"), "j"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What transliterations vary: Mohammad and Mohammed, Naeem and Naim, Qasem and Kassem, al-Assad and Assad."""

PARTICLE = re.compile("bin|ibn|bint|ben|von|van|der|den|de|del|della|dela|di|da|dos|du|la|le|ould|ter|ten|zu", re.I)


@cache
def likeness(word: str) -> str:
    """The key of one word: the same for all its usual transliterations."""
    key = fold(word).lower().replace("'", "")
    for pattern, put in VOWELS:
        key = pattern.sub(put, key)
    return key


@cache
def likenesses(name: str) -> tuple[str, ...]:
    """The keys of a name's words, particles and initials left out."""
    words = [word for word in name.split() if not PARTICLE.fullmatch(word) and not word.endswith(".")]
    return tuple(likeness(word) for word in words) or (likeness(name),)


def surname(name: str) -> str:
    """What a later sentence calls somebody: the last word with its particles, the first one of an East Asian name."""
    words = name.split()
    if len(words) in (2, 3) and words[0] in family_names():
        return words[0]
    first = len(words) - 1
    while first > 1 and PARTICLE.fullmatch(words[first - 1]):
        first -= 1
    return " ".join(words[first:])
