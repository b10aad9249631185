"""Make the pages that are drawn from a database: `python -m tools.build_docs`, after views, comments or rules changed.

In: the views and their comments, and the articles of `examples/articles`, read into a database of the moment.
Out: docs/views.md, docs/questions.md with its tables and docs/readers.ipynb with its outputs made anew.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from eventdb.handbook import questions_page, views_page
from eventdb.server import temporary_server
from eventdb.settings import conninfo
from loaders.ingest import ingest
from tools.notebook import Notebook, executed

NOTEBOOK = "docs/readers.ipynb"
ROOT = Path(__file__).parent.parent
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


def build() -> None:
    """Write both pages."""
    with temporary_server() as server:
        ingest([ROOT / "examples/articles"], server.url(), clock=lambda: READ_AT)
        with psycopg.connect(conninfo(server.url())) as connection:
            questions = ROOT / "docs/questions.md"
            (ROOT / "docs/views.md").write_text(views_page(connection), encoding="utf-8")
            questions.write_text(questions_page(connection, questions.read_text(encoding="utf-8")), encoding="utf-8")
        os.environ["EVENTDB_URL"] = server.url()
        notebook = ROOT / NOTEBOOK
        notebook.write_text(written(executed(json.loads(notebook.read_text(encoding="utf-8")))), encoding="utf-8")


def written(notebook: Notebook) -> str:
    """A notebook as it stands in its file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    build()
