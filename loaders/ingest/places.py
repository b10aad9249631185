"""A file's name in the database. In: paths. Out: text that can be stored and printed. Reads no file."""

from __future__ import annotations

import os
from pathlib import Path


def location_of(path: Path) -> str:
    """A file's name in the database: the same from whatever folder a run was started. Links stay as written."""
    return readable(Path(os.path.normpath(path.absolute())))


def readable(path: str | os.PathLike[str]) -> str:
    """A path as text that can be stored and printed, though its bytes may be in no encoding."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
