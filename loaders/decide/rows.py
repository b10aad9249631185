"""The rows of one article, read, changed and written back where they differ.

In: an open connection, an article's key. Out: `Current` with its facts, its actors and itself; updates of rows.
"""

from __future__ import annotations

from collections.abc import Callable

from psycopg import Connection, sql
from psycopg.rows import dict_row

from ..store.claims import Row, Rows
from ..store.fields import IDS
from ..store.replacing import Current, current_claims

ARTICLE = """
select
    article_id, version, title, published, published_basis_code, published_first_yearless, published_last_yearless
from eventdb.article where article_id = %s and is_current
"""


def read_article(connection: Connection, article_id: int) -> Current | None:
    """The rows of a current article; None: there is none of that key."""
    found = current_claims(connection, [article_id]).get(article_id)
    if found is None:
        return None
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = {"article": cursor.execute(ARTICLE, (article_id,)).fetchall()}
    return Current(found.text, found.rows | rows)


def rewrite(connection: Connection, article_id: int, change: Callable[[Rows, str], None]) -> int:
    """Read an article's rows, let `change` alter copies of them, and write those that differ; how many these were."""
    current = read_article(connection, article_id)
    if current is None:
        return 0
    altered: Rows = {table: [dict(row) for row in rows] for table, rows in current.rows.items()}
    change(altered, current.text)
    return sum(
        _write(connection, table, before, after)
        for table in IDS
        for before, after in zip(current.rows[table], altered[table], strict=True)
        if before != after
    )


def _write(connection: Connection, table: str, before: Row, after: Row) -> int:
    changed = [name for name in after if after[name] != before[name]]
    assigned = (sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name)) for name in changed)
    statement = sql.SQL("update eventdb.{} set {} where article_id = %(article_id)s and version = %(version)s").format(
        sql.Identifier(table), sql.SQL(", ").join(assigned)
    )
    if table != "article":
        statement += sql.SQL(" and ordinal = %(ordinal)s")
    return connection.execute(statement, after).rowcount


def find_row(rows: Rows, kind: str, fact_id: int) -> Row | None:
    """The row of a fact."""
    return next((row for row in rows[kind] if row[IDS[kind]] == fact_id), None)
