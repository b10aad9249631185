"""Whether two reports of different articles can tell of one event, and how well they agree.

In: two `Report`s. Out: `strength` (None: they do not agree), `contradict`. Pure and symmetric.

Two reports agree where
- their kinds are of one family and not contrary, their days meet, both known to the day (a day without a year meets
  the same month and day of any year), and one's place is the other's, lies in it, or is only the country; or
- their kind is the same, they share two actors, and their windows, of a month at most, meet; or
- their kind is the same, both are due by the same day ("by May 1"), and they share an actor or the place.
"""

from __future__ import annotations

from datetime import date

from ..facts import Day
from .reports import Report

CONTRARY = frozenset(
    frozenset(pair)
    for pair in (
        ("assault.airstrike", "assault.bombing"),
        ("assault.airstrike", "assault.suicide_bombing"),
        ("assault.airstrike", "assault.shooting"),
        ("coerce.arrest", "coerce.kidnapping"),
        ("consult.call", "consult.conference"),
        ("consult.call", "consult.visit"),
        ("retreat.release", "retreat.withdrawal"),
    )
)
# What people say, and what has no kind, happens many times a day: the day and the place prove nothing.
ONLY_BY_ACTORS = frozenset({"say", "other"})
LONGEST_DAY, LONGEST_MONTH = 2, 31  # days in a window "known to the day" (a night has two), and in one of a month
COUNTRY_ONLY = 6
ANY_YEAR = 2000

Strength = tuple[bool, bool, bool, int]


def strength(left: Report, right: Report) -> Strength | None:
    """How well two reports agree: same kind, place, days with their year, actors shared. None: they do not."""
    if left.article_id == right.article_id or contradict(left, right):
        return None
    if not (_by_day_and_place(left, right) or _by_actors(left, right) or _by_deadline(left, right)):
        return None
    same_days = (left.first, left.last) == (right.first, right.last)
    return left.type == right.type, same_place(left, right), same_days, len(left.actors & right.actors)


def _by_day_and_place(left: Report, right: Report) -> bool:
    return (
        left.family not in ONLY_BY_ACTORS
        and left.country is not None
        and right.country is not None
        and max(length(left), length(right)) <= LONGEST_DAY
        and days_meet(left, right)
    )


def _by_actors(left: Report, right: Report) -> bool:
    return left.type == right.type and len(left.actors & right.actors) > 1 and days_meet(left, right)


def _by_deadline(left: Report, right: Report) -> bool:
    shared = bool(left.actors & right.actors) or same_place(left, right)
    return left.type == right.type and shared and deadlines_meet(left, right)


def contradict(left: Report, right: Report) -> bool:
    """Whether two reports cannot tell of one event: family, contrary kinds, days or places apart."""
    return (
        left.family != right.family
        or frozenset((left.type, right.type)) in CONTRARY
        or (_is_dated(left) and _is_dated(right) and not days_meet(left, right))
        or (_is_due(left) and _is_due(right) and not deadlines_meet(left, right))
        or places_apart(left, right)
    )


def same_place(left: Report, right: Report) -> bool:
    """One and the same place, by key, or by name where the gazetteer knows neither."""
    if left.place_id is None and right.place_id is None:
        return left.place_name is not None and (left.place_name, left.country) == (right.place_name, right.country)
    return left.place_id == right.place_id


def places_apart(left: Report, right: Report) -> bool:
    """Both have a place, neither lies in the other, and neither is only the other's country."""
    if left.place_name is None or right.place_name is None or same_place(left, right):
        return False
    if left.country != right.country:
        return True
    if COUNTRY_ONLY in (left.place_precision, right.place_precision):
        return False
    return left.place_id not in right.places and right.place_id not in left.places


def days_meet(left: Report, right: Report) -> bool:
    """Whether two closed windows of a month at most share a day; where one has no year, years are not compared."""
    if max(length(left), length(right)) > LONGEST_MONTH:
        return False
    yearless = not (_year(left) and _year(right))
    (a_first, a_last), (b_first, b_last) = bounds(left, yearless=yearless), bounds(right, yearless=yearless)
    return a_first <= b_last and b_first <= a_last


def deadlines_meet(left: Report, right: Report) -> bool:
    """Whether both are due by one and the same day, in any year where one has none."""
    if not (_is_due(left) and _is_due(right) and left.last and right.last):
        return False
    same = (left.last.month, left.last.day) == (right.last.month, right.last.day)
    return same and (left.last.year == right.last.year or not (left.last.year and right.last.year))


def bounds(report: Report, *, yearless: bool = False) -> tuple[date, date]:
    """First and last day of a closed window; `yearless` puts both into one and the same year."""
    if report.first is None or report.last is None:
        raise ValueError(f"report {report.report_id} has no closed window")
    return _date(report.first, yearless=yearless), _date(report.last, yearless=yearless)


def length(report: Report) -> int:
    """Days in the window; far more than any bound where it is open or absent."""
    if report.first is None or report.last is None:
        return 10_000
    first, last = bounds(report, yearless=not _year(report))
    return (last - first).days + 1 if first <= last else 10_000


def _is_dated(report: Report) -> bool:
    return length(report) <= LONGEST_MONTH


def _is_due(report: Report) -> bool:
    return report.first is None and report.last is not None


def _year(report: Report) -> int:
    return report.first.year if report.first else 0


def _date(day: Day, *, yearless: bool) -> date:
    return date(ANY_YEAR if yearless else day.year, day.month, day.day)
