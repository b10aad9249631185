"""A person's word on which reports are one event outweighs every rule, lasts, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eventdb.errors import UsageError
from loaders.decide import judge, undo
from loaders.facts import ArticleFacts
from loaders.link import link
from tests.decide.conftest import Sign, one
from tests.run.database import Link, ask, content
from tests.run.test_link import HELD, LATER, TALKS, events, load_and_link, told


def ids(connection: Link) -> list[int]:
    """Events that stand, in the order of their labels."""
    rows = ask(connection, "select event_id from eventdb.event where merged_into_id is null order by label, event_id")
    return [event_id for (event_id,) in rows]


def counts(connection: Link) -> list[int]:
    return [number for _, _, number in events(connection)]


def test_two_events_that_are_the_same_become_one_and_the_other_id_leads_to_it(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    early, late = ids(connection)
    judged = judge(connection, "same", early, late, sign("one meeting, moved"))
    assert counts(connection) == [2]
    assert judged.events == tuple(ids(connection))
    assert (
        one(connection, f"select merged_into_id from eventdb.event where event_id <> {judged.events[0]}")
        in judged.events
    )


def test_a_judgement_taken_back_leaves_the_rules_their_way(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    before = ids(connection)
    judged = judge(connection, "same", *before, sign("one meeting, moved"))
    assert undo(connection, judged.decision_id, sign("no, two")) == "judgement"
    assert counts(connection) == [1, 1]
    assert one(connection, "select withdrawn_by || ': ' || withdrawn_reason from eventdb.judgement") == "Ines: no, two"
    with pytest.raises(UsageError, match="withdrawn already"):
        undo(connection, judged.decision_id, sign("again"))


def test_one_event_can_be_parted_by_its_reports_and_stays_so(connection: Link, sign: Sign) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21")}
    load_and_link(connection, files)
    reports = [each for (each,) in ask(connection, "select event_report_id from eventdb.event_report order by 1")]
    judge(connection, "different", *reports, sign("two meetings on one day"))
    assert counts(connection) == [1, 1]
    load_and_link(connection, {"c.txt": told(HELD, published="2022-05-22")})
    load_and_link(connection, files, rules="rules-2")
    link(connection)
    assert sum(counts(connection)) == 3
    assert one(connection, "select count(distinct event_id) from eventdb.event_report") > 1
    parted = "select count(distinct event_id) from eventdb.event_report where event_report_id in ({}, {})"
    assert one(connection, parted.format(*reports)) == 2


def test_a_wrong_merge_does_not_come_back_when_the_text_changes(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21")})
    reports = [each for (each,) in ask(connection, "select event_report_id from eventdb.event_report order by 1")]
    judge(connection, "different", *reports, sign("two meetings on one day"))
    edited = edit(told(HELD, published="2022-05-21"), HELD, "consult.conference occurred 2022-05-20 Oslo, after all")
    load_and_link(connection, {"b.txt": edited})
    assert one(connection, "select count(*) from eventdb.article where not is_current") == 1
    assert counts(connection) == [1, 1]
    assert one(connection, "select count(*) from eventdb.judgement where withdrawn_at is null") == 1
    now = """
        select event_report_id from eventdb.event_report join eventdb.article using (article_id, version)
        where is_current
    """
    judged = ask(connection, "select left_id, right_id from eventdb.judgement")
    assert sorted(judged[0]) == sorted(each for (each,) in ask(connection, now))


@pytest.mark.parametrize("named", ["report", "article", "c.txt"])
def test_what_is_told_apart_from_its_event_is_taken_out_of_it(connection: Link, sign: Sign, named: str) -> None:
    days = {"a.txt": "2022-05-21", "b.txt": "2022-05-22", "c.txt": "2022-05-23", "d.txt": "2022-05-24"}
    files = {name: told(HELD, published=day) for name, day in days.items()}
    load_and_link(connection, files)
    (event,) = ids(connection)
    columns = "select r.event_report_id as report, r.article_id as article from eventdb.event_report as r"
    third = f"{columns} inner join eventdb.source_file using (article_id) where location like '%c.txt'"
    ((report, article),) = ask(connection, third)
    judged = judge(connection, "different", event, {"report": report, "article": article}.get(named, named), sign("no"))
    assert judged.pairs == 3
    assert counts(connection) == [1, 3]
    assert one(connection, f"select articles from report.timeline where event_id = {event}") == 3
    load_and_link(connection, files, rules="rules-2")
    link(connection)
    assert counts(connection) == [1, 3]
    undo(connection, judged.decision_id, sign("it is"))
    assert counts(connection) == [4]
    assert ids(connection) == [event]


def test_several_reports_leave_an_event_together(connection: Link, sign: Sign) -> None:
    days = ("2022-05-21", "2022-05-22", "2022-05-23", "2022-05-24")
    load_and_link(connection, {f"{day}.txt": told(HELD, published=day) for day in days})
    (event,) = ids(connection)
    judge(connection, "different", event, ["2022-05-21.txt", "2022-05-24.txt"], sign("the other round"))
    assert counts(connection) == [2, 2]
    with pytest.raises(UsageError, match="all reports of"):
        judge(connection, "different", ids(connection)[0], ids(connection)[0], sign("nothing"))


def test_an_article_that_tells_of_several_events_is_the_same_as_none(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD, LATER, published="2022-07-21")})
    with pytest.raises(UsageError, match="tells of several events; give the one report"):
        judge(connection, "same", ids(connection)[0], "b.txt", sign("one"))


def edit(facts: ArticleFacts, old: str, new: str) -> ArticleFacts:
    """The article with the evidence of its first event told in other words."""
    text = facts.text.replace(old, new)
    start = text.index(new)
    return replace(facts, text=text, events=(replace(facts.events[0], start=start, stop=start + len(new)),))


def test_the_opposite_judgement_withdraws_the_earlier(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    reports = [each for (each,) in ask(connection, "select event_report_id from eventdb.event_report order by 1")]
    judge(connection, "same", *reports, sign("one meeting"))
    judged = judge(connection, "different", *reports, sign("two after all"))
    assert judged.withdrawn == 1
    assert counts(connection) == [1, 1]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [("early", 17, "no event, report or article 17"), ("early", "early", "already share 1 reports")],
)
def test_a_judgement_of_nothing_is_refused_and_writes_nothing(
    connection: Link, sign: Sign, left: str, right: str | int, words: str
) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    named = dict(zip(("early", "late"), ids(connection), strict=True))
    before = content(connection)
    with pytest.raises(UsageError, match=words):
        judge(connection, "same", named.get(str(left), 0), named.get(str(right), 17), sign("because"))
    assert content(connection) == before


def test_the_same_judgement_twice_is_refused(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    early, late = ids(connection)
    judge(connection, "different", early, late, sign("two meetings"))
    with pytest.raises(UsageError, match="already"):
        judge(connection, "different", early, late, sign("two meetings"))


def test_a_decision_without_a_reason_is_refused(sign: Sign) -> None:
    with pytest.raises(UsageError, match="reason"):
        sign("  ")


def test_linking_all_anew_obeys_as_linking_a_few_did(connection: Link, sign: Sign) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD), "c.txt": told(LATER)})
    judge(connection, "same", *ids(connection), sign("moved by a week"))
    before = content(connection)
    assert counts(connection) == [3]
    assert link(connection).events_written == 0
    assert content(connection) == before
