"""A database with articles in it, and the short ways of deciding about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from loaders.decide import Signed
from tests.run.database import Link, ask

Sign = Callable[[str], Signed]
MORNING = datetime(2022, 6, 1, 8, tzinfo=UTC)


@pytest.fixture
def sign() -> Sign:
    """Ines signs, a minute later each time."""
    minutes = count()
    return lambda why: Signed("Ines", why, MORNING + timedelta(minutes=next(minutes)))


def fact_of(connection: Link, table: str, words: str) -> int:
    """The id of the fact of a table that rests on these words."""
    query = f"""
        select fact.{table}_id from eventdb.{table} as fact
        inner join eventdb.article using (article_id, version)
        where article.is_current and position('{words}' in substr(text, start + 1, stop - start)) > 0
    """
    ((found,),) = ask(connection, query)
    return int(found)


def one(connection: Link, query: str) -> Any:
    """The only value of a query."""
    ((found,),) = ask(connection, query)
    return found
