"""When an annotated and an extracted thing are the same: two names, days, places, figures or events go in, a verdict or
score comes out. The definitions of the annotation guide's scorer; JSON objects in its form. Never looks at a text.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]
Days = tuple[tuple[int, int, int], tuple[int, int, int]]

STATES = Path(__file__).parents[1] / "data" / "states.yaml"
EMPTY_WORDS = frozenset(
    ("the", "a", "an", "of", "and", "government", "state", "representatives", "officials", "delegation", "ministry")
    + ("republic", "islamic", "group", "movement", "militants", "forces", "army", "military")
)
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
QUALIFIERS = {
    "exact": "exact",
    "at_least": "lower",
    "more_than": "lower",
    "nearly": "upper",
    "up_to": "upper",
    "about": "about",
    "between": "between",
    "vague": "vague",
}
NO_YEAR = 0


def fold(text: str | None) -> str:
    """Lower case without accents; straight quotes, plain dashes, single spaces."""
    plain = unicodedata.normalize("NFKD", text or "").translate(PLAIN)
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().split())


@cache
def _states() -> tuple[re.Pattern[str], dict[str, str]]:
    named = yaml.safe_load(STATES.read_text(encoding="utf-8"))
    states = {word: state for state, words in named.items() for word in words}
    longest_first = sorted(states, key=len, reverse=True)
    return re.compile(rf"(?<![\w.-])({'|'.join(map(re.escape, longest_first))})\.?(?![\w-])"), states


@cache
def words(name: str | None) -> frozenset[str]:
    """The words by which a name is told from others; those that stand for a state are that state's."""
    pattern, states = _states()
    text = re.sub(r"'s\b", "", fold(name)).strip(" .")
    found = re.findall(r"[\w-]+", pattern.sub(lambda match: states[match[1]], text))
    return frozenset(found) - EMPTY_WORDS or frozenset(found)


def _spellings(actor: Json | str | None) -> list[str | None]:
    if not actor:
        return []
    return [actor] if isinstance(actor, str) else [actor.get("name"), *actor.get("aliases", [])]


def same_name(one: Json | str | None, other: Json | str | None) -> bool:
    """Whether any two of their names share half of all their words, or one name's words are within the other's."""
    for a in map(words, _spellings(one)):
        for b in map(words, _spellings(other)):
            if a and b and (a <= b or b <= a or 2 * len(a & b) >= len(a | b)):
                return True
    return False


def days(event: Json) -> Days | None:
    """First and last day; a month or year from its first to its last day; the year 0 where none is given."""
    first, last = event.get("start") or event.get("end"), event.get("end") or event.get("start")
    return (_day(first, (1, 1)), _day(last, (12, 31))) if first and last else None


def _day(text: str, missing: tuple[int, int]) -> tuple[int, int, int]:
    parts = [int(digits) for digits in re.findall(r"\d+", text)]
    parts = [NO_YEAR, *parts] if text.startswith("--") else parts
    year, month, day = (*parts, *missing[len(parts) - 1 :])
    month = min(max(month, 1), 12)
    return year, month, min(day, monthrange(year or 2000, month)[1])


def dates_agree(one: Json, other: Json) -> bool | None:
    """Whether the days overlap, give or take one; None where either has none. Without a year, years do not count."""
    a, b = days(one), days(other)
    if a is None or b is None:
        return None
    if NO_YEAR in (a[0][0], b[0][0]):
        return a[0][1:] <= b[1][1:] and b[0][1:] <= a[1][1:]
    (a_first, a_last), (b_first, b_last) = (map(_number, each) for each in (a, b))
    return a_first - 1 <= b_last and b_first - 1 <= a_last


def _number(day: tuple[int, int, int]) -> int:
    return date(*day).toordinal()


def width(of: Days) -> int:
    """How many days lie between first and last."""
    return _number(of[1]) - _number(of[0])


def dates_exact(gold: Json, read: Json) -> bool:
    """The same first and last day; any year where the annotation has none."""
    wanted, got = days(gold), days(read)
    if wanted and got and wanted[0][0] == NO_YEAR:
        return [day[1:] for day in wanted] == [day[1:] for day in got]
    return wanted == got


def same_day_of_publication(gold: Json, read: Json) -> bool:
    """The intervals meet, and what was read is at most twice as wide as the annotation and three days more."""
    wanted = days({"start": gold.get("earliest"), "end": gold.get("latest") or gold.get("earliest")})
    got = days({"start": read.get("earliest"), "end": read.get("latest")})
    if wanted is None or got is None or got[0][0] == NO_YEAR:
        return False
    is_near = _number(wanted[0]) - 1 <= _number(got[1]) and _number(got[0]) - 1 <= _number(wanted[1])
    return is_near and width(got) <= 2 * width(wanted) + 3


def places_agree(one: Json, other: Json) -> bool | None:
    """True for places that share a word, False for other countries, None where that cannot be told."""
    if one.get("place") and other.get("place") and words(one["place"]) & words(other["place"]):
        return True
    if one.get("country") and other.get("country") and one["country"] != other["country"]:
        return False
    return None


def evidence_overlap(one: Json, other: Json) -> float:
    """The share of the shorter evidence's words of four letters or more that are in the other's."""
    a, b = (frozenset(re.findall(r"\w{4,}", fold(" ".join(_evidence(each))))) for each in (one, other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _evidence(claim: Json) -> Iterator[str]:
    for each in (claim, *claim.get("casualties", ()), *claim.get("participants", ())):
        yield each.get("evidence") or ""


def event_score(gold: Json, read: Json) -> float:
    """How well two events agree; 0 if they cannot be one."""
    if gold["type"].split(".")[0] != read["type"].split(".")[0]:
        return 0.0
    date_, place, evidence = dates_agree(gold, read), places_agree(gold, read), evidence_overlap(gold, read)
    if date_ is False or place is False:
        return 0.0
    if not (evidence >= 0.3 or (date_ and place) or ((date_ or place) and evidence >= 0.15)):
        return 0.0
    return 1 + bool(date_) + 1.5 * bool(place) + 2 * evidence + 0.5 * bool(gold["type"] == read["type"])


def figure_score(gold: Json, read: Json, *, with_qualifier: bool) -> float:
    """How well two casualty figures agree; 0 if kind or number differ. A vague number is its lower bound."""
    evidence = evidence_overlap({"evidence": gold.get("evidence")}, {"evidence": read.get("evidence")})
    wanted, got = gold.get("value"), read.get("value")
    if gold["kind"] != read["kind"] or wanted != got:
        return 0.0
    if wanted is None:
        return 1 + evidence if gold.get("low") == read.get("low") else 0.0
    is_same = QUALIFIERS.get(gold["qualifier"]) == QUALIFIERS.get(read["qualifier"])
    return 0.0 if with_qualifier and not is_same else 1 + is_same + evidence
