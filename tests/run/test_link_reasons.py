"""Every link tells its ground, its score and what both reports say; what nearly joined tells what stands between."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import permutations

import pytest

from eventdb.errors import UsageError
from loaders.decide import Signed, judge
from loaders.link import explain_event, link
from loaders.link.agreement import contradict, strength
from loaders.link.reasons import GRADES, VERSION, named_grounds, obstacle, reason, ties
from tests.run.database import Link, ask
from tests.run.drawn_reports import report
from tests.run.test_link import HELD, LATER, TALKS, load_and_link, told

PAIRS = {
    "consult.talks 2022-05-20 Oslo | consult.talks 2022-05-20 Oslo": (
        "by day and place",
        "both consult.talks; in Oslo; on 2022-05-20",
    ),
    "consult.talks 2022-05-20 Oslo | consult.conference 2022-05-20 Norway": (
        "by day and place",
        "consult.talks and consult.conference; Oslo and Norway, NO; on 2022-05-20",
    ),
}
APART = {
    "consult.talks 2022-05-20 Oslo | consult.talks 2022-05-27 Oslo": "days apart: 2022-05-20 and 2022-05-27",
    "consult.talks 2022-05-20 Oslo | consult.talks 2022-05-20 Bergen": "places apart: Oslo and Bergen",
    "consult.talks 2022-05-20 Oslo | assault.bombing 2022-05-20 Oslo": "other kinds: consult.talks and assault.bombing",
    "assault.airstrike 2022-05-20 Lima | assault.bombing 2022-05-20 Lima": (
        "other kinds: assault.airstrike and assault.bombing"
    ),
}


NAMES = [chr(ord("Ѐ") + number) for number in range(70)]
"""Of as many articles: an article is known by the first letter."""


def pair(drawn: str) -> list[object]:
    return [report(f"{name} {each.strip()}") for name, each in zip("ab", drawn.split("|"), strict=True)]


@pytest.mark.parametrize("drawn", PAIRS)
def test_a_link_tells_its_ground_and_what_both_reports_have(drawn: str) -> None:
    one, other = pair(drawn)
    found = reason(one, other)  # type: ignore[arg-type]
    assert found is not None
    assert (found.ground, sorted(found.words.split("; "))) == (PAIRS[drawn][0], sorted(PAIRS[drawn][1].split("; ")))
    assert reason(other, one) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("drawn", APART)
def test_what_stands_between_two_reports_is_told(drawn: str) -> None:
    one, other = pair(drawn)
    assert obstacle(one, other) in (APART[drawn], obstacle(other, one))  # type: ignore[arg-type]
    assert str(obstacle(one, other)).split(":")[0] == APART[drawn].split(":")[0]  # type: ignore[arg-type]
    assert reason(one, other) is None  # type: ignore[arg-type]


def test_the_more_two_reports_have_in_common_the_higher_the_score() -> None:
    alike = reason(*pair("consult.talks 2022-05-20 Oslo | consult.talks 2022-05-20 Oslo"))  # type: ignore[arg-type]
    less = reason(*pair("consult.talks 2022-05-20 Oslo | consult.conference 2022-05-20 Norway"))  # type: ignore[arg-type]
    assert alike
    assert less
    assert 0 < less.score < alike.score < 1


def test_every_ground_has_a_grade() -> None:
    assert {name for name, _ in named_grounds()} == set(GRADES)


def test_obstacles_are_told_where_reports_contradict_each_other_and_only_there() -> None:
    chosen = random.Random(3)
    kinds = ("consult.talks", "consult.visit", "agree.agreement", "assault.bombing", "assault.airstrike")
    days = ("2022-05-20", "2022-05-21", "--05-20", "2022-05-01/2022-05-31", "2022-01-01/2022-12-31", "-")
    places = ("Oslo", "Bergen", "Norway", "-")
    drawn = [
        report(f"{name} {chosen.choice(kinds)} {chosen.choice(days)} {chosen.choice(places)}") for name in NAMES[:60]
    ]
    pairs = [(a, b) for a in drawn for b in drawn if a.article_id != b.article_id]
    found = [(contradict(a, b), obstacle(a, b) is not None) for a, b in pairs]
    assert {each for each, _ in found} == {True, False}
    assert all(is_against == is_told for is_against, is_told in found)


def test_an_event_is_held_together_by_as_few_links_as_it_can_be() -> None:
    drawn = [report(f"{name} consult.talks 2022-05-20 Oslo") for name in NAMES]
    found = ties(drawn)
    assert len(found) == 69
    assert all(strength(each.left, each.right) for each in found)
    assert ties(drawn[::-1]) == found


LINKS = "select score, made_by, reason from eventdb.judgement where origin_code = 'rule' order by 1, 2, 3"


def test_links_are_stored_with_score_reason_and_the_version_of_the_rules(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21"), "c.txt": told(LATER)})
    ((score, made_by, words),) = ask(connection, LINKS)
    assert score > 0.8
    assert made_by == f"{VERSION} by day and place"
    assert "in Oslo; on 2022-05-20; with Norway" in words
    view = "select left_quote, right_quote, left_event_id = right_event_id from report.event_link"
    ((left, right, is_one),) = ask(connection, view)
    assert {left, right} == {TALKS, HELD}
    assert is_one


def test_links_do_not_depend_on_the_order_of_articles_and_go_with_their_reports(connection: Link) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21"), "c.txt": told(TALKS, LATER)}
    found = set()
    for order in permutations(files):
        connection.execute("truncate eventdb.article, eventdb.event, eventdb.source_file, eventdb.judgement cascade")
        for name in order:
            load_and_link(connection, {name: files[name]})
        found.add(
            tuple(ask(connection, "select left_id, right_id, score, reason from eventdb.judgement order by 1, 2"))
        )
    assert len(found) == 1
    assert len(found.pop()) == 2
    later = told(LATER, published="2022-05-05")
    load_and_link(connection, {"a.txt": told(LATER), "b.txt": later, "c.txt": told("consult.visit planned - -")})
    assert len(ask(connection, LINKS)) == 1


def test_an_event_is_explained_with_its_quotes_its_links_and_what_nearly_joined(connection: Link) -> None:
    other_city = "consult.talks planned 2022-05-20 Bergen"
    files = {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21"), "c.txt": told(other_city)}
    load_and_link(connection, files)
    ((event,),) = ask(connection, "select event_id from eventdb.event where label like '%Oslo%'")
    found = explain_event(connection, event)
    assert [(each.file, each.quote) for each in found.reports] == [("a.txt", TALKS), ("b.txt", HELD)]
    (tie,) = found.ties
    assert (tie.verdict, tie.origin) == ("same", "rule")
    (near,) = found.near
    assert near.label == "talks, Bergen, 2022-05-20"
    assert near.against in ("places apart: Oslo and Bergen", "places apart: Bergen and Oslo")


def test_what_a_person_judged_is_part_of_the_explanation(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21")})
    reports = [each for (each,) in ask(connection, "select event_report_id from eventdb.event_report order by 1")]
    judge(connection, "different", *reports, Signed("Ines", "two meetings", datetime(2022, 6, 1, tzinfo=UTC)))
    ((event,),) = ask(connection, "select min(event_id) from eventdb.event")
    found = explain_event(connection, event)
    assert [(tie.verdict, tie.made_by, tie.score) for tie in found.ties] == [("different", "Ines", None)]
    assert [near.against for near in found.near] == ["Ines judged them different: two meetings"]
    assert link(connection).events_written == 0


def test_an_unknown_event_is_refused(connection: Link) -> None:
    with pytest.raises(UsageError, match="no event 17"):
        explain_event(connection, 17)
