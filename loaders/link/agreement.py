"""Whether two reports of different articles or data sets can tell of one event, and how well they agree.

In: two `Report`s. Out: `strength` (None: they do not agree), `contradict`. Pure and symmetric.

Reports that do not contradict each other agree on one of the grounds of grounds.py, which ask for more than one thing
in common. How well they agree decides between candidates; of equally good ones that contradict each other there is
none (groups.py).
"""

from __future__ import annotations

from .grounds import GROUNDS, LONGEST_DAY
from .likeness import COUNTRY_ONLY, WIDE, holds_the_other, same_place, same_toll, shared, tolls_apart
from .reports import Report
from .windows import days_meet, deadlines_meet, has_year, is_closed, is_dated, is_due, length

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

Strength = tuple[bool, bool, bool, bool, int]


def strength(left: Report, right: Report) -> Strength | None:
    """How well two reports agree: same kind, toll, place, days with their year, parties shared. None: they do not."""
    if left.teller == right.teller or contradict(left, right):
        return None
    if not any(agree(left, right) for agree in GROUNDS):
        return None
    same_days = (left.first, left.last) == (right.first, right.last)
    return left.type == right.type, same_toll(left, right), same_place(left, right), same_days, shared(left, right)


def contradict(left: Report, right: Report) -> bool:
    """Whether two reports cannot tell of one event: family, contrary kinds, days, places or tolls apart."""
    return (
        left.family != right.family
        or frozenset((left.type, right.type)) in CONTRARY
        or (is_closed(left) and is_closed(right) and not days_meet(left, right))
        or (is_due(left) and is_due(right) and not deadlines_meet(left, right))
        or places_apart(left, right)
        or is_out_of_time(left, right)
        or is_out_of_time(right, left)
        or counts_apart(left, right)
    )


def counts_apart(left: Report, right: Report) -> bool:
    """Whether tolls tell two events apart: those of one day grow, but not if one may be of several places."""
    is_told_widely = max(length(left), length(right)) > LONGEST_DAY or holds_the_other(left, right)
    return is_told_widely and tolls_apart(left, right)


def is_out_of_time(planned: Report, other: Report) -> bool:
    """Whether an article that tells of later things cannot plan what happened then."""
    if planned.status != "planned" or planned.since is None:
        return False
    happened = other.last or other.first
    if happened is None or not has_year(happened):
        return other.told is not None and has_year(other.told) and not is_dated(planned) and other.told < planned.since
    return happened <= planned.since


def places_apart(left: Report, right: Report) -> bool:
    """Both have a place, neither lies in the other, and neither is only the other's country."""
    if left.place_name is None or right.place_name is None or same_place(left, right):
        return False
    if left.country is None or right.country is None:
        return not {left.place_precision, right.place_precision} & WIDE
    if left.country != right.country:
        return True
    if COUNTRY_ONLY in (left.place_precision, right.place_precision):
        return False
    return left.place_id not in right.places and right.place_id not in left.places
