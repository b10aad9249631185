"""Office holders named in a text bound its day: "President X" is written while X holds the office.

In go the text and terms of office; out come the intervals of the terms that the text speaks of as present.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final, NamedTuple

# From an election to taking office: the longest that "president-elect" lasts.
_ELECT: Final = timedelta(days=120)
_PAST: Final = re.compile(r"(?:former|ex-?|then-?|late|ousted|deposed|outgoing|one-time|previous)\W", re.I)
# "Signed under President X": of the time of the signing, not of the article.
_UNDER: Final = re.compile(r"\b(?:under|during|by)\s+(?:then\s+)?(?:[A-Z][\w.-]*\s+){0,3}\Z")
_BELOW: Final = re.compile(r"(?:vice|deputy|first deputy|assistant)\W", re.I)
_REACH: Final = 60
_WORD: Final = re.compile(r"\w+")


class Term(NamedTuple):
    """A person's term in an office, both days included; None is an end that is not known, or not yet come."""

    person: str
    office: str
    first: date | None
    last: date | None


def terms_in_text(text: str, offices: Iterable[Term]) -> list[tuple[date | None, date | None]]:
    """An interval for each office holder whom the text names with the office; several terms of one are one."""
    found: dict[tuple[str, str], tuple[date | None, date | None]] = {}
    words = frozenset(_WORD.findall(text))
    for term in offices:
        if _last_word(term.person) in words and term.person in text and (span := _span(text, term)) is not None:
            key = (term.person, term.office)
            found[key] = _joined(found[key], span, term) if key in found else span
    return list(found.values())


@cache
def _last_word(person: str) -> str:
    """The word without which a text does not name a person; looking it up costs less than looking for a name."""
    words: list[str] = _WORD.findall(person)
    return words[-1]


def _span(text: str, term: Term) -> tuple[date | None, date | None] | None:
    match = _title(term.office, term.person).search(text)
    if match is None:
        return None
    left = max(match.start() - _REACH, text.rfind("\n", 0, match.start()) + 1)
    if _PAST.search(text, max(0, left - 12), match.end()) or _UNDER.search(text[left : match.start()]):
        return None
    if match["elect"]:
        return (term.first - _ELECT, term.first) if term.first else None
    return term.first, term.last


@lru_cache(maxsize=10_000)
def _title(office: str, person: str) -> re.Pattern[str]:
    """The office with its holder close behind."""
    return re.compile(rf"\b{_head(office)}(?P<elect>-elect)?\b(?:['’]s)?[^.;]{{0,30}}?\b{re.escape(person)}\b", re.I)


def _head(office: str) -> str:
    """What of an office's name stands before its holder: its last word, but a vice president is no president."""
    named = office.partition(" of ")[0]
    word = re.escape(named.split()[-1])
    if _BELOW.match(named):
        return re.escape(named)
    return rf"(?<!vice )(?<!vice-)(?<!deputy ){word}"


def _joined(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None], term: Term
) -> tuple[date | None, date | None]:
    if other[1] == term.first:  # "president-elect" of a second term is president
        return min(one, other, key=lambda span: span[0] or date.min)
    first = min(one[0], other[0]) if one[0] and other[0] else None
    return first, max(one[1], other[1]) if one[1] and other[1] else None
