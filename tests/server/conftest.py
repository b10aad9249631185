"""Homes for databases: empty ones, one with a cluster that tests share, and copies of it for tests that damage it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
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


@pytest.fixture
def own_home(empty_home: Path, shared_home: Path) -> Path:
    """A home with a cluster that does not run and that no other test sees."""
    furnish(empty_home, shared_home)
    return empty_home


def furnish(home: Path, shared_home: Path) -> None:
    """Copy the shared cluster into a home, with its owner."""
    home.mkdir(exist_ok=True)
    subprocess.run(["cp", "-a", shared_home / "data", home / "data"], check=True)
