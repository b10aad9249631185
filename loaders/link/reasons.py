"""Why two reports are one event, or are not, in words that a reader can check; and how sure the rules are.

In: two `Report`s, or the reports of an event. Out: `Reason`s; `obstacle`, what stands between two reports; `ties`, the
pairs that hold an event together. Pure and independent of the order of reports.

A score is a grade and no probability: how much each ground asks for, and what the two have in common beyond it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import combinations

from .agreement import CONTRARY, Strength, counts_apart, is_out_of_time, places_apart, strength
from .grounds import GROUNDS
from .likeness import same_place, same_toll, shared
from .reports import Report
from .windows import days_meet, deadlines_meet, is_closed, is_due

VERSION = "link-2"
"""Stands in every link that rules make, so that a reader can tell which rules it was."""

GRADES = {
    "by day and place": 0.85,
    "by parties": 0.8,
    "by toll": 0.8,
    "by week and town": 0.75,
    "by month and town": 0.75,
    "by target": 0.8,
    "by deadline": 0.75,
    "by name": 0.7,
    "by year and guests": 0.7,
    "by same figures": 0.7,
    "by news": 0.65,
    "by process": 0.65,
    "by plan": 0.65,
    "by year": 0.6,
}
"""Ground → how much it alone is worth."""

EXTRA, MOST_SHARED = 0.03, 3
LARGE = 60
"""In a larger event each report is compared with the nearest of the others by id, and not with all."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two reports are one event: by which ground, how sure, and what they have in common."""

    left: Report
    right: Report
    ground: str
    score: float
    words: str


def reason(left: Report, right: Report) -> Reason | None:
    """Why the rules take two reports for one event; None: they do not."""
    how = strength(left, right)
    if how is None:
        return None
    ground = next(named for named, agree in named_grounds() if agree(left, right))
    first, second = sorted((left, right), key=lambda report: report.report_id)
    return Reason(first, second, ground, _score(ground, how), "; ".join(in_common(first, second)))


def named_grounds() -> list[tuple[str, Callable[[Report, Report], bool]]]:
    """Each ground with its name in words: `_by_day_and_place` is "by day and place"."""
    return [(ground.__name__.strip("_").replace("_", " "), ground) for ground in GROUNDS]


def _score(ground: str, how: Strength) -> float:
    *alike, parties = how
    return round(min(0.99, GRADES[ground] + EXTRA * (sum(alike) + min(parties, MOST_SHARED)) / 2), 3)


def in_common(left: Report, right: Report) -> list[str]:
    """What two reports have in common, each in a few words."""
    found = [f"both {left.type}" if left.type == right.type else f"{left.type} and {right.type}"]
    if same_place(left, right):
        found.append(f"in {left.place_name}")
    elif left.country and left.country == right.country:
        found.append(f"{left.place_name} and {right.place_name}, {left.country}")
    if (left.first, left.last) == (right.first, right.last) and left.last:
        found.append(f"on {days(left)}")
    elif left.last and right.last:
        found.append(f"{days(left)} and {days(right)}")
    if same_toll(left, right):
        found.append(", ".join(sorted(left.tolls & right.tolls)))
    if shared(left, right):
        names = [name for name in left.actor_names if name in right.actor_names]
        found.append("with " + ", ".join(names) if names else f"{shared(left, right)} parties in common")
    return found


def obstacle(left: Report, right: Report) -> str | None:
    """What stands between two reports; None: nothing does, though there may be no ground to join them."""
    kinds, told_days = f"{left.type} and {right.type}", f"{days(left)} and {days(right)}"
    if left.teller == right.teller:
        return "one data set tells of both" if left.dataset else "one article tells of both"
    if left.family != right.family or frozenset((left.type, right.type)) in CONTRARY:
        return f"other kinds: {kinds}"
    if is_closed(left) and is_closed(right) and not days_meet(left, right):
        return f"days apart: {told_days}"
    if is_due(left) and is_due(right) and not deadlines_meet(left, right):
        return f"deadlines apart: {told_days}"
    if places_apart(left, right):
        return f"places apart: {left.place_name} and {right.place_name}"
    if is_out_of_time(left, right) or is_out_of_time(right, left):
        return "one article tells of later things, and still plans what the other says happened"
    if counts_apart(left, right):
        return f"tolls apart: {', '.join(sorted(left.tolls))} and {', '.join(sorted(right.tolls))}"
    return None


def days(report: Report) -> str:
    """The days of a report in short: `2021-03-18`, `2021-03-01/2021-03-31`, `by 2021-05-01`, `no day`."""
    first, last = (day.iso() if day else "" for day in (report.first, report.last))
    if not first:
        return f"by {last}" if last else "no day"
    return first if first == last else f"{first}/{last}"


def ties(reports: Collection[Report]) -> list[Reason]:
    """The fewest pairs that hold the reports of an event together, the best first; none where only people do."""
    ordered = sorted(reports, key=lambda report: report.report_id)
    pairs = [
        (how, left, right)
        for (i, left), (j, right) in combinations(enumerate(ordered), 2)
        if (len(ordered) <= LARGE or j - i <= LARGE // 2) and (how := strength(left, right)) is not None
    ]
    pairs.sort(key=lambda pair: (tuple(-each for each in pair[0]), pair[1].report_id, pair[2].report_id))
    group = {report.report_id: {report.report_id} for report in ordered}
    found = []
    for _, left, right in pairs:
        ours, theirs = group[left.report_id], group[right.report_id]
        if ours is not theirs and (why := reason(left, right)):
            found.append(why)
            ours |= theirs
            group |= dict.fromkeys(theirs, ours)
    return found
