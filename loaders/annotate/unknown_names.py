"""Names that no lexicon knows: a text whose known names are hidden goes in, spans of capitalised names come out.

A capital at the start of a sentence proves nothing, so words that English or this article writes small are no names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from loaders.lexicons.given_names import given_names
from loaders.lexicons.titles import title_classes
from loaders.lexicons.words import event_nouns, load, noun_classes, verb_forms

UPPER = "A-ZÀ-ÖØ-ÞĀČĐĞİŁŃŌŘŚŞŠŽȘȚ"
OPENING_NAMES = re.compile(
    "new|old|north|south|east|west|western|eastern|northern|southern|great|san|santa|port|fort|saint|upper|lower|little"
)
"""Common words that open names of places: "New Delhi", "Port Harcourt"."""
PARTICLE = (
    r"(?:(?:de|da|do|van|von)\s(?:la|las|los|le|der|den|het)|von und zu|dela|della|del|dos|das|de|da|do|di|du|bin|ibn|"
    r"bint|ben|bar|ould|uld|el|al|van|von|zu|ter|ten|den|der|ul|ur|ud|uz|us|af|av|y|la|le|e)"
)
"""Small words inside a person's name: "Ana de la Vega", "Omar bin Rashid", "Ida von der Aue"."""
OWNERS = (
    "(?:People|Children)'s|(?:People|Worker|Farmer|Peasant|Student|Teacher|Soldier|Citizen|Youth|Lawyer|Doctor|Nurse|"
    "Journalist|Writer|Veteran|Miner|Fighter|Officer|Trader|Employer|Employee)s'|Women's"
)
"""Possessives that stand inside a name, "the Workers' Party"; behind any other a new name begins, "Obi's Party"."""
TIED = (
    "led|backed|linked|based|born|run|held|controlled|dominated|mediated|brokered|sponsored|owned|aligned|allied|headed"
)
"""What a hyphen ties to a name and is none of it: "the Obuya-led front"."""
WORD = (
    rf"(?:(?:{OWNERS})(?=\s+[{UPPER}])|(?:(?:[Aa][lnrstz]|[Aa]d|[Aa]sh|[Ee]l|[Ee]d|[Uu][ldrsz]|d|O|D)[-'])?"
    rf"[{UPPER}][\w]*(?:[-'](?!(?:{TIED})\b)[\w]+)*(?<!'s))"
)
INITIALS = rf"(?:[{UPPER}]\.\s?-?)+(?=\s*[{UPPER}][\w'-]*[a-z])"
"""Initials before a name: "J. D. Okello", "H.R. Vale"."""
NAME = re.compile(
    rf"(?<![\w.'-])(?:{INITIALS}\s*)?{WORD}(?:\s+(?:{PARTICLE}\s+){{0,2}}(?:(?:[{UPPER}]\.)+(?=\s[{UPPER}])|{WORD}))*"
)
BLANKS_APART = re.compile(r"\S+")
HYPHENED = re.compile(r"[\w-]+")
CAPITAL = re.compile(f"[{UPPER}]")
OF_NAME = re.compile(rf"\s+(?:of|for|on)\s+(?:the\s+)?(?={WORD})")
FEWEST_WITH_OFFICE = 3
NO_HEADS = ("media", "company", "group")
"""Kinds of organisations whose head word does not make a name with "of" or "for": "News of Obi" is none."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A capitalised name: its half-open span, and the kind of organisation that its head word tells, if any."""

    start: int
    stop: int
    organisation: str | None


@cache
def not_names() -> frozenset[str]:
    """Words that are capitalised for their place or custom and are no names, lower case."""
    data = load("names.yaml")
    nouns = noun_classes()
    small = {w.lower() for ws in data["not_names"].values() for w in ws}  # "general" ones too: see _trim
    small |= {w for k in ("human", "body", "team", "death", "injury") for w in nouns[k]}
    return frozenset(small | set(event_nouns()) | {w for w in verb_forms() if " " not in w})


@cache
def qualifiers() -> frozenset[str]:
    """Words that open an organisation's name and are no names by themselves: National, Supreme, Joint."""
    return frozenset(load("names.yaml")["not_names"]["general"])


@cache
def organisation_heads() -> dict[str, str]:
    """Head word of a name (lower case) → kind of actor: party, government, igo, ngo, company, media, …"""
    return {word: kind for kind, words in load("names.yaml")["organisation_heads"].items() for word in words}


def unknown_names(text: str, written_small: Collection[str]) -> Iterator[UnknownName]:
    """Names in a text where covered spans are NULs; `written_small` are the article's words without a capital."""
    for match in capitalised(text):
        start, stop = _trim(text, match.start(), match.end(), written_small)
        if held := _office_inside(text[start:stop]):
            yield UnknownName(start, start + held[0], None)
            start += held[1]
        kind = _kind(text[start:stop]) if stop > start else None
        if kind is None and (headed := _headed(text, match)):
            yield headed
        elif stop > start:
            yield UnknownName(start, _joined(text, stop) if kind else stop, kind)


