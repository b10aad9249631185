"""The frame of the command line: help with examples for every command, fast; stopping and broken pipes are clean."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from eventdb import __version__
from eventdb.cli import STOPPED, run
from eventdb.errors import EventdbError

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "ingest", "extract", "demo", "link", "show", "evidence", "explain", "status", "check",
    "judge", "correct", "undo", "actor merge", "actor split", "decisions list", "decisions export", "decisions import",
    "db start", "db stop", "db url", "db psql", "db upgrade", "db dump", "db drift",
)  # fmt: skip
HEAVY = ("sqlalchemy", "psycopg", "alembic", "pydantic", "dateparser", "loaders", "rich")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    told = capsys.readouterr().out
    assert "Example" in told
    assert f"eventdb {command}" in told or "$(eventdb db url)" in told


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n  {command.split()[0]} " in told for command in COMMANDS)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"eventdb {__version__}\n"


def test_help_loads_nothing_of_weight() -> None:
    asked = f"import sys; from eventdb.cli import run; run(['--help']); print([m for m in {HEAVY} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


def test_ctrl_c_ends_a_command_without_a_traceback(tmp_path: Path) -> None:
    waiting = (
        "import time, sys; from eventdb.cli import loading, main; "
        "loading.ingested = lambda *_, **__: (print('reading', flush=True), time.sleep(30)); main(['ingest', 'x'])"
    )
    command = subprocess.Popen(
        [sys.executable, "-c", waiting], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert command.stdout is not None
    assert command.stdout.readline() == "reading\n"
    time.sleep(0.1)
    command.send_signal(signal.SIGINT)
    _, told = command.communicate(timeout=20)
    assert (command.returncode, told) == (STOPPED, "eventdb: stopped\n")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("The talks will go on, the envoy said on Monday. " * 20)
    read_end, write_end = os.pipe()
    os.close(read_end)
    asked = "from eventdb.cli import main; main(['extract', '--full', '" + str(tmp_path) + "'])"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, stdout=write_end, stderr=subprocess.PIPE, text=True)
    os.close(write_end)
    assert "Traceback" not in told.stderr
    assert told.returncode == 0


def test_a_fault_of_ours_is_no_rejected_file() -> None:
    asked = "from eventdb.cli import loading, main; loading.ingested = lambda *_, **__: {}['x']; main(['ingest', 'x'])"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == EventdbError.exit_code
    assert "KeyError: 'x'\neventdb: this is a fault of eventdb; please report it with the lines above\n" in told.stderr
