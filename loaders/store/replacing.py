"""Makes room for new versions of articles, and hands the old reports' events on to the new reports.

In: verdicts to write. Out: the claims that were current, by article; the rows that made way are deleted. A version of
the same text is deleted with all that hangs from it; one of another text stays, out of the views and the events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from psycopg import Connection, sql
from psycopg.rows import dict_row

from ..plan import Action, Verdict
from .changes import WATCHED
from .claims import Row, Rows

CLAIMS = """
select claim.*
from eventdb.{} as claim
inner join eventdb.article using (article_id, version)
where claim.article_id = any(%s) and article.is_current
order by claim.article_id, claim.ordinal
"""
DELETE = """
delete from eventdb.article
using unnest(%s::bigint[], %s::smallint[]) as made (article_id, version)
where article.article_id = made.article_id and article.version = made.version
"""
SET_ASIDE = "update eventdb.article set is_current = false where article_id = any(%s) and is_current"
UNLINK = "update eventdb.event_report set event_id = null where article_id = any(%s) and event_id is not null"


def make_room(connection: Connection, verdicts: Sequence[Verdict]) -> dict[int, Rows]:
    """Clear the way for updates; the claims that were current, by article. Inserts need no room."""
    updates = [verdict for verdict in verdicts if verdict.action is Action.UPDATE]
    if not updates:
        return {}
    articles = [verdict.article_id for verdict in updates]
    claims = _current_claims(connection, articles)
    connection.execute(DELETE, (articles, [verdict.version for verdict in updates]))
    connection.execute(SET_ASIDE, (articles,))
    connection.execute(UNLINK, (articles,))
    return claims


def _current_claims(connection: Connection, articles: Sequence[int]) -> dict[int, Rows]:
    found: dict[int, Rows] = {article_id: {table: [] for table in WATCHED} for article_id in articles}
    with connection.cursor(row_factory=dict_row) as cursor:
        for table in WATCHED:
            for row in cursor.execute(sql.SQL(CLAIMS).format(sql.Identifier(table)), (articles,)):
                found[row["article_id"]][table].append(row)
    return found


def inherit_events(before: Rows, after: Rows) -> None:
    """Give each new report the event of the old report that it replaces, so that events keep their ids.

    The replaced report is the one with the same id; else, where words moved, the only one of the same kind, days
    and place among those that found no heir.
    """
    events = {row["event_report_id"]: row["event_id"] for row in before["event_report"]}
    for row in after["event_report"]:
        row["event_id"] = events.get(row["event_report_id"])
    heirs = {row["event_report_id"] for row in after["event_report"]}
    without_heir = _only_ones([row for row in before["event_report"] if row["event_report_id"] not in heirs])
    without_event = _only_ones([row for row in after["event_report"] if row["event_report_id"] not in events])
    for likeness, row in without_event.items():
        if likeness in without_heir:
            row["event_id"] = without_heir[likeness]["event_id"]


def _only_ones(rows: list[Row]) -> dict[tuple[object, ...], Row]:
    counts = Counter(map(_likeness, rows))
    return {_likeness(row): row for row in rows if counts[_likeness(row)] == 1}


def _likeness(row: Row) -> tuple[object, ...]:
    family = row["type_code"].partition(".")[0]
    return family, row["starts_from_yearless"] or row["starts_from"], row["place_name"], row["country_code"]
