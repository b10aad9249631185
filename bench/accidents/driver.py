"""A load in a process of its own, with small batches. In: where and what. Out: a process, and what it says.

The process is a copy of this one, which has read the lexicons: so most of its time is what accidents may befall, and
not the start of Python. It runs the command line as it is, but for the size of batches and the start of its workers.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from unittest.mock import patch

PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Load:
    """A load that runs, and the file in which it says how far it is."""

    process: BaseProcess
    said: Path

    @property
    def pid(self) -> int:
        """Its number."""
        return self.process.pid or 0

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.process.is_alive()

    @property
    def words(self) -> str:
        """What it has said so far."""
        return self.said.read_text(encoding="utf-8") if self.said.exists() else ""

    @property
    def batches(self) -> int:
        """How many batches it has written."""
        return sum(line.startswith("read ") for line in self.words.splitlines())

    def end(self) -> int:
        """Its exit code, waited for."""
        self.process.join(PATIENCE)
        if self.process.is_alive():
            raise SystemExit(f"a load did not end: {self.words}")
        return self.process.exitcode or 0


def begin(words: Sequence[str], *, home: Path, batch: int, said: Path) -> Load:
    """Begin a command that reads in batches of so many files; nobody waits for it."""
    _read_lexicons()
    said.unlink(missing_ok=True)
    process = get_context("fork").Process(target=_drive, args=(list(words), home, batch, said))
    process.start()
    return Load(process, said)


@cache
def _read_lexicons() -> None:
    from loaders.extract import extract

    extract("KABUL, March 3 (Reuters) - Gunmen killed two people in Kabul on Monday, police said.")


def _drive(words: list[str], home: Path, batch: int, said: Path) -> None:
    from eventdb.cli import run
    from loaders.ingest import crew, pending
    from loaders.ingest import run as running

    signal.signal(signal.SIGINT, signal.default_int_handler)
    output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.stderr, sys.stdout = (open(each, "w", encoding="utf-8", buffering=1, closefd=False) for each in (2, 1))  # noqa: SIM115
    os.environ["EVENTDB_HOME"] = str(home)
    os.environ.pop("EVENTDB_URL", None)
    with (
        patch.object(running, "ARTICLES_A_BATCH", batch),
        patch.object(pending, "ARTICLES_A_TASK", max(1, batch // 4)),
        patch.object(crew, "FEW", 0),
        patch("multiprocessing.get_context", lambda _: get_context("fork")),
    ):
        sys.exit(run(words))
