"""Whose deed a verb is where words stand between: a masked sentence and the place of a verb go in, masks come out.

The head of a subject is the first actor of its clause, with what "and" joins to it. It reads masks only.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.annotate.atoms import kinds
from loaders.annotate.masked import Masked
from loaders.patterns.kinds import MASK, number_of

ACTING = frozenset(
    ["actor", "force", "state", "city", "office", "person", "pronoun", "name", "nationals", "individual", "people",
     "group", "adjective"]
)  # fmt: skip
OPENING = re.compile(
    r"^\W*(?:in|on|at|after|under|with|before|during|following|according|for|despite|by|from|since|amid|until|late"
    r"|early|earlier|meanwhile|once|as|when|while|citing|saying|speaking)\b[^,]*,",
    re.I,
)
"""An adverbial before the subject."""
BETWEEN = re.compile(
    r",\s(?:in|on|at|during|after|since|before|following|with|along|accompanied|as|under|for|from|amid|despite|late"
    r"|early|speaking|acting|through|by|via)\b[^,;]*,\s*$"
)
"""An adverbial in commas between a subject and its verb."""
SUBJECT_BORDER = (
    r"[¦;:\"]|,\s(?:and|but|while|as|after|when|with|saying|adding|although|though)\s"
    r"|(?<!\w)(?:that|while|but|because|after|when|as|before|unless|if|although|though|since|amid)(?!\w)"
)
ELLIPSIS = re.compile(r"(?:.*(?<!\w)(?:and|or|but)|[\s,]*)\s*(?:also|later|then|again|\s)*", re.S)
"""A clause that leaves its subject out: "met the envoy and threatened"."""
POSSESSED = re.compile(r"(?<!\w)(?:its|their|his|her)\s+(?:\w+\s+){0,2}$", re.I)
"""Before what is the subject's own: "reinforced its troops"."""
JOINED = re.compile(r"\s*(?:,|and|, and|as well as)\s*(?:the\s|its\s)?(?:\w+\s){0,2}")


@cache
def _subject_border() -> re.Pattern[str]:
    finite = "".join(code for name, code in kinds().codes.items() if name.endswith((".active", ".bare", ".passive")))
    return re.compile(rf"{SUBJECT_BORDER}|[{finite}].", re.S)


def subject_of(masked: Masked, at: int) -> list[int]:
    """The actors that are subject of the verb at a place; where its clause has no words, the sentence's first."""
    before = BETWEEN.sub(" ", masked.string[:at])
    border = max((m.span() for m in _subject_border().finditer(before)), default=(0, 0), key=lambda span: span[1])
    clause = before[border[1] :]
    if ELLIPSIS.fullmatch(clause) and border[0]:
        return subject_of(masked, border[0])
    if kinds().is_verb_code(before[border[0] : border[0] + 1]) and "," in clause:
        clause = clause.partition(",")[2]
    return joined(masked, OPENING.sub("", clause)) or joined(masked, clause)


def joined(masked: Masked, string: str) -> list[int]:
    """The first actor of a string, and those that a list joins to it."""
    found: list[int] = []
    end = 0
    for match in re.finditer(MASK, string, re.S):
        number = number_of(match[0][1])
        if masked.masks[number].kind not in ACTING or POSSESSED.search(string[: match.start()]):
            continue
        if found and not JOINED.fullmatch(string, end, match.start()):
            break
        found.append(number)
        end = match.end()
    return found
