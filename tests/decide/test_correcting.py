"""A fact set right stays right: over new rules, over edits around it; what changed on both sides goes to review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eventdb.errors import UsageError
from loaders.decide import correct_fact, undo
from loaders.facts import ArticleFacts
from tests.decide.conftest import Sign, fact_of, one
from tests.run.database import Link, ask, content
from tests.run.drawn import SUMMIT, figure, summit_facts, where
from tests.run.test_link import load_and_link

FIGURE = """
select value, qualifier_code, low, best, high
from eventdb.casualty_figure join eventdb.article using (article_id, version) where is_current
"""
STATE = "select state_code from eventdb.correction where withdrawn_at is null"
AT_LEAST_FOUR, FOURTEEN = (4, "at_least", 4, 4, None), (14, "exact", 14, 14, 14)


def with_figure(text: str, words: str, low: int) -> ArticleFacts:
    """The article of the summit, with another figure of the bombing."""
    facts = summit_facts(text)
    conference, bombing = facts.events
    return replace(
        facts,
        events=(conference, replace(bombing, figures=(figure(text, words, "killed", "at_least", low, None),))),
    )


def corrected(connection: Link, sign: Sign) -> int:
    """The summit's article, and its figure set to fourteen; the decision."""
    load_and_link(connection, {"a.txt": summit_facts()})
    fact = fact_of(connection, "casualty_figure", "at least four people")
    done = correct_fact(connection, fact, "figure", "14", sign("misheard"))
    assert done.decision_id is not None
    return done.decision_id


def test_a_corrected_figure_shows_at_once_with_its_bounds(connection: Link, sign: Sign) -> None:
    corrected(connection, sign)
    assert ask(connection, FIGURE) == [FOURTEEN]
    told = "select what, before, after, state, made_by, reason, quote from report.decision"
    assert ask(connection, told) == [
        ("casualty_figure.figure", "at least 4", "14", "active", "Ines", "misheard", "at least four people")
    ]


def test_it_stands_when_rules_read_the_article_anew(connection: Link, sign: Sign) -> None:
    corrected(connection, sign)
    load_and_link(connection, {"a.txt": summit_facts()}, rules="rules-2")
    assert ask(connection, FIGURE) == [FOURTEEN]
    assert one(connection, STATE) == "active"
    assert one(connection, "select count(*) from eventdb.fact_change where fact_kind_code = 'casualty_figure'") == 0


def test_it_stands_when_rules_read_another_value_in_the_same_words(connection: Link, sign: Sign) -> None:
    corrected(connection, sign)
    load_and_link(connection, {"a.txt": with_figure(SUMMIT, "at least four people", 5)}, rules="rules-2")
    assert ask(connection, FIGURE) == [FOURTEEN]
    assert one(connection, STATE) == "active"


def test_it_stands_when_the_text_around_it_is_edited(connection: Link, sign: Sign) -> None:
    corrected(connection, sign)
    load_and_link(connection, {"a.txt": summit_facts("Update: " + SUMMIT)})
    assert ask(connection, FIGURE) == [FOURTEEN]
    assert one(connection, STATE) == "active"


def test_it_goes_to_review_when_words_and_value_both_changed(connection: Link, sign: Sign) -> None:
    decision = corrected(connection, sign)
    text = SUMMIT.replace("at least four people", "at least nine people") + ", not at least four people"
    load_and_link(connection, {"a.txt": with_figure(text, "at least nine people", 9)})
    assert ask(connection, FIGURE) == [(9, "at_least", 9, 9, None)]
    assert one(connection, STATE) == "in_review"
    undo(connection, decision, sign("nine, says the outlet"))
    assert ask(connection, FIGURE) == [(9, "at_least", 9, 9, None)]


def test_it_goes_to_review_when_its_fact_is_gone_and_is_back_with_it(connection: Link, sign: Sign) -> None:
    corrected(connection, sign)
    without = replace(summit_facts(), events=summit_facts().events[:1])
    load_and_link(connection, {"a.txt": without}, rules="rules-2")
    assert one(connection, STATE) == "in_review"
    load_and_link(connection, {"a.txt": summit_facts()}, rules="rules-3")
    assert one(connection, STATE) == "active"
    assert ask(connection, FIGURE) == [FOURTEEN]