def capitalised(text: str) -> Iterator[re.Match[str]]:
    """What `NAME.finditer(text)` gives; NAME is tried only at capitals and at the particles tied to them."""
    pos = 0
    for capital in CAPITAL.finditer(text):
        at = capital.start()
        if at < pos:
            continue
        starts = (at - 3, at - 2) if at and text[at - 1] in "-'" else (at,)
        found = (NAME.match(text, start) for start in starts if start >= pos)
        if match := next(filter(None, found), None):
            yield match
            pos = match.end()


def _trim(text: str, start: int, stop: int, written_small: Collection[str]) -> tuple[int, int]:
    """Drop leading and trailing words that are no names."""
    words = [(start + m.start(), start + m.end()) for m in BLANKS_APART.finditer(text[start:stop])]
    if len(words) > 1 and _kind(text[start:stop]) and text[slice(*words[0])].lower() in qualifiers():
        return start, stop
    words = words[_title_length([text[slice(*word)] for word in words]) :]
    while words and not _is_given(text, words) and _is_common(text, *words[0], written_small, is_first=True):
        words.pop(0)
    while words and not _ends_name(text, words):
        words.pop()
    return (words[0][0], words[-1][1]) if words else (start, start)


def _office_inside(name: str) -> tuple[int, int] | None:
    """Where an office parts what it is held over from who holds it: "Gozo East MP Ada Obi" → (9, 13)."""
    words = [match.span() for match in BLANKS_APART.finditer(name)]
    if len(words) < FEWEST_WITH_OFFICE or _kind(name):
        return None
    for i in range(len(words) - 2, 0, -1):
        if name[slice(*words[i])].lower() in inner_offices() and not _is_named_so(name, words, i):
            first = i - 1 if i > 1 and name[words[i - 1][0] : words[i][1]].lower() in title_words() else i
            return words[first - 1][1], words[i + 1][0]
    return None


def _is_named_so(name: str, words: list[tuple[int, int]], i: int) -> bool:
    """Whether the word is a family name: a given name stands before it."""
    return name[slice(*words[i - 1])] in given_names()


@cache
def inner_offices() -> frozenset[str]:
    """Single words of offices that are hardly ever names of people."""
    data = load("names.yaml")["inner_offices"]
    offices = {word for word in title_classes()["office"] if " " not in word}
    return frozenset(offices | {*data["also"]}) - {*data["names"]}


def _is_given(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether the first of several words is a given name: "Mark Okello" is somebody, though to mark is a verb."""
    return len(words) > 1 and text[slice(*words[0])] in given_names()


def _ends_name(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether the last word may end a name: "Okello Monday" has one word too many, "Mark Hunter" has not."""
    word = text[slice(*words[-1])].lower()
    if word + text[words[-1][1] : words[-1][1] + 1] in title_words():
        return False  # "Police chief Gen" of "Gen. Okello"
    if word not in not_names() or word in organisation_heads():
        return True
    return len(words) == 2 and _is_given(text, words) and word not in never_names()


@cache
def never_names() -> frozenset[str]:
    """Small words and days of the week, which are no surnames either."""
    data = load("names.yaml")["not_names"]
    return frozenset(data["function"]) - {"more", "may", "will"} | {d for d in data["calendar"] if d.endswith("day")}


def _title_length(words: list[str]) -> int:
    """How many leading words are titles, ranks and what modifies them: they stand before a name and are none of it."""
    taken = 0
    while taken < len(words):
        sizes = (n for n in (4, 3, 2, 1) if " ".join(words[taken : taken + n]).lower() in title_words())
        size = next(sizes, 0)
        if not size:
            return taken
        taken += size
    return taken


@cache
def title_words() -> frozenset[str]:
    """Titles, ranks, honorifics and their modifiers, lower case."""
    classes = title_classes()
    return frozenset(word for name in ("title", "rank", "honorific", "modifier") for word in classes[name])


def _is_common(text: str, start: int, stop: int, written_small: Collection[str], *, is_first: bool) -> bool:
    word = text[start:stop].lower()
    opens = _opens(text, start)
    if word in not_names():
        return opens or not OPENING_NAMES.fullmatch(word)
    return opens and is_first and word in written_small


def _headed(text: str, match: re.Match[str]) -> UnknownName | None:
    """A name of which only the head stands before "of": "the Ministry of Defence", "the Front for Renewal"."""
    start = max(match.start(), text.rfind(" ", 0, match.end()) + 1)
    kind = organisation_heads().get(text[start : match.end()].lower())
    if kind is None or kind in NO_HEADS or _opens(text, start):
        return None
    stop = _joined(text, match.end())
    return UnknownName(start, stop, kind) if stop > match.end() else None


def _joined(text: str, stop: int) -> int:
    """Where an organisation's name ends: behind what follows "of" or "for", once or twice."""
    for _ in range(2):
        joint = OF_NAME.match(text, stop)
        more = NAME.match(text, joint.end()) if joint else None
        stop = more.end() if more else stop
    return stop


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence or a quotation, where anything is written with a capital."""
    return not text[:start].strip() or text[:start].rstrip()[-1:] in '.?!:"“'


def _kind(name: str) -> str | None:
    words = HYPHENED.findall(name.lower())
    heads = organisation_heads()
    for word in (words[-1], words[0]):
        if word in heads and (len(words) > 1 or word not in ("party",)):
            return heads[word] if len(words) > 1 else None
    return None
