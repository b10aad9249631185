"""Two actors are one, or one name is two people: a person says so, and later loads obey."""

from __future__ import annotations

import pytest

from eventdb.errors import UsageError
from loaders.decide import merge_actors, split_actor, undo
from loaders.link import link
from tests.decide.conftest import Sign, one
from tests.run.database import Link, ask, content
from tests.run.test_link import HELD, LATER, TALKS, load_and_link, told


def actor(connection: Link, name: str) -> int:
    return int(
        one(connection, f"select actor_id from eventdb.actor where name = '{name}' order by origin_code limit 1")
    )


def persons(connection: Link) -> list[tuple[str, int]]:
    """Name and articles of each person that stands, as readers see them."""
    return [(name, articles) for name, articles in ask(
        connection, "select name, articles from report.actor where kind = 'person' order by name, articles"
    )]  # fmt: skip


def test_two_spellings_of_one_person_become_one_actor(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER, person="Anna Ruíz Vega")})
    decision, stands = merge_actors(
        connection, actor(connection, "Ana Ruiz"), actor(connection, "Anna Ruíz Vega"), sign("one envoy")
    )
    ((name, articles),) = persons(connection)
    assert articles == 2
    assert actor(connection, name) == stands
    names = "select name from report.actor_name where actor_id = {} and name like 'An%' order by 1"
    assert ask(connection, names.format(stands)) == [("Ana Ruiz",), ("Anna Ruíz Vega",)]
    undo(connection, decision, sign("two after all"))
    assert persons(connection) == [("Ana Ruiz", 1), ("Anna Ruíz Vega", 1)]


def test_a_merge_outlives_a_new_extraction(connection: Link, sign: Sign) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(LATER, person="Anna Ruíz Vega")}
    load_and_link(connection, files)
    merge_actors(connection, actor(connection, "Ana Ruiz"), actor(connection, "Anna Ruíz Vega"), sign("one envoy"))
    load_and_link(connection, files, rules="rules-2")
    assert [articles for _, articles in persons(connection)] == [2]
    before = content(connection)
    link(connection)
    assert content(connection) == before


def test_reports_of_one_deal_by_two_merged_actors_are_one_event(connection: Link, sign: Sign) -> None:
    deal = "agree.agreement occurred 2022-05-01/2022-05-20 -"
    load_and_link(connection, {"a.txt": told(deal), "b.txt": told(deal, person="Anna Ruíz Vega")})
    events = "select count(*) from report.timeline"
    assert one(connection, events) == 2
    names = ("Ana Ruiz", "Anna Ruíz Vega")
    decision, _ = merge_actors(connection, *(actor(connection, name) for name in names), sign("one envoy"))
    assert one(connection, events) == 1
    load_and_link(connection, {"c.txt": told(deal, person="Anna Ruíz Vega", published="2022-05-06")})
    assert one(connection, events) == 1
    undo(connection, decision, sign("two after all"))
    assert one(connection, events) == 2


def test_the_actor_of_a_lexicon_stands_for_a_person(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS)})
    norway = actor(connection, "Norway")
    assert merge_actors(connection, actor(connection, "Ana Ruiz"), norway, sign("she speaks for it"))[1] == norway


def test_a_name_that_two_people_bear_is_told_apart_and_stays_so(connection: Link, sign: Sign) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(LATER), "c.txt": told(HELD)}
    load_and_link(connection, files)
    ruiz = actor(connection, "Ana Ruiz")
    articles = [each for (each,) in ask(connection, "select article_id from eventdb.article order by article_id")]
    made, new = split_actor(connection, ruiz, articles[:1], sign("the footballer"))
    assert persons(connection) == [("Ana Ruiz", 1), ("Ana Ruiz", 2)]
    load_and_link(connection, files, rules="rules-2")
    assert persons(connection) == [("Ana Ruiz", 1), ("Ana Ruiz", 2)]
    assert one(connection, f"select articles from report.actor where actor_id = {new}") == 1
    undo(connection, made[0], sign("no, she scored as minister"))
    assert persons(connection) == [("Ana Ruiz", 3)]
    assert one(connection, f"select count(*) from eventdb.actor where actor_id = {new}") == 0


def test_a_name_told_apart_can_be_told_apart_anew(connection: Link, sign: Sign) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(LATER), "c.txt": told(HELD)}
    load_and_link(connection, files)
    articles = [each for (each,) in ask(connection, "select article_id from eventdb.article order by article_id")]
    _, new = split_actor(connection, actor(connection, "Ana Ruiz"), articles[:2], sign("the footballer"))
    (decision,), third = split_actor(connection, new, articles[:1], sign("the singer"))
    assert persons(connection) == [("Ana Ruiz", 1)] * 3
    in_force = """
        select correction_id, corrected_value from eventdb.correction where withdrawn_at is null and article_id = {}
    """
    assert ask(connection, in_force.format(articles[0])) == [(decision, str(third))]


@pytest.mark.parametrize(
    ("one_name", "other", "words"), [(17, "Ana Ruiz", "no actor 17"), ("Norway", "Norway", "one actor")]
)
def test_a_merge_of_nothing_is_refused(
    connection: Link, sign: Sign, one_name: str | int, other: str, words: str
) -> None:
    load_and_link(connection, {"a.txt": told(TALKS)})
    left = one_name if isinstance(one_name, int) else actor(connection, one_name)
    with pytest.raises(UsageError, match=words):
        merge_actors(connection, left, actor(connection, other), sign("because"))


def test_a_split_of_all_or_of_strangers_is_refused(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS)})
    article = one(connection, "select article_id from eventdb.article")
    with pytest.raises(UsageError, match="all articles"):
        split_actor(connection, actor(connection, "Ana Ruiz"), [article], sign("because"))
    with pytest.raises(UsageError, match="is named in 17"):
        split_actor(connection, actor(connection, "Ana Ruiz"), [17], sign("because"))
