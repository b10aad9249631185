"""What the database has of a batch: one look-up by URL, text, path and key.

In: `Arrival`s, an open connection. Out: `Known`, for `plan`. It writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import dict_row

from ..keys import content_hash
from ..plan import Arrival, Known, KnownArticle, KnownFile, article_key

# One row per article that a file of the batch may belong to, with the file that its current version was read from.
ARTICLES = """
with wanted as (
    select article_id from eventdb.source_file where location = any(%(paths)s) and article_id is not null
    union
    select article_id from eventdb.article where text_hash = any(%(texts)s) or url = any(%(urls)s)
    union
    select unnest(%(keys)s::bigint[])
)
select
    article.article_id,
    article.version,
    source_file.location as path,
    article.text_hash,
    article.content_hash,
    article.rules_version,
    article.url,
    array(
        select earlier.text_hash
        from eventdb.article as earlier
        where earlier.article_id = article.article_id and not earlier.is_current
    ) as older_texts
from eventdb.article
inner join wanted using (article_id)
inner join eventdb.source_file using (source_file_id)
where article.is_current
"""
FILES = """
select location as path, sha256, article_id
from eventdb.source_file
where location = any(%(paths)s) and article_id is not null and sha256 is not null
"""
UNCHANGED = """
select source_file.location, article.text_hash, article.url, article.content_hash
from unnest(%s::text[], %s::text[]) as met (location, sha256)
inner join eventdb.source_file using (location, sha256)
inner join eventdb.article using (source_file_id, article_id)
where article.is_current and article.rules_version = %s
"""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article whose file has the same bytes as when it was read, by the same rules."""

    text_hash: str
    url: str | None
    content_hash: str

    def is_read_from(self, input_hash: str, rules_version: str) -> bool:
        """Whether metadata are the same, too."""
        return self.content_hash == content_hash(input_hash, rules_version)


def unchanged_texts(connection: Connection, hashes: Mapping[str, str], rules_version: str) -> dict[str, Unchanged]:
    """Path → article of each file that need not be decoded again; `hashes` are path → SHA-256 of the bytes."""
    rows = connection.execute(UNCHANGED, (list(hashes), list(hashes.values()), rules_version)).fetchall()
    return {path: Unchanged(*row) for path, *row in rows}


def known_of(connection: Connection, arrivals: Sequence[Arrival]) -> Known:
    """The articles and files that the database has of these arrivals."""
    asked = {
        "paths": [arrival.path for arrival in arrivals],
        "texts": [arrival.text_hash for arrival in arrivals],
        "urls": [arrival.url for arrival in arrivals if arrival.url],
        "keys": [article_key(arrival) for arrival in arrivals],
    }
    with connection.cursor(row_factory=dict_row) as cursor:
        articles = [row | {"older_texts": frozenset(row["older_texts"])} for row in cursor.execute(ARTICLES, asked)]
        files = cursor.execute(FILES, asked).fetchall()
    return Known(tuple(KnownArticle(**row) for row in articles), tuple(KnownFile(**row) for row in files))
