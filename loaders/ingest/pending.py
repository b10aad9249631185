"""Articles on their way through a crew, in small groups; which of them ends a process is found out and told.

In: documents by their file's place. Out: facts or faults by place, when they are asked for. A group that was lost with
its process is read again, alone, and in halves where it is lost again: so an article that ends each process that reads
it is rejected by itself, and one that was only near it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Future
from itertools import islice

from eventdb.errors import EventdbError

from ..facts import ArticleFacts
from ..outcome import Attempt, Fault, Named
from .crew import Crew, Order, Outcomes

ARTICLES_A_TASK = 20  # a task costs some 0.1 ms here and 2 ms in a cluster
TRIES_ALONE = 3

Found = dict[str, ArticleFacts | Fault]
Group = tuple[str, ...]
POISON = Fault(
    f"Each of {TRIES_ALONE} processes that read it alone was ended from outside, perhaps for want of memory; "
    "the next run tries it again."
)


class Pending:
    """Outcomes of documents: being worked on by a crew, or found by this process when they are asked for."""

    def __init__(self, documents: Mapping[str, Named], order: Order, crew: Crew | None) -> None:
        self._documents, self._order, self._crew = documents, order, crew
        self._found: Found = {}
        self._tasks: list[tuple[Group, Future[Outcomes]]] = []

    def named(self, place: str) -> Named | None:
        """The document of a place, if it is one of these."""
        return self._documents.get(place)

    def begin(self, places: list[str]) -> bool:
        """Have these read by the crew; False where there is none, or they are too few to be worth its while."""
        if self._crew is None or len(places) < self._crew.worth:
            return False
        self._tasks += [(group, self._submit(self._crew, group)) for group in _groups(places)]
        return True

    def cancel(self) -> None:
        """Read no more of them than has been begun."""
        for _, task in self._tasks:
            task.cancel()

    def outcomes(self, places: list[str]) -> Found:
        """The outcomes of these, with all that was begun; waits for them."""
        for group, task in self._tasks:
            self._found |= self._outcomes_of(group, task)
        self._tasks.clear()
        missing = [place for place in places if place not in self._found]
        if missing and self.begin(missing):
            return self.outcomes(places)
        attempt = Attempt(self._order.extractor)
        self._found |= {place: attempt(self._documents[place]) for place in missing}
        return self._found

    def _outcomes_of(self, group: Group, task: Future[Outcomes]) -> Found:
        assert self._crew
        try:
            return dict(zip(group, task.result(), strict=True))
        except self._crew.losses:
            return self._again(self._crew, group)
        except CancelledError as error:
            raise EventdbError("the cluster that extracts is gone; what was written before stays") from error

    def _again(self, crew: Crew, group: Group, failed: int = 0) -> Found:
        """The outcomes of a group that was lost; nothing else is being read meanwhile."""
        try:
            return dict(zip(group, self._submit(crew, group).result(), strict=True))
        except crew.losses:
            if len(group) == 1:
                return {group[0]: POISON} if failed + 1 == TRIES_ALONE else self._again(crew, group, failed + 1)
        half = len(group) // 2
        return self._again(crew, group[:half]) | self._again(crew, group[half:])

    def _submit(self, crew: Crew, group: Group) -> Future[Outcomes]:
        return crew.submit(self._order, tuple(self._documents[place] for place in group))


def _groups(places: list[str]) -> Iterator[Group]:
    rest = iter(places)
    while group := tuple(islice(rest, ARTICLES_A_TASK)):
        yield group
