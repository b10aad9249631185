"""A day as an article of some other day writes it, and what those words say.

In: the day, the day of publication, chance. Out: `When`: words with their preposition, first and last day, precision.
A weekday or "last month" is what the annotation guide takes it for.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

WEEK, SEASON, HALF_YEAR, YEAR = 7, 75, 180, 330
DAY_FIRST = frozenset({"broadcaster", "live"})  # houses that write "18 March"


@dataclass(frozen=True, slots=True)
class When:
    """`words` is what stands in the sentence; `has_year` tells that the year stands there, too."""

    words: str
    first: date
    last: date
    precision: str
    has_year: bool = False


def when(day: date, published: date, house: str, chance: Random, *, exact: bool = False) -> When:
    """One of the ways to write the day; `exact` rules out weeks, months and years."""
    ways = [way for way in _ways(day, published, house) if not exact or way.precision == "day"]
    return chance.choice(ways)


def _ways(day: date, published: date, house: str) -> Iterator[When]:
    ahead = (day - published).days
    if 0 <= -ahead < WEEK or 0 < ahead < WEEK - 1:
        yield When(f"on {day:%A}", day, day, "day")
    if ahead == -1 and house == "broadsheet":
        yield When("yesterday", day, day, "day")
    if abs(ahead) < YEAR:
        yield from (When(f"on {written(day, house)}", day, day, "day") for _ in range(2))
    else:
        yield When(f"on {written(day, house)}{',' if house not in DAY_FIRST else ''} {day.year}", day, day, "day", True)
        yield When(f"in {day:%B} {day.year}", *month(day), "month", True)
    yield from _vague(day, published, -ahead)


def _vague(day: date, published: date, behind: int) -> Iterator[When]:
    months = (day.year - published.year) * 12 + day.month - published.month
    monday = published - timedelta(days=published.weekday() + WEEK)
    if monday <= day < monday + timedelta(days=WEEK):
        yield When("last week", monday, monday + timedelta(days=WEEK - 1), "week")
    if months in (-1, 1):
        yield When("last month" if months < 0 else "next month", *month(day), "month")
    if SEASON > abs(behind) > WEEK * 3 or HALF_YEAR > behind > 0 and months < -1:
        yield When(f"in {day:%B}", *month(day), "month")
    if published.year - day.year == 1 and behind > YEAR:
        yield When("last year", date(day.year, 1, 1), date(day.year, 12, 31), "year")


def month(day: date) -> tuple[date, date]:
    """First and last day of its month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def written(day: date, house: str) -> str:
    """`March 18`, or `18 March` where the house writes so."""
    return f"{day.day} {day:%B}" if house in DAY_FIRST else f"{day:%B} {day.day}"
