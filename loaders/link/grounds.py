"""The grounds on which two reports that do not contradict each other are one event: `GROUNDS`, one function each.

In: two `Report`s. Out: yes or no. Pure and symmetric. The vaguer the days are, the more must be in common besides. What
one article tells without any day needs a day of publication that fits, and, like everything here, one candidate.
"""

from __future__ import annotations

from .likeness import (
    COUNTRY_ONLY,
    FEW,
    guests,
    number_of,
    same_kind,
    same_place,
    same_toll,
    same_town,
    shared,
    tolls_apart,
)
from .reports import Report
from .windows import (
    days_meet,
    deadlines_meet,
    has_year,
    is_dated,
    is_whole_year,
    just_before,
    length,
    lies_within,
    near,
    not_before,
)

# What people say, and what has no kind, happens many times a day: the day and the place prove nothing.
ONLY_BY_ACTORS = frozenset({"say", "other"})
# What the same actors do to each other many times a month: a month and who they are prove nothing.
RECURRING = frozenset({"assault", "coerce", "mobilize", "other", "protest", "say"})
# What the same parties do seldom enough that the year tells which is meant.
SELDOM = frozenset({"agree", "retreat"})
# What befalls a person.
PERSONAL = frozenset({"assault", "coerce"})
# What a country or a city sees seldom enough that the month tells which is meant, and with the guests the year.
RARE = frozenset({"consult.conference", "vote.election"})
GOING_ON = frozenset({"ongoing", "stalled"})
LONGEST_DAY, LONGEST_WEEK, LONGEST_MONTH, LONGEST_YEAR = (2, 7, 31, 366)
"""Days in a window "known to the day" (a night has two), and so on."""
QUARTER = 92  # days between two articles that speak of a plan, or of talks, as of something that readers know
NEWS = 7  # days for which something is news
FRESH = 3  # days after which a paper no longer says "on Sunday"


def _by_day_and_place(left: Report, right: Report) -> bool:
    """Kinds of one family, on one day (one without a year meets any year), in one country, or in one town by name."""
    return (
        left.family not in ONLY_BY_ACTORS
        and (None not in (left.country, right.country) or same_town(left, right))
        and _longest(left, right) <= LONGEST_DAY
        and days_meet(left, right)
    )


def _by_parties(left: Report, right: Report) -> bool:
    """One kind and two parties, in one month; a deal or a withdrawal also in a year that the month lies in."""
    if left.type != right.type or shared(left, right) < 2 or not days_meet(left, right):
        return False
    longest = _longest(left, right)
    if longest > LONGEST_DAY and (left.family in RECURRING or not _of_one_year(left, right)):
        return False
    return longest <= LONGEST_MONTH or (
        left.family in SELDOM and longest <= LONGEST_YEAR and (lies_within(left, right) or lies_within(right, left))
    )


def _by_week_and_town(left: Report, right: Report) -> bool:
    """One kind in one town in one week, such as a weekday that an article without a year cannot place better."""
    return (
        left.family not in ONLY_BY_ACTORS
        and same_kind(left, right)
        and same_town(left, right)
        and _meet(left, right, LONGEST_WEEK)
        and _is_fresh(left, right)
        and not tolls_apart(left, right)
        and not _other_people(left, right)
    )


def _by_toll(left: Report, right: Report) -> bool:
    """One kind with the same toll, on a day where one article names no place, else in one month."""
    if not (same_kind(left, right) and same_toll(left, right)):
        return False
    if left.country is None or right.country is None:
        return _meet(left, right, LONGEST_DAY)
    return left.country == right.country and _meet(left, right, LONGEST_MONTH)


def _by_month_and_town(left: Report, right: Report) -> bool:
    """What a city sees seldom, in one month; other meetings and deals with a guest in common."""
    if left.family in RECURRING or left.type != right.type or not _meet(left, right, LONGEST_MONTH):
        return False
    if left.type in RARE and (
        same_town(left, right) or left.family == "vote" or COUNTRY_ONLY in _precisions(left, right)
    ):
        in_one_land = left.country == right.country is not None or same_town(left, right)
        return in_one_land and not _other_people(left, right)
    return left.country == right.country is not None and bool(guests(left) & guests(right))


def _by_target(left: Report, right: Report) -> bool:
    """What was done to one and the same person: killed once, and seldom taken twice in a month."""
    if left.family not in PERSONAL or not left.targets & right.targets:
        return False
    if is_dated(left) and is_dated(right):
        most = LONGEST_YEAR if left.family == "assault" else LONGEST_MONTH
        return _meet(left, right, most)
    return left.family == "assault" and left.status == right.status == "occurred" and _told_afterwards(left, right)


