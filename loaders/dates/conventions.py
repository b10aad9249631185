"""The table of date phrases: `date_phrases.yaml` as compiled rows, read once, on first use.

In goes the file, out come rows: a pattern, the words it can begin with, and the first and last day as points
with shifts ("monday-1w"). Rows never know an anchor; `resolve` gives them one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from eventdb.errors import LexiconError
from loaders.dates import words

TABLE: Final = Path(__file__).parent.parent / "lexicons" / "date_phrases.yaml"
POINTS: Final = frozenset(("R", "monday", "saturday", "month", "year", "P", "Q"))
GRAINS: Final = frozenset(("day", "week", "month", "season", "year", "unknown"))
UNIT_OF_LETTER: Final = {"d": "day", "w": "week", "m": "month", "y": "year", "": "day"}

_YEAR: Final = rf"(?P<year>{words.YEAR})"
_WHICH: Final = r"(?P<which>this|last|next|the)\s+"
_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
PLACEHOLDERS: Final = {
    "{n}": rf"(?P<n>{words.NUMBER})",
    "{sep}": r"(?:-|\s+)",
    "{weekday}": rf"(?P<weekday>(?-i:{words.WEEKDAY}))",
    "{week}": rf"{_WHICH}week",
    "{period}": rf"(?:(?P<month>(?-i:{words.MONTH}))(?:,?\s+(?:of\s+)?{_YEAR})?(?!\s+\d)|{_WHICH}month)",
    "{year}": rf"(?:{_YEAR}|{_WHICH}year)",
    "{season}": rf"(?:{_WHICH})?{_SEASON}(?:\s+(?:of\s+)?{_YEAR})?",
    "{decade}": r"(?:the\s+)?(?P<decade>(?:1[0-9]|20)\d0)s",
}
_POINT: Final = re.compile(r"(R|monday|saturday|month|year|P|Q)((?:[+-](?:\d+|n0?)[dwmy]?)*)")
_SHIFT: Final = re.compile(r"([+-])(\d+|n0?)([dwmy]?)")
_HEADS: Final = re.compile(
    r"(?:\(\?<=[^)]*\))?(?:\(((?:[A-Za-z ]+\|?)+)\)(\??)|([A-Za-z]+)|(\(?\{n\}|\{weekday\}))(.*)", re.S
)


@dataclass(frozen=True, slots=True)
class Point:
    """A named point and its shifts: each a sign, a number (0 for the phrase's own), a factor of it, and a unit."""

    name: str
    shifts: tuple[tuple[int, str], ...] = ()
    own_shifts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; `printed` is the source's own interval where the house deviates from it."""

    key: str
    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    first: Point
    last: Point
    ahead: tuple[Point, Point] | None
    printed: tuple[Point, Point] | None
    middle: Point | None
    not_before: Point | None
    not_after: Point | None
    grain: str
    precision: int
    source: str
    example: str
    counter_example: str


def parse_point(text: str) -> Point:
    """ "monday-1w" → Monday, moved by −1 week. Raises LexiconError."""
    match = _POINT.fullmatch(text.strip())
    if not match:
        raise LexiconError(f"date_phrases: {text!r} is no point; write one of {sorted(POINTS)} and shifts such as -1w")
    fixed, own = [], []
    for sign, amount, letter in _SHIFT.findall(match[2]):
        direction = 1 if sign == "+" else -1
        if amount.startswith("n"):
            own.append((direction * (10 if amount == "n0" else 1), UNIT_OF_LETTER[letter]))
        else:
            fixed.append((direction * int(amount), UNIT_OF_LETTER[letter]))
    return Point(match[1], tuple(fixed), tuple(own))


def _pair(text: str | None) -> tuple[Point, Point] | None:
    if not text:
        return None
    first, _, last = text.partition("..")
    return parse_point(first), parse_point(last)


def _optional(text: str | None) -> Point | None:
    return parse_point(text) if text else None


def compile_phrase(phrase: str) -> re.Pattern[str]:
    """The phrase as a pattern: placeholders filled in, any white space between words, no word cut short."""
    pattern = re.sub(r"(\(\?<[=!][^)]*\))| +", lambda match: match[1] or r"\s+", phrase)
    for name, fragment in PLACEHOLDERS.items():
        pattern = pattern.replace(name, fragment)
    return re.compile(rf"(?:{pattern})(?![A-Za-z0-9])|(?!)", re.I) if phrase else re.compile(r"(?!)")


def heads_of(phrase: str) -> tuple[str, ...]:
    """The words that a phrase can begin with, in lower case; "#" stands for any number. Raises LexiconError."""
    if not phrase:
        return ()
    match = _HEADS.match(phrase)
    if not match:
        raise LexiconError(f"date_phrases: phrase {phrase!r} must begin with a word, a choice of words or a number")
    choice, optional, word, placeholder, rest = match.groups()
    if placeholder == "{weekday}":
        return tuple(name.lower() for name in words.WEEKDAY_NAMES)
    if placeholder:
        also = heads_of(rest.split(")?", 1)[1]) if ")?" in rest and placeholder.startswith("(") else ()
        return ("#", *words.NUMBER_HEADS, "a", "an", "several", "some", *also)
    firsts = [one.split()[0].lower() for one in choice.split("|") if one] if choice else [word.lower()]
    return (*firsts, *heads_of(rest.lstrip())) if optional else tuple(firsts)


def _row(entry: dict[str, str]) -> Row:
    grain = entry["grain"]
    if grain not in GRAINS:
        raise LexiconError(f"date_phrases: {entry['key']}: grain {grain!r} is not one of {sorted(GRAINS)}")
    return Row(
        key=entry["key"],
        pattern=compile_phrase(entry["phrase"]),
        heads=heads_of(entry["phrase"]),
        first=parse_point(entry["from"]),
        last=parse_point(entry["to"]),
        ahead=_pair(entry.get("ahead")),
        printed=_pair(entry.get("printed")),
        middle=_optional(entry.get("middle")),
        not_before=_optional(entry.get("not_before")),
        not_after=_optional(entry.get("not_after")),
        grain=grain,
        precision=int(entry["precision"]),
        source=entry["source"],
        example=entry.get("example", ""),
        counter_example=entry.get("counter_example", ""),
    )


def parse_table(text: str) -> dict[str, Row]:
    """Rows by key. Raises LexiconError where an entry lacks a field or has a malformed one."""
    try:
        rows = [_row(entry) for entry in yaml.load(text, Loader=yaml.CBaseLoader)["rows"]]
    except KeyError as error:
        raise LexiconError(f"date_phrases: a row lacks the field {error}") from error
    return {row.key: row for row in rows}


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the calendar that goes by a name; `year` is 0 where it comes back every year."""

    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    month: int
    day: int
    year: int
    example: str
    counter_example: str


def _named_day(entry: dict[str, str]) -> NamedDay:
    _, month, day = entry["day"].rsplit("-", 2)
    return NamedDay(
        pattern=re.compile(rf"(?:{entry['phrase']})(?![A-Za-z0-9])"),
        heads=("#",) if entry["phrase"][0].isdigit() else heads_of(entry["phrase"]),
        month=int(month),
        day=int(day),
        year=int(entry["day"][:4]) if entry["day"][0] != "-" else 0,
        example=entry["example"],
        counter_example=entry["counter_example"],
    )


@cache
def named_days() -> tuple[NamedDay, ...]:
    """Days that go by a name, of the same file."""
    found = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return tuple(_named_day(entry) for entry in found["named_days"])


@cache
def table() -> dict[str, Row]:
    """All rows of the table, by key."""
    return parse_table(TABLE.read_text(encoding="utf-8"))
