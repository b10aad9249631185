"""A database with articles of one conference and two attacks, made once for all tests of readers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from eventdb.session import Session, connect
from loaders.ingest import ingest
from tests.conftest import new_database

ARTICLES = sorted((Path(__file__).parents[2] / "examples/articles").glob("0[1-6]-*.txt"))


@pytest.fixture(scope="session")
def examples_url(server_url: str, template_url: str) -> Iterator[str]:
    """The URL of the database."""
    with new_database(server_url, template=make_url(template_url).database) as url:
        ingest(ARTICLES, url, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        yield url


@pytest.fixture(scope="session")
def examples(examples_url: str) -> Iterator[Session]:
    """A session on it."""
    with connect(examples_url) as session:
        yield session
