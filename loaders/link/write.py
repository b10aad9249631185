"""What linking changed → rows: events added, changed, merged, gone; reports pointed to their events.

In: named groups and their rows. Out: rows of `event`, and `event_report.event_id`. A row that is as it should be is
not written again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from psycopg import Connection, sql

from ..store.copying import columns_of
from .derived import Row
from .names import Named

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
    written = 0
    with connection.cursor() as cursor:
        for row in rows:
            written += cursor.execute(_upsert(), row).rowcount
    return written


@cache
def _upsert() -> sql.Composed:
    """Insert an event, or change it where a column differs."""
    columns = list(columns_of("event"))
    others = [name for name in columns if name != "event_id"]
    comma = sql.SQL(", ")
    return sql.SQL(
        "insert into eventdb.event ({names}) values ({values})"
        " on conflict (event_id) do update set {changes} where ({old}) is distinct from ({new})"
    ).format(
        names=comma.join(map(sql.Identifier, columns)),
        values=comma.join(map(sql.Placeholder, columns)),
        changes=comma.join(sql.SQL("{0} = excluded.{0}").format(sql.Identifier(name)) for name in others),
        old=comma.join(sql.Identifier("event", name) for name in others),
        new=comma.join(sql.Identifier("excluded", name) for name in others),
    )


def drop_empty(connection: Connection) -> int:
    """Delete events without reports, and redirects to them; how many went."""
    empty = [event_id for (event_id,) in connection.execute(EMPTY).fetchall()]
    connection.execute("delete from eventdb.event where merged_into_id = any(%s)", (empty,))
    return connection.execute("delete from eventdb.event where event_id = any(%s)", (empty,)).rowcount
