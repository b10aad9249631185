"""Every rule of the tables refuses what it should: drawn for checks, derived from the models for foreign keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import ForeignKeyConstraint, Table, Text, UniqueConstraint

from eventdb.models import Base
from tests.conftest import conninfo, new_database

HERE = Path(__file__).parent
TABLES = Base.metadata.sorted_tables
# A check on the same column refuses an unknown code before these foreign keys are asked.
IMPLIED = {"fk_judgement_origin", "fk_casualty_figure_figure_qualifier"}
# in order of their names, for each process that runs tests must find the same ones
FOREIGN_KEYS = [
    (table, key)
    for table in TABLES
    for key in sorted(table.foreign_key_constraints, key=lambda each: str(each.name))
    if key.name not in IMPLIED
]

# what a second row would repeat: table, rule, the second row's own values
REPETITIONS = (
    ("place", "uq_place_gazetteer_key", {"place_id": "3"}),
    ("source_file", "uq_source_file_location", {"source_file_id": "3"}),
    ("article", "uq_article_one_current_version", {"version": "2"}),
    ("office_held", "uq_office_held_id_in_version", {"ordinal": "1"}),
    ("event_report", "uq_event_report_id_in_version", {"ordinal": "1"}),
    ("participation", "uq_participation_id_in_version", {"ordinal": "1"}),
    ("casualty_figure", "uq_casualty_figure_id_in_version", {"ordinal": "1"}),
    ("judgement", "uq_judgement_one_in_force", {"judgement_id": "2", "verdict_code": "'same'"}),
    ("correction", "uq_correction_one_in_force", {"correction_id": "2", "corrected_value": "'4'"}),
)


def broken_rules() -> list[tuple[str, str, str]]:
    lines = (HERE / "broken_rules.txt").read_text().splitlines()[1:]
    return [(table.strip(), rule.strip(), change.strip()) for table, rule, change in (li.split("|") for li in lines)]


@pytest.fixture(scope="module")
def full_url(server_url: str, template_url: str) -> Iterator[str]:
    with new_database(server_url, template=template_url.rpartition("/")[2].partition("?")[0]) as url:
        with psycopg.connect(conninfo(url)) as link:
            link.execute((HERE / "one_of_each.sql").read_bytes())
        yield url


@pytest.fixture(scope="module")
def full_link(full_url: str) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(conninfo(full_url)) as link:
        yield link


@pytest.fixture
def full(full_link: psycopg.Connection[Any]) -> Iterator[psycopg.Connection[Any]]:
    """One good row in each table; what a test does is undone."""
    yield full_link
    full_link.rollback()


def broken(table: Table, change: str) -> str:
    """The statement that changes the first row of a table."""
    key = ", ".join(column.name for column in table.primary_key)
    first = f"select {key} from eventdb.{table.name} order by {key} limit 1"
    return f"update eventdb.{table.name} set {change} where ({key}) = ({first})"


def refused_by(link: psycopg.Connection[Any], statement: str) -> str | None:
    """The name of the rule that refuses a statement."""
    with pytest.raises(errors.IntegrityError) as refusal:
        link.execute(statement.encode())
    return refusal.value.diag.constraint_name


@pytest.mark.parametrize(("table", "rule", "change"), broken_rules())
def test_a_check_refuses_what_breaks_its_rule(
    full: psycopg.Connection[Any], table: str, rule: str, change: str
) -> None:
    assert refused_by(full, broken(Base.metadata.tables[f"eventdb.{table}"], change)) == f"ck_{table}_{rule}"


@pytest.mark.parametrize(("table", "key"), FOREIGN_KEYS, ids=lambda value: getattr(value, "name", ""))
def test_a_foreign_key_refuses_what_is_not_there(
    full: psycopg.Connection[Any], table: Table, key: ForeignKeyConstraint
) -> None:
    for other in reversed(TABLES[TABLES.index(table) + 1 :]):
        full.execute(f"delete from eventdb.{other.name}".encode())
    column = list(key.columns)[-1]
    change = f"{column.name} = " + ("'no such code'" if isinstance(column.type, Text) else "9999")
    companion = ", lexicon_key = null" if key.name == "fk_actor_origin" else ""
    assert refused_by(full, broken(table, change + companion)) == key.name


@pytest.mark.parametrize(("table", "rule", "values"), REPETITIONS)
def test_a_second_row_of_the_same_is_refused(
    full: psycopg.Connection[Any], table: str, rule: str, values: dict[str, str]
) -> None:
    columns = [each.name for each in Base.metadata.tables[f"eventdb.{table}"].columns if each.computed is None]
    chosen = ", ".join(values.get(name, name) for name in columns)
    statement = f"insert into eventdb.{table} ({', '.join(columns)}) select {chosen} from eventdb.{table} limit 1"
    assert refused_by(full, statement) == rule


def test_no_check_is_left_out_of_the_table_of_broken_rules(connection: psycopg.Connection[Any]) -> None:
    found = connection.execute("select conname from pg_constraint where contype = 'c' and conname like 'ck_%'")
    assert {name for (name,) in found} == {f"ck_{table}_{rule}" for table, rule, _ in broken_rules()}


def test_every_unique_rule_is_tried_or_implied_by_the_primary_key() -> None:
    for table in TABLES:
        for rule in table.constraints:
            if isinstance(rule, UniqueConstraint) and not set(table.primary_key) <= set(rule.columns):
                assert rule.name in {name for _, name, _ in REPETITIONS}


def test_deleting_an_article_deletes_all_it_says_and_no_decision(full: psycopg.Connection[Any]) -> None:
    full.execute("delete from eventdb.article")
    left = {
        table.name
        for table in TABLES
        if full.execute(f"select 1 from eventdb.{table.name} limit 1".encode()).fetchone() and "code" not in table.c
    }
    assert left == {
        *("place", "place_name", "outlet", "outlet_name", "source_file", "story", "actor", "actor_name", "event"),
        *("ingest_run", "ingest_result", "judgement", "correction", "fact_change"),
    }


def test_every_key_of_what_an_article_says_begins_with_the_article() -> None:
    said = [table for table in TABLES if "article_id" in table.primary_key.columns]
    assert len(said) == 14
    assert all([column.name for column in table.primary_key][0] == "article_id" for table in said)


def test_zero_counted_none_reported_and_silence_are_three_things(full: psycopg.Connection[Any]) -> None:
    columns = "article_id, version, ordinal, casualty_figure_id, report_ordinal, kind_code, victims, value"
    rest = "qualifier_code, low, best, high, start, stop, text_length, rule"
    full.execute(f"""
        insert into eventdb.casualty_figure ({columns}, {rest}) values
        (1, 1, 1, 42, 0, 'injured', 'people', 0, 'exact', 0, 0, 0, 0, 8, 31, 'drawn'),
        (1, 1, 2, 43, 0, 'missing', 'people', 0, 'stated_none', 0, 0, 0, 0, 8, 31, 'drawn'),
        (1, 1, 3, 44, 0, 'killed', 'people', null, 'vague', null, null, null, 0, 8, 31, 'drawn')
    """)
    found = full.execute("select value, qualifier_code from eventdb.casualty_figure where ordinal > 0 order by ordinal")
    assert found.fetchall() == [(0, "exact"), (0, "stated_none"), (None, "vague")]
