"""Counts: text goes in, quantities with the bounds that their words imply come out. It never looks at what is counted.

Bounds follow the table of vague numbers in the codebook: literal, with null for an open end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.lexicons.words import load

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
NOT_COUNTED = (
    r"%|-\w|\s*(?:percent|per cent|billion|trillion|(?:kilo|centi|milli)?met(?:re|er)|km\b|kilo|miles?\b|hours?\b|minutes?\b|"
    r"seconds?\b|days?\b|weeks?\b|months?\b|years?\b|p\.?m\b|a\.?m\b|GMT|local time|degrees|dollars|euros|pounds|feet\b|tons?\b|"
    r"tonnes|acres|hectares|barrels|o'clock|-year|cents|points?\b|times\b|square\b|inches)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: `value` None for a vague word; `low` and `high` inclusive, None is open."""

    value: int | None
    qualifier: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity and its half-open span."""

    start: int
    stop: int
    quantity: Quantity


@cache
def _phrases(section: str) -> dict[str, str]:
    """Phrase → qualifier of one section of numbers.yaml."""
    return {phrase: name for name, phrases in load("numbers.yaml")[section].items() for phrase in phrases}


@cache
def _vague() -> dict[str, int]:
    return {phrase: int(low) for phrase, low in load("numbers.yaml")["vague"].items()}


def _either(words: list[str] | dict[str, str] | dict[str, int]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _regex() -> re.Pattern[str]:
    unit = "|".join(SMALL[1:10])
    word = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{unit}))?|{'|'.join(sorted(SMALL[1:], key=len, reverse=True))})"
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+(?=\s+million))?"
    one = rf"(?:half\s+a\s+(?:dozen|million)|(?:(?:{digits}|{word}|a|half a)\s+)?(?:dozen|hundred|thousand|million)(?!s)(?:\s+(?:and\s+)?{word})?|{digits}|{word})"
    none = _either(load("numbers.yaml")["none"])
    return re.compile(
        rf"""(?<![\w.$€£/:#-])(?<!No\.\s)
        (?:(?P<before>{_either(_phrases("before"))})\s+(?:another\s+)?)?(?:between\s+)?
        (?:(?P<vague>{_either(_vague())})(?:\s+of(?=\s+\w))?(?!\w)
          |(?P<low>{one})(?:(?:\s+(?:to|and|or)\s+|\s?[-–—]\s?)(?P<high>{one})(?=[\s,.]))?
          |(?P<none>{none})(?!\w))
        (?P<after>\s+(?:{_either(_phrases("after"))})(?!\w))?
        (?![\w]|,\d|\.\d|/\d|:\d|{NOT_COUNTED})""",
        re.I | re.X,
    )


def amount(words: str) -> int:
    """The number that digits or words stand for: `1,200`, `twenty-five`, `two dozen`, `half a million`."""
    text = re.sub(r"\s+", " ", words.lower().replace(",", "").replace("-", " ")).strip()
    parts = [p for p in text.split(" ") if p not in ("and", "a")]
    total, current = 0.0, 0.0
    for part in parts:
        if part in SCALES:
            current = (current or 1) * SCALES[part]
            total, current = (total + current, 0.0) if SCALES[part] >= 100 or part == "dozen" else (total, current)
        elif part == "half":
            current = 0.5
        elif part in TENS:
            current += TENS[part]
        else:
            current += SMALL.index(part) if part in SMALL else float(part)
    return round(total + current)


def bounded(value: int, qualifier: str) -> Quantity:
    """The bounds that a qualifier gives a stated number (GUIDE.md's table)."""
    low, high = {
        "at_least": (value, None),
        "more_than": (value + 1, None),
        "nearly": (None, value - 1),
        "up_to": (None, value),
        "about": (None, None),
        "exact": (value, value),
    }[qualifier]
    return Quantity(value, qualifier, low, high)


def _quantity(match: re.Match[str]) -> Quantity | None:
    if match["vague"]:
        return Quantity(None, "vague", _vague()[re.sub(r"\s+", " ", match["vague"].lower())], None)
    if match["none"]:
        return Quantity(0, "exact", 0, 0)
    low = amount(match["low"])
    if match["high"]:
        high = amount(match["high"])
        return Quantity(None, "between", low, high) if high > low else None
    before, after = match["before"], match["after"]
    if before:
        return bounded(low, _phrases("before")[re.sub(r"\s+", " ", before.lower())])
    return bounded(low, _phrases("after")[after.strip().lower()] if after else "exact")


def counts(text: str) -> Iterator[Count]:
    """The counts in a text, left to right; what is no count of things (dates, money, distances) is left out."""
    for match in _regex().finditer(text):
        quantity = _quantity(match)
        if quantity:
            yield Count(match.start(), match.end(), quantity)
        elif match["low"]:
            yield Count(match.start("low"), match.end("low"), bounded(amount(match["low"]), "exact"))
