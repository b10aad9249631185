"""The files of a batch → rows of `source_file` and `ingest_result`.

In: a `Batch`. Out: one row a file in both. A file that is unchanged gets a new `last_seen_at` and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from psycopg import Connection

from ..plan import Action
from .claims import Row
from .copying import copy_rows
from .rows import source_file_id
from .unchanged import input_hash, stat_hash

if TYPE_CHECKING:
    from .batch import Batch, Loaded, Rejected

SAVE = """
insert into eventdb.source_file (
    source_file_id, location, sha256, size_bytes, state_code, reason, article_id, first_seen_at, last_seen_at,
    stat_hash, input_hash
)
values (
    %(source_file_id)s, %(location)s, %(sha256)s, %(size_bytes)s, %(state_code)s, %(reason)s, %(article_id)s,
    %(at)s, %(at)s, %(stat_hash)s, %(input_hash)s
)
on conflict (source_file_id) do update set
    sha256 = excluded.sha256,
    size_bytes = excluded.size_bytes,
    state_code = excluded.state_code,
    reason = excluded.reason,
    article_id = coalesce(excluded.article_id, source_file.article_id),
    last_seen_at = excluded.last_seen_at,
    stat_hash = excluded.stat_hash,
    input_hash = excluded.input_hash
"""
HELD = """
select source_file_id, article_id
from eventdb.source_file
where source_file_id = any(%s) and article_id is not null
"""
# A file of an article whose text another file has changed no longer holds the article as it stands.
SUPERSEDE = """
update eventdb.source_file set state_code = 'superseded'
where article_id = any(%s) and location <> all(%s) and state_code = 'loaded'
"""
COUNTS = """
select
    article_id,
    (select count(*) from eventdb.event_report as r where (r.article_id, r.version) = (a.article_id, a.version)),
    (select count(*) from eventdb.participation as p where (p.article_id, p.version) = (a.article_id, a.version)),
    (select count(*) from eventdb.casualty_figure as c where (c.article_id, c.version) = (a.article_id, a.version))
from eventdb.article as a
where article_id = any(%s) and is_current
"""
VERDICT = {Action.INSERT: "inserted", Action.UPDATE: "updated", Action.KEEP: "kept"}


def save_files(connection: Connection, batch: Batch) -> set[int]:
    """Write what is known of each file now; the articles of which a file now holds another one."""
    rows = [*map(_loaded_row, batch.loaded), *map(_rejected_row, batch.rejected)]
    now = {row["source_file_id"]: row["article_id"] for row in rows}
    before = connection.execute(HELD, (list(now),)).fetchall()
    with connection.cursor() as cursor:
        cursor.executemany(SAVE, [row | {"at": batch.at} for row in rows])
    changed = [each.verdict.article_id for each in batch.written if each.verdict.version > 1]
    connection.execute(SUPERSEDE, (changed, [row["location"] for row in rows]))
    return {article for file, article in before if now[file] not in (article, None)}


def _loaded_row(each: Loaded) -> Row:
    return {
        "source_file_id": source_file_id(each.arrival.path),
        "location": each.arrival.path,
        "sha256": each.arrival.sha256,
        "size_bytes": each.size_bytes,
        "state_code": "loaded" if each.verdict.is_current else "superseded",
        "reason": None,
        "article_id": each.verdict.article_id,
        "stat_hash": stat_hash(each.stat, each.verdict.content_hash),
        "input_hash": input_hash(each.arrival.input_hash, each.verdict.content_hash),
    }


def _rejected_row(each: Rejected) -> Row:
    return {
        "source_file_id": source_file_id(each.path),
        "location": each.path,
        "sha256": each.sha256,
        "size_bytes": each.size_bytes,
        "state_code": "rejected",
        "reason": each.reason,
        "article_id": None,
        "stat_hash": None,
        "input_hash": None,
    }


def log_results(connection: Connection, batch: Batch) -> Counter[str]:
    """Log what became of each file; the counts by verdict."""
    rows = list(_results(connection, batch))
    copy_rows(connection, "ingest_result", rows)
    return Counter(row["verdict_code"] for row in rows)


def _results(connection: Connection, batch: Batch) -> Iterator[Row]:
    articles = [each.verdict.article_id for each in batch.loaded]
    found = {row[0]: row[1:] for row in connection.execute(COUNTS, (articles,)).fetchall()}
    for each in batch.loaded:
        counts = found.get(each.verdict.article_id, (0, 0, 0))
        yield _result(batch.run, each.arrival.path, VERDICT[each.verdict.action], each.verdict.article_id, counts)
    for rejected in batch.rejected:
        yield _result(batch.run, rejected.path, "rejected", None, (0, 0, 0)) | {"reason": rejected.reason}


def _result(run: int, path: str, verdict: str, article_id: int | None, counts: tuple[int, int, int]) -> Row:
    return {
        "ingest_run_id": run,
        "source_file_id": source_file_id(path),
        "verdict_code": verdict,
        "reason": None,
        "article_id": article_id,
        **dict(zip(("event_reports", "participations", "casualty_figures"), counts, strict=True)),
    }
