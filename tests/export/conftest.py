"""A database with the example articles, read once for all tests of exports; none of them writes to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy.engine import make_url

from loaders.ingest import ingest
from tests.conftest import conninfo, new_database
from tests.structure.tree import ROOT


@pytest.fixture(scope="session")
def examples_url(server_url: str, template_url: str) -> Iterator[str]:
    """A database with some of the example articles."""
    with new_database(server_url, template=make_url(template_url).database) as url:
        articles = sorted((ROOT / "examples/articles").glob("0*.txt"))
        ingest(articles, url, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        yield conninfo(url)


@pytest.fixture
def examples(examples_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, as the database that commands use."""
    monkeypatch.setenv("EVENTDB_URL", examples_url)
    return examples_url
