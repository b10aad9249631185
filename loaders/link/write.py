"""What linking changed → rows: events added, changed, merged, gone; reports pointed to their events.

In: named groups and their rows. Out: rows of `event`, and `event_report.event_id`. A row that is as it should be is
not written again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from psycopg import Connection, sql
from psycopg.rows import dict_row

from ..store.copying import columns_of, copy_rows
from .derived import Row
from .names import Named

STANDING = "select * from eventdb.event where event_id = any(%s)"
POINT = """
update eventdb.event_report set event_id = made.event_id
from unnest(%s::bigint[], %s::bigint[], %s::bigint[]) as made (article_id, event_report_id, event_id)
where
    (event_report.article_id, event_report.event_report_id) = (made.article_id, made.event_report_id)
    and event_report.event_id is distinct from made.event_id
    and exists (
        select from eventdb.article
        where (article.article_id, article.version) = (event_report.article_id, event_report.version)
        and article.is_current
    )
"""
MERGE = """
update eventdb.event set merged_into_id = %(into)s
where (event_id = any(%(merged)s) or merged_into_id = any(%(merged)s)) and event_id <> %(into)s
"""
# An event that lost all its reports goes, unless it stands for one that has some; so do the redirects to it.
EMPTY = """
select event_id from eventdb.event
where
    merged_into_id is null
    and not exists (select from eventdb.event_report where event_report.event_id = event.event_id)
"""


def write_events(connection: Connection, events: Sequence[Named], rows: Sequence[Row]) -> int:
    """Write events and point their reports to them; how many events were added or changed."""
    written = _save(connection, rows)
    for event in events:
        if event.merged:
            connection.execute(MERGE, {"into": event.event_id, "merged": list(event.merged)})
    pointers = [(report.article_id, report.report_id, each.event_id) for each in events for report in each.reports]
    connection.execute(POINT, [list(column) for column in zip(*pointers, strict=True)] if pointers else [[], [], []])
    return written


def _save(connection: Connection, rows: Sequence[Row]) -> int:
    """Add rows that are new, change those that differ; how many these were."""
    with connection.cursor(row_factory=dict_row) as cursor:
        stands = cursor.execute(STANDING, ([row["event_id"] for row in rows],)).fetchall()
    known = {row["event_id"]: row for row in stands}
    copy_rows(connection, "event", [row for row in rows if row["event_id"] not in known])
    changed = [row for row in rows if known.get(row["event_id"], row) != row]
    with connection.cursor() as cursor:
        cursor.executemany(_change(), changed)
    return len(rows) - len(known) + len(changed)


@cache
def _change() -> sql.Composed:
    others = [name for name in columns_of("event") if name != "event_id"]
    assigned = (sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name)) for name in others)
    return sql.SQL("update eventdb.event set {} where event_id = %(event_id)s").format(sql.SQL(", ").join(assigned))


def drop_empty(connection: Connection) -> int:
    """Delete events without reports, and redirects to them; how many went."""
    empty = [event_id for (event_id,) in connection.execute(EMPTY).fetchall()]
    connection.execute("delete from eventdb.event where merged_into_id = any(%s)", (empty,))
    return connection.execute("delete from eventdb.event where event_id = any(%s)", (empty,)).rowcount
