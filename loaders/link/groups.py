"""Reports → groups that tell of one event.

In: `Report`s in any order, and what humans judged. Out: frozensets of reports. Pure.

A report keeps a candidate only if no equally good or better one contradicts it: one candidate or none. Two reports
that keep each other are joined, the best agreeing first, unless their groups contradict each other: a group holds at
most one report of an article and one record of a data set, and reports without a year never join two years. A human's
word goes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby, product

from .agreement import Strength, contradict, strength
from .blocks import BlockKey, block_keys
from .reports import Report

Pair = tuple[int, int]
Candidate = tuple[Strength, Report]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of reports (smaller id first) that humans judged to be the same, or not."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class _Forest:
    """Groups so far; each report's group is a list shared by its members."""

    judged: Judged
    group_of: dict[int, list[Report]]
    bound: set[int] = field(default_factory=set)

    def bind(self, left: Report, right: Report) -> None:
        """Make one group of two, since a human says so."""
        self.bound |= {left.report_id, right.report_id}
        self.join(left, right)

    def join(self, left: Report, right: Report) -> None:
        """Make one group of two, unless something stands against it."""
        ours, theirs = self.group_of[left.report_id], self.group_of[right.report_id]
        if ours is theirs or any(self._apart(a, b) for a in ours for b in theirs):
            return
        ours.extend(theirs)
        for report in theirs:
            self.group_of[report.report_id] = ours

    def _apart(self, left: Report, right: Report) -> bool:
        """Whether a human or the rules say that two reports are not the same; a human's "same" outweighs the rules."""
        if pair_of(left, right) in self.judged.different:
            return True
        if left.report_id in self.bound or right.report_id in self.bound:
            return False
        return left.teller == right.teller or contradict(left, right)


def group(reports: Iterable[Report], judged: Judged | None = None) -> list[frozenset[Report]]:
    """The groups, by their smallest report id."""
    ordered = sorted(reports, key=lambda report: report.report_id)
    by_id = {report.report_id: report for report in ordered}
    forest = _Forest(judged or Judged(), {report.report_id: [report] for report in ordered})
    for left, right in sorted(forest.judged.same):
        if left in by_id and right in by_id:
            forest.bind(by_id[left], by_id[right])
    for left, right in _mutual(ordered, forest.judged.different):
        forest.join(by_id[left], by_id[right])
    groups = {id(members): frozenset(members) for members in forest.group_of.values()}
    return sorted(groups.values(), key=lambda members: min(report.report_id for report in members))


def pair_of(left: Report, right: Report) -> Pair:
    """Two ids, the smaller first."""
    return min(left.report_id, right.report_id), max(left.report_id, right.report_id)


def _mutual(reports: list[Report], different: Collection[Pair]) -> list[Pair]:
    """Pairs that keep each other, the best agreeing first."""
    pairs = _agreeing(reports, different)
    candidates: dict[int, list[Candidate]] = defaultdict(list)
    for (left, right), (how, a, b) in pairs.items():
        candidates[left].append((how, b))
        candidates[right].append((how, a))
    kept = {report_id: {each.report_id for each in _settled(found)} for report_id, found in candidates.items()}
    mutual = [pair for pair in pairs if pair[1] in kept[pair[0]] and pair[0] in kept[pair[1]]]
    return sorted(mutual, key=lambda pair: (tuple(-each for each in pairs[pair][0]), pair))


def _agreeing(reports: list[Report], different: Collection[Pair]) -> dict[Pair, tuple[Strength, Report, Report]]:
    blocks: dict[BlockKey, list[Report]] = defaultdict(list)
    for report in reports:
        for key, _ in block_keys(report):
            blocks[key].append(report)
    pairs = {pair_of(a, b): (a, b) for block in blocks.values() for a, b in _of_two_tellers(block)}
    found = {pair: (strength(a, b), a, b) for pair, (a, b) in pairs.items() if pair not in different}
    return {pair: (how, a, b) for pair, (how, a, b) in found.items() if how is not None}


def _of_two_tellers(block: list[Report]) -> Iterator[tuple[Report, Report]]:
    """The pairs of a block that may be one, the smaller id first; records of a data set are not compared."""
    told: dict[int | str, list[Report]] = defaultdict(list)
    for report in block:
        told[report.teller].append(report)
    for ours, theirs in combinations(told.values(), 2):
        yield from ((a, b) if a.report_id < b.report_id else (b, a) for a, b in product(ours, theirs))


def _settled(candidates: list[Candidate]) -> list[Report]:
    """The candidates that stand: best first, each in agreement with those kept and with its equals."""
    kept: list[Report] = []
    ordered = sorted(candidates, key=lambda each: (each[0], each[1].report_id), reverse=True)
    for _, level in groupby(ordered, key=lambda each: each[0]):
        fitting = _without_contradiction([report for _, report in level], kept)
        kept += _without_contradiction(fitting, fitting)
    return kept


def _without_contradiction(reports: list[Report], others: list[Report]) -> list[Report]:
    """The reports that contradict none of the others; of many others of one profile one is asked for all."""
    asked = {_profile(other): other for other in others}
    tellers: dict[int | str, set[int]] = defaultdict(set)
    for other in others:
        tellers[other.teller].add(other.report_id)
    return [
        report
        for report in reports
        if not tellers[report.teller] - {report.report_id}
        and not any(contradict(report, other) for other in asked.values())
    ]


def _profile(report: Report) -> tuple[object, ...]:
    """All that `contradict` looks at."""
    place = (report.place_id, report.place_name, report.country, report.place_precision)
    days = (report.first, report.last, report.date_precision, report.told, report.since)
    return report.type, report.status, report.tolls, *days, *place
