"""Files that are as they were when they were last judged, so that neither they nor their article can have changed.

In: what the system says of a file, or a hash of what was read of it; an open connection. Out: what the database has of
them, in one look-up; their line in the log and their `last_seen_at`, in one statement. No fact is touched.

Each hash that stands with a file covers what its article was then: where another file has changed the article since,
or the rules have, the file is judged anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from psycopg import Connection

from ..keys import key

STANDING = """
select file.source_file_id, file.stat_hash, file.input_hash, article.content_hash
from eventdb.source_file as file
inner join eventdb.article on file.article_id = article.article_id and article.is_current
where file.source_file_id = any(%s) and file.state_code <> 'rejected' and article.rules_version = %s
"""
KEEP = """
with seen as (
    update eventdb.source_file set last_seen_at = %(at)s, stat_hash = met.stat_hash
    from unnest(%(files)s::bigint[], %(stats)s::bigint[]) as met (source_file_id, stat_hash)
    where source_file.source_file_id = met.source_file_id
    returning source_file.source_file_id, source_file.article_id
)

insert into eventdb.ingest_result (
    ingest_run_id, source_file_id, verdict_code, reason, article_id, event_reports, participations, casualty_figures
)
select
    %(run)s,
    seen.source_file_id,
    'kept',
    null,
    article.article_id,
    (
        select count(*) from eventdb.event_report as r
        where (r.article_id, r.version) = (article.article_id, article.version)
    ),
    (
        select count(*) from eventdb.participation as p
        where (p.article_id, p.version) = (article.article_id, article.version)
    ),
    (
        select count(*) from eventdb.casualty_figure as c
        where (c.article_id, c.version) = (article.article_id, article.version)
    )
from seen
inner join eventdb.article on seen.article_id = article.article_id and article.is_current
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database has of a file: hashes of when it was last judged, and what its article is now."""

    source_file_id: int
    stat_hash: int | None
    input_hash: int | None
    content_hash: str

    def is_as_seen(self, stat: str | None) -> bool:
        """Whether the system says the same of the file as then."""
        return stat is not None and self.stat_hash == stat_hash(stat, self.content_hash)

    def is_read_from(self, read: str) -> bool:
        """Whether the same was read of the file as then."""
        return self.input_hash == input_hash(read, self.content_hash)

    def kept(self, stat: str | None) -> Unchanged:
        """The file as it is to be stored, now that it is known to be unchanged."""
        return Unchanged(self.source_file_id, stat_hash(stat, self.content_hash))


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file that is kept as it is; the hash of what the system says of it now, if that is to be trusted."""

    source_file_id: int
    stat_hash: int | None


def stat_hash(stat: str | None, content_hash: str) -> int | None:
    """What the system says of a file, and what its article is."""
    return None if stat is None else key("stat", stat, content_hash)


def input_hash(read: str, content_hash: str) -> int:
    """What was read of a file, and what its article is."""
    return key("input", read, content_hash)


def standing_of(connection: Connection, files: Sequence[int], rules_version: str) -> dict[int, Standing]:
    """What the database has of these files, if their articles were read by these rules."""
    rows = connection.execute(STANDING, (files, rules_version)).fetchall()
    return {row[0]: Standing(*row) for row in rows}


def keep(connection: Connection, files: Iterable[Unchanged], *, run: int, at: datetime) -> int:
    """Log that these files are as they were; how many they are."""
    found = [(each.source_file_id, each.stat_hash) for each in files]
    if not found:
        return 0
    ids, stats = (list(column) for column in zip(*found, strict=True))
    return connection.execute(KEEP, {"files": ids, "stats": stats, "run": run, "at": at}).rowcount
