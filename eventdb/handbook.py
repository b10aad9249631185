"""Pages that are made from the database, so that they cannot become untrue.

In: a connection, and for questions the page itself. Out: Markdown. Writes no file and changes no row.

views      every view, function and column of schema `report` with its comment
questions  a page of questions, each with its SQL and the table that the database answers now
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from psycopg import Connection

QUESTIONS = (
    "article",
    "timeline",
    "participation",
    "attendance",
    "position_as_of",
    "casualty_claim",
    "casualty",
    "casualty_by_month",
    "responsibility",
    "upcoming",
    "planned_as_of",
    "disagreement",
    "single_source",
    "coverage",
    "role_held",
    "agency_credit",
    "actor_pair",
    "evidence",
    "search",
    "change",
    "ingest_run",
    "rejected_file",
)
"""What readers ask, in the order of the page; everything else in the schema is a step on the way."""

RELATIONS = """
select class.relname, null::text, obj_description(class.oid, 'pg_class')
from pg_class as class
where class.relnamespace = 'report'::regnamespace and class.relkind = 'v'
union all
select proc.proname, pg_get_function_identity_arguments(proc.oid), obj_description(proc.oid, 'pg_proc')
from pg_proc as proc
where proc.pronamespace = 'report'::regnamespace
"""

COLUMNS = """
select
    attribute.attname,
    format_type(attribute.atttypid, attribute.atttypmod),
    col_description(class.oid, attribute.attnum)
from pg_attribute as attribute
inner join pg_class as class on attribute.attrelid = class.oid
where class.relnamespace = 'report'::regnamespace and class.relname = %s and attribute.attnum > 0
order by attribute.attnum
"""

ASKED = re.compile(r"```sql\n(?P<query>.+?)\n```(?:\n\n\|.+?(?=\n\n|\n*\Z))?", re.DOTALL)


def views_page(connection: Connection[Any]) -> str:
    """All that readers may ask, in the words of the comments."""
    found = {name: (arguments, comment) for name, arguments, comment in connection.execute(RELATIONS)}
    steps = sorted(found.keys() - set(QUESTIONS))
    lines = [
        "# Views\n",
        "Made from the comments in the database (`python -m tools.build_docs` makes it again); do not edit.\n",
        "Dates, texts and numbers are plain columns: no ranges, arrays or JSON. Only current versions of articles",
        "count; what is said of a merged event or actor is said of the one that stands. What no article says is not",
        "shown, and that does not mean that it did not happen.",
        *(_section(connection, name, *found[name]) for name in QUESTIONS if name in found),
        "\n# Steps on the way\n",
        "Views that the others are made of. They are kept for whoever wants to see how a number came about.",
        *(_section(connection, name, *found[name]) for name in steps),
    ]
    return "\n".join(lines) + "\n"


def _section(connection: Connection[Any], name: str, arguments: str | None, comment: str) -> str:
    title = f"\n## report.{name}" + (f"({arguments})" if arguments else "")
    columns = [] if arguments else connection.execute(COLUMNS, [name]).fetchall()
    listing = f"\n\n{_table(('column', 'type', 'meaning'), columns)}" if columns else ""
    return f"{title}\n\n{comment}{listing}"


def questions_page(connection: Connection[Any], page: str) -> str:
    """The page with the table under each SQL statement made anew."""

    def answered(match: re.Match[str]) -> str:
        query = match["query"]
        return f"```sql\n{query}\n```\n\n{answer(connection, query)}"

    return ASKED.sub(answered, page)


def statements(page: str) -> list[str]:
    """The SQL statements of a page, in its order."""
    return [match["query"] for match in ASKED.finditer(page)]


def answer(connection: Connection[Any], query: str) -> str:
    """What the database answers, as a Markdown table."""
    cursor = connection.execute(query.encode())
    return _table([column.name for column in cursor.description or ()], cursor.fetchall())


def _table(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [list(names), ["---"] * len(names), *([_shown(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    text = f"{value:.2f}" if isinstance(value, float) else str(value)
    return " ".join(text.replace("|", "\\|").split())
