"""Makes room for new versions of articles, and hands the old reports' events on to the new reports.

In: verdicts to write. Out: the claims that were current, by article; the rows that made way are deleted. A version of
the same text is deleted with all that hangs from it; one of another text stays, out of the views and the events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection, sql
from psycopg.rows import dict_row

from ..plan import Action, Verdict
from .claims import Rows
from .heirs import COMPARED, Heirs

CLAIMS = """
select claim.*
from eventdb.{} as claim
inner join eventdb.article using (article_id, version)
where claim.article_id = any(%s) and article.is_current
order by claim.article_id, claim.ordinal
"""
TEXTS = "select article_id, text from eventdb.article where article_id = any(%s) and is_current"
DELETE = """
delete from eventdb.article
using unnest(%s::bigint[], %s::smallint[]) as made (article_id, version)
where article.article_id = made.article_id and article.version = made.version
"""
SET_ASIDE = "update eventdb.article set is_current = false where article_id = any(%s) and is_current"
UNLINK = "update eventdb.event_report set event_id = null where article_id = any(%s) and event_id is not null"


@dataclass(frozen=True, slots=True)
class Current:
    """What an article said until now: its text, and the rows of its claims by table."""

    text: str
    rows: Rows


def make_room(connection: Connection, verdicts: Sequence[Verdict]) -> dict[int, Current]:
    """Clear the way for updates; what was current, by article. Inserts need no room."""
    updates = [verdict for verdict in verdicts if verdict.action is Action.UPDATE]
    if not updates:
        return {}
    articles = [verdict.article_id for verdict in updates]
    current = current_claims(connection, articles)
    connection.execute(DELETE, (articles, [verdict.version for verdict in updates]))
    connection.execute(SET_ASIDE, (articles,))
    connection.execute(UNLINK, (articles,))
    return current


def current_claims(connection: Connection, articles: Sequence[int]) -> dict[int, Current]:
    """What these articles say now; those that the database lacks are left out."""
    texts = connection.execute(TEXTS, (articles,)).fetchall()
    found = {key: Current(text, {table: [] for table in COMPARED}) for key, text in texts}
    with connection.cursor(row_factory=dict_row) as cursor:
        for table in COMPARED:
            for row in cursor.execute(sql.SQL(CLAIMS).format(sql.Identifier(table)), (articles,)):
                found[row["article_id"]].rows[table].append(row)
    return found


def inherit_events(before: Rows, after: Rows, heirs: Heirs) -> None:
    """Give each new report the event of the old report that it replaces, so that events keep their ids."""
    events = {heirs["event_report"].get(row["event_report_id"]): row["event_id"] for row in before["event_report"]}
    for row in after["event_report"]:
        row["event_id"] = events.get(row["event_report_id"])
