"""Where migrations and SQL files lie: in goes a folder's name, out comes its path.

In a checkout they are folders at its root; in an installed wheel they lie inside the package. The checkout comes first,
because an editable install also copies them into the package's place, where they grow stale. Found from this file's own
path, so neither the current folder nor another package of the same name matters.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from eventdb.errors import SchemaError

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def folder(name: str) -> Path:
    """The folder `migrations`, `sql/views` or `sql/checks`; SchemaError if this installation lacks it."""
    checkout = PACKAGE.parent
    place = checkout if (checkout / "pyproject.toml").is_file() and (checkout / "migrations").is_dir() else PACKAGE
    found = place / name
    if not found.is_dir():
        raise SchemaError(f"the folder {found} is missing: install eventdb again")
    return found
