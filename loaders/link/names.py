"""Groups and earlier ids → ids of events. An id survives when reports join, and a merge leaves a redirect.

In: groups of reports, each report with the id of the event that it was part of so far. Out: an id for each group, and
which earlier ids it now stands for. Pure, and independent of the order of groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from ..keys import key
from .reports import Report


@dataclass(frozen=True, slots=True)
class Named:
    """An event: its id, its reports, and the ids of events that were merged into it."""

    event_id: int
    reports: frozenset[Report]
    merged: tuple[int, ...] = ()


ATTEMPTS = 3  # a founder that left its event behind names a second one; more than that was never seen


def possible_ids(groups: Collection[frozenset[Report]]) -> list[int]:
    """The ids that groups without an earlier id may be given."""
    return [_id(_founder(members), attempt) for members in groups for attempt in range(1, ATTEMPTS + 1)]


def name(groups: Collection[frozenset[Report]], taken: Collection[int] = ()) -> list[Named]:
    """An id for each group; `taken` are ids of events that are not among the groups and stay as they are.

    An earlier id goes to the group that holds most of its reports. Of several ids of a group the one of most reports
    stays, of equal ones that of the founder or else the smallest, and the others are merged into it; so a part that
    comes back takes its whole's id. A group without an earlier id is named after its report of the smallest id.
    """
    ordered = sorted(groups, key=_founder)
    heirs = _heirs(ordered)
    used = {*taken, *heirs}
    named = []
    for number, members in enumerate(ordered):
        ids = _ranked([event_id for event_id, heir in heirs.items() if heir == number], members)
        chosen = ids[0] if ids else _new_id(members, used)
        used.add(chosen)
        named.append(Named(chosen, members, tuple(ids[1:])))
    return named


def _ranked(ids: Collection[int], members: frozenset[Report]) -> list[int]:
    """The ids of a group's earlier events, that of the largest first."""
    had = Counter(report.event_id for report in members)
    founded = _id(_founder(members), 1)
    return sorted(ids, key=lambda event_id: (-had[event_id], event_id != founded, event_id))


def _heirs(groups: list[frozenset[Report]]) -> dict[int, int]:
    """Earlier id → number of the group with most of its reports; at a tie the group of the smallest report id."""
    votes: dict[int, Counter[int]] = {}
    for number, members in enumerate(groups):
        for report in members:
            if report.event_id is not None:
                votes.setdefault(report.event_id, Counter())[number] += 1
    return {event_id: min(found, key=lambda number: (-found[number], number)) for event_id, found in votes.items()}


def _new_id(members: frozenset[Report], used: Collection[int]) -> int:
    founder = _founder(members)
    return next(event_id for attempt in range(1, 100) if (event_id := _id(founder, attempt)) not in used)


def _id(founder: int, attempt: int) -> int:
    return key("event", founder) if attempt == 1 else key("event", founder, attempt)


def _founder(members: frozenset[Report]) -> int:
    return min(report.report_id for report in members)
