"""A false fact counts nowhere: not in views, not in linking, not after later loads, until somebody takes that back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eventdb.errors import UsageError
from loaders.decide import correct_fact, decisions, retract_fact, take_decisions, undo
from tests.decide.conftest import Sign, fact_of, one
from tests.decide.test_correcting import STATE, with_figure
from tests.run.database import Link, ask, content
from tests.run.drawn import SUMMIT, summit_facts
from tests.run.test_link import load_and_link, told

EVENTS = "select event_type from report.timeline order by 1"
CLAIMED = "select count(*) from report.casualty_claim"
DAYS = ("2022-05-02", "2022-05-03")
ALL, ONLY_THE_CONFERENCE = [("assault.bombing",), ("consult.conference",)], [("consult.conference",)]


def retracted(connection: Link, sign: Sign, table: str, words: str) -> int:
    load_and_link(connection, {"a.txt": summit_facts()})
    done = retract_fact(connection, fact_of(connection, table, words), sign("a film"))
    assert done.decision_id is not None
    return done.decision_id


def test_an_event_whose_only_report_is_retracted_is_gone_with_its_figures(connection: Link, sign: Sign) -> None:
    retracted(connection, sign, "event_report", "bomb in Ayacucho")
    assert ask(connection, EVENTS) == ONLY_THE_CONFERENCE
    assert one(connection, CLAIMED) == 0
    assert one(connection, "select count(*) from report.evidence where fact_kind = 'casualty_figure'") == 0
    assert one(connection, "select events from report.article") == 1


def test_an_event_keeps_its_other_reports_and_loses_what_the_false_one_said(connection: Link, sign: Sign) -> None:
    files = {f"{day}.txt": told("assault.bombing occurred 2022-05-01 Oslo", published=day) for day in DAYS}
    load_and_link(connection, files)
    before = one(connection, "select event_id from report.timeline")
    first = one(connection, "select min(event_report_id) from eventdb.event_report")
    retract_fact(connection, first, sign("another town"))
    assert ask(connection, "select event_id, articles from report.timeline") == [(before, 1)]


@pytest.mark.parametrize(
    ("table", "words", "view"),
    [
        ("casualty_figure", "at least four people", "report.casualty_claim"),
        ("participation", "Lima would attend", "report.participation where position = 'confirmed'"),
        ("office_held", "envoy", "report.role_held"),
    ],
)
def test_what_a_retracted_fact_said_is_in_no_view(
    connection: Link, sign: Sign, table: str, words: str, view: str
) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    count = f"select count(*) from {view}"
    before = one(connection, count)
    decision = retract_fact(connection, fact_of(connection, table, words), sign("misread")).decision_id
    assert one(connection, count) == before - 1
    undo(connection, decision or 0, sign("it is so"))
    assert one(connection, count) == before


def test_it_stands_over_new_rules_and_edits_elsewhere(connection: Link, sign: Sign) -> None:
    retracted(connection, sign, "event_report", "bomb in Ayacucho")
    load_and_link(connection, {"a.txt": summit_facts()}, rules="rules-2")
    load_and_link(connection, {"a.txt": summit_facts("Update: " + SUMMIT)}, rules="rules-2")
    assert ask(connection, EVENTS) == ONLY_THE_CONFERENCE
    assert one(connection, STATE) == "active"


def test_it_goes_to_review_where_words_and_reading_both_changed(connection: Link, sign: Sign) -> None:
    retracted(connection, sign, "casualty_figure", "at least four people")
    text = SUMMIT.replace("at least four people", "at least nine people") + ", not at least four people"
    load_and_link(connection, {"a.txt": with_figure(text, "at least nine people", 9)})
    assert one(connection, STATE) == "in_review"
    assert one(connection, CLAIMED) == 1


def test_undone_all_is_as_before(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    before = content(connection)
    done = retract_fact(connection, fact_of(connection, "event_report", "bomb in Ayacucho"), sign("a film"))
    undo(connection, done.decision_id or 0, sign("no film"))
    after = content(connection)
    assert after | {"correction": []} == before | {"correction": []}
    assert ask(connection, EVENTS) == ALL


def test_it_is_listed_with_what_the_fact_said(connection: Link, sign: Sign) -> None:
    retracted(connection, sign, "casualty_figure", "at least four people")
    told_of = "select what, before, after, state, made_by, reason, quote from report.decision"
    said = "killed; people; at least 4; police"
    expected = ("casualty_figure.standing", said, "retracted", "active", "Ines", "a film", "at least four people")
    assert ask(connection, told_of) == [expected]
    assert one(connection, "select count(*) from report.change where cause = 'human' and after = 'retracted'") == 1


def test_another_database_takes_it_in(connection: Link, sign: Sign) -> None:
    decision = retracted(connection, sign, "event_report", "bomb in Ayacucho")
    exported = decisions(connection)
    undo(connection, decision, sign("to try"))
    connection.execute("delete from eventdb.correction")
    assert ask(connection, EVENTS) == ALL
    assert take_decisions(connection, exported).new == 1
    assert ask(connection, EVENTS) == ONLY_THE_CONFERENCE


def test_a_fact_is_retracted_once_and_an_article_is_no_fact(connection: Link, sign: Sign) -> None:
    retracted(connection, sign, "event_report", "bomb in Ayacucho")
    with pytest.raises(UsageError, match="standing of event_report .* is retracted already"):
        retract_fact(connection, fact_of(connection, "event_report", "bomb in Ayacucho"), sign("again"))
    with pytest.raises(UsageError, match="no field 'standing'"):
        retract_fact(connection, one(connection, "select article_id from eventdb.article"), sign("a hoax"))


def test_the_day_of_publication_is_set_right_and_dates_what_had_no_year(connection: Link, sign: Sign) -> None:
    drawn = "consult.conference occurred --05-20 Oslo"
    yearless = told(drawn, published="--05-21")
    load_and_link(connection, {"a.txt": yearless})
    article = one(connection, "select article_id from eventdb.article")
    done = correct_fact(connection, article, "published", "2022-05-21", sign("the archive has it"))
    asked = "select published, published_basis from report.article"
    assert ask(connection, asked) == [("2022-05-21", "human")]
    assert ask(connection, "select starts from report.timeline") == [("2022-05-20",)]
    load_and_link(connection, {"a.txt": yearless}, rules="rules-2")
    assert ask(connection, asked) == [("2022-05-21", "human")]
    undo(connection, done.decision_id or 0, sign("no"))
    assert ask(connection, asked) == [("--05-21", "byline")]
    assert ask(connection, "select starts from report.timeline") == [("--05-20",)]


def test_a_day_of_publication_that_the_text_edits_goes_to_review(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": summit_facts()})
    article = one(connection, "select article_id from eventdb.article")
    correct_fact(connection, article, "published", "2022-05-03", sign("an evening paper"))
    moved = replace(told("consult.visit planned 2022-05-27 -", published="2022-05-06"), title="Another")
    load_and_link(connection, {"a.txt": replace(moved, text=SUMMIT + moved.text)})
    assert one(connection, STATE) == "in_review"
    assert one(connection, "select published from report.article") == "2022-05-06"
