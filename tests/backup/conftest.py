"""A database with a row in every table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.schema.dumps import execute

ONE_OF_EACH = Path(__file__).parents[1] / "schema/one_of_each.sql"


@pytest.fixture
def filled_url(database_url: str) -> str:
    """The URL of a database with a row in every table."""
    execute(database_url, ONE_OF_EACH.read_text())
    return database_url
