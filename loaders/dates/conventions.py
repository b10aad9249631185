"""The table of date phrases: `date_phrases.yaml` as compiled rows, read once, on first use.

In goes the file, out come rows: a pattern, the words it can begin with, and the first and last day as points
with shifts ("monday-1w"). Rows never know an anchor; `resolve` gives them one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from loaders.dates import words
from loaders.dates.feasts import RULE
from loaders.dates.points import Point, parse_pair, parse_point
from loaders.lexicons.reading import Folders, Item, read_items

Parsed = TypeVar("Parsed")

FILE: Final = "date_phrases.yaml"
FIELDS: Final = frozenset(
    ("key", "phrase", "from", "to", "ahead", "printed", "why", "middle", "not_before", "not_after", "grain")
    + ("precision", "source", "examples", "counterexamples")
)
NAMED_FIELDS: Final = frozenset(("phrase", "day", "examples", "counterexamples"))
GRAINS: Final = frozenset(("day", "week", "month", "season", "year", "unknown"))

_YEAR: Final = rf"(?P<year>{words.YEAR})"
_OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|(?P<year_named>last|this|next)\s+year))?"
_WHICH: Final = r"(?P<which>this|last|next|the)\s+"
_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
_DECADE: Final = r"['’‘]?(?P<decade>(?:1[0-9]|20)\d0|(?<=['’‘])[2-9]0)['’]?s"
PLACEHOLDERS: Final = {
    "{n}": rf"(?P<n>{words.NUMBER})(?:\s+and\s+a\s+half)?",
    "{sep}": r"(?:-|\s+)",
    "{weekday}": rf"(?P<weekday>(?-i:{words.WEEKDAY}))",
    "{week}": rf"{_WHICH}week",
    "{period}": rf"(?:(?P<month>(?-i:{words.MONTH})){_OF_YEAR}(?!\s+\d)|{_WHICH}month)",
    "{year}": rf"(?:{_YEAR}|{_WHICH}year)",
    "{season}": rf"(?:{_WHICH})?{_SEASON}(?:\s+(?:of\s+)?{_YEAR})?",
    "{decade}": rf"(?:the\s+)?(?:{_DECADE}|(?P<named>{'|'.join(words.DECADES)}))",
}
_DAY: Final = re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])")
_HEADS: Final = re.compile(
    r"(?:\(\?<=[^)]*\))?(?:\(((?:[A-Za-z ]+\|?)+)\)(\??)|([A-Za-z]+)|(\(?\{n\}|\{weekday\}))(.*)", re.S
)


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
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def compile_phrase(phrase: str) -> re.Pattern[str]:
    """The phrase as a pattern: placeholders filled in, any white space between words, no word cut short."""
    pattern = re.sub(r"(\(\?<[=!][^)]*\))| +", lambda match: match[1] or r"\s+", phrase)
    for name, fragment in PLACEHOLDERS.items():
        pattern = pattern.replace(name, fragment)
    return re.compile(rf"(?:{pattern})(?![A-Za-z0-9])|(?!)", re.I) if phrase else re.compile(r"(?!)")


def heads_of(phrase: str) -> tuple[str, ...]:
    """The words that a phrase can begin with, in lower case; "#" stands for any number. Raises ValueError."""
    if not phrase:
        return ()
    match = _HEADS.match(phrase)
    if not match:
        raise ValueError(f"phrase is {phrase!r}; it should begin with a word, a choice of words or a number")
    choice, optional, word, placeholder, rest = match.groups()
    if placeholder == "{weekday}":
        return tuple(name.lower() for name in words.WEEKDAY_NAMES)
    if placeholder:
        also = heads_of(rest.split(")?", 1)[1]) if ")?" in rest and placeholder.startswith("(") else ()
        return ("#", *words.NUMBER_HEADS, "a", "an", "several", "some", *also)
    firsts = [one.split()[0].lower() for one in choice.split("|") if one] if choice else [word.lower()]
    return (*firsts, *heads_of(rest.lstrip())) if optional else tuple(firsts)


def _row(item: Item) -> Row:
    try:
        return _read_row(item)
    except (ValueError, re.error) as error:
        raise item.fault(str(error)) from error


def _read_row(item: Item) -> Row:
    return Row(
        key=item.text("key"),
        pattern=compile_phrase(item.text("phrase")),
        heads=heads_of(item.text("phrase")),
        first=parse_point(item.text("from")),
        last=parse_point(item.text("to")),
        ahead=_optional(item, "ahead", parse_pair),
        printed=_optional(item, "printed", parse_pair),
        middle=_optional(item, "middle", parse_point),
        not_before=_optional(item, "not_before", parse_point),
        not_after=_optional(item, "not_after", parse_point),
        grain=_grain(item.text("grain")),
        precision=int(item.text("precision")),
        source=item.text("source"),
        examples=item.texts("examples"),
        counterexamples=item.texts("counterexamples"),
    )


def _grain(word: str) -> str:
    if word not in GRAINS:
        raise ValueError(f"grain is {word!r}; one of {', '.join(sorted(GRAINS))} would be right")
    return word


def _optional(item: Item, field: str, parse: Callable[[str], Parsed]) -> Parsed | None:
    text = item.text(field)
    return parse(text) if text else None


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the calendar that goes by a name; `year` is 0 where it comes back every year, `rule` tells of feasts."""

    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    month: int
    day: int
    year: int
    rule: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def _named_day(item: Item) -> NamedDay:
    phrase, given = item.text("phrase"), item.text("day")
    day, rule = _DAY.fullmatch(given), RULE.fullmatch(given)
    if day is None and rule is None:
        raise item.fault(f"day is {given!r}; --12-25, 2001-09-11, easter-2 or thursday 4 of 11 would be right")
    of_year = "" if day and day["year"] else rf"(?:,?\s+(?:of\s+)?{_YEAR})?"
    return NamedDay(
        pattern=re.compile(rf"(?:{phrase}){of_year}(?![A-Za-z0-9])"),
        heads=("#",) if phrase[0].isdigit() else heads_of(phrase),
        month=int(day["month"]) if day else 0,
        day=int(day["day"]) if day else 0,
        year=int(day["year"] or 0) if day else 0,
        rule="" if day else given,
        examples=item.texts("examples"),
        counterexamples=item.texts("counterexamples"),
    )


@cache
def named_days(folders: Folders = ()) -> tuple[NamedDay, ...]:
    """Days that go by a name. Raises LexiconError with file and line of a malformed entry."""
    return tuple(_named_day(item) for item in read_items(FILE, "named_days", NAMED_FIELDS, folders, key="phrase"))


@cache
def table(folders: Folders = ()) -> dict[str, Row]:
    """All rows by key; a user's row replaces one of its key. Raises LexiconError with file and line."""
    return {row.key: row for row in map(_row, read_items(FILE, "rows", FIELDS, folders, key="key"))}
