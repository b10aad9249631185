"""What was given beside an article's text → its row, and back: so that the text can be read again without its file.

In: a document with its file's name, and the hash of what was read. Out: a row of `article_given`, or `Stored` documents
of articles that older rules have read. It writes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import Connection
from psycopg.rows import dict_row

from ..plan import Action, Arrival, Verdict
from ..sources import Document
from ..sources.metadata import Metadata
from .claims import Row

if TYPE_CHECKING:
    from .batch import Loaded

# Articles that older rules have read, each with the file that its current version came from. A file that holds another
# article now can have no second result in a run.
OLDER = """
select
    article.article_id, article.version, article.text, article.text_hash,
    article_given.*,
    source_file.location, source_file.sha256, source_file.size_bytes
from eventdb.article
inner join eventdb.article_given using (article_id, version)
inner join eventdb.source_file using (source_file_id, article_id)
where
    article.is_current and article.dataset_code is null and article.rules_version <> %(rules)s
    and article.article_id > %(after)s
order by article.article_id
limit %(limit)s
"""
LEFT = """
select count(*) from eventdb.article where is_current and dataset_code is null and rules_version <> %s
"""


@dataclass(frozen=True, slots=True)
class StoredText:
    """An article as the database has it: what may be read again, and the verdict that it is."""

    name: str
    document: Document
    arrival: Arrival
    verdict: Verdict
    size_bytes: int


def given_rows(loaded: list[Loaded]) -> Iterator[Row]:
    """The rows of articles that are written; none where no document is known, as of records of data sets."""
    for each in loaded:
        if each.named:
            name, read = each.named
            yield {
                "article_id": each.verdict.article_id,
                "version": each.verdict.version,
                "input_hash": each.arrival.input_hash,
                "file_name": os.fsencode(name).decode("utf-8", "backslashreplace"),  # its bytes may be in no encoding
                "encoding": read.encoding,
                "language": read.language,
                **_metadata_columns(read.metadata),
            }


def _metadata_columns(known: Metadata) -> Row:
    first, last = known.published or (None, None)
    return {
        "url": known.url,
        "publisher": known.publisher,
        "published_first": first,
        "published_last": last,
        "authors": list(known.authors),
        "stated_language": known.language,
        "title": known.title,
    }


def older_texts(connection: Connection, rules: str, *, after: int, limit: int) -> list[StoredText]:
    """The next articles by their ids that were read by other rules than these."""
    asked = {"rules": rules, "after": after, "limit": limit}
    with connection.cursor(row_factory=dict_row) as cursor:
        return [_stored(row) for row in cursor.execute(OLDER, asked)]


def read_by_older_rules(connection: Connection, rules: str) -> int:
    """How many articles other rules than these have read."""
    row = connection.execute(LEFT, (rules,)).fetchone()
    return int(row[0]) if row else 0


def _stored(row: dict[str, Any]) -> StoredText:
    days = (row["published_first"], row["published_last"]) if row["published_first"] else None
    known = Metadata(
        url=row["url"],
        publisher=row["publisher"],
        published=days,
        authors=tuple(row["authors"]),
        language=row["stated_language"],
        title=row["title"],
    )
    document = Document(row["text"], row["encoding"], row["language"], known)
    arrival = Arrival(row["location"], row["sha256"], row["text_hash"], row["input_hash"], row["url"])
    verdict = Verdict(row["location"], Action.UPDATE, "rules changed", row["article_id"], row["version"])
    return StoredText(row["file_name"], document, arrival, verdict, row["size_bytes"])
