#!/usr/bin/env python3
"""One command from a fresh clone to a running eventdb: in goes `demo` or `test`, out comes what that command prints.

    python3 run.py demo               read the example articles into a database of the demo's own, and ask it
    python3 run.py test [ARGUMENT…]   run the tests; arguments go to pytest
    python3 run.py prepare            only make the environment, which the other two do by themselves

Needs Python 3.11 or newer and, the first time, a package index; no database server, no Docker. Makes `.venv` in the
checkout and makes it anew when it is broken or `pyproject.toml` has changed. Never touches a database of yours.
"""

import fcntl
import hashlib
import importlib.util
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older Python: say so
    sys.exit("eventdb needs Python 3.11 or newer; this is {}.{} ({})".format(*sys.version_info[:2], sys.executable))

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PIP_INSTALL = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
STAMP = VENV / "made-from"
LOCK = ROOT / ".venv.lock"
# as root the server runs as a system user, who can enter this folder and perhaps not the checkout
DEMO_HOME = Path("/var/lib/eventdb-demo") if os.geteuid() == 0 else ROOT / ".demo"
MEDDLING = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__")
FINDS_ALL = "import importlib.util as u; raise SystemExit(not all(map(u.find_spec, ['eventdb', 'pytest'])))"
NO_INDEX = ("NewConnectionError", "name resolution", "Max retries exceeded", "ConnectTimeout", "No matching dist")
# a file's tests stay in one process, for they share what its fixtures made; words of the caller come later and win
PARALLEL = ("-n", "logical", "--maxprocesses", "8", "--dist", "loadfile")
OFFLINE = """pip could not get the packages that eventdb needs; it needs a package index once. Behind a proxy set
HTTPS_PROXY. Without a network put wheels into a folder and set PIP_NO_INDEX=1 PIP_FIND_LINKS=/that/folder."""
NO_VENV = """This Python ({}) lacks the module {}, which makes virtual environments.
On Debian and Ubuntu: apt-get install python3-venv. Elsewhere: install a complete Python 3.11 or newer."""


def main(words: list[str]) -> int:
    """Do what the words say; the exit code."""
    commands = {"demo": demo, "test": test, "prepare": prepare}
    if not words or words[0] not in commands:
        tell((__doc__ or "").strip())
        return 0 if words in (["-h"], ["--help"]) else 2
    make_environment()
    return commands[words[0]](words[1:])


def prepare(arguments: list[str]) -> int:
    """Say where the environment lies, now that it is made."""
    if arguments:
        tell(f"run.py prepare takes no arguments; got {' '.join(arguments)}")
        return 2
    tell(f"eventdb: {VENV} is ready")
    return 0


def test(arguments: list[str]) -> int:
    """Run pytest in the checkout in place of this process."""
    os.chdir(ROOT)
    os.execve(PYTHON, [str(PYTHON), "-m", "pytest", *PARALLEL, *arguments], clean_environment())


def demo(arguments: list[str]) -> int:
    """Let eventdb read its example articles and answer three questions, then say how to go on."""
    if arguments:
        tell(f"run.py demo takes no arguments; got {' '.join(arguments)}")
        return 2
    environment = clean_environment() | {"EVENTDB_HOME": str(DEMO_HOME), "EVENTDB_URL": "", "EVENTDB_PASSWORD_FILE": ""}
    code = subprocess.run([VENV / "bin" / "eventdb", "demo"], env=environment, check=False).returncode
    if code <= 1:
        tell(farewell())
    return code


def farewell() -> str:
    """Where the demo's database lies and what to try next."""
    return f"""
The demo's database lies in {DEMO_HOME}; delete that folder when you are done. To ask it more:

  export EVENTDB_HOME={shlex.quote(str(DEMO_HOME))}
  export PATH={shlex.quote(str(VENV / "bin"))}:$PATH
  eventdb show                          # the views that there are
  eventdb show timeline                 # every event, and how many independent sources tell of it
  eventdb show casualty --where "kind = 'killed'"   # six ways to combine what the articles claim
  eventdb show disagreement             # where reports contradict each other
  eventdb db psql                       # SQL: select * from report.attendance;

Your own articles go into a database of your own: unset EVENTDB_HOME; eventdb ingest FOLDER"""


def make_environment() -> None:
    """Have `.venv` as `pyproject.toml` wants it; a second process waits until the first has made it."""
    for module in ("venv", "ensurepip"):
        if not importlib.util.find_spec(module):
            sys.exit(NO_VENV.format(sys.executable, module))
    with lock():
        if is_ready():
            return
        tell(f"eventdb: preparing {VENV} (once; a minute or two) …")
        base = getattr(sys, "_base_executable", sys.executable)  # not the .venv that is about to be cleared
        run_or_end([base, "-m", "venv", "--clear", VENV], "the virtual environment could not be made")
        run_or_end([*PIP_INSTALL, "--editable", ".[dev]"], "pip could not install eventdb")
        STAMP.write_text(wanted(), encoding="utf-8")


@contextmanager
def lock() -> Iterator[None]:
    """Hold the lock of this checkout; the system gives it back when the process ends, however it ends."""
    try:
        file = LOCK.open("a")
    except OSError as error:
        sys.exit(f"eventdb: {ROOT} must be writable, because .venv is made there: {error.strerror}")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("eventdb: waiting for another run.py that prepares .venv …")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_ready() -> bool:
    """Whether `.venv` was made to its end, from this pyproject.toml, for this place, and its Python still runs."""
    try:
        made_from = STAMP.read_text(encoding="utf-8")
        is_running = run_quietly([PYTHON, "-c", FINDS_ALL]).returncode == 0
    except OSError:
        return False
    return is_running and made_from == wanted()


def wanted() -> str:
    """What `.venv` depends on: the project's file, the checkout's place and the version of Python."""
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{project}\n{ROOT}\n{sys.version_info[:2]}\n"


def run_or_end(command: Sequence[str | Path], failure: str) -> None:
    """Run a step of the preparation in silence; when it fails, end with all that it said."""
    done = run_quietly(command)
    if done.returncode:
        hint = OFFLINE if any(sign in done.stdout for sign in NO_INDEX) else ""
        sys.exit("\n".join(part for part in (done.stdout.strip(), f"eventdb: {failure} (see above).", hint) if part))


def run_quietly(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a program in the checkout to its end; what it says is kept and not shown."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """The environment without what would lead Python or pip out of `.venv`."""
    return {name: value for name, value in os.environ.items() if name not in MEDDLING}


def tell(words: str) -> None:
    """Say something to the person who waits."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
