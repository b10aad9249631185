"""What linking changed → rows: events added, changed, merged, gone; reports pointed to their events, years found.

In: named groups and their rows. Out: rows of `event`; `event_report.event_id`, and the days of reports and articles
whose text gives them without a year (the columns `…_yearless` keep what the text says). A row that is as it should be
is not written again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache

from psycopg import Connection, sql
from psycopg.rows import dict_row

from ..facts import Day
from ..store.copying import columns_of, copy_rows
from .derived import Row
from .names import Named
from .reports import Report
from .windows import as_date, has_year

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
returning event_report.article_id
"""
MERGE = """
update eventdb.event set merged_into_id = %(into)s
where (event_id = any(%(merged)s) or merged_into_id = any(%(merged)s)) and event_id <> %(into)s
"""
# An event that lost all its reports goes, unless it stands for one that has some; so do the redirects to it.
EMPTY = """
select event_id from eventdb.event
where
    (%(all)s or event_id = any(%(events)s))
    and merged_into_id is null
    and not exists (select from eventdb.event_report where event_report.event_id = event.event_id)
"""
# Days stand beside the yearless ones that they belong to, and only there.
DAYS = """
update eventdb.event_report set (starts_from, starts_to, ends_to) = (
    case when event_report.starts_from_yearless is null then event_report.starts_from else made.starts_from end,
    case when event_report.starts_to_yearless is null then event_report.starts_to else made.starts_to end,
    case when event_report.ends_to_yearless is null then event_report.ends_to else made.ends_to end
)
from unnest(%s::bigint[], %s::bigint[], %s::date[], %s::date[], %s::date[])
    as made (article_id, event_report_id, starts_from, starts_to, ends_to)
where
    (event_report.article_id, event_report.event_report_id) = (made.article_id, made.event_report_id)
    and coalesce(
        event_report.starts_from_yearless, event_report.starts_to_yearless, event_report.ends_to_yearless
    ) is not null
    and (event_report.starts_from, event_report.starts_to, event_report.ends_to)
    is distinct from (made.starts_from, made.starts_to, made.ends_to)
    and exists (
        select from eventdb.article
        where (article.article_id, article.version) = (event_report.article_id, event_report.version)
        and article.is_current
    )
"""
PUBLISHED = """
with made as (
    select
        article.article_id,
        article.version,
        case when told.year is not null and bounds.first_day <= bounds.last_day
            then daterange(bounds.first_day, bounds.last_day, '[]')
        end as published
    from unnest(%s::bigint[], %s::integer[]) as told (article_id, year)
    inner join eventdb.article on told.article_id = article.article_id and article.is_current
    cross join lateral (
        select
            told.year - (article.published_first_yearless > article.published_last_yearless)::integer as first_year,
            article.published_first_yearless as first_text,
            article.published_last_yearless as last_text
    ) as told_text
    cross join lateral (
        select
            to_date(told_text.first_year || told_text.first_text, 'YYYY--MM-DD') as first_day,
            to_date(told.year || told_text.last_text, 'YYYY--MM-DD') as last_day
    ) as bounds
    where article.published_last_yearless is not null and article.published_first_yearless is not null
)

update eventdb.article set published = made.published
from made
where
    (article.article_id, article.version) = (made.article_id, made.version)
    and article.published is distinct from made.published
"""


def write_years(connection: Connection, events: Sequence[Named], years: Mapping[int, int]) -> None:
    """Write the days of reports, and of articles, whose years were found or are not known any more."""
    reports = [report for event in events for report in event.reports]
    rows = [(each.article_id, each.report_id, *map(_date, _days(each))) for each in reports]
    connection.execute(DAYS, [list(column) for column in zip(*rows, strict=True)] if rows else [[], [], [], [], []])
    articles = sorted({report.article_id for report in reports})
    connection.execute(PUBLISHED, (articles, [years.get(article_id) for article_id in articles]))


def _days(report: Report) -> tuple[Day | None, Day | None, Day | None]:
    return report.first, report.last, report.end


def _date(day: Day | None) -> date | None:
    return as_date(day) if day is not None and has_year(day) else None


def write_events(connection: Connection, events: Sequence[Named], rows: Sequence[Row]) -> int:
    """Write events and what was merged into them; how many events were added or changed."""
    written = _save(connection, rows)
    for event in events:
        if event.merged:
            connection.execute(MERGE, {"into": event.event_id, "merged": list(event.merged)})
    return written


def point_reports(connection: Connection, events: Sequence[Named]) -> set[int]:
    """Point reports to their events; the articles of those that pointed elsewhere."""
    pointers = [(report.article_id, report.report_id, each.event_id) for each in events for report in each.reports]
    columns = [list(column) for column in zip(*pointers, strict=True)] if pointers else [[], [], []]
    return {article_id for (article_id,) in connection.execute(POINT, columns).fetchall()}


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


def drop_empty(connection: Connection, events: Collection[int] | None) -> int:
    """Delete those of these events (None: of all) that have no reports, and redirects to them; how many went."""
    asked = {"all": events is None, "events": sorted(events or ())}
    empty = [event_id for (event_id,) in connection.execute(EMPTY, asked).fetchall()]
    if not empty:
        return 0
    connection.execute("delete from eventdb.event where merged_into_id = any(%s)", (empty,))
    return connection.execute("delete from eventdb.event where event_id = any(%s)", (empty,)).rowcount
