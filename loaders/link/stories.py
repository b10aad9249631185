"""Near-identical articles → stories: copies of one text in several papers count as one source.

In: an open connection, and the articles that changed (None: all). Out: rows of `story`, and `article.story_id`.

Two articles are copies where most runs of five words of the shorter one stand in the longer one, too. Only articles
that tell of a common event are compared, since only there does it matter how many sources there are; so the cost
follows what is new. Copies of copies are one story. Every current article has a story, if only of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from psycopg import Connection
from psycopg.rows import class_row

RUN = 5  # words; two reporters seldom choose the same five in a row, except in quotations
COPIED = 0.6  # share of the shorter text; reports of one event by two hands share less than half of that
FEWEST_RUNS = 12  # below that, a text is too short to tell

# One row per current article that shares an event or a story, now or until now, with one of those asked for.
TEXTS = """
with asked as (
    select article_id, version from eventdb.article
    where is_current and (%(all)s or article_id = any(%(articles)s))
),
stories as (
    select article_id as story_id from asked
    union
    select story_id from eventdb.article inner join asked using (article_id) where story_id is not null
),
near as (
    select article_id from asked
    union
    select other.article_id
    from asked
    inner join eventdb.event_report as own using (article_id, version)
    inner join eventdb.event_report as other using (event_id)
    union
    select article_id from eventdb.article inner join stories using (story_id)
)
select
    article.article_id,
    article.story_id,
    article.title,
    article.text,
    array(
        select distinct r.event_id from eventdb.event_report as r
        where (r.article_id, r.version) = (article.article_id, article.version) and r.event_id is not null
    ) as events
from eventdb.article
inner join near using (article_id)
where article.is_current
order by article.article_id
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


@dataclass(frozen=True, slots=True)
class Text:
    """A current article's text, with the events that it tells of."""

    article_id: int
    story_id: int | None
    title: str | None
    text: str
    events: list[int]


def link_stories(connection: Connection, articles: Collection[int] | None) -> int:
    """Put these articles, and those near them, into stories; how many articles changed their story."""
    asked = {"all": articles is None, "articles": list(articles or ())}
    with connection.cursor(row_factory=class_row(Text)) as cursor:
        texts = cursor.execute(TEXTS, asked).fetchall()
    titles = {text.article_id: text.title for text in texts}
    stories = {member: story for members in copies(texts) for member, story in _told(members)}
    moved = [text for text in texts if stories[text.article_id] != text.story_id]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(story, titles[story]) for story in sorted(set(stories.values()))])
        cursor.executemany(POINT, [(stories[t.article_id], t.article_id, stories[t.article_id]) for t in moved])
    connection.execute(SET_ASIDE)
    connection.execute(UNUSED)
    return len(moved)


def _told(members: frozenset[int]) -> Iterable[tuple[int, int]]:
    story = min(members)
    return ((member, story) for member in members)


def copies(texts: Iterable[Text]) -> list[frozenset[int]]:
    """Article ids in sets of copies, each article in one. Pure, and independent of the order."""
    ordered = sorted(texts, key=lambda text: text.article_id)
    runs = {text.article_id: runs_of_words(text.text) for text in ordered}
    group = {text.article_id: {text.article_id} for text in ordered}
    for left, right in sorted(_pairs(ordered)):
        if group[left] is not group[right] and are_copies(runs[left], runs[right]):
            group[left] |= group[right]
            for member in group[right]:
                group[member] = group[left]
    return sorted({frozenset(members) for members in group.values()}, key=min)


def _pairs(texts: Iterable[Text]) -> set[tuple[int, int]]:
    by_event: dict[int, list[int]] = defaultdict(list)
    for text in texts:
        for event_id in text.events:
            by_event[event_id].append(text.article_id)
    return {pair for articles in by_event.values() for pair in combinations(articles, 2)}


def runs_of_words(text: str) -> frozenset[tuple[str, ...]]:
    """Every five words in a row, without case and marks."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


def are_copies(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    """Whether most of the shorter text stands in the longer one."""
    fewest = min(len(left), len(right))
    return fewest >= FEWEST_RUNS and len(left & right) >= COPIED * fewest
