"""One article's outcome: its facts, or the fault that reading it ran into.

In: a document with its file's name. Out: `ArticleFacts`, or a `Fault` with its reason. A fault of the rules costs the
one article that shows it, and never the rest of its folder. Errors of ours, such as a lexicon that is wrong, are every
article's and are not caught here.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import FrameType
from typing import Generic, TypeVar

from .extract import extract
from .facts import ArticleFacts
from .sources import Document

Named = tuple[str, Document]
Extractor = Callable[[Named], ArticleFacts]
Found = TypeVar("Found")

# What code raises that met a text of a kind that its author did not think of.
FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
LONGEST_MESSAGE = 200
SECONDS_AN_ARTICLE = 120.0  # a page of 1 MB takes a few on a slow machine


class OutOfTimeError(Exception):
    """One article has taken too long."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an article could not be read by the rules."""

    reason: str


@dataclass(frozen=True, slots=True)
class Attempt(Generic[Found]):
    """An extractor that tells of a fault in place of raising it; it can be pickled where the extractor can."""

    extractor: Callable[[Named], Found]
    seconds: float = SECONDS_AN_ARTICLE

    def __call__(self, named: Named) -> Found | Fault:
        """The facts of a document, or the fault."""
        try:
            with _within(self.seconds):
                return self.extractor(named)
        except OutOfTimeError:
            return Fault(
                f"The rules did not come to an end within {self.seconds:g} seconds; the next run tries it again."
            )
        except FAULTS as error:
            return fault_of(error)


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError in a block that takes longer; a search by a regex is ended, too.

    Only the main thread of a process can be interrupted, which is where processes extract; elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise OutOfTimeError


def fault_of(error: BaseException) -> Fault:
    """A fault of the rules, with the line that raised it."""
    return Fault(_told(error))


def extract_document(named: Named) -> ArticleFacts:
    """The facts of a document, given with its file's name; for processes of an executor, too."""
    name, read = named
    return extract(read.text, file_name=name, metadata=read.metadata)


def _told(error: BaseException) -> str:
    """The error with the line that raised it, for whoever will mend it."""
    message = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_MESSAGE]
    place = extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"The rules failed on it ({message}; {where}); this is a fault of eventdb, please report it."
