"""Whether two reports of different articles can tell of one event, and how well they agree.

In: two `Report`s. Out: `strength` (None: they do not agree), `contradict`. Pure and symmetric.

Reports that do not contradict each other agree by one of `RULES`. Each asks for more than one thing in common, and the
vaguer the days are, the more. What one article tells without any day needs a day of publication that fits, and, like
everything here, exactly one candidate (groups.py).
"""

from __future__ import annotations

from .reports import Report
from .windows import (
    days_meet,
    deadlines_meet,
    has_year,
    is_closed,
    is_dated,
    is_due,
    is_whole_year,
    length,
    lies_within,
    near,
    not_before,
)

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
# What the same actors do to each other many times a month: a month and who they are prove nothing.
RECURRING = frozenset({"assault", "coerce", "mobilize", "other", "protest", "say"})
# What the same parties do seldom enough that the year tells which is meant.
SELDOM = frozenset({"agree", "retreat"})
GOING_ON = frozenset({"ongoing", "stalled"})
LONGEST_DAY, LONGEST_MONTH, LONGEST_YEAR = (
    2,
    31,
    366,
)  # days in a window "known to the day" (a night has two), and so on
QUARTER = 92  # days between two articles that speak of a plan, or of talks, as of something that readers know
COUNTRY_ONLY = 6

Strength = tuple[bool, bool, bool, int]


def strength(left: Report, right: Report) -> Strength | None:
    """How well two reports agree: same kind, place, days with their year, parties shared. None: they do not."""
    if left.article_id == right.article_id or contradict(left, right):
        return None
    if not any(agree(left, right) for agree in RULES):
        return None
    same_days = (left.first, left.last) == (right.first, right.last)
    return left.type == right.type, same_place(left, right), same_days, _shared(left, right)


def _by_day_and_place(left: Report, right: Report) -> bool:
    """Kinds of one family, on one day (one without a year meets any year), in one country."""
    return (
        left.family not in ONLY_BY_ACTORS
        and left.country is not None
        and right.country is not None
        and max(length(left), length(right)) <= LONGEST_DAY
        and days_meet(left, right)
    )


def _by_parties(left: Report, right: Report) -> bool:
    """One kind and two parties, in one month; a deal or a withdrawal also in a year that the month lies in."""
    if left.type != right.type or _shared(left, right) < 2 or not days_meet(left, right):
        return False
    longest = max(length(left), length(right))
    if longest > LONGEST_DAY and (left.family in RECURRING or not _of_one_year(left, right)):
        return False
    return longest <= LONGEST_MONTH or (
        left.family in SELDOM and longest <= LONGEST_YEAR and (lies_within(left, right) or lies_within(right, left))
    )


def _by_deadline(left: Report, right: Report) -> bool:
    """One kind, due by one day or a month that has it, by one party or in one place."""
    shared = _shared(left, right) > 0 or same_place(left, right)
    return left.type == right.type and shared and deadlines_meet(left, right)


def _by_name(left: Report, right: Report) -> bool:
    """A concluded deal of two parties: "the deal of Peru with the rebels", and the one that they signed in May."""
    return (
        left.family == "agree"
        and left.type == right.type
        and left.status == right.status == "occurred"
        and is_dated(left) != is_dated(right)
        and _shared(left, right) > 1
        and _told_afterwards(left, right)
    )


def _by_process(left: Report, right: Report) -> bool:
    """Talks of two parties that go on, or have stalled; both articles tell of them at a time, and one tells where."""
    return (
        left.family == "consult"
        and left.type == right.type
        and {left.status, right.status} <= GOING_ON
        and (left.country or right.country) is not None
        and _shared(left, right) > 1
        and near(left.told, right.told, QUARTER)
        and _told_afterwards(left, right)
    )


def _by_plan(left: Report, right: Report) -> bool:
    """A meeting planned without a day, and one planned there, with a guest in common, of which both tell at a time."""
    return (
        left.family == "consult"
        and left.type == right.type
        and left.status == right.status == "planned"
        and not (is_dated(left) and is_dated(right))
        and left.country is not None
        and left.country == right.country
        and bool((left.parties & right.parties) - {f"country {left.country}"})
        and near(left.told, right.told, QUARTER)
        and _told_before(left, right)
    )


def _by_year(left: Report, right: Report) -> bool:
    """History told in passing: one kind, by one party, in one place, in a year of which nobody gives the day."""
    return (
        left.type == right.type
        and left.status == right.status == "occurred"
        and not (left.is_core or right.is_core)
        and is_whole_year(left)
        and (left.first, left.last) == (right.first, right.last)
        and same_place(left, right)
        and _shared(left, right) > 0
    )


RULES = (_by_day_and_place, _by_parties, _by_deadline, _by_name, _by_process, _by_plan, _by_year)


def contradict(left: Report, right: Report) -> bool:
    """Whether two reports cannot tell of one event: family, contrary kinds, days or places apart."""
    return (
        left.family != right.family
        or frozenset((left.type, right.type)) in CONTRARY
        or (is_closed(left) and is_closed(right) and not days_meet(left, right))
        or (is_due(left) and is_due(right) and not deadlines_meet(left, right))
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


def _shared(left: Report, right: Report) -> int:
    return len(left.parties & right.parties)


def _of_one_year(left: Report, right: Report) -> bool:
    """Both have a year, or the articles are so near to each other that "September" is the same one."""
    return (has_year(left.last) and has_year(right.last)) or near(left.told, right.told, QUARTER)


def _told_afterwards(left: Report, right: Report) -> bool:
    """Neither article appeared before the other's event can have begun."""
    return not_before(left.told, right.first) and not_before(right.told, left.first)


def _told_before(left: Report, right: Report) -> bool:
    """Neither article appeared after the other's event must have begun."""
    return not_before(right.last, left.told) and not_before(left.last, right.told)
