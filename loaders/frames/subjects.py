"""Whose deed a verb is where words stand between: a masked sentence and the place of a verb go in, masks come out.

The head of a subject is the first actor of its clause, with what "and" joins to it. It reads masks only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from loaders.annotate.atoms import kinds
from loaders.annotate.masked import Masked
from loaders.frames.catalogue import Frame
from loaders.patterns.kinds import FAMILIES, MASK, NUMBER_BASE, VERB_MASK, number_of, numbers_in

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


MOST_SUBJECTS = 4
LED_BY = re.compile(r"(?<!\w)(?:led|headed|fronted) by\s+(?:the\s+|its\s+)?$")
"""Behind these somebody leads those who are the subject."""


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


@cache
def subjects() -> re.Pattern[str]:
    """One or several who act, right before a verb."""
    codes = kinds().codes
    who = "[" + "".join(codes[kind] for kind in FAMILIES["who"]) + "]."
    aside, between = codes["aside"], r"(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)"
    return re.compile(rf"(?:{who}{between}){{0,3}}{who}(?=\s*(?:{aside}.)?\s*,?\s*(?:\w+\s){{0,2}}?{VERB_MASK})", re.S)


def complete(masked: Masked, frame: Frame, match: re.Match[str], slots: dict[str, tuple[int, ...]]) -> bool:
    """Fill the slot of a subject that stands before an earlier verb or farther off; whether it has one."""
    if frame.carried and (subject := _subject(masked, match)):
        slots[frame.carried] = subject
    if frame.whole and frame.whole in slots:
        slots[frame.whole] = _whole(masked, slots, frame.whole)
    return not frame.far or _add_far(masked, match, frame.far, slots)


def _whole(masked: Masked, slots: Mapping[str, tuple[int, ...]], role: str) -> tuple[int, ...]:
    """The masks of a role, with those of the subject from which words part its last name: "Chad and envoys of Mali
    met", "the delegation led by Ana Ruiz met"."""
    verbs = [masked.string.find(_mask_of(masked, n)) for n in slots.get("how", ())]
    told = slots[role]
    if not verbs or verbs[0] < 0:
        return told
    found, first = tuple(_far(masked, verbs[0])), masked.string.find(_mask_of(masked, told[0]))
    is_led = LED_BY.search(masked.string[:first]) if first >= 0 else None
    if set(found) <= set(told) or not (told[0] in found or is_led):
        return told
    return (*(n for n in found if n not in told), *told)


def _mask_of(masked: Masked, number: int) -> str:
    return masked.kinds.codes[masked.masks[number].kind] + chr(NUMBER_BASE + number)


def _add_far(masked: Masked, match: re.Match[str], role: str, slots: dict[str, tuple[int, ...]]) -> bool:
    """Put the subject of the verb at the start of a match into its slot; whether there is one."""
    found, told = tuple(_far(masked, match.start())), slots.get(role, ())
    if not found or set(found) & set(told):
        return False
    slots[role] = found + told
    return True


def _far(masked: Masked, at: int) -> Iterator[int]:
    """The masks that are the subject of a verb before which other words stand; an owner ("Chad's …") is none."""
    for number in subject_of(masked, at)[:MOST_SUBJECTS]:
        mask = masked.masks[number]
        if mask.kind in FAMILIES["who"] and masked.text[mask.stop : mask.stop + 1] not in ("'", "’"):
            yield number


def _subject(masked: Masked, match: re.Match[str]) -> tuple[int, ...]:
    """The masks that are the subject of the first verb before a match; none where the clause opens without one."""
    before = next(subjects().finditer(match.string[: match.start()]), None)
    return tuple(n for n in numbers_in(before[0]) if masked.masks[n].kind != "aside")[:MOST_SUBJECTS] if before else ()
