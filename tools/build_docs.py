"""Make the pages that are drawn from a database: `python tools/build_docs.py URL` with a URL as psycopg takes it.

In: a migrated database; for docs/questions.md it must hold the articles of `examples/articles` and nothing else.
Out: docs/views.md, and docs/questions.md with its tables made anew. Changes nothing in the database.
"""

from __future__ import annotations

import sys
from pathlib import Path

import psycopg

from eventdb.handbook import questions_page, views_page

DOCS = Path(__file__).parent.parent / "docs"


def build(url: str) -> None:
    """Write both pages; docs/questions.md only if the database holds articles."""
    questions = DOCS / "questions.md"
    with psycopg.connect(url) as connection:
        (DOCS / "views.md").write_text(views_page(connection), encoding="utf-8")
        if connection.execute("select count(*) from report.article").fetchone() != (0,):
            questions.write_text(questions_page(connection, questions.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    build(sys.argv[1])
