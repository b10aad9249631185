"""Decisions leave a database as lines of JSON, and another one that takes them in obeys them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psycopg
import pytest

from eventdb.errors import UsageError
from loaders.decide import (
    as_lines,
    correct_fact,
    decisions,
    judge,
    merge_actors,
    read_decisions,
    split_actor,
    take_decisions,
    undo,
)
from loaders.facts import ArticleFacts
from tests.conftest import conninfo, new_database
from tests.decide.conftest import Sign, fact_of, one
from tests.decide.test_actors import actor
from tests.decide.test_judging import ids
from tests.run.database import Link, ask, content
from tests.run.drawn import summit_facts
from tests.run.test_link import LATER, load_and_link, told

MADE_ANEW = frozenset({"ingest_run_id"})


@pytest.fixture
def other(server_url: str, template_url: str) -> Iterator[Link]:
    """A second database."""
    with (
        new_database(server_url, template=template_url.rpartition("/")[2].partition("?")[0]) as url,
        psycopg.connect(conninfo(url)) as link,
    ):
        yield link


def files() -> dict[str, ArticleFacts]:
    """Two meetings, the summit, and a third meeting with another spelling of the envoy."""
    return {
        "a.txt": told("consult.talks planned 2022-06-10 Oslo"),
        "b.txt": told(LATER),
        "c.txt": told("agree.agreement occurred - -", person="Anna Ruíz Vega"),
        "s.txt": summit_facts(),
    }


def decide(connection: Link, sign: Sign) -> None:
    """One decision of each kind, and one taken back."""
    talks = "select event_id from eventdb.event where label like 'talks%' order by label"
    judge(connection, "same", *(each for (each,) in ask(connection, talks)), sign("moved"))
    figure = fact_of(connection, "casualty_figure", "four people")
    correct_fact(connection, figure, "figure", "about 9", sign("recounted"))
    correct_fact(connection, fact_of(connection, "event_report", "peace"), "place", "Bergen, NO", sign("moved"))
    merge_actors(connection, actor(connection, "Ana Ruiz"), actor(connection, "Anna Ruíz Vega"), sign("one envoy"))
    article = one(connection, "select article_id from report.article where file = 'b.txt'")
    split_actor(connection, actor(connection, "Ana Ruiz"), [article], sign("the footballer"))
    position = fact_of(connection, "participation", "Lima would")
    done = correct_fact(connection, position, "position", "declined", sign("misread"))
    undo(connection, done.decision_id or 0, sign("rightly read"))


def lines(connection: Link) -> list[str]:
    return list(as_lines(decisions(connection)))


def test_a_database_that_takes_decisions_in_becomes_like_the_one_they_left(
    connection: Link, other: Link, sign: Sign
) -> None:
    load_and_link(connection, files())
    load_and_link(other, files())
    decide(connection, sign)
    told_of = lines(connection)
    taken = take_decisions(other, read_decisions(told_of))
    assert (taken.new, taken.known, taken.in_conflict) == (6, 0, ())
    assert lines(other) == told_of
    assert content(other, without=MADE_ANEW) == content(connection, without=MADE_ANEW)


def test_taking_the_same_in_twice_changes_nothing(connection: Link, sign: Sign) -> None:
    load_and_link(connection, files())
    decide(connection, sign)
    before = content(connection)
    taken = take_decisions(connection, read_decisions(lines(connection)))
    assert (taken.new, taken.known) == (0, 6)
    assert content(connection) == before


def test_decisions_wait_for_articles_that_are_not_there_yet(connection: Link, other: Link, sign: Sign) -> None:
    load_and_link(connection, files())
    decide(connection, sign)
    assert take_decisions(other, read_decisions(lines(connection))).new == 6
    load_and_link(other, files())
    figures = "select value, qualifier_code from eventdb.casualty_figure"
    assert ask(other, figures) == [(9, "about")]
    events = "select label, status_code from eventdb.event where merged_into_id is null order by 1"
    assert ask(other, events) == ask(connection, events)


def test_a_decision_against_one_in_force_is_told_and_not_taken(connection: Link, other: Link, sign: Sign) -> None:
    load_and_link(connection, files())
    load_and_link(other, files())
    fact = fact_of(connection, "casualty_figure", "four people")
    correct_fact(connection, fact, "figure", "9", sign("recounted"))
    mine = correct_fact(other, fact, "figure", "7", sign("recounted by us")).decision_id
    (theirs,) = read_decisions(lines(connection))
    taken = take_decisions(other, [theirs])
    assert taken.in_conflict == (theirs["decision"],)
    assert one(other, "select value from eventdb.casualty_figure") == 7
    assert one(other, "select correction_id from eventdb.correction") == mine


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "guess"}, "neither a judgement nor a correction"),
        ({"fact": "many"}, "fact is 'many'"),
        ({"at": "yesterday"}, "no time with its zone"),
        ({"at": "2022-06-01T08:00"}, "no time with its zone"),
        ({"why": None}, "why is None"),
    ],
)
def test_a_line_that_is_no_decision_is_named(
    connection: Link, sign: Sign, change: dict[str, object], words: str
) -> None:
    load_and_link(connection, files())
    correct_fact(connection, fact_of(connection, "casualty_figure", "four"), "figure", "9", sign("recounted"))
    (line,) = lines(connection)
    with pytest.raises(UsageError, match=f"line 2.*{words}"):
        read_decisions(["", json.dumps(json.loads(line) | change)])
    with pytest.raises(UsageError, match="line 1 is no JSON"):
        read_decisions(["{"])
    assert ids(connection)
