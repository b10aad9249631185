"""Homes for databases: empty ones, and one with a cluster that tests share and leave intact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from eventdb.server import EmbeddedServer, stop_server, temporary_home


@pytest.fixture
def empty_home() -> Iterator[Path]:
    """A home without a cluster; a server left by a test is stopped."""
    with temporary_home() as home:
        yield home
        stop_server(home, is_forced=True)


@pytest.fixture(scope="session")
def shared_home() -> Iterator[Path]:
    """A home whose cluster was made once."""
    with temporary_home() as home:
        with EmbeddedServer(home, is_durable=False).running():
            pass
        yield home


@pytest.fixture
def home(shared_home: Path) -> Iterator[Path]:
    """A home with a cluster that does not run; other tests use it after this one."""
    yield shared_home
    stop_server(shared_home, is_forced=True)


@contextmanager
def moved(shared_home: Path, home: Path) -> Iterator[None]:
    """Put the shared cluster into another home for a block: writing a copy takes a second."""
    home.mkdir(exist_ok=True)
    (shared_home / "data").rename(home / "data")
    try:
        yield
    finally:
        stop_server(home, is_forced=True)
        (home / "data").rename(shared_home / "data")
