"""Where events stand in a sentence, and what the article as a whole tells them. It reads masks and decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.facts import Published
from loaders.patterns.kinds import NUMBER_BASE, number_of
from loaders.threads.reading import Reading

EVENT_KINDS = ("meeting", "attack", "pact")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the article tells every mention: its day of publication, and the countries it is about, most named first."""

    published: Published
    countries: tuple[str, ...]


def event_numbers(reading: Reading, string: str | None = None) -> list[int]:
    """Numbers of the event masks of a sentence, outermost ones, in the order of the text."""
    kinds = reading.masked.kinds.codes
    text = reading.masked.string if string is None else string
    found = [number_of(m[1]) for m in _events("".join(kinds[k] for k in EVENT_KINDS)).finditer(text)]
    if string is None:
        for mask in reading.masked.masks:
            if mask.kind == "aside":
                found += event_numbers(reading, mask.string)
    return found


@cache
def _events(openings: str) -> re.Pattern[str]:
    """A mask of one of some kinds, and its number."""
    return re.compile(f"[{openings}](.)", re.S)


def position(reading: Reading, number: int) -> int:
    """Where a mask stands in the main string, or -1."""
    masked = reading.masked
    return masked.string.find(masked.kinds.codes[masked.masks[number].kind] + chr(NUMBER_BASE + number))


def below(reading: Reading, number: int) -> list[int]:
    """Numbers of all masks inside a mask, outermost first."""
    found = []
    for inner in reading.masked.masks[number].inside:
        found += [inner, *below(reading, inner)]
    return found


def premodifiers(reading: Reading, number: int) -> list[tuple[int, str]]:
    """Masks before the head of an event and what ties them to it: "" (Moscow talks), "'s", "-", "led", "backed" …"""
    found = []
    for n in reading.masked.masks[number].slots.get("pre", ()):
        behind = reading.masked.text[reading.masked.masks[n].stop :][:12].lower()
        tie = re.match(
            r"['’]s?|[-‑ ](backed|led|sponsored|hosted|mediated|brokered|organi[sz]ed|drafted|claimed)\b|-", behind
        )
        found.append((n, "" if tie is None else tie[1] or tie[0]))
    return found


TELLS_OF_IT = re.compile(r",?\s*(?:which|that|due|held|scheduled|set|planned|slated|expected)\b", re.I)


def told_in(reading: Reading, number: int) -> int | None:
    """The aside right behind an event that tells when and where it is: "talks, due to open in Accra on Monday, …"."""
    at, masked = position(reading, number), reading.masked
    if at < 0 or masked.string[at + 2 : at + 3] != masked.kinds.codes["aside"]:
        return None
    aside = number_of(masked.string[at + 3])
    return aside if TELLS_OF_IT.match(masked.words(aside)) else None
