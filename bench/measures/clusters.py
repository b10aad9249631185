"""Two partitions of the same things → how far they agree: pairwise and B³, precision and recall. Pure.

In: for each thing the set that it truly is in and the set that it was put into (None: left alone). Pairs are counted
from the sizes of sets, never listed, so that a corpus of any size can be measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Pair = tuple[Hashable, Hashable | None]


@dataclass(frozen=True, slots=True)
class Agreement:
    """`true_pairs` are pairs that are one, `found_pairs` pairs that were made one, `right_pairs` both."""

    things: int
    true_pairs: int
    found_pairs: int
    right_pairs: int
    b3_precision: float
    b3_recall: float

    @property
    def precision(self) -> float:
        """The share of pairs made one that are one."""
        return self.right_pairs / self.found_pairs if self.found_pairs else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs that are one that were made one."""
        return self.right_pairs / self.true_pairs if self.true_pairs else 1.0


def agreement(things: Iterable[Pair]) -> Agreement:
    """How far what was made one is one."""
    rows = list(_placed(things))
    true, found, both = Counter(row[0] for row in rows), Counter(row[1] for row in rows), Counter(rows)
    precisions = sum(number * number / found[row[1]] for row, number in both.items())
    recalls = sum(number * number / true[row[0]] for row, number in both.items())
    number = len(rows) or 1
    return Agreement(len(rows), _pairs(true), _pairs(found), _pairs(both), precisions / number, recalls / number)


def _pairs(counted: Counter[Any]) -> int:
    return sum(number * (number - 1) // 2 for number in counted.values())


def _placed(things: Iterable[Pair]) -> Iterator[tuple[Hashable, Hashable]]:
    """What was left alone is in a set of its own."""
    for number, (true, found) in enumerate(things):
        yield true, ("alone", number) if found is None else found
