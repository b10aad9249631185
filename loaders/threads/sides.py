"""Who acts and who is acted upon in a clause: a sentence and the place of a verb go in, numbers of masks come out.

The head of a subject is the first actor of its clause, the object the first actor behind the verb, with what "and"
joins to either. It reads masks only and resolves nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.frames import subjects
from loaders.patterns.kinds import MASK, number_of
from loaders.threads import scene
from loaders.threads.reading import Reading

LOOSE = ("pronoun", "name", "individual", "people", "group")
"""Kinds that may name nobody: behind them the next actor is looked for as well."""
HOLDERS = ("meeting", "attack", "pact", "place", *LOOSE)
"""Kinds that hold actors: "an Egyptian-backed plan", "nine Chadian pilots"."""
HELD = ("state", "adjective", "actor", "person", "force", "city")
OBJECT_BORDER = re.compile(
    r"[¦;\"]|,\s(?:and|but|while|as|after|when|saying|adding|citing|although|though|where)(?!\w)"
    r"|(?<!\w)(?:while|because|when|although|though|as they|as it|as he|unless|after)(?!\w)"
)
BY = re.compile(r"(?<!\w)(?:by|from)\s")


def subject(reading: Reading, at: int) -> list[int]:
    """The actors that are subject of the verb at a place; where its clause has no words, the sentence's first."""
    return subjects.subject_of(reading.masked, at)


def object_of(reading: Reading, at: int) -> list[int]:
    """The first actors behind a place in the same clause, also those inside the name of an event or a count."""
    string = reading.masked.string
    border = OBJECT_BORDER.search(string, at)
    rest = string[at : border.start() if border else len(string)]
    direct = subjects.joined(reading.masked, rest)
    if direct and all(reading.masked.masks[n].kind not in LOOSE for n in direct):
        return direct
    inner = list(_held(reading, rest))
    return direct + inner if direct else inner[:1]


def agent(reading: Reading, at: int) -> list[int]:
    """Whom "by" or "from" names behind a passive."""
    by = BY.search(reading.masked.string, at)
    return subjects.joined(reading.masked, reading.masked.string[by.end() :]) if by else []


def _held(reading: Reading, string: str) -> Iterator[int]:
    """Actors of a string, and those inside its other masks."""
    for match in re.finditer(MASK, string, re.S):
        number = number_of(match[0][1])
        kind = reading.masked.masks[number].kind
        if kind in HOLDERS:
            yield from (n for n in scene.below(reading, number) if reading.masked.masks[n].kind in HELD)
        elif kind in subjects.ACTING:
            yield number
