"""The pages that ask the example articles: each statement and each cell is run, and the page shows what it answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from sqlalchemy.engine import make_url

from eventdb.handbook import answer, questions_page, statements
from eventdb.schema import run_checks
from eventdb.schema.checks import Severity
from loaders.ingest import ingest
from tests.conftest import conninfo, new_database
from tools.build_docs import written
from tools.notebook import executed

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/questions.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def examples(server_url: str, template_url: str) -> Iterator[psycopg.Connection[Any]]:
    """A database with the example articles."""
    with new_database(server_url, template=make_url(template_url).database) as url:
        ingest([ROOT / "examples/articles"], url, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        with psycopg.connect(conninfo(url), autocommit=True) as link:
            yield link


def test_there_are_twenty_questions_of_one_short_statement_each() -> None:
    asked = statements(PAGE)
    assert len(asked) == 20
    assert [query for query in asked if query.count("\n") > 14 or query.count(";") != 1] == []


@pytest.mark.parametrize("number", range(1, 21))
def test_each_question_has_an_answer_in_the_examples(examples: psycopg.Connection[Any], number: int) -> None:
    assert answer(examples, statements(PAGE)[number - 1]).count("\n") >= 2


def test_the_page_shows_what_the_database_answers(examples: psycopg.Connection[Any]) -> None:
    assert questions_page(examples, PAGE) == PAGE, "run python -m tools.build_docs"


def test_the_notebook_runs_and_shows_what_it_prints(
    examples: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENTDB_URL", f"postgresql:///{examples.info.dbname}?{urlencode(at(examples))}")
    page = (ROOT / "docs/readers.ipynb").read_text(encoding="utf-8")
    assert written(executed(json.loads(page))) == page, "run python -m tools.build_docs"
    printed = [cell["outputs"] for cell in json.loads(page)["cells"] if cell["cell_type"] == "code"]
    assert len(printed) > 6 and all(printed[1:])


def at(link: psycopg.Connection[Any]) -> dict[str, str]:
    """Where a connection leads."""
    return {"host": link.info.host, "port": str(link.info.port), "user": link.info.user}


def test_the_examples_break_no_rule_of_the_data(examples: psycopg.Connection[Any]) -> None:
    found = run_checks(examples)
    assert [breach for breach in found if breach.severity is Severity.FAILURE] == []
    # a counterpart is given the title of the doctor before him: a misreading that the check is there to tell
    assert {breach.name for breach in found} <= {"title_unlike_its_words"}
