"""Articles and coded records of one event stand side by side: who has it, and how many dead each counts."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

GIVEN = """
    article | dataset  | file
    a1      | -        | a1.txt
    a2      | -        | a2.txt
    g1      | ucdp-ged | ucdp-ged:500001
    g2      | ucdp-ged | ucdp-ged:500002
    c1      | acled    | acled:PER1
    t1      | gtd      | gtd:202205020001
    p1      | polecat  | polecat:77

    figure     | article | event | with_attackers
    4          | a1      | blast | -
    at_least 6 | a2      | blast | -
    7          | g1      | blast | yes
    5          | c1      | blast | yes
    6          | t1      | blast | yes
    3          | g2      | raid  | yes

    report | article | type
    talks  | p1      | consult.meeting
    vote   | a1      | vote.election
"""


def test_each_event_tells_who_has_it_and_under_which_id(given: Given, answer: Answer) -> None:
    given(GIVEN)
    asked = (
        "select event, told_by, sources, articles, ucdp_ged, acled, gtd, polecat from report.coverage order by event"
    )
    assert answer(asked) == tidy("""
        event | told_by                    | sources | articles | ucdp_ged | acled | gtd          | polecat
        blast | acled, gtd, news, ucdp-ged | 4       | 2        | 500001   | PER1  | 202205020001 | -
        raid  | ucdp-ged                   | 1       | 0        | 500002   | -     | -            | -
        talks | polecat                    | 1       | 0        | -        | -     | -            | 77
        vote  | news                       | 1       | 1        | -        | -     | -            | -
    """)


def test_the_dead_of_each_stand_side_by_side(given: Given, answer: Answer) -> None:
    given(GIVEN)
    asked = """
        select event, news_killed_low as low, news_killed_high as high, ucdp_ged_killed_low as ged_low,
            ucdp_ged_killed_best as ged_best, ucdp_ged_killed_high as ged_high, acled_killed, gtd_killed
        from report.coverage order by event
    """
    assert answer(asked) == tidy("""
        event | low | high | ged_low | ged_best | ged_high | acled_killed | gtd_killed
        blast | 4   | 6    | 7       | 7        | 7        | 5            | 6
        raid  | -   | -    | 3       | 3        | 3        | -            | -
        talks | -   | -    | -       | -        | -        | -            | -
        vote  | -   | -    | -       | -        | -        | -            | -
    """)


def test_all_records_of_a_data_set_are_one_source(given: Given, answer: Answer) -> None:
    given(GIVEN)
    asked = "select label as event, articles, independent_sources from report.timeline where label = 'blast'"
    assert answer(asked) == tidy("""
        event | articles | independent_sources
        blast | 5        | 5
    """)
