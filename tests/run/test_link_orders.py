"""Any order and any batches of articles give the same events, persons and stories: on invented news as it is read."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import cache
from itertools import islice

from bench.newsroom.corpus import corpus
from bench.newsroom.plans import SIZE
from loaders.extract import extract
from loaders.facts import ArticleFacts
from loaders.link import link
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
    link_.execute("truncate eventdb.article, eventdb.event, eventdb.source_file cascade")
    names = chance.sample(sorted(articles()), SIZE)
    while names:
        batch, names = (names[: (size := chance.choice((1, 2, 5, 13)))], names[size:])
        facts = {name: articles()[name] for name in batch}
        stored = load(link_, facts, at=STARTED + timedelta(hours=next(RUNS)), rules="rules-1")
        link(link_, articles=stored.articles, events=stored.events)
    return [sets(link_, query) for query in (REPORTS, PERSONS, STORIES)]


def test_order_and_batches_change_nothing(connection: Link) -> None:
    expected = loaded(connection, random.Random(0))
    assert max(map(len, expected[0])) > 5
    for seed in range(1, ORDERS):
        assert loaded(connection, random.Random(seed)) == expected
    link(connection)
    assert [sets(connection, query) for query in (REPORTS, PERSONS, STORIES)] == expected
