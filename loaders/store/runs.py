"""The log of runs: a run begins, each file has a result, a run ends with counts that add up.

In: what was asked for, times given by the caller. Out: rows of `ingest_run` and `ingest_result`. It reads no clock.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from psycopg import Connection

from ..keys import key

COUNTED = ("inserted", "updated", "kept", "rejected")

BEGIN = """
insert into eventdb.ingest_run (
    ingest_run_id, started_at, rules_version, sources,
    files_read, files_inserted, files_updated, files_kept, files_rejected
)
values (%s, %s, %s, %s, 0, 0, 0, 0, 0)
on conflict do nothing
"""
COUNT = """
update eventdb.ingest_run
set
    files_read = files_read + %(read)s,
    files_inserted = files_inserted + %(inserted)s,
    files_updated = files_updated + %(updated)s,
    files_kept = files_kept + %(kept)s,
    files_rejected = files_rejected + %(rejected)s
where ingest_run_id = %(run)s
"""
# An article without a URL is its files; one that no file holds any more, as each now holds another article, goes.
# Not so what stood at a mere number of a file (`news.jsonl#12`): that another article stands there now says nothing.
WITHOUT_FILES = """
select distinct article_id from eventdb.article
where
    (%(all)s or article_id = any(%(left)s))
    and url is null
    and not exists (select from eventdb.source_file where source_file.article_id = article.article_id)
    and not exists (
        select from eventdb.source_file
        where source_file.source_file_id = article.source_file_id and source_file.location ~ '#[0-9]+$'
    )
"""
EVENTS = """
select distinct event_id from eventdb.event_report where article_id = any(%s) and event_id is not null
"""
ACTORS = """
select distinct actor_id from eventdb.article_actor where article_id = any(%s) and actor_id is not null
"""
UNTIE = """
delete from eventdb.judgement
where origin_code = 'rule' and (left_article_id = any(%(gone)s) or right_article_id = any(%(gone)s))
"""
BESIDE = """
select distinct other.article_id
from eventdb.link_key as own
inner join eventdb.link_key as other on own.key = other.key and own.use = other.use
where own.article_id = any(%(gone)s) and not (other.article_id = any(%(gone)s))
"""


@dataclass(frozen=True, slots=True)
class Left:
    """What deleted articles leave behind: themselves and articles that could be compared with them; what lost by it.

    `events` lost reports, `actors` mentions.
    """

    articles: list[int] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    actors: list[int] = field(default_factory=list)


# What was rejected inside a file that this run has read whole, without meeting it, or for damage that is mended.
GONE = """
update eventdb.source_file set
    state_code = 'gone',
    reason = null
where
    state_code = 'rejected'
    and last_seen_at < (select started_at from eventdb.ingest_run where ingest_run_id = %s)
    and regexp_replace(location, '(!/.*|#[^/]*)$', '') = any(%s)
"""


def begin_run(connection: Connection, *, sources: Sequence[str], rules_version: str, at: datetime) -> int:
    """Log that a run began; its key."""
    run = key("ingest_run", at.isoformat(), *sources)
    connection.execute(BEGIN, (run, at, rules_version, " ".join(sources)))
    return run


def was_broken_off(connection: Connection) -> bool:
    """Whether the last run did not end, so that some of its articles may not be linked yet."""
    last = connection.execute("select finished_at from eventdb.ingest_run order by started_at desc limit 1").fetchone()
    return last is not None and last[0] is None


def files_read(connection: Connection, run: int) -> int:
    """How many files a run has read so far, as was committed."""
    row = connection.execute("select files_read from eventdb.ingest_run where ingest_run_id = %s", (run,)).fetchone()
    return int(row[0]) if row else 0


def count_results(connection: Connection, run: int, counts: Mapping[str, int]) -> None:
    """Add a batch's counts to the run's."""
    told = {name: counts.get(name, 0) for name in COUNTED}
    connection.execute(COUNT, {"run": run, "read": sum(told.values()), **told})


def finish_run(connection: Connection, run: int, *, at: datetime) -> None:
    """Log that a run ended."""
    connection.execute("update eventdb.ingest_run set finished_at = %s where ingest_run_id = %s", (at, run))


def forget_what_is_gone(connection: Connection, *, run: int, wholes: Sequence[str]) -> int:
    """Take what lay in files that were read whole, and lies there no more, off the list of the rejected; how many."""
    return connection.execute(GONE, (run, list(wholes))).rowcount


def drop_articles_without_files(connection: Connection, left: Collection[int] | None) -> Left:
    """Delete those of these articles (None: of all) whose every file now holds another; what they leave for linking."""
    return drop_articles(connection, _ids(connection, WITHOUT_FILES, {"all": left is None, "left": sorted(left or ())}))


def drop_articles(connection: Connection, gone: Sequence[int]) -> Left:
    """Delete these articles; what they leave for linking to look at."""
    if not gone:
        return Left()
    gone = list(gone)
    beside = _ids(connection, BESIDE, {"gone": gone})
    lost = Left(gone + beside, _ids(connection, EVENTS, (gone,)), _ids(connection, ACTORS, (gone,)))
    connection.execute(UNTIE, {"gone": gone})
    connection.execute("delete from eventdb.article where article_id = any(%s)", (gone,))
    return lost


def _ids(connection: Connection, query: str, asked: Mapping[str, object] | Sequence[object] = ()) -> list[int]:
    return [found for (found,) in connection.execute(query, asked).fetchall()]
