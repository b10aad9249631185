"""A wheel and a place to install it: in goes the checkout, out comes an environment that does not know the checkout.

The environment borrows the packages of the running one by a `.pth` line, so nothing is downloaded. Such a line brings
modules in, not the `.pth` files beside them: an editable eventdb over there stays unseen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the wheel in it."""

    place: Path

    def run(self, *words: str | Path, url: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program of the environment from `/`, with nothing of the caller's environment but the database."""
        program, *arguments = words
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.place), "LANG": "C.UTF-8", "EVENTDB_URL": url}
        return subprocess.run(
            [self.place / "bin" / program, *arguments],
            cwd="/",
            env=environment | {"EVENTDB_HOME": str(self.place / "home")},
            capture_output=True,
            text=True,
            check=False,
        )


def build_wheel(source: Path, outcome: Path) -> Path:
    """The wheel of a source folder."""
    run_python("-m", "build", "--wheel", "--no-isolation", "--outdir", outcome, source)
    (wheel,) = outcome.glob("*.whl")
    return wheel


def unpack_sdist(outcome: Path) -> Path:
    """The source folder in the checkout's source distribution."""
    run_python("-m", "build", "--sdist", "--no-isolation", "--outdir", outcome, ROOT)
    (archive,) = outcome.glob("*.tar.gz")
    shutil.unpack_archive(archive, outcome)
    return outcome / archive.name.removesuffix(".tar.gz")


def install(wheel: Path, place: Path) -> Installed:
    """A new environment with the wheel and without the checkout."""
    run_python("-m", "venv", "--without-pip", place)
    python = place / "bin" / "python"
    run_python("-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    (own,) = (place / "lib").glob("python*/site-packages")
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(place)


def run_python(*words: str | Path) -> None:
    """Run this Python; an error shows all that it said."""
    said = _outcome([sys.executable, *words])
    assert said.returncode == 0, said.stdout


def _outcome(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
