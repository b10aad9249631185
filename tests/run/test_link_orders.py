"""Any order and any batches of articles give the same events, persons and stories: on invented news as it is read.

Nor does it matter what was there before: other editions of articles, and articles that are gone again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import islice

from bench.newsroom.corpus import block, corpus
from bench.newsroom.facts import facts_of
from bench.newsroom.plans import SIZE
from loaders.extract import extract
from loaders.facts import ArticleFacts
from loaders.link import link
from loaders.store import drop_articles_without_files
from tests.run.database import Link, ask
from tests.run.test_link import RUNS, STARTED
from tests.run.test_store import load

SEED, ORDERS = 11, 3
REPORTS = """
select location, ordinal, event_id
from eventdb.event_report
inner join eventdb.article using (article_id, version)
inner join eventdb.source_file using (source_file_id)
where is_current
"""
PERSONS = """
select location, a.ordinal, a.actor_id
from eventdb.article_actor as a
inner join eventdb.article using (article_id, version)
inner join eventdb.source_file using (source_file_id)
where is_current and a.actor_id is not null
"""
STORIES = """
select location, 0, story_id
from eventdb.article
inner join eventdb.source_file using (source_file_id)
where is_current
"""


@cache
def articles() -> dict[str, ArticleFacts]:
    """A block of invented news, read."""
    return {f"{each.name}.txt": extract(each.text) for each in islice(corpus(SEED), SIZE)}


def sets(link_: Link, query: str) -> set[frozenset[tuple[str, int]]]:
    """What was made one, whatever its id."""
    found: dict[int, set[tuple[str, int]]] = {}
    for location, ordinal, id_ in ask(link_, query):
        found.setdefault(id_, set()).add((location, ordinal))
    return {frozenset(members) for members in found.values()}


def loaded(link_: Link, chance: random.Random) -> list[set[frozenset[tuple[str, int]]]]:
    """The sets after loading all articles in some order and in batches of some sizes."""
    empty(link_)
    names = chance.sample(sorted(articles()), SIZE)
    while names:
        batch, names = (names[: (size := chance.choice((1, 2, 5, 13)))], names[size:])
        load_and_link(link_, {name: articles()[name] for name in batch})
    return [sets(link_, query) for query in (REPORTS, PERSONS, STORIES)]


def empty(link_: Link) -> None:
    """Take all articles and events away."""
    link_.execute("truncate eventdb.article, eventdb.event, eventdb.source_file cascade")


def load_and_link(link_: Link, files: dict[str, ArticleFacts]) -> None:
    """A run of one batch, as `ingest` does it."""
    stored = load(link_, files, at=STARTED + timedelta(hours=next(RUNS)), rules="rules-1")
    lost = drop_articles_without_files(link_, stored.left)
    link(
        link_,
        articles={*stored.articles, *lost.articles},
        events={*stored.events, *lost.events},
        actors={*stored.actors, *lost.actors},
    )


def test_order_and_batches_change_nothing(connection: Link) -> None:
    expected = loaded(connection, random.Random(0))
    assert max(map(len, expected[0])) > 5
    for seed in range(1, ORDERS):
        assert loaded(connection, random.Random(seed)) == expected
    link(connection)
    assert [sets(connection, query) for query in (REPORTS, PERSONS, STORIES)] == expected


def history(facts: dict[str, ArticleFacts], chance: random.Random) -> Iterator[dict[str, ArticleFacts]]:
    """Batches after which only these articles are there: before some came another edition, beside some a rumour."""
    last = dict(facts)
    first = {name: edition(each, chance) for name, each in facts.items() if chance.random() < 0.4}
    rumours = {f"rumour {name}": edition(each, chance) for name, each in facts.items() if chance.random() < 0.2}
    steps = [(chance.random(), name, each) for name, each in (*first.items(), *rumours.items())]
    steps += [(1 + chance.random(), name, each) for name, each in last.items()]
    steps += [(2 + chance.random(), name, last[name.removeprefix("rumour ")]) for name in rumours]
    steps += [(0.5 + chance.random(), name, last[name]) for name in last if name not in first and chance.random() < 0.5]
    ordered = sorted(steps, key=lambda step: step[0])
    while ordered:
        size = chance.choice((1, 2, 7, 20))
        yield {name: each for _, name, each in ordered[:size]}
        ordered = ordered[size:]


def edition(facts: ArticleFacts, chance: random.Random) -> ArticleFacts:
    """The article with another text, without some of its events, and perhaps without the year in which it appeared."""
    events = tuple(each for each in facts.events if chance.random() < 0.7)
    last = facts.published.last
    published = facts.published
    if last and chance.random() < 0.5:
        published = replace(published, first=replace(last, year=0), last=replace(last, year=0))
    return replace(facts, text=facts.text + f" {chance.random()}", events=events, published=published)


def test_what_was_there_before_changes_nothing(connection: Link) -> None:
    # A year of one country, and another one of it that begins a month later.
    told = [each for number in (0, 12) for each in islice(block(SEED, number), SIZE // 2)]
    facts = {f"{each.name}.txt": facts_of(each) for each in told}
    for batch in history(facts, random.Random(SEED)):
        load_and_link(connection, batch)
    found = [sets(connection, query) for query in (REPORTS, PERSONS, STORIES)]
    assert ask(connection, "select count(*) from eventdb.article where is_current") == [(len(facts),)]
    assert link(connection).events_written == 0
    assert [sets(connection, query) for query in (REPORTS, PERSONS, STORIES)] == found
    empty(connection)
    load_and_link(connection, facts)
    assert [sets(connection, query) for query in (REPORTS, PERSONS, STORIES)] == found
