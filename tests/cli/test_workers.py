"""Processes that extract end with the command that began them, even when it is killed; Ctrl-C asks, then commands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from eventdb.cli.running import Executors, crew_of, stopping_by_signals
from eventdb.errors import UsageError

ROOT = Path(__file__).parents[2]
# A script of its own, because a process that is started afresh imports the script that began it.
COMMAND = """
import os, time
from loaders.ingest import processes

if __name__ == "__main__":
    with processes(2) as crew:
        print(crew._executor.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


def test_processes_that_extract_do_not_outlive_a_command_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "command.py"
    script.write_text(COMMAND, encoding="utf-8")
    command = subprocess.Popen(
        [sys.executable, str(script)], env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    assert command.stdout is not None
    worker = int(command.stdout.readline())
    assert runs(worker)
    command.kill()
    command.wait()
    command.stdout.close()
    until = time.monotonic() + 20
    while runs(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not runs(worker)


def runs(process: int) -> bool:
    """Whether a process runs; one that has ended may wait for whoever collects it."""
    try:
        return psutil.Process(process).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_asks_a_run_to_stop_and_a_second_one_stops_it(number: int, capfd: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), stopping_by_signals() as stopping:
        assert not stopping()
        os.kill(os.getpid(), number)
        assert stopping()
        os.kill(os.getpid(), number)
    assert "stopping after the batch" in capfd.readouterr().err
    assert signal.getsignal(number) is before


def test_words_about_a_cluster_fit_together() -> None:
    with pytest.raises(UsageError, match="needs --scheduler"):
        crew_of(Executors.DASK, None, None, ())
    with pytest.raises(UsageError, match="takes the workers that are there"):
        crew_of(Executors.DASK, 2, "tcp://127.0.0.1:1", ())
    with pytest.raises(UsageError, match="is for --executor dask"):
        crew_of(Executors.PROCESSES, None, "tcp://127.0.0.1:1", ())
