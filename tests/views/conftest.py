"""One database for all tests of views: each test writes its rows in a transaction that is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from tests.views.tables import draw


@pytest.fixture
def answer(link: psycopg.Connection[Any]) -> Callable[[str], str]:
    """Asks a query and draws the answer."""

    def ask(query: str) -> str:
        cursor = link.execute(query.encode())
        return draw([column.name for column in cursor.description or ()], cursor.fetchall())

    return ask
