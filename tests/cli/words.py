"""Commands in a process of their own, and folders of lexicons: what is read is kept for good in a process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.structure.tree import ROOT, read

PROGRAM = "from eventdb.cli import main; main()"
BLOCK = re.compile(r"^```(\w+) ([\w./]+)\n(.*?)^```$", re.M | re.S)


def eventdb(*words: str | Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """A command, run to its end."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("EVENTDB_")}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, words)],
        cwd=ROOT,
        env=known | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )


def folder(at: Path, files: dict[str, str]) -> Path:
    """A folder with these lexicons."""
    for name, content in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_text(content, encoding="utf-8")
    return at


def of_the_page() -> dict[str, str]:
    """The blocks of docs/lexicons.md by what they are called; blocks called `examples` are only shown."""
    return {name: content for _, name, content in BLOCK.findall(read(Path("docs/lexicons.md")))}
