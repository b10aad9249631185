"""Steps on the way: views that others are made of, each by itself; and no view is without a drawn table."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.structure.tree import ROOT, read
from tests.views.given import Given, key
from tests.views.tables import tidy

Answer = Callable[[str], str]

TESTS = Path(__file__).parents[1]
RULES = ("acled", "conservative", "gtd", "informative", "representative", "ucdp")


def test_every_view_is_asked_by_a_test() -> None:
    tests = "".join(read(path.relative_to(ROOT)) for path in TESTS.rglob("test_*.py"))
    asked = set(re.findall(r"report\.(\w+)", tests)) | {f"casualty_{rule}" for rule in RULES}
    assert {path.stem for path in (ROOT / "sql/views").glob("*.sql")} - asked == set()


def test_an_actor_is_accused_by_whoever_blames_it_and_by_itself(
    given: Given, answer: Answer, link: psycopg.Connection[Any]
) -> None:
    given("""
        actor   | merged_into
        Front   | -
        Faction | Front
        Army    | -
        Police  | -

        position | event | article | actor   | role        | words
        alleged  | blast | a1      | Faction | perpetrator | The Faction was blamed
        claimed  | blast | a2      | Front   | perpetrator | The Front said it was us
        denied   | blast | a2      | Army    | perpetrator | The army denied it
        did      | blast | a2      | Police  | target      | The police were hit
        did      | raid  | a2      | ?gang   | perpetrator | A gang did it
    """)
    asked = """select event, actor.name as actor from report.accused_actor
        inner join report.event_name using (event_id) inner join eventdb.actor using (actor_id)"""
    assert answer(asked) == "event | actor\nblast | Front"
    assert answer("select event, event_type from report.event_name order by 1") == tidy("""
        event | event_type
        blast | consult.conference
        raid  | consult.conference
    """)
    merged = "select actor_id, standing_id from report.standing_actor"
    assert link.execute(merged).fetchall() == [(key("Faction"), key("Front"))]


def test_copies_and_reports_of_one_agency_are_one_source(given: Given, answer: Answer) -> None:
    given("""
        article | published  | story | outlet
        a1      | 2021-03-01 | s1    | Post
        a2      | 2021-03-01 | s1    | Mail
        a3      | 2021-03-01 | s2    | Star
        a4      | 2021-03-01 | s3    | Echo
        a5      | 2021-03-01 | -     | Echo

        credit | article | kind
        AP     | a3      | based_on
        AP     | a4      | written_by
        AP     | a5      | photo
    """)
    asked = """
        select string_agg(file, ' ' order by file) as files, min(split_part(article_source.source, ' ', 1)) as ground
        from report.article_source inner join report.article using (article_id)
        group by article_source.source order by 1
    """
    assert answer(asked) == tidy("""
        files         | ground
        a1.txt a2.txt | story
        a3.txt a4.txt | agency
        a5.txt        | story
    """)


def test_of_figures_for_one_group_by_one_speaker_one_counts(given: Given, answer: Answer) -> None:
    given("""
        figure | event | article | victims  | said_by
        4      | blast | a1      | people   | Police
        6      | blast | a1      | people   | Police
        5      | blast | a1      | people   | -
        2      | blast | a1      | soldiers | -
    """)
    asked = "select speaker, victims, scope, best from report.casualty_stated order by speaker, victims"
    assert answer(asked).splitlines()[0].split(" | ") == ["speaker", "victims ", "scope", "best"]
    assert [line.split(" | ")[-1].strip() for line in answer(asked).splitlines()[1:]] == ["5", "2", "6"]


@pytest.mark.parametrize("rule", RULES)
def test_a_rules_own_view_gives_what_all_rules_give_together(given: Given, answer: Answer, rule: str) -> None:
    given("""
        article | published
        a1      | 2021-03-14
        a2      | 2021-03-15

        figure     | event | article
        10..12..15 | blast | a1
        14..16..18 | blast | a2
        3          | raid  | a2
    """)
    best = "figure" if rule in ("acled", "gtd") else "best"
    own = answer(f"select event_id, kind, {best} as best from report.casualty_{rule} order by event_id")
    assert own.count("\n") == 2
    assert own == answer(f"select event_id, kind, best from report.casualty where rule = '{rule}' order by event_id")


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ("'2021-03-18', '2021-03-18', null, null", "2021-03-18"),
        ("'2021-03-13', '2021-03-17', null, null", "2021-03-13/2021-03-17"),
        ("null, '2021-05-01', null, null", "../2021-05-01"),
        ("'2021-05-01', null, null, null", "2021-05-01/.."),
        ("null, null, '--09-04', '--09-04'", "--09-04"),
        ("null, null, null, null", "-"),
    ],
)
def test_days_are_told_as_text(answer: Answer, days: str, text: str) -> None:
    assert answer(f"select report.day_span({days}) as days").splitlines()[1] == text
