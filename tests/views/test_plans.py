"""What was planned, as known on a day."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

CONFERENCE = """
    article | published
    a1      | 2021-03-09
    a2      | 2021-03-13
    a3      | 2021-03-19

    report     | article | status   | starts                | place
    conference | a1      | planned  | 2021-03-15/2021-03-31 | -
    conference | a2      | planned  | 2021-03-18            | Oslo
    conference | a3      | occurred | 2021-03-18            | Oslo

    position  | event      | article | actor
    invited   | conference | a1      | Rebels
    invited   | conference | a1      | State
    confirmed | conference | a2      | State
"""


def test_a_plan_is_told_as_known_on_the_day(given: Given, answer: Answer) -> None:
    given(CONFERENCE)
    asked = """
        select day::date as day, plan.event, plan.starts, plan.place, plan.known_since, plan.positions
        from unnest(array['2021-03-08', '2021-03-10', '2021-03-13', '2021-03-18', '2021-03-19']) as day
        left join report.planned_as_of(day::date) as plan on true order by day
    """
    assert answer(asked) == tidy("""
        day        | event      | starts                | place | known_since | positions
        2021-03-08 | -          | -                     | -     | -           | -
        2021-03-10 | conference | 2021-03-15/2021-03-31 | -     | 2021-03-09  | Rebels: invited; State: invited
        2021-03-13 | conference | 2021-03-18            | Oslo  | 2021-03-09  | Rebels: invited; State: confirmed
        2021-03-18 | conference | 2021-03-18            | Oslo  | 2021-03-09  | Rebels: invited; State: confirmed
        2021-03-19 | -          | -                     | -     | -           | -
    """)


def test_a_plan_is_over_when_it_is_called_off_or_its_day_has_passed(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-09
        a2      | 2021-03-12

        report  | article | status    | starts        | ends
        talks   | a1      | planned   | 2021-03-20    | -
        talks   | a2      | cancelled | -             | -
        visit   | a1      | planned   | 2021-03-10    | -
        pullout | a1      | planned   | ../2021-05-01 | -
        summit  | a1      | planned   | -             | -
        tour    | a1      | planned   | 2021-03-10    | 2021-03-14
    """)
    asked = """
        select day::date as day, string_agg(plan.event, ' ' order by plan.event) as planned
        from unnest(array['2021-03-10', '2021-03-11', '2021-03-12', '2021-05-02']) as day
        left join report.planned_as_of(day::date) as plan on true group by day order by day
    """
    assert answer(asked) == tidy("""
        day        | planned
        2021-03-10 | pullout summit talks tour visit
        2021-03-11 | pullout summit talks tour
        2021-03-12 | pullout summit tour
        2021-05-02 | summit
    """)


def test_upcoming_is_what_lay_ahead_on_the_day_of_the_newest_article(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-09
        a2      | 2021-03-12/2021-03-14

        report | article | status  | starts
        talks  | a1      | planned | 2021-03-20
        visit  | a2      | planned | 2021-03-13
        vote   | a1      | planned | --09-04
    """)
    assert answer("select event, starts_from, starts_to, starts, known_since from report.upcoming order by event") == (
        tidy("""
        event | starts_from | starts_to  | starts     | known_since
        talks | 2021-03-20  | 2021-03-20 | 2021-03-20 | 2021-03-09
        vote  | -           | -          | --09-04    | 2021-03-09
    """)
    )


def test_an_article_without_a_year_plans_nothing_for_any_day(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | --08-20

        report | article | status  | starts
        talks  | a1      | planned | --09-04
    """)
    assert answer("select count(*) as plans from report.planned_as_of('2030-01-01')") == "plans\n0"


def test_a_newer_vaguer_date_keeps_the_day_and_a_newer_other_date_moves_it(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-01
        a2      | 2021-03-05

        report | article | status  | starts
        talks  | a1      | planned | 2021-03-18
        talks  | a2      | planned | 2021-03-15/2021-03-21
        visit  | a1      | planned | 2021-03-18
        visit  | a2      | planned | 2021-04-01/2021-04-30
    """)
    assert answer("select event, starts from report.planned_as_of('2021-03-06') order by event") == tidy("""
        event | starts
        talks | 2021-03-18
        visit | 2021-04-01/2021-04-30
    """)
