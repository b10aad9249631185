"""Which articles may tell of the same: keys of articles → rows of `link_key`, and back to articles.

In: an open connection, keys by article. Out: article ids. A key that is written already is not written again, so what
did not change costs no write. What the keys mean is not known here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping

from psycopg import Connection

from ..keys import key
from ..store.copying import copy_rows

CURRENT = "select article_id, version from eventdb.article where is_current and (%s or article_id = any(%s))"
STANDING = "select article_id, version, key from eventdb.link_key where use = %s and (%s or article_id = any(%s))"
DROP = """
delete from eventdb.link_key
using unnest(%s::bigint[], %s::smallint[], %s::bigint[]) as gone (article_id, version, key)
where
    link_key.use = %s
    and (link_key.article_id, link_key.version, link_key.key) = (gone.article_id, gone.version, gone.key)
"""
SHARING = """
select distinct link_key.article_id
from eventdb.link_key
inner join eventdb.article using (article_id, version)
where link_key.key = any(%s) and article.is_current
"""


def hashed(use: str, parts: Iterable[Hashable]) -> int:
    """The key of what two articles must have in common."""
    return key(f"link {use}", *parts)


def write_keys(
    connection: Connection, use: str, wanted: Mapping[int, Collection[int]], articles: Collection[int] | None
) -> set[int]:
    """Make these keys of articles stand, and no others of `articles` (None: of all); the keys that went."""
    asked = (articles is None, list(articles or ()))
    version: dict[int, int] = dict(connection.execute(CURRENT, asked).fetchall())
    standing = set(connection.execute(STANDING, (use, *asked)).fetchall())
    ought = {(article, version[article], each) for article, keys in wanted.items() for each in keys}
    gone, new = sorted(standing - ought), sorted(ought - standing)
    if gone:
        connection.execute(DROP, (*map(list, zip(*gone, strict=True)), use))
    if new:
        copy_rows(connection, "link_key", [_row(use, *each) for each in new])
    return {each for *_, each in gone}


def _row(use: str, article_id: int, version: int, each: int) -> dict[str, object]:
    return {"article_id": article_id, "version": version, "use": use, "key": each}


def sharing(connection: Connection, keys: Collection[int]) -> set[int]:
    """The articles that have one of the keys."""
    if not keys:
        return set()
    return {article_id for (article_id,) in connection.execute(SHARING, (list(keys),)).fetchall()}


def by_article(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """The keys of each article."""
    found: dict[int, set[int]] = defaultdict(set)
    for article, each in pairs:
        found[article].add(each)
    return dict(found)
