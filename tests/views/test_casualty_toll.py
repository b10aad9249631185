"""What the figures of one article come to: groups add up, parts do not, speakers are kept apart."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

TOLL = "select kind, said_by, low, best, high from report.casualty_toll order by kind desc, said_by nulls first"


def test_groups_of_victims_add_up(given: Given, answer: Answer) -> None:
    given("""
        figure     | event | article | victims
        3          | blast | a1      | police officers
        at_least 5 | blast | a1      | civilians
    """)
    assert answer(TOLL) == tidy("""
        kind   | said_by | low | best | high
        killed | -       | 8   | 8    | -
    """)


def test_groups_are_parts_of_a_figure_for_all_people(given: Given, answer: Answer) -> None:
    given("""
        figure     | event | article | victims  | said_by
        at_least 9 | blast | a1      | people   | ?police
        6          | blast | a1      | recruits | ?colonel
        2          | blast | a1      | women    | ?colonel
    """)
    assert answer(TOLL) == tidy("""
        kind   | said_by | low | best | high
        killed | police  | 9   | 9    | -
    """)


def test_dead_attackers_come_on_top_unless_they_are_counted_in(given: Given, answer: Answer) -> None:
    given("""
        figure | event | article | victims   | with_attackers
        14     | blast | a1      | people    | -
        1      | blast | a1      | attackers | -
        15     | blast | a2      | people    | yes
        1      | blast | a2      | attackers | -
    """)
    assert answer(TOLL) == tidy("""
        kind   | said_by | low | best | high
        killed | -       | 15  | 15   | 15
        killed | -       | 15  | 15   | 15
    """)


def test_children_among_as_many_civilians_are_no_further_victims(given: Given, answer: Answer) -> None:
    given("""
        figure | event  | article | victims
        12     | strike | a1      | civilians
        5      | strike | a1      | children
        2      | raid   | a2      | policemen
        3      | raid   | a2      | children
        2      | crash  | a3      | women
        3      | crash  | a3      | children
    """)
    asked = """
        select event, best from report.casualty where rule = 'conservative' order by event
    """
    assert answer(asked) == tidy("""
        event  | best
        crash  | 5
        raid   | 5
        strike | 12
    """)


def test_a_headlines_plain_number_means_what_the_text_says_of_it(given: Given, answer: Answer) -> None:
    given("""
        figure     | event | article
        9          | blast | a1
        at_least 9 | blast | a1
        4          | blast | a1
        vague 3    | blast | a1
    """)
    assert answer(TOLL) == tidy("""
        kind   | said_by | low | best | high
        killed | -       | 9   | 9    | -
    """)


def test_speakers_of_one_article_are_kept_apart(given: Given, answer: Answer) -> None:
    given("""
        figure | event | article | victims  | said_by
        22     | blast | a1      | people   | ?health officials
        17     | blast | a1      | people   | ?mayor
        3      | raid  | a2      | soldiers | ?army
        20     | raid  | a2      | soldiers | ?rebels
        5      | fire  | a3      | soldiers | ?army
        2      | fire  | a3      | nurses   | ?hospital
    """)
    asked = """
        select event.label as event, toll.said_by, toll.best
        from report.casualty_toll as toll inner join eventdb.event using (event_id) order by 1, 2
    """
    assert answer(asked) == tidy("""
        event | said_by          | best
        blast | health officials | 22
        blast | mayor            | 17
        fire  | -                | 7
        raid  | army             | 3
        raid  | rebels           | 20
    """)


def test_a_claim_shows_the_figure_as_stated_with_its_words(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-14

        place | country
        Herat | AF

        event | type            | starts     | place | country
        blast | assault.bombing | 2021-03-13 | Herat | AF

        figure    | event | article | kind    | words
        nearly 50 | blast | a1      | injured | nearly 50 others were hurt
    """)
    asked = "select event, event_type, starts_from, place, country_code, published_from from report.casualty_claim"
    assert answer(asked) == tidy("""
        event | event_type      | starts_from | place | country_code | published_from
        blast | assault.bombing | 2021-03-13  | Herat | AF           | 2021-03-14
    """)
    asked = "select kind, value, qualifier, low, high, said_by, file, evidence from report.casualty_claim"
    assert answer(asked) == tidy("""
        kind    | value | qualifier | low | high | said_by | file   | evidence
        injured | 50    | nearly    | -   | 49   | -       | a1.txt | nearly 50 others were hurt
    """)


def test_months_add_up_events_and_tell_how_many_bounds_are_open(given: Given, answer: Answer) -> None:
    given("""
        place      | kind     | country | subdivision | parent
        Herat      | province | AF      | AF-HER      | -
        Herat City | city     | AF      | AF-HER      | Herat

        event  | type            | starts                | place      | country
        blast  | assault.bombing | 2021-03-13            | Herat City | AF
        raid   | assault.other   | 2021-03-28/2021-03-30 | Herat City | AF
        attack | assault.other   | 2021-03-28/2021-04-02 | -          | AF

        figure     | event  | article
        at_least 8 | blast  | a1
        5          | raid   | a1
        1          | attack | a1
    """)
    asked = """
        select month, country_code, province, kind, low, best, high, events, events_without_high
        from report.casualty_by_month where rule = 'conservative' order by month
    """
    assert answer(asked) == tidy("""
        month      | country_code | province | kind   | low | best | high | events | events_without_high
        2021-03-01 | AF           | Herat    | killed | 13  | 13   | 13   | 2      | 1
        -          | AF           | -        | killed | 1   | 1    | 1    | 1      | 0
    """)
