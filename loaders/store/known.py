"""What the database has of a batch: one look-up by URL, text, path and key.

In: `Arrival`s, an open connection. Out: `Known`, for `plan`. It writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from psycopg import Connection
from psycopg.rows import dict_row

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


def known_of(connection: Connection, arrivals: Sequence[Arrival]) -> Known:
    """The articles and files that the database has of these arrivals."""
    if not arrivals:
        return Known()
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
