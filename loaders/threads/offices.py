"""What an office's words say: its title without owners, a rank before a name, the body of a state. Pure functions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.annotate.masked import Mask, Masked
from loaders.facts import Role
from loaders.lexicons.given_names import given_names
from loaders.lexicons.officials import offices
from loaders.lexicons.titles import title_classes
from loaders.patterns.kinds import NUMBER_BASE, number_of
from loaders.threads import cues
from loaders.threads.reading import Reading

PLURAL = re.compile(r"(?:ers|ors|ents|men|women|ants|iefs|ats|ys|als|ads|oys|sts)\b")
"""Endings of offices held by several: ministers, presidents, envoys."""
LEADING = re.compile(r"^(?:president|prime minister|premier|chancellor|king|supreme leader|secretary|leader)\b")
"""Offices whose holders news calls by the surname alone."""
TO_POST = re.compile(r"\b(?:to|for)(?: the)?$")
DETERMINED = re.compile(r"(?:the|an?|his|her|its|their|one|another|former|ex)\b", re.I)
POSTED_TO = ("state", "city", "place", "adjective", "name")
SPEAKER = re.compile(r"\bspokes(?:man|woman|person|men|women|people)\b", re.I)
COMMON_OWNER = re.compile(r"^\s*(?:the|this|that)\s+[a-z]+['’]s\b", re.I)
AROUND_TITLE = re.compile(r"['’]s?(?!\w)|,|^\s*(?:the|a|an|one|his|her|its|their)\b", re.I)
BEHIND_TITLE = re.compile(r"\s+(?:of|in|at|on|for|to|the|and|from|with|his|her|its|their)$")
"""What is left of owners, and the small words that a title cannot end with."""


@dataclass(frozen=True, slots=True)
class StateOffice:
    """An office, force or faction of a state as the text calls it, and the kind of actor that it is."""

    name: str
    kind: str


def state_office(words: str) -> StateOffice | None:
    """The office that words name: "Afghan foreign ministry" → foreign ministry; troops and soldiers are forces."""
    match = _state_offices().search(words)
    if match is None:
        return None
    name = match[0]
    if cues.within("forces_alone", name):
        return StateOffice("forces", "government")
    if cues.within("group", name):
        return StateOffice(name, "armed_group")
    return StateOffice(name, "group" if cues.within("civil_group", name) else "government")


@cache
def _state_offices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cues.words('state_office')})\b", re.I)


def rank_before(reading: Reading, number: int, name: Mask) -> Role | None:
    """The rank right before a person's name: "Colonel Ana Ruiz"."""
    before = reading.masked.text[reading.masked.masks[number].start : name.start]
    words = before.split()
    for size in (3, 2, 1):
        rank = " ".join(words[-size:])
        if len(words) >= size and rank.lower() in title_classes()["rank"]:
            start = reading.start + name.start - len(before) + before.rindex(words[-size])
            return Role(rank, None, start, start + len(rank))
    return None


def named_in(reading: Reading, number: int) -> tuple[Mask, tuple[int, ...]] | None:
    """Of a person's mask the name that is the person's own, and the numbers of the offices that the person holds."""
    masked, held = reading.masked, []
    while True:
        mask = masked.masks[number]
        held += [n for n in mask.inside if masked.masks[n].kind == "office" or _is_trade(masked, n)]
        own = mask.slots.get("self", ())
        if mask.kind == "name":
            return mask, tuple(held)
        if not own:
            return None
        number = own[0]


def _is_trade(masked: Masked, number: int) -> bool:
    """Whether what somebody is called before the name is what he does or did: "a protester", not "a man"."""
    words = masked.words(number).lower()
    is_own = masked.masks[number].kind == "individual" and not re.match(r"(?:his|her|their)\b", words)
    return is_own and not cues.ends("anybody", words)


def joint_offices(reading: Reading, number: int) -> tuple[int, ...]:
    """The office without article before "and" and a person with one: "Maltese President and chairman Ada Obi"."""
    masked = reading.masked
    at = masked.string.find(token(masked, number))
    before = re.search(rf"({masked.kinds.codes['office']}.) and $", masked.string[: max(0, at)])
    if at < 0 or before is None or masked.masks[number].string[:1] != masked.kinds.codes["office"]:
        return ()
    office = number_of(before[1][1])
    is_open = masked.words(office)[0].isupper() and not DETERMINED.match(masked.words(office))
    return (office,) if is_open and is_one(reading, office) else ()


def token(masked: Masked, number: int) -> str:
    """How a mask stands in the string."""
    return masked.kinds.codes[masked.masks[number].kind] + chr(NUMBER_BASE + number)


def looks_like_person(reading: Reading, number: int) -> bool:
    """Whether a name without an office can only be a person's: two to four words, none a place's or a thing's."""
    mask = reading.masked.masks[number]
    name = reading.masked.text[mask.start : mask.stop]
    words = name.split()
    if not 2 <= len(words) <= 6 or name.isupper():
        return False
    if words[0] in given_names():
        return not cues.within("no_surname", name)
    if cues.within("no_person", name) or cues.opens("place_first", name):
        return False
    before = reading.masked.text[max(0, mask.start - 20) : mask.start]
    return len(words) <= 4 and not cues.ends("place_before", before)


def known_holder(words: str) -> str:
    """The one holder of an office whom a single word names: "Lukashenko" needs no title; "" where it names none."""
    terms = offices().terms(words) if " " not in words else ()
    return terms[0].person if any(LEADING.search(term.office) for term in terms) else ""


def place_of_office(reading: Reading, number: int) -> str | None:
    """The place over which an office is held: "the mayor of Zuwara"."""
    masked = reading.masked
    owners = [masked.masks[n] for n in masked.masks[number].slots.get("of", ())]
    return next((masked.text[m.start : m.stop] for m in owners if m.kind in ("place", "city", "name")), None)


def is_many(words: str) -> bool:
    """Whether an office's words begin with its plural: "the governors of both regions", "tribal elders"."""
    return bool(re.match(r"(?:the\s+)?(?:[\w-]+\s+){0,2}?" + PLURAL.pattern, words, re.I))


def is_one(reading: Reading, number: int) -> bool:
    """Whether an office names one holder: "the president", not "a minister" or "former presidents"."""
    words = reading.masked.words(number).lower()
    return not re.match(r"(?:an?|one|some|several|former|other|both|two)\b", words) and not PLURAL.search(words)


def title_of(reading: Reading, number: int) -> str:
    """The title in an office's words: owners and articles left out.

    What it is posted to stays ("envoy to Chad"); whom somebody speaks for does not ("spokesman for the rebels").
    """
    masked = reading.masked
    mask = masked.masks[number]
    text = masked.text[mask.start : mask.stop]
    for inner in sorted((masked.masks[n] for n in mask.slots.get("of", ())), key=lambda m: -m.start):
        behind = text[: inner.start - mask.start].rstrip()
        if inner.kind in POSTED_TO and TO_POST.search(behind) and not SPEAKER.search(behind):
            continue
        text = text[: inner.start - mask.start] + " " + text[inner.stop - mask.start :]
    text = COMMON_OWNER.sub(" ", text)
    words = " ".join(AROUND_TITLE.sub(" ", text).split()).strip(" -")
    while (trimmed := BEHIND_TITLE.sub("", words)) != words:
        words = trimmed
    return words


def title_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from others: a minister of home affairs is the home minister."""
    return frozenset(title.lower().split()) - {"of", "for", "the", "and", "affairs"}
