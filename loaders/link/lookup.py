"""Which articles may tell of the same: keys of articles → rows of `link_key`, and back to articles.

In: an open connection, keys by article. Out: article ids. A key that is written already is not written again, so what
did not change costs no write. Two keys meet in one year; year 0 meets any. What the keys mean is not known here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping

from psycopg import Connection

from ..keys import key
from ..store.copying import copy_rows

CURRENT = "select article_id, version from eventdb.article where is_current and (%s or article_id = any(%s))"
STANDING = "select article_id, version, key, year from eventdb.link_key where use = %s and (%s or article_id = any(%s))"
DROP = """
delete from eventdb.link_key
using unnest(%s::bigint[], %s::smallint[], %s::bigint[], %s::smallint[]) as gone (article_id, version, key, year)
where
    link_key.use = %s
    and (link_key.article_id, link_key.version) = (gone.article_id, gone.version)
    and (link_key.key, link_key.year) = (gone.key, gone.year)
"""
SHARING = """
select distinct link_key.article_id
from unnest(%s::bigint[], %s::smallint[]) as asked (key, year)
inner join eventdb.link_key
    on asked.key = link_key.key and (asked.year = 0 or link_key.year in (0, asked.year))
inner join eventdb.article using (article_id, version)
where article.is_current
"""

Key = tuple[int, int]
"""A hash, and the year for which it holds."""


def hashed(use: str, parts: Iterable[Hashable], year: int = 0) -> Key:
    """The key of what two articles must have in common."""
    return key(f"link {use}", *parts), year


def write_keys(
    connection: Connection, use: str, wanted: Mapping[int, Collection[Key]], articles: Collection[int] | None
) -> set[Key]:
    """Make these keys of articles stand, and no others of `articles` (None: of all); the keys that went."""
    asked = (articles is None, list(articles or ()))
    version: dict[int, int] = dict(connection.execute(CURRENT, asked).fetchall())
    standing = set(connection.execute(STANDING, (use, *asked)).fetchall())
    ought = {(article, version[article], *each) for article, keys in wanted.items() for each in keys}
    gone, new = sorted(standing - ought), sorted(ought - standing)
    if gone:
        connection.execute(DROP, (*map(list, zip(*gone, strict=True)), use))
    if new:
        copy_rows(connection, "link_key", [_row(use, *each) for each in new])
    return {(each, year) for *_, each, year in gone}


def _row(use: str, article_id: int, version: int, each: int, year: int) -> dict[str, object]:
    return {"article_id": article_id, "version": version, "use": use, "key": each, "year": year}


def sharing(connection: Connection, keys: Collection[Key]) -> set[int]:
    """The articles that have one of the keys."""
    if not keys:
        return set()
    asked = ([each for each, _ in keys], [year for _, year in keys])
    return {article_id for (article_id,) in connection.execute(SHARING, asked).fetchall()}


def by_article(pairs: Iterable[tuple[int, Key]]) -> dict[int, set[Key]]:
    """The keys of each article."""
    found: dict[int, set[Key]] = defaultdict(set)
    for article, each in pairs:
        found[article].add(each)
    return dict(found)