def test_undone_the_text_has_its_value_again(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    before = content(connection, without=frozenset())
    fact = fact_of(connection, "casualty_figure", "at least four people")
    done = correct_fact(connection, fact, "figure", "14", sign("misheard"))
    assert undo(connection, done.decision_id or 0, sign("no")) == "correction"
    assert ask(connection, FIGURE) == [AT_LEAST_FOUR]
    after = content(connection)
    assert {table: rows for table, rows in after.items() if table != "correction"} == {
        table: rows for table, rows in before.items() if table != "correction"
    }


def test_set_anew_the_earlier_correction_is_withdrawn_and_the_original_kept(connection: Link, sign: Sign) -> None:
    corrected(connection, sign)
    fact = fact_of(connection, "casualty_figure", "at least four people")
    correct_fact(connection, fact, "figure", "15", sign("one died later"))
    told = "select original_value, corrected_value, state_code from eventdb.correction order by made_at"
    assert ask(connection, told) == [("at least 4", "14", "withdrawn"), ("at least 4", "15", "active")]
    done = correct_fact(connection, fact, "figure", "at least 4", sign("as it was"))
    assert done.decision_id is None
    assert one(connection, "select count(*) from eventdb.correction where withdrawn_at is null") == 0


def test_days_and_place_set_right_move_the_event(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    report = fact_of(connection, "event_report", "peace conference")
    correct_fact(connection, report, "days", "2022-05-21", sign("a day later"))
    correct_fact(connection, report, "place", "Bergen, NO", sign("not the capital"))
    assert one(connection, "select label from eventdb.event where type_code = 'consult.conference'") == (
        "conference, Bergen, 2022-05-21"
    )
    located = (
        "select latitude is not null from eventdb.event_report join eventdb.place using (place_id) where ordinal = 0"
    )
    assert one(connection, located)


def test_a_position_and_who_says_so_are_set_right(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    position = fact_of(connection, "participation", "Lima would attend")
    correct_fact(connection, position, "position", "declined", sign("would not attend"))
    correct_fact(connection, position, "said_by", "Ana Ruiz", sign("her full name"))
    told = "select position_code, said_by_name, said_by_ordinal from eventdb.participation where participation_id = {}"
    assert ask(connection, told.format(position)) == [("declined", "Ana Ruiz", 3)]
    load_and_link(connection, {"a.txt": summit_facts()}, rules="rules-2")
    assert ask(connection, told.format(position)) == [("declined", "Ana Ruiz", 3)]


def test_the_title_of_an_article_and_an_office_are_set_right(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    article = one(connection, "select article_id from eventdb.article")
    office = one(connection, "select office_held_id from eventdb.office_held")
    correct_fact(connection, article, "title", "Oslo calls", sign("cut"))
    correct_fact(connection, office, "title", "ambassador", sign("promoted"))
    assert one(connection, "select title from report.article") == "Oslo calls"
    assert one(connection, "select title from report.role_held") == "ambassador"


def test_a_correction_outlives_a_change_of_the_kind_that_it_made(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    report = fact_of(connection, "event_report", "A bomb in Ayacucho")
    correct_fact(connection, report, "type", "assault.suicide_bombing", sign("the second paragraph says so"))
    event = one(connection, "select event_id from eventdb.event where type_code = 'assault.suicide_bombing'")
    load_and_link(connection, {"a.txt": summit_facts("Update: " + SUMMIT)}, rules="rules-2")
    assert one(connection, "select event_id from eventdb.event where type_code = 'assault.suicide_bombing'") == event


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("figure", "many more", "is no figure"),
        ("figure", "at least 4", "is at least 4 already"),
        ("position", "declined", "has no field 'position'"),
        ("kind", "hurt", "none of captured"),
    ],
)
def test_what_cannot_be_set_is_refused_and_writes_nothing(
    connection: Link, sign: Sign, field: str, value: str, words: str
) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    before = content(connection)
    with pytest.raises(UsageError, match=words):
        correct_fact(connection, fact_of(connection, "casualty_figure", "four"), field, value, sign("because"))
    with pytest.raises(UsageError, match="no fact 17"):
        correct_fact(connection, 17, "figure", "4", sign("because"))
    assert content(connection) == before
    assert where(SUMMIT, "four")["start"] > 0
