"""Who extracts: other processes of this machine, or of a cluster, behind one small interface.

In: how many, or where; folders of the user's own lexicons. Out: a `Crew`, whose executor takes lists of documents. The
rules must be the same everywhere: who has other ones refuses to read. A process that was killed is replaced.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventdb.errors import EventdbError, UsageError

from ..facts import ArticleFacts
from ..lexicons import choose
from ..outcome import Attempt, Extractor, Fault, Named
from ..rules import rules_version

Documents = tuple[Named, ...]
Outcomes = list[ArticleFacts | Fault]
FEW = 20  # articles that are read while a process starts
SECONDS_TO_JOIN = "30s"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a process: to read by exactly these rules, with these folders of the user's own words."""

    rules: str
    folders: tuple[Path, ...]
    extractor: Extractor

    def __call__(self, documents: Documents) -> Outcomes:
        """The facts of each document, or the fault that reading it ran into."""
        choose(self.folders)
        if rules_version(*self.folders) != self.rules:
            raise EventdbError(
                "a process that extracts has other rules than the one that writes; "
                "the same version of eventdb and the same lexicons on all machines would be right"
            )
        return list(map(Attempt(self.extractor), documents))


class Crew:
    """An executor, and another one when it breaks.

    `losses` are the errors that tell of a process that ended; fewer articles than are `worth` it (FEW) are not handed
    over.
    """

    def __init__(
        self,
        hire: Callable[[], Executor],
        *,
        losses: tuple[type[BaseException], ...] = (BrokenExecutor,),
        worth: int | None = None,
    ) -> None:
        self._hire = hire
        self._executor = hire()
        self.losses, self.worth = losses, FEW if worth is None else worth

    def submit(self, order: Order, documents: Documents) -> Future[Outcomes]:
        """Have documents read, by a new executor where the last one broke."""
        try:
            return self._executor.submit(order, documents)
        except BrokenExecutor:
            self._renew()
            return self._executor.submit(order, documents)

    def _renew(self) -> None:
        """Another executor, which can be asked something: one that breaks at once would only lose every article."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._hire()
        try:
            self._executor.submit(os.getpid).result()
        except BrokenExecutor as error:
            raise EventdbError(
                "processes that extract end as soon as they begin, perhaps for want of memory; "
                "fewer --workers need less, and --workers 1 needs no other process"
            ) from error

    def dismiss(self) -> None:
        """End the processes: what they have begun is finished unless they are ended, too."""
        self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def processes(number: int, folders: tuple[Path, ...] = ()) -> Iterator[Crew | None]:
    """Processes of this machine, started afresh so that they share nothing with this one; None for a single one."""
    if number == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    context = get_context("spawn")
    crew = Crew(lambda: ProcessPoolExecutor(number, mp_context=context, initializer=_begin, initargs=(folders,)))
    is_done = False
    try:
        yield crew
        is_done = True
    finally:
        if not is_done:  # what is being read is of no use any more
            for child in active_children():
                child.terminate()
        crew.dismiss()


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """The workers of a Dask scheduler, such as tcp://127.0.0.1:8786. UsageError where there is none."""
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        raise UsageError("--executor dask needs the package distributed: pip install 'eventdb[scale]'") from error
    try:
        client: Any = Client(address, timeout=SECONDS_TO_JOIN, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(f"there is no Dask scheduler at {address}: {error}") from error
    with client:
        yield Crew(lambda: client.get_executor(pure=False), losses=(KilledWorker,))


def _begin(folders: tuple[Path, ...]) -> None:
    """In a process that extracts: read the same lexicons; end when the command is killed, which nobody would tell.

    Ctrl-C reaches every process of a terminal, and it is for the command to say what it means.
    """
    from signal import SIG_DFL, SIG_IGN, SIGINT, SIGTERM, signal
    from threading import Thread

    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_DFL)  # which ends a process at once when its pool is broken
    choose(folders)
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
