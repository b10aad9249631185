"""What SQL and BI rely on: names, columns, plain types and comments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventdb.handbook import QUESTIONS, views_page
from tests.views.given import Given

Answer = Callable[[str], str]

ROOT = Path(__file__).parents[2]

COLUMNS = {
    "article": (
        "article_id file title outlet published_from published_to published_basis agencies events casualty_figures"
    ),
    "timeline": (
        "event_id event_type label status starts_from starts_to ends_to date_precision place country_code"
        " latitude longitude articles independent_sources first_published last_published"
    ),
    "participation": (
        "event_id event starts_from place actor actor_kind role position said_by article_id file"
        " published_from published_to evidence"
    ),
    "attendance": (
        "event_id event actor first_position latest_position latest_published was_invited did_attend positions articles"
    ),
    "casualty_claim": (
        "event_id event event_type starts_from place country_code kind victims value qualifier low best high"
        " said_by article_id file published_from evidence"
    ),
    "casualty": "event_id event kind rule low best high claims articles independent_sources is_disputed",
    "casualty_by_month": "month country_code province kind rule low best high events",
    "responsibility": "event_id event actor position said_by grade article_id evidence",
    "upcoming": "event_id event starts_from starts_to place known_since positions",
    "disagreement": "event_id event field values reports share_at_mode",
    "single_source": "event_id event article_id agencies",
    "coverage": (
        "event_id event event_type starts_from place country_code told_by sources articles ucdp_ged acled gtd polecat"
    ),
    "role_held": "actor title organisation first_published last_published articles",
    "agency_credit": "article_id file agency kind",
    "actor_pair": "actor_a actor_b events cooperative hostile",
    "evidence": "fact_kind fact_id event_id article_id file start stop quote sentence rule",
    "change": "when what cause before after",
    "ingest_run": "ingest_run_id started_at files_read files_inserted files_updated files_kept files_rejected",
    "rejected_file": "file reason",
}
"""The columns that each view has at least."""

FUNCTIONS = {"planned_as_of": "upcoming", "position_as_of": "attendance"}
"""Functions of a day, and the view whose columns they give."""

PLAIN = {"date", "text", "bigint", "integer", "double precision", "boolean", "timestamp with time zone"}


def columns(link: psycopg.Connection[Any], relation: str) -> list[str]:
    """The columns of an answer."""
    cursor = link.execute(f"select * from report.{relation} limit 0".encode())
    return [column.name for column in cursor.description or ()]


@pytest.mark.parametrize("view", COLUMNS)
def test_a_view_has_at_least_the_columns_that_were_promised(link: psycopg.Connection[Any], view: str) -> None:
    assert set(COLUMNS[view].split()) - set(columns(link, view)) == set()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_of_a_day_gives_the_columns_of_its_view(link: psycopg.Connection[Any], function: str) -> None:
    assert columns(link, f"{function}('2021-01-01')") == columns(link, FUNCTIONS[function])


def test_every_question_of_the_handbook_is_under_contract(link: psycopg.Connection[Any]) -> None:
    assert set(QUESTIONS) == COLUMNS.keys() | FUNCTIONS.keys() | {"search"}


def test_views_have_plain_typed_columns_only(link: psycopg.Connection[Any]) -> None:
    types = "select distinct data_type from information_schema.columns where table_schema = 'report'"
    assert {name for (name,) in link.execute(types)} - PLAIN == set()
    domains = (
        "select count(*) from information_schema.columns where table_schema = 'report' and domain_name is not null"
    )
    assert link.execute(domains).fetchone() == (0,)


def test_every_view_column_and_function_has_a_comment(answer: Answer) -> None:
    silent = """
        select class.relname || coalesce('.' || attribute.attname, '') as silent
        from pg_class as class
        left join pg_attribute as attribute on class.oid = attribute.attrelid and attribute.attnum > 0
        where class.relnamespace = 'report'::regnamespace and class.relkind = 'v'
            and (col_description(class.oid, attribute.attnum) is null or obj_description(class.oid, 'pg_class') is null)
        union all
        select proc.proname from pg_proc as proc
        where proc.pronamespace = 'report'::regnamespace and obj_description(proc.oid, 'pg_proc') is null
    """
    assert answer(silent) == "silent"


def test_the_page_on_views_says_what_the_comments_say(link: psycopg.Connection[Any]) -> None:
    page = (ROOT / "docs/views.md").read_text(encoding="utf-8")
    assert page == views_page(link), "run python -m tools.build_docs"


@pytest.mark.parametrize("file", sorted((ROOT / "sql/views").glob("*.sql")), ids=lambda file: file.stem)
def test_a_view_file_states_its_grain_is_lower_case_and_selects_no_star(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    code = "\n".join(line for line in text.partition("\ncomment on ")[0].splitlines() if not line.startswith("--"))
    assert text.startswith("-- One row per ")
    assert f"report.{file.stem}" in code
    assert "*" not in code.replace("count(*)", "").replace(" * 2", "").replace("~*", "").replace("Sel=**", "")
    assert [word for word in ("SELECT", "FROM", "WHERE", "JOIN", "CASE") if word in code] == []


def test_a_table_of_many_articles_is_answered_in_time(given: Given, answer: Answer) -> None:
    articles = "\n".join(f"a{number} | 2021-03-{number % 28 + 1:02}" for number in range(200))
    figures = "\n".join(f"{number % 7} | e{number % 40} | a{number}" for number in range(200))
    given(f"article | published\n{articles}\n\nfigure | event | article\n{figures}")
    assert answer("select count(*) as rows from report.casualty") == "rows\n240"
