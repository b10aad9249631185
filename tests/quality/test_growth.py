"""How the cost of one more article is measured: a database of a few articles grows, and every figure is there."""

from __future__ import annotations

from bench.growth import STEPS, measured, table
from bench.newsroom.corpus import article
from bench.newsroom.facts import facts_of


def test_one_more_article_is_linked_and_ingested_at_each_size(database_url: str) -> None:
    first, second = measured(database_url, [16, 4], new=1, batch=2)
    assert (first.articles, second.articles) == (4, 16)
    assert second.reports > first.reports > 0
    assert set(second.steps) == set(STEPS)
    assert min(second.link_one, second.link_batch_each, second.ingest_one) > 0
    assert any("ms to link one more article" in line for line in table([first, second]))


def test_facts_are_those_of_the_annotation() -> None:
    told = article(1, 3)
    facts = facts_of(told)
    assert [event.type for event in facts.events] == [event["type"] for event in told.annotation["events"]]
    assert [facts.text[event.start : event.stop] for event in facts.events] == [
        event["evidence"] for event in told.annotation["events"]
    ]
    assert {actor.name: actor.key for actor in facts.actors}["Taliban"] == "group:taliban"
