"""Linking one more article reads what is near to it, however much else there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Self
from unittest.mock import patch

import psycopg

from bench.newsroom.corpus import Article, block
from bench.newsroom.facts import facts_of
from loaders.link import closure, link, reports
from tests.run.database import Link
from tests.run.test_link_orders import load_and_link
from tests.run.test_store import load

SEED = 3
COUNTRIES, STEPS_OF_TEN_YEARS = 12, 120
BIG = ("event_report", "event", "article_actor", "actor", "link_key", "article", "judgement", "story")


def dated(number: int) -> list[Article]:
    """The articles of a block that say when they appeared."""
    return [each for each in block(SEED, number) if facts_of(each).published.last.year]  # type: ignore[union-attr]


@contextmanager
def counted() -> Iterator[list[int]]:
    """How many reports each query meanwhile gave."""
    given: list[int] = []

    def read(connection: Link, query: str, **asked: Any) -> list[reports.Report]:
        found = reports.read_reports(connection, query, **asked)
        given.append(len(found))
        return found

    with patch.object(closure, "read_reports", read):
        yield given


def link_one(connection: Link, article: Article) -> tuple[int, int]:
    """Reports looked at and reports read when that article is new."""
    stored = load(connection, {"new.txt": facts_of(article)})
    with counted() as given:
        linked = link(connection, articles=stored.articles, events=stored.events)
    return linked.reports, sum(given)


def load_blocks(connection: Link, numbers: Sequence[int]) -> None:
    """Link the articles of these blocks."""
    load_and_link(connection, {f"{each.name}.txt": facts_of(each) for number in numbers for each in dated(number)})


def test_what_is_read_for_one_article_does_not_depend_on_what_happened_elsewhere(connection: Link) -> None:
    new, *others = dated(0)
    load_and_link(connection, {f"{each.name}.txt": facts_of(each) for each in others})
    connection.commit()
    before = link_one(connection, new)
    connection.rollback()
    load_blocks(connection, [1, COUNTRIES * STEPS_OF_TEN_YEARS])  # another country; the same one ten years later
    assert link_one(connection, new) == before
    assert before[0] > len(facts_of(new).events)  # it has neighbours


class Explained(psycopg.Cursor[Any]):
    """Asks for the plan of each query that it runs."""

    plans: ClassVar[list[str]] = []

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        told = query.as_string(self) if hasattr(query, "as_string") else str(query)
        if told.split(maxsplit=1)[0] in ("select", "with", "update", "delete", "insert"):
            rows = psycopg.Cursor(self.connection).execute(f"explain (costs off) {told}", params).fetchall()
            self.plans.append("\n".join([told, *(line for (line,) in rows)]))
        return super().execute(query, params, **options)


def full_scans(plan: str) -> list[str]:
    """The steps of a plan that read a big table from end to end."""
    steps = re.findall(
        r"((?:Seq|Index|Index Only) Scan [^\n]*? on (\w+)[^\n]*|Seq Scan on (\w+)[^\n]*)\n([^\n]*)", plan
    )
    return [step for step, other, table, below in steps if (other or table) in BIG and "Index Cond" not in below]


def test_no_query_reads_a_big_table_from_end_to_end(connection: Link) -> None:
    new, *others = dated(0)
    load_and_link(connection, {f"{each.name}.txt": facts_of(each) for each in others})
    stored = load(connection, {"new.txt": facts_of(new)})
    connection.execute("set enable_seqscan = off")  # tables are small; what still reads a whole one has no other way
    connection.cursor_factory = Explained
    Explained.plans.clear()
    link(connection, articles=stored.articles, events=[1], actors=[1])
    assert len(Explained.plans) > 20
    assert {plan: found for plan in Explained.plans if (found := full_scans(plan))} == {}


def test_a_query_that_reads_a_big_table_from_end_to_end_is_seen(connection: Link) -> None:
    cursor = Explained(connection)
    Explained.plans.clear()
    cursor.execute("select count(*) from eventdb.event where label > 'a'")
    assert full_scans(Explained.plans[0])
