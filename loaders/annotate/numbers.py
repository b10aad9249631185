"""Counts: text goes in, quantities with the bounds that their words imply come out. It never looks at what is counted.

Bounds follow the table of vague numbers in the codebook: literal, with null for an open end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.dates.words import TEENS, TENS, UNITS
from loaders.lexicons.words import load
from loaders.patterns.either import either
from loaders.patterns.line import lowered

SMALL = ("zero", *UNITS, *TEENS)
TWENTY_ON = dict(zip(TENS, range(20, 100, 10), strict=True))
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
NOT_COUNTED = (
    r"%|-\w|\s*(?:percent|per cent|billion|trillion|(?:kilo|centi|milli)?met(?:re|er)|km\b|kilo|miles?\b|hours?\b"
    r"|minutes?\b|seconds?\b|days?\b|weeks?\b|months?\b|years?\b|p\.?m\b|a\.?m\b|GMT|local time|degrees|dollars|euros"
    r"|pounds|feet\b|tons?\b|tonnes|acres|hectares|barrels|o'clock|-year|cents|points?\b|times\b|square\b|inches)"
)


RANGE = r"(?:(?:\s+(?:to|or)\s+|\s?[-–—]\s?)|(?(between)\s+and\s+|(?!)))"
"""What joins the ends of a range: "24 to 30", "two or three", "40-50"; "and" does so only behind "between"."""

OF_THEM = r"\s+(?:them|whom|us|the|these|those|his|her|its|their|our)\b"
"""Behind "several of" these tell a part of a whole: "of" then belongs to them."""

ROSE = re.compile(
    r"(?<!\w)(?:go|goes|gone|going|went|was|is|rose|risen|climbed|climbing|rising|revised|adjusted)\s+$", re.I
)
"""Behind these "up to" is a way and no bound: "the toll went up to four"."""

CHANGE = re.compile(r"(?<!\w)from\s+$")
RANGING = re.compile(r"(?:^|range[sd]?|ranging|vary|varied|varying|anything|anywhere|estimates)\s*from\s+$", re.I)
"""Behind "from" two numbers are a change ("rose from 12 to 24"), unless these words tell a range."""

OPENERS = ("a", "half", "between", "another")
"""What counts may begin with beside numbers and the words of the lexicon: "a dozen", "between 3 and 5"."""


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
def _number() -> str:
    """One number in digits or words: `1,200`, `2.5 million`, `twenty-five`, `half a dozen`."""
    unit = "|".join(SMALL[1:10])
    word = rf"(?:(?:{'|'.join(TWENTY_ON)})(?:[- ](?:{unit}))?|{'|'.join(sorted(SMALL[1:], key=len, reverse=True))})"
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+(?=\s+million))?"
    half = rf"(?:{word}[- ]and[- ]a[- ]half\s+million|half\s+a\s+(?:dozen|million))"
    scaled = rf"(?:(?:{digits}|{word}|a|half a)\s+)?(?:dozen|hundred|thousand|million)(?!s)"
    rest = rf"(?:\s+(?:(?:{word}\s+)?hundred\s+)?(?:and\s+)?{word})"
    return rf"(?:{half}|{scaled}{rest}?(?:\s+thousand(?!s))?|{digits}|{word})"


@cache
def _regex() -> re.Pattern[str]:
    one, none = _number(), _either(load("numbers.yaml")["none"])
    return re.compile(
        rf"""(?<![\w.$€£/:#-])(?<!No\.\s)
        (?:(?P<lead>{_either(load("numbers.yaml")["lead"])})\s+)?
        (?:(?P<before>{_either(_phrases("before"))})\s+(?:another\s+)?)?(?:(?P<between>between)\s+)?
        (?:(?P<vague>{_either(_vague())})(?:\s+of(?=\s+\w)(?!{OF_THEM}))?(?!\w)
          |(?P<low>{one})(?:{RANGE}(?P<high>{one})(?=[\s,.;)]|$))?
          |(?P<none>{none})(?!\w|\.\s?\d)
          |(?P<single>another)(?=\s+(?:{_either(load("numbers.yaml")["alone"])})(?!\w)))
        (?P<after>\+|\s+(?:{_either(_phrases("after"))})(?!\w)|(?P<odd>-odd)(?!\w))?
        (?![\w]|,\d|\.\d|/\d|:\d|{NOT_COUNTED})""",
        re.I | re.X,
    )


def amount(words: str) -> int:
    """The number that digits or words stand for: `1,200`, `twenty-five`, `two dozen`, `half a million`."""
    text = re.sub(r"\s+", " ", words.lower().replace(",", "").replace("-", " ")).strip()
    if " and a half " in text:
        whole, _, scale = text.partition(" and a half ")
        return amount(f"{whole} {scale}") + SCALES[scale] // 2
    parts = [p for p in text.split(" ") if p not in ("and", "a")]
    total, current = 0.0, 0.0
    for part in parts:
        if part in SCALES:
            current = (current or 1) * SCALES[part]
            total, current = (total + current, 0.0) if SCALES[part] >= 100 or part == "dozen" else (total, current)
        elif part == "half":
            current = 0.5
        elif part in TWENTY_ON:
            current += TWENTY_ON[part]
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
    if match["single"]:
        return bounded(1, "exact")
    low = amount(match["low"])
    if match["high"]:
        high = amount(match["high"])
        return Quantity(None, "between", low, high) if high > low and not _is_change(match) else None
    return bounded(low, _qualifier(match))


def _qualifier(match: re.Match[str]) -> str:
    """The qualifier that the words before or behind a number tell."""
    before, after = match["before"], match["after"]
    if before:
        return _phrases("before")[re.sub(r"\s+", " ", before.lower())]
    if after == "+":
        return "at_least"
    if match["odd"]:
        return "about"
    return _phrases("after")[after.strip().lower()] if after else "exact"


def _is_change(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return bool(CHANGE.search(before)) and not RANGING.search(before)


def counts(text: str) -> Iterator[Count]:
    """The counts in a text, left to right; what is no count of things (dates, money, distances) is left out.

    Two numbers that are no range ("from 12 to 24", "12 to 10") are two counts.
    """
    for match in _matches(text):
        quantity = _quantity(match)
        if quantity and quantity.qualifier == "up_to" and ROSE.search(text[: match.start()]):
            yield Count(match.start("low"), match.end(), bounded(amount(match["low"]), "exact"))
        elif quantity:
            yield Count(match.start(), match.end(), quantity)
        else:
            yield from _both_ends(match)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What `_regex().finditer(text)` gives; the regex is tried only at words that a count may begin with."""
    regex, pos = _regex(), 0
    for opener in _openers().finditer(lowered(text)):
        start = opener.start()
        if start >= pos and (match := regex.match(text, start)):
            yield match
            pos = match.end()


@cache
def _openers() -> re.Pattern[str]:
    """The words that a count may begin with, in small letters."""
    data = load("numbers.yaml")
    listed = (*data["lead"], *data["none"], *_phrases("before"), *_vague())
    firsts = (phrase.split()[0] for phrase in (*listed, *SMALL, *TWENTY_ON, *SCALES, *OPENERS))
    return re.compile(rf"\b(?:\d|{either(firsts)}\b)")


def _both_ends(match: re.Match[str]) -> Iterator[Count]:
    for name in ("low", "high"):
        yield Count(match.start(name), match.end(name), bounded(amount(match[name]), "exact"))
