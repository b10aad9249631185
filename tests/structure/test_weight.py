"""What a command does not need is not loaded: imports of packages that take long stand where they are used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.structure.tree import ROOT

DATABASE = ("sqlalchemy", "psycopg", "alembic", "pydantic", "pydantic_settings", "psutil")
RULES = ("loaders", "dateparser", "ahocorasick_rs", "sentencex", "yaml", "rensa")
EXTRAS = ("trafilatura", "htmldate", "lxml", "warcio", "pyarrow", "distributed")
PRINTING = ("rich",)


def loaded(words: str, names: tuple[str, ...]) -> list[str]:
    """Which of the packages a Python process has loaded after these words."""
    asked = f"{words}; import json, sys; print(json.dumps([name for name in {names} if name in sys.modules]))"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(told.stdout)
    return found


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("import eventdb.cli.app", (*DATABASE, *RULES, *EXTRAS, *PRINTING)),
        # what `show` needs where a server runs: psycopg and the settings
        ("import eventdb.cli.asking, eventdb.settings, eventdb.server, psycopg",
         ("sqlalchemy", "alembic", *RULES, *EXTRAS, *PRINTING)),
        # what `extract` needs of plain text
        ("import loaders.sources, loaders.export, loaders.extract", (*EXTRAS, "sqlalchemy", "psycopg")),
        ("import loaders.ingest", EXTRAS),
    ],
)  # fmt: skip
def test_nothing_is_loaded_before_it_is_needed(words: str, names: tuple[str, ...]) -> None:
    assert loaded(words, names) == []


def test_what_is_loaded_is_seen() -> None:
    assert loaded("import sqlalchemy", DATABASE) == ["sqlalchemy"]
