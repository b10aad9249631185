"""Near-identical articles → stories: copies of one text in several papers count as one source.

In: an open connection, and the articles that changed (None: all). Out: rows of `story`, and `article.story_id`.

Two articles are copies where most runs of five words of the shorter one stand in the longer one, too; only what the
reporter wrote counts, not the page around it. Compared are articles that share some of their fingerprints, which copies
do and others hardly ever: groups of the smallest values that a text's runs have under many orders, by rensa's MinHash.
So the cost follows what is new. Copies of copies are one story; a brief in a long survey is no copy of it, since two
briefs would be one then. Every current article has a story, if only of its own;
a record of a data set always has one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from psycopg import Connection
from psycopg.rows import class_row
from rensa import RMinHash

from .lookup import hashed, write_keys

RUN = 5  # words; two reporters seldom choose the same five in a row, except in quotations
COPIED = 0.6  # share of the shorter text; reports of one event by two hands share less than half of that
LEAST_OF_BOTH = 0.25  # share of all runs of the two; a survey that holds a brief has many others
FEWEST_RUNS = 12  # below that, a text is too short to tell
# Of texts that share half of all their runs, 999 in 1000 have that many fingerprints in common; of those that share a
# third, 8 in 10; a tenth, 1 in 100.
FINGERPRINTS, VALUES_EACH, FEWEST_SHARED = 40, 2, 3
# rensa says when its values change: fingerprints of two versions are never compared.
VERSION = f"rensa {RMinHash.ALGORITHM_VERSION}"
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
    group by asked.article_id, other.article_id
    having count(*) >= %(fewest)s
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
    case
        when dataset_code is not null then ''
        else coalesce(
            string_agg(substr(text, block.start + 1, block.stop - block.start), ' ' order by block.ordinal), text
        )
    end
from eventdb.article
left join eventdb.block
    on (block.article_id, block.version) = (article.article_id, article.version) and kind_code in ('body', 'quote')
where article.is_current and article.article_id = any(%s)
group by article.article_id, text, dataset_code
"""
PAIRS = """
select own.article_id, other.article_id
from eventdb.link_key as own
inner join eventdb.link_key as other on own.key = other.key and own.article_id < other.article_id
where own.use = 'text' and own.article_id = any(%(articles)s) and other.article_id = any(%(articles)s)
group by own.article_id, other.article_id
having count(*) >= %(fewest)s
order by own.article_id, other.article_id
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
# A version that was set aside has no story.
SET_ASIDE = """
with aside as (
    select article_id, version, story_id
    from eventdb.article
    where not is_current and story_id is not null and (%(all)s or article_id = any(%(articles)s))
)

update eventdb.article set story_id = null
from aside
where (article.article_id, article.version) = (aside.article_id, aside.version)
returning aside.story_id
"""
UNUSED = """
delete from eventdb.story
where
    (%(all)s or story_id = any(%(stories)s))
    and not exists (select from eventdb.article as a where a.story_id = story.story_id)
"""


Runs = frozenset[str]
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
        near = [one for (one,) in connection.execute(NEAR, _shared_by(asked)).fetchall()]
    with connection.cursor(row_factory=class_row(_Article)) as cursor:
        found = cursor.execute(ARTICLES, (near,)).fetchall()
    pairs = connection.execute(PAIRS, _shared_by(near)).fetchall()
    changed, before = set(asked), {each.article_id: each.story_id for each in found}
    open_ = [  # others were compared before, and are no copies
        (left, right) for left, right in pairs if left in changed or right in changed or before[left] == before[right]
    ]
    members = stories(before, _copied(connection, open_))
    moved = _settle(connection, found, members)
    _clean_up(connection, None if articles is None else {*asked, *(one.story_id for one in found if one.story_id)})
    return moved


def _shared_by(articles: list[int]) -> dict[str, object]:
    return {"articles": articles, "fewest": FEWEST_SHARED}


def _write_fingerprints(connection: Connection, asked: list[int]) -> None:
    for some in _parts(asked):
        bodies = connection.execute(BODIES, (some,)).fetchall()
        keys = {one: {hashed("text", each) for each in fingerprints(runs_of_words(body))} for one, body in bodies}
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
    return len(moved)


def _clean_up(connection: Connection, asked: set[int] | None) -> None:
    """Take versions that were set aside out of their stories, and delete those of these stories that nobody tells.

    A story has the id of one of its articles, so that of an article that is gone is among those asked for, too.
    """
    told = {"all": asked is None, "articles": sorted(asked or ())}
    left = {story for (story,) in connection.execute(SET_ASIDE, told).fetchall()}
    connection.execute(UNUSED, {"all": asked is None, "stories": sorted(left | (asked or set()))})


def stories(articles: Iterable[int], copied: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each article → the smallest article of its story. Pure, and independent of the order."""
    group = {one: {one} for one in articles}
    for left, right in copied:
        if group[left] is not group[right]:
            group[left] |= group[right]
            for member in group[right]:
                group[member] = group[left]
    return {one: min(members) for one, members in group.items()}


def fingerprints(runs: Runs) -> Iterator[tuple[str | int, ...]]:
    """The fingerprints of a text, each with its number; none where it is too short."""
    if len(runs) < FEWEST_RUNS:
        return
    hashing = RMinHash(num_perm=FINGERPRINTS * VALUES_EACH, seed=0)
    hashing.update(list(runs))
    smallest = hashing.digest()
    for number in range(FINGERPRINTS):
        yield VERSION, number, *smallest[number * VALUES_EACH : (number + 1) * VALUES_EACH]


def runs_of_words(text: str) -> Runs:
    """Every five words in a row, without case and marks."""
    words = re.findall(r"\w+", text.casefold())
    rows = zip(*(words[start:] for start in range(RUN)), strict=False)
    return frozenset(map(" ".join, rows))


def are_copies(left: Runs, right: Runs) -> bool:
    """Whether most of the shorter text stands in the longer one, which is not much longer."""
    fewest, common = min(len(left), len(right)), len(left & right)
    return fewest >= FEWEST_RUNS and common >= COPIED * fewest and common >= LEAST_OF_BOTH * len(left | right)
