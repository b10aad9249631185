"""Near-identical articles → stories: copies of one text in several papers count as one source.

In: an open connection, and the articles that changed (None: all). Out: rows of `story`, and `article.story_id`.

Two articles are copies where most runs of five words of the shorter one stand in the longer one, too; only what the
reporter wrote counts, not the page around it. Compared are articles that share a fingerprint, which copies do and
others hardly ever: groups of the smallest values that a text's runs have under many orders (MinHash). So the cost
follows what is new. Copies of copies are one story. Every current article has a story, if only of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from random import Random
from typing import TypeVar
from zlib import crc32

from psycopg import Connection
from psycopg.rows import class_row

from .lookup import hashed, write_keys

RUN = 5  # words; two reporters seldom choose the same five in a row, except in quotations
COPIED = 0.6  # share of the shorter text; reports of one event by two hands share less than half of that
FEWEST_RUNS = 12  # below that, a text is too short to tell
# Texts that share half of all their runs share a band in 19 of 20 cases, those that share a tenth in 1 of 40.
BANDS, ROWS = 24, 3
AT_A_TIME = 500

ALL = "select article_id from eventdb.article where is_current order by article_id"
# Articles whose story may change: those asked for, those with a common fingerprint, and all of the stories of these.
NEAR = """
with asked as (
    select article_id from eventdb.article where is_current and article_id = any(%(articles)s)
),
alike as (
    select article_id from asked
    union
    select other.article_id
    from asked
    inner join eventdb.link_key as own using (article_id)
    inner join eventdb.link_key as other on own.key = other.key
    where own.use = 'text'
),
stories as (
    select article_id as story_id from asked
    union
    select story_id from eventdb.article inner join alike using (article_id) where story_id is not null
)
select article_id from alike
union
select article_id from eventdb.article inner join stories using (story_id)
"""
ARTICLES = """
select article_id, story_id, title
from eventdb.article where is_current and article_id = any(%s)
order by article_id
"""
BODIES = """
select
    article.article_id,
    coalesce(string_agg(substr(text, block.start + 1, block.stop - block.start), ' ' order by block.ordinal), text)
from eventdb.article
left join eventdb.block
    on (block.article_id, block.version) = (article.article_id, article.version) and kind_code in ('body', 'quote')
where article.is_current and article.article_id = any(%s)
group by article.article_id, text
"""
PAIRS = """
select distinct own.article_id, other.article_id
from eventdb.link_key as own
inner join eventdb.link_key as other on own.key = other.key and own.article_id < other.article_id
where own.use = 'text' and own.article_id = any(%(articles)s) and other.article_id = any(%(articles)s)
order by 1, 2
"""
ADD = """
insert into eventdb.story (story_id, title)
values (%s, %s)
on conflict (story_id) do update set title = excluded.title where story.title is distinct from excluded.title
"""
POINT = """
update eventdb.article set story_id = %s
where article_id = %s and is_current and story_id is distinct from %s
"""
SET_ASIDE = "update eventdb.article set story_id = null where not is_current and story_id is not null"
UNUSED = (
    "delete from eventdb.story where not exists (select from eventdb.article as a where a.story_id = story.story_id)"
)


Runs = frozenset[int]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class _Article:
    article_id: int
    story_id: int | None
    title: str | None


def link_stories(connection: Connection, articles: Collection[int] | None) -> int:
    """Put these articles, and those near them, into stories; how many articles changed their story."""
    asked = [one for (one,) in connection.execute(ALL).fetchall()] if articles is None else sorted(articles)
    _write_fingerprints(connection, asked)
    near = asked
    if articles is not None:
        near = [one for (one,) in connection.execute(NEAR, {"articles": asked}).fetchall()]
    with connection.cursor(row_factory=class_row(_Article)) as cursor:
        found = cursor.execute(ARTICLES, (near,)).fetchall()
    pairs = connection.execute(PAIRS, {"articles": near}).fetchall()
    members = stories([each.article_id for each in found], _copied(connection, pairs))
    return _settle(connection, found, members)


def _write_fingerprints(connection: Connection, asked: list[int]) -> None:
    for some in _parts(asked):
        bodies = connection.execute(BODIES, (some,)).fetchall()
        keys = {one: {hashed("text", band) for band in fingerprint(runs_of_words(body))} for one, body in bodies}
        write_keys(connection, "text", keys, some)


def _copied(connection: Connection, pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that are copies; texts are read for some pairs at a time."""
    for some in _parts(pairs):
        named = sorted({one for pair in some for one in pair})
        runs = {one: runs_of_words(body) for one, body in connection.execute(BODIES, (named,)).fetchall()}
        yield from ((left, right) for left, right in some if are_copies(runs[left], runs[right]))


def _parts(whole: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(whole)
    while part := list(islice(rest, AT_A_TIME)):
        yield part


def _settle(connection: Connection, found: list[_Article], members: Mapping[int, int]) -> int:
    titles = {each.article_id: each.title for each in found}
    moved = [
        (members[each.article_id], each.article_id, members[each.article_id])
        for each in found
        if members[each.article_id] != each.story_id
    ]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(story, titles[story]) for story in sorted(set(members.values()))])
        cursor.executemany(POINT, moved)
    connection.execute(SET_ASIDE)
    connection.execute(UNUSED)
    return len(moved)


def stories(articles: Iterable[int], copied: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each article → the smallest article of its story. Pure, and independent of the order."""
    group = {one: {one} for one in articles}
    for left, right in copied:
        if group[left] is not group[right]:
            group[left] |= group[right]
            for member in group[right]:
                group[member] = group[left]
    return {one: min(members) for one, members in group.items()}


def fingerprint(runs: Runs) -> Iterator[tuple[int, ...]]:
    """The bands of a text, each with its number; none where it is too short."""
    if len(runs) < FEWEST_RUNS:
        return
    smallest = [min(run ^ mask for run in runs) for mask in _masks()]
    for band in range(BANDS):
        yield band, *smallest[band * ROWS : (band + 1) * ROWS]


@cache
def _masks() -> tuple[int, ...]:
    chance = Random(0)
    return tuple(chance.getrandbits(32) for _ in range(BANDS * ROWS))


def runs_of_words(text: str) -> Runs:
    """Every five words in a row, without case and marks, as numbers."""
    words = re.findall(r"\w+", text.casefold())
    rows = zip(*(words[start:] for start in range(RUN)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in rows)


def are_copies(left: Runs, right: Runs) -> bool:
    """Whether most of the shorter text stands in the longer one."""
    fewest = min(len(left), len(right))
    return fewest >= FEWEST_RUNS and len(left & right) >= COPIED * fewest
