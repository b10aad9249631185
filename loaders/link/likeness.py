"""What two reports have in common besides their days: place, toll, parties, kind.

In: two `Report`s. Out: verdicts and counts. Pure and symmetric.
"""

from __future__ import annotations

from .reports import Report

PROVINCE, COUNTRY_ONLY = 4, 6
WIDE = frozenset({PROVINCE, COUNTRY_ONLY})
# A text that says less than another of how it was done.
KIN = frozenset({frozenset({"assault.bombing", "assault.suicide_bombing"})})
TOLD_APART = 1.5  # tolls of one attack grow, but seldom by more than half
FEW = 3  # dead; smaller figures are the same by chance


def same_place(left: Report, right: Report) -> bool:
    """One and the same place, by key, or by name where one text at most tells which of that name it means."""
    if left.place_id is None or right.place_id is None:
        return left.place_name is not None and left.place_name == right.place_name and not lands_apart(left, right)
    return left.place_id == right.place_id


def lands_apart(left: Report, right: Report) -> bool:
    """Whether both are in a country, and in two."""
    return left.country is not None and right.country is not None and left.country != right.country


def holds_the_other(left: Report, right: Report) -> bool:
    """Whether the place of one is only the province or country that the other's lies in."""
    if left.place_name is None or right.place_name is None or same_place(left, right):
        return False
    wide = COUNTRY_ONLY in (left.place_precision, right.place_precision) and left.country == right.country
    return wide or left.place_id in right.places or right.place_id in left.places


def same_town(left: Report, right: Report) -> bool:
    """One and the same place, which is more exact than a country."""
    return same_place(left, right) and left.place_precision != COUNTRY_ONLY


def same_kind(left: Report, right: Report) -> bool:
    """One kind, or one of the two is only known to be of the family, or to be of a wider kind."""
    return (
        left.type == right.type
        or (left.family == right.family and ".other" in left.type + right.type)
        or frozenset((left.type, right.type)) in KIN
    )


def same_toll(left: Report, right: Report) -> bool:
    """Whether both give a figure that is not too small to be the same by chance; not if one mixes two tolls."""
    if _is_mixed(left) or _is_mixed(right) or tolls_apart(left, right):
        return False
    return any(number_of(toll) >= FEW for toll in left.tolls & right.tolls)


def tolls_apart(left: Report, right: Report) -> bool:
    """Whether both say how many were killed, and the numbers are not of one size."""
    ours, theirs = _killed(left), _killed(right)
    return bool(ours and theirs) and not any(_of_one_size(a, b) for a in ours for b in theirs)


def shared(left: Report, right: Report) -> int:
    """How many parties both have."""
    return len(left.parties & right.parties)


def guests(report: Report) -> frozenset[str]:
    """The parties but for the country in whose land it is."""
    return report.parties - {f"country {report.country}"}


def number_of(toll: str) -> int:
    """12 of "killed 12"."""
    return int(toll.rpartition(" ")[2])


def _is_mixed(report: Report) -> bool:
    """Whether it tells two numbers of dead that cannot be of one event: two that its article confuses."""
    killed = _killed(report)
    return bool(killed) and not _of_one_size(min(killed), max(killed))


def _killed(report: Report) -> list[int]:
    return [number_of(toll) for toll in report.tolls if toll.startswith("killed")]


def _of_one_size(one: int, other: int) -> bool:
    less, more = sorted((one, other))
    return more - less < FEW or more <= less * TOLD_APART
