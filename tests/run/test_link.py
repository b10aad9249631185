"""Reports of all articles become events in the database: joined, kept, merged, emptied, each time the same."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, permutations

import psycopg
import pytest

from loaders.facts import ArticleFacts, EventFact, ParticipationFact, PlaceFact, Published, Role
from loaders.link import link
from loaders.link.persons import Person, resolve
from tests.run.database import Link, ask, content, versions_of_rows
from tests.run.drawn import ACTORS, day, window
from tests.run.test_store import load

STARTED = datetime(2022, 5, 9, tzinfo=UTC)
RUNS = count()


def told(
    *events: str, published: str = "2022-05-04", person: str = "Ana Ruiz", country: str | None = "PE"
) -> ArticleFacts:
    """An article that tells of `kind status days place` events, with Norway and a person in each."""
    text = f"On {published} it was told by {person} that: " + "; ".join(events) + "."
    actors = (ACTORS[0], replace(ACTORS[3], name=person, country=country, roles=(Role("envoy", None, 0, 2),)))
    facts = [_event(text, drawn) for drawn in events]
    first = day(published)
    return ArticleFacts(
        text=text, language="en", published=Published(first, first, "byline"), actors=actors, events=tuple(facts)
    )


def _event(text: str, drawn: str) -> EventFact:
    kind, status, days, place = drawn.split()
    start = text.index(drawn)
    people = (
        ParticipationFact(0, "host", "confirmed", None, start, start + 3, "drawn"),
        ParticipationFact(1, "participant", "confirmed", None, start, start + 3, "drawn"),
    )
    return EventFact(
        type=kind,
        status=status,
        is_core=True,
        when=None if days == "-" else window(*days.split("/")),
        place=None if place == "-" else PlaceFact(place, "NO", 1),
        start=start,
        stop=start + len(drawn),
        rule="drawn",
        participations=people,
    )


def load_and_link(connection: Link, files: dict[str, ArticleFacts], rules: str = "rules-1") -> None:
    """One run: store, then link what it wrote."""
    stored = load(connection, files, at=STARTED + timedelta(hours=next(RUNS)), rules=rules)
    link(connection, articles=stored.articles, events=stored.events, actors=stored.actors)


def events(connection: Link) -> list[tuple[str, str, int]]:
    """Label, status and number of reports of each event that stands."""
    rows = ask(
        connection,
        """select e.label, e.status_code, count(r.event_report_id)::integer
        from eventdb.event e left join eventdb.event_report r using (event_id)
        where e.merged_into_id is null group by e.event_id order by 1, 2, 3""",
    )
    return [(label, status, number) for label, status, number in rows]


TALKS = "consult.talks planned 2022-05-20 Oslo"
HELD = "consult.conference occurred 2022-05-20 Oslo"
LATER = "consult.talks planned 2022-05-27 Oslo"


def test_two_articles_on_one_meeting_make_one_event_that_took_place(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21")})
    assert events(connection) == [("conference, Oslo, 2022-05-20", "occurred", 2)]


def test_every_report_of_a_current_article_has_an_event(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS, LATER, "agree.agreement occurred - -")})
    assert [number for _, _, number in events(connection)] == [1, 1, 1]
    assert ask(connection, "select count(*) from eventdb.event_report where event_id is null") == [(0,)]


def test_the_id_of_an_event_stays_when_a_later_article_joins(connection: Link) -> None:
    load_and_link(connection, {"m.txt": told(TALKS)})
    before = ask(connection, "select event_id from eventdb.event")
    for name in "abcdxyz":
        load_and_link(connection, {f"{name}.txt": told(HELD, published=f"2022-05-2{ord(name) % 9}")})
    assert ask(connection, "select event_id from eventdb.event") == before
    assert events(connection) == [("conference, Oslo, 2022-05-20", "occurred", 8)]


def test_the_order_in_which_articles_come_does_not_change_which_reports_are_one(connection: Link) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(HELD, published="2022-05-21"), "c.txt": told(LATER, TALKS)}
    found = set()
    for order in permutations(files):
        connection.execute("truncate eventdb.article, eventdb.event, eventdb.source_file cascade")
        for name in order:
            load_and_link(connection, {name: files[name]})
        found.add(tuple(events(connection)))
    assert found == {(("talks, Oslo, 2022-05-20", "occurred", 3), ("talks, Oslo, 2022-05-27", "planned", 1))}


def test_linking_again_writes_nothing(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD), "c.txt": told(LATER)})
    connection.commit()
    before, written = content(connection), versions_of_rows(connection)
    linked = link(connection)
    connection.commit()
    assert (linked.events_written, linked.events_gone, linked.actors_linked) == (0, 0, 0)
    assert (content(connection), versions_of_rows(connection)) == (before, written)


def test_linking_what_is_new_gives_what_linking_everything_would(connection: Link) -> None:
    chosen = random.Random(5)
    kinds = ("consult.talks", "consult.visit", "agree.agreement", "retreat.withdrawal")
    days = ("2022-05-20", "2022-05-21", "2021-05-20", "--05-20", "2022-05-01/2022-05-31", "2022-01-01/2022-12-31", "-")
    for number in range(40):
        drawn = {
            f"{chosen.choice(kinds)} {chosen.choice(('planned', 'ongoing', 'occurred'))} {chosen.choice(days)}"
            f" {chosen.choice(('Oslo', 'Bergen', '-'))}"
            for _ in range(chosen.randint(1, 3))
        }
        published = f"{chosen.choice(('2022', '-'))}-05-{number % 28 + 1:02}"
        load_and_link(connection, {f"{chosen.randint(0, 18)}.txt": told(*sorted(drawn), published=published)})
    before = content(connection)
    assert link(connection).events_written == 0
    assert content(connection) == before
    assert max(number for _, _, number in events(connection)) > 2


def test_a_changed_article_leaves_its_event_and_the_others_stay(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD)})
    load_and_link(connection, {"b.txt": told(LATER)})
    assert events(connection) == [
        ("talks, Oslo, 2022-05-20", "planned", 1),
        ("talks, Oslo, 2022-05-27", "planned", 1),
    ]


def test_an_event_without_reports_goes(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS, LATER)})
    load_and_link(connection, {"a.txt": told(LATER)})
    assert events(connection) == [("talks, Oslo, 2022-05-27", "planned", 1)]


def test_new_rules_leave_events_their_ids(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD)})
    before = ask(connection, "select event_id from eventdb.event")
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD)}, rules="rules-2")
    assert ask(connection, "select event_id from eventdb.event") == before


def test_a_report_that_ties_two_events_merges_them_and_leaves_a_redirect(connection: Link) -> None:
    human = """insert into eventdb.judgement
        (judgement_id, subject_code, left_id, right_id, left_article_id, right_article_id, verdict_code, origin_code,
         made_by, reason, made_at, decision_id)
        select 1, 'event_report', min(event_report_id), max(event_report_id), min(article_id), max(article_id),
            'same', 'human', 'Ola', 'one meeting, moved', now(), 1
        from eventdb.event_report"""
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    connection.execute(human)
    link(connection)
    assert [number for _, _, number in events(connection)] == [2]
    assert ask(connection, "select count(*) from eventdb.event where merged_into_id is not null") == [(1,)]
    connection.execute("update eventdb.judgement set withdrawn_at = now(), withdrawn_by = 'Ola'")
    link(connection)
    assert [number for _, _, number in events(connection)] == [1, 1]


def test_a_linking_that_fails_leaves_everything_as_it_was(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS)})
    load(connection, {"b.txt": told(HELD)}, at=STARTED + timedelta(hours=next(RUNS)))
    connection.execute("alter table eventdb.event add constraint no_held check (status_code <> 'occurred')")
    connection.commit()
    with pytest.raises(psycopg.errors.CheckViolation):
        link(connection)
    connection.rollback()
    assert events(connection) == [("talks, Oslo, 2022-05-20", "planned", 1)]


def test_a_person_whom_two_articles_name_is_one_actor(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(HELD, country=None)})
    persons = "select name, kind_code, country_code, origin_code from eventdb.actor where kind_code = 'person'"
    assert ask(connection, persons) == [("Ana Ruiz", "person", "PE", "rule")]
    named = "select count(*) from eventdb.article_actor where name = 'Ana Ruiz' and actor_id is not null"
    assert ask(connection, named) == [(2,)]


def test_an_actor_whom_no_article_names_any_more_goes(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS)})
    load_and_link(connection, {"a.txt": told(TALKS, person="Ola Dahl")}, rules="rules-2")
    connection.execute("delete from eventdb.article where not is_current")
    link(connection)
    assert ask(connection, "select name from eventdb.actor where kind_code = 'person'") == [("Ola Dahl",)]


@pytest.mark.parametrize(
    ("people", "actors"),
    [
        (["Ana Ruiz PE", "Ana Ruiz PE"], [0, 0]),
        (["Ana Ruiz PE", "Ana Ruiz -"], [0, 0]),
        (["Ana Ruiz -", "ANA RUIZ -"], [0, 0]),
        (["Ana Ruiz PE", "Ana Ruiz CO"], [0, 1]),
        (["Ana Ruiz PE", "Ana Ruiz CO", "Ana Ruiz -"], [0, 1, None]),
        (["Ruiz PE"], [None]),
    ],
)
def test_persons_are_actors_by_full_name_and_country(people: list[str], actors: list[int | None]) -> None:
    persons = [_person(number, drawn) for number, drawn in enumerate(people)]
    found = resolve(persons)
    numbers: dict[int, int] = {}
    got = [
        None if (actor := found[person]) is None else numbers.setdefault(actor.actor_id, len(numbers))
        for person in persons
    ]
    assert got == actors


def _person(number: int, drawn: str) -> Person:
    name, _, country = drawn.rpartition(" ")
    countries = frozenset({country} - {"-"})
    nothing: frozenset[str] = frozenset()
    return Person(number, 1, 0, None, False, name, "rz", countries, nothing, nothing, is_told_of=True)


def test_a_name_of_which_nothing_is_told_makes_no_actor() -> None:
    person = replace(_person(1, "Ana Ruiz -"), is_told_of=False)
    assert resolve([person]) == {person: None}


def test_an_event_that_went_and_comes_back_has_its_id_and_no_other_event_ever_has(connection: Link) -> None:
    files = {"a.txt": told(TALKS), "b.txt": told(LATER), "c.txt": told(TALKS, published="2022-05-05")}
    load_and_link(connection, files)
    asked = "select label, event_id from report.timeline order by 1"
    before = ask(connection, asked)
    (gone, _), (kept, _) = before
    others = ("assault.bombing occurred 2022-05-01 Oslo", "agree.agreement occurred 2022-04-01 Bergen")
    load_and_link(connection, dict(zip(("a.txt", "c.txt"), map(told, others), strict=True)))
    between = dict(ask(connection, asked))
    assert len(between) == 3
    assert between.keys() & {gone, kept} == {kept}
    assert between[kept] == dict(before)[kept]
    assert dict(before)[gone] not in between.values()
    load_and_link(connection, files)
    assert ask(connection, asked) == before


def test_a_merge_that_is_undone_gives_both_events_their_ids_again(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS), "b.txt": told(LATER)})
    asked = "select label, event_id from report.timeline order by 1"
    before = ask(connection, asked)
    moved = {"b.txt": told("consult.conference planned 2022-05-20 Oslo")}
    load_and_link(connection, moved)
    assert len(ask(connection, asked)) == 1
    load_and_link(connection, {"b.txt": told(LATER)})
    assert ask(connection, asked) == before
