"""One database for all tests of views: each test writes its rows in a transaction that is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.conftest import conninfo, new_database
from tests.views.given import Given
from tests.views.tables import draw


@pytest.fixture(scope="session")
def views_url(server_url: str, template_url: str) -> Iterator[str]:
    """A migrated database that stays empty."""
    with new_database(server_url, template=make_url(template_url).database) as url:
        yield url


@pytest.fixture
def link(views_url: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection whose transaction is taken back."""
    with psycopg.connect(conninfo(views_url)) as opened:
        yield opened
        opened.rollback()


@pytest.fixture
def given(link: psycopg.Connection[Any]) -> Given:
    """Writes drawn tables."""
    return Given(link)


@pytest.fixture
def answer(link: psycopg.Connection[Any]) -> Callable[[str], str]:
    """Asks a query and draws the answer."""

    def ask(query: str) -> str:
        cursor = link.execute(query.encode())
        return draw([column.name for column in cursor.description or ()], cursor.fetchall())

    return ask
