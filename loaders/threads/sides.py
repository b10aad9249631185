"""Who acts and who is acted upon in a clause: a sentence and the place of a verb go in, numbers of masks come out.

The head of a subject is the first actor of its clause, the object the first actor behind the verb, with what "and"
joins to either. It reads masks only and resolves nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.annotate.atoms import kinds
from loaders.patterns.kinds import MASK, number_of
from loaders.threads import scene
from loaders.threads.reading import Reading

ACTING = frozenset(
    ["actor", "force", "state", "city", "office", "person", "pronoun", "name", "nationals", "individual", "people",
     "group", "adjective"]
)  # fmt: skip
LOOSE = ("pronoun", "name", "individual", "people", "group")
"""Kinds that may name nobody: behind them the next actor is looked for as well."""
HOLDERS = ("meeting", "attack", "pact", "place", *LOOSE)
"""Kinds that hold actors: "an Egyptian-backed plan", "nine Chadian pilots"."""
HELD = ("state", "adjective", "actor", "person", "force", "city")
OPENING = re.compile(
    r"^\W*(?:in|on|at|after|under|with|before|during|following|according|for|despite|by|from|since|amid|until|late"
    r"|early|earlier|meanwhile|once|as|when|while|citing|saying|speaking)\b[^,]*,",
    re.I,
)
"""An adverbial before the subject."""
SUBJECT_BORDER = (
    r"[¦;:\"]|,\s(?:and|but|while|as|after|when|with|saying|adding|although|though)\s"
    r"|(?<!\w)(?:that|while|but|because|after|when|as|before|unless|if|although|though|since|amid)(?!\w)"
)
OBJECT_BORDER = re.compile(
    r"[¦;\"]|,\s(?:and|but|while|as|after|when|saying|adding|citing|although|though|where)(?!\w)"
    r"|(?<!\w)(?:while|because|when|although|though|as they|as it|as he|unless|after)(?!\w)"
)
ELLIPSIS = re.compile(r"(?:.*(?<!\w)(?:and|or|but)|[\s,]*)\s*(?:also|later|then|again|\s)*", re.S)
"""A clause that leaves its subject out: "met the envoy and threatened"."""
POSSESSED = re.compile(r"(?<!\w)(?:its|their|his|her)\s+(?:\w+\s+){0,2}$", re.I)
"""Before what is the subject's own: "reinforced its troops"."""
JOINED = re.compile(r"\s*(?:,|and|, and|as well as)\s*(?:the\s|its\s)?(?:\w+\s){0,2}")
BY = re.compile(r"(?<!\w)(?:by|from)\s")


@cache
def _subject_border() -> re.Pattern[str]:
    finite = "".join(code for name, code in kinds().codes.items() if name.endswith((".active", ".bare", ".passive")))
    return re.compile(rf"{SUBJECT_BORDER}|[{finite}].", re.S)


def subject(reading: Reading, at: int) -> list[int]:
    """The actors that are subject of the verb at a place; where its clause has no words, the sentence's first."""
    before = reading.masked.string[:at]
    border = max((m.span() for m in _subject_border().finditer(before)), default=(0, 0), key=lambda span: span[1])
    clause = before[border[1] :]
    if ELLIPSIS.fullmatch(clause) and border[0]:
        return subject(reading, border[0])
    if kinds().is_verb_code(before[border[0] : border[0] + 1]) and "," in clause:
        clause = clause.partition(",")[2]
    return _joined(reading, OPENING.sub("", clause)) or _joined(reading, clause)


def object_of(reading: Reading, at: int) -> list[int]:
    """The first actors behind a place in the same clause, also those inside the name of an event or a count."""
    string = reading.masked.string
    border = OBJECT_BORDER.search(string, at)
    rest = string[at : border.start() if border else len(string)]
    direct = _joined(reading, rest)
    if direct and all(reading.masked.masks[n].kind not in LOOSE for n in direct):
        return direct
    inner = list(_held(reading, rest))
    return direct + inner if direct else inner[:1]


def agent(reading: Reading, at: int) -> list[int]:
    """Whom "by" or "from" names behind a passive."""
    by = BY.search(reading.masked.string, at)
    return _joined(reading, reading.masked.string[by.end() :]) if by else []


def _joined(reading: Reading, string: str) -> list[int]:
    """The first actor of a string, and those that a list joins to it."""
    found: list[int] = []
    end = 0
    for match in re.finditer(MASK, string, re.S):
        number = number_of(match[0][1])
        if reading.masked.masks[number].kind not in ACTING or POSSESSED.search(string[: match.start()]):
            continue
        if found and not JOINED.fullmatch(string, end, match.start()):
            break
        found.append(number)
        end = match.end()
    return found


def _held(reading: Reading, string: str) -> Iterator[int]:
    """Actors of a string, and those inside its other masks."""
    for match in re.finditer(MASK, string, re.S):
        number = number_of(match[0][1])
        kind = reading.masked.masks[number].kind
        if kind in HOLDERS:
            yield from (n for n in scene.below(reading, number) if reading.masked.masks[n].kind in HELD)
        elif kind in ACTING:
            yield number
