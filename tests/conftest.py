"""Databases for tests: a real server, one migrated template, and a copy of it for each test that asks.

The server is that of EVENTDB_TEST_URL (any URL with the right to create databases), else an embedded one that lives
as long as the tests. A test asks for `database_url`, `connection` (psycopg) or `session`; `empty_url` is a database
without anything of eventdb.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy.engine import make_url

NUMBERS = count(1)


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The test server's URL (SQLAlchemy's form), of a database that nobody changes."""
    if given := os.environ.get("EVENTDB_TEST_URL"):
        yield given
        return
    from eventdb.server import temporary_server

    with temporary_server() as server:
        yield server.url()


@pytest.fixture(scope="session")
def template_url(server_url: str) -> Iterator[str]:
    """A database with tables, closed lists and views, to be copied."""
    from eventdb.schema import upgrade

    with new_database(server_url) as url:
        upgrade(url)
        yield url


@pytest.fixture
def database_url(server_url: str, template_url: str) -> Iterator[str]:
    """A migrated database of the test's own."""
    with new_database(server_url, template=make_url(template_url).database) as url:
        yield url


@pytest.fixture
def empty_url(server_url: str) -> Iterator[str]:
    """A database of the test's own without anything in it."""
    with new_database(server_url) as url:
        yield url


@pytest.fixture
def connection(database_url: str) -> Iterator[psycopg.Connection[Any]]:
    """A psycopg connection to a migrated database of the test's own."""
    with psycopg.connect(conninfo(database_url)) as link:
        yield link


@pytest.fixture
def session(database_url: str) -> Iterator[Any]:
    """An `eventdb.session.Session` on a migrated database of the test's own."""
    from eventdb.session import connect

    with connect(database_url) as opened:
        yield opened


@pytest.fixture(scope="session")
def drawn_url(server_url: str, template_url: str) -> Iterator[str]:
    """A migrated database for drawn rows, which each test takes back: it stays empty."""
    with new_database(server_url, template=make_url(template_url).database) as url:
        yield url


@pytest.fixture
def link(drawn_url: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection to it whose transaction is taken back."""
    with psycopg.connect(conninfo(drawn_url)) as opened:
        yield opened
        opened.rollback()


@pytest.fixture
def given(link: psycopg.Connection[Any]) -> Any:
    """Writes drawn tables (`tests.views.given.Given`)."""
    from tests.views.given import Given

    return Given(link)


@contextmanager
def new_database(server_url: str, *, template: str | None = None) -> Iterator[str]:
    """A database that is dropped at the end; the name tells process and number, so that parallel runs do not meet."""
    name = f"eventdb_test_{os.getpid()}_{next(NUMBERS)}"
    copied = SQL("create database {} template {} encoding 'UTF8'").format(
        Identifier(name), Identifier(template or "template0")
    )
    with psycopg.connect(conninfo(server_url), autocommit=True) as link:
        link.execute(copied)
    try:
        yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(conninfo(server_url), autocommit=True) as link:
            link.execute(SQL("drop database {} with (force)").format(Identifier(name)))


def conninfo(url: str) -> str:
    """A URL as psycopg and the programs of PostgreSQL want it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a second server be tried without the tests that no server can touch."""
    parser.addoption("--database-only", action="store_true", help="run only tests that use the test server")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --database-only, leave out tests that do not ask for the server; pytest counts them as deselected."""
    if not config.getoption("--database-only"):
        return
    asking = {item for item in items if "server_url" in getattr(item, "fixturenames", ())}
    config.hook.pytest_deselected(items=[item for item in items if item not in asking])
    items[:] = [item for item in items if item in asking]