def _by_year_and_guests(left: Report, right: Report) -> bool:
    """What a city sees seldom, with a guest in common, in a year that the day of one lies in."""
    return (
        left.type == right.type
        and left.type in RARE
        and same_place(left, right)
        and (bool(guests(left) & guests(right)) or left.family == "vote")
        and _longest(left, right) <= LONGEST_YEAR
        and (lies_within(left, right) or lies_within(right, left))
        and has_year(left.last)
        and has_year(right.last)
    )


def _by_news(left: Report, right: Report) -> bool:
    """News told without a day, and what had happened in that town in the week before."""
    if not (same_kind(left, right) and same_town(left, right) and _is_news(left) and _is_news(right)):
        return False
    if left.family in ONLY_BY_ACTORS or tolls_apart(left, right) or _other_people(left, right):
        return False
    if is_dated(left) == is_dated(right):
        return not is_dated(left) and near(left.told, right.told, NEWS) and _has_more(left, right)
    undated, dated = (right, left) if is_dated(left) else (left, right)
    return length(dated) <= LONGEST_WEEK and just_before(dated.last, undated.told, NEWS)


def _by_same_figures(left: Report, right: Report) -> bool:
    """What both tell at a time without a day, with all the same figures: a toll of the year, a paragraph reprinted."""
    return (
        same_kind(left, right)
        and bool(left.tolls)
        and left.tolls == right.tolls
        and max(map(number_of, left.tolls)) >= FEW
        and min(length(left), length(right)) > LONGEST_MONTH
        and near(left.told, right.told, NEWS)
    )


def _by_deadline(left: Report, right: Report) -> bool:
    """One kind, due by one day or a month that has it, by one party or in one place."""
    together = shared(left, right) > 0 or same_place(left, right)
    return left.type == right.type and together and deadlines_meet(left, right)


def _by_name(left: Report, right: Report) -> bool:
    """A concluded deal of two parties: "the deal of Peru with the rebels", and the one that they signed in May."""
    return (
        left.family == "agree"
        and left.type == right.type
        and left.status == right.status == "occurred"
        and is_dated(left) != is_dated(right)
        and shared(left, right) > 1
        and _told_afterwards(left, right)
    )


def _by_process(left: Report, right: Report) -> bool:
    """Talks of two parties that go on, or have stalled; both articles tell of them at a time, and one tells where."""
    return (
        left.family == "consult"
        and left.type == right.type
        and {left.status, right.status} <= GOING_ON
        and (left.country or right.country) is not None
        and shared(left, right) > 1
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
        and shared(left, right) > 0
    )


GROUNDS = (
    _by_day_and_place,
    _by_parties,
    _by_week_and_town,
    _by_toll,
    _by_month_and_town,
    _by_target,
    _by_year_and_guests,
    _by_news,
    _by_same_figures,
    _by_deadline,
    _by_name,
    _by_process,
    _by_plan,
    _by_year,
)


def _precisions(left: Report, right: Report) -> tuple[int | None, int | None]:
    return left.place_precision, right.place_precision


def _longest(left: Report, right: Report) -> int:
    return max(length(left), length(right))


def _meet(left: Report, right: Report, most: int) -> bool:
    """Whether two windows of at most so many days share one, in one year."""
    if _longest(left, right) > most or not days_meet(left, right):
        return False
    return most <= LONGEST_DAY or _of_one_year(left, right)


def _other_people(left: Report, right: Report) -> bool:
    """Whether both name guests of a meeting, or persons who were struck, and none in common."""
    ours, theirs = (guests(left), guests(right)) if left.family == "consult" else (left.targets, right.targets)
    return bool(ours and theirs) and not ours & theirs


def _is_news(report: Report) -> bool:
    return report.is_core and report.status == "occurred"


def _is_fresh(left: Report, right: Report) -> bool:
    """Whether the day of one is among the last days before the other's article, if that tells it as news."""
    return all(
        not _is_news(vague) or length(vague) <= LONGEST_DAY or just_before(exact.last, vague.told, FRESH)
        for vague, exact in ((left, right), (right, left))
    )


def _has_more(left: Report, right: Report) -> bool:
    return same_toll(left, right) or shared(left, right) > 1


def _of_one_year(left: Report, right: Report) -> bool:
    """Both have a year, or the articles are so near to each other that "September" is the same one."""
    return (has_year(left.last) and has_year(right.last)) or near(left.told, right.told, QUARTER)


def _told_afterwards(left: Report, right: Report) -> bool:
    """Neither article appeared before the other's event can have begun."""
    return not_before(left.told, right.first) and not_before(right.told, left.first)


def _told_before(left: Report, right: Report) -> bool:
    """Neither article appeared after the other's event must have begun."""
    return not_before(right.last, left.told) and not_before(left.last, right.told)
