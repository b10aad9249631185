"""Where articles contradict each other, and where they only differ."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

ASKED = "select event, field, values, distinct_values, reports, share_at_mode from report.disagreement order by 1, 2"


def test_contradicting_values_are_listed_with_the_articles_that_give_them(given: Given, answer: Answer) -> None:
    given("""
        place  | country
        Oslo   | NO
        Bergen | NO

        report | article | starts     | place  | type
        raid   | a1      | 2021-03-18 | Oslo   | assault.other
        raid   | a2      | 2021-03-18 | Oslo   | assault.other
        raid   | a3      | 2021-03-19 | Bergen | assault.other

        figure | event | article | kind
        9      | raid  | a1      | injured
        9      | raid  | a2      | injured
        12     | raid  | a3      | injured
    """)
    assert answer(ASKED) == tidy("""
        event | field              | values                         | distinct_values | reports | share_at_mode
        raid  | casualties.injured | 9 (2); 12 (1)                  | 2               | 3       | 0.67
        raid  | date               | 2021-03-18 (2); 2021-03-19 (1) | 2               | 3       | 0.67
        raid  | place              | Oslo (2); Bergen (1)           | 2               | 3       | 0.67
    """)


def test_values_that_can_all_be_true_are_no_disagreement(given: Given, answer: Answer) -> None:
    given("""
        place  | kind    | country | parent
        Norway | country | NO      | -
        Oslo   | city    | NO      | Norway

        article | published
        a1      | 2021-03-09
        a2      | 2021-03-18

        report | article | starts                | place
        talks  | a1      | 2021-03-15/2021-03-21 | Norway
        talks  | a2      | 2021-03-18            | Oslo
        vote   | a1      | --09-04               | -
        vote   | a2      | 2021-09-04            | -

        position | event | article | actor
        invited  | talks | a1      | State
        attended | talks | a2      | State

        figure      | event | article
        at_least 3  | raid  | a1
        3           | raid  | a2
        stated_none | fire  | a1
        4           | fire  | a2
    """)
    assert answer(ASKED) == "event | field | values | distinct_values | reports | share_at_mode"


def test_contradicting_positions_are_listed_by_actor(given: Given, answer: Answer) -> None:
    given("""
        position | event | article | actor
        attended | talks | a1      | Rebels
        declined | talks | a2      | Rebels
        attended | talks | a2      | State
    """)
    assert answer("select field, values from report.disagreement") == tidy("""
        field           | values
        position.Rebels | attended (1); declined (1)
    """)


def test_two_kinds_for_one_event_are_a_disagreement(given: Given, answer: Answer) -> None:
    given("""
        report | article | type
        blast  | a1      | assault.bombing
        blast  | a2      | assault.suicide_bombing
    """)
    assert answer("select field, values from report.disagreement") == tidy("""
        field | values
        type  | assault.bombing (1); assault.suicide_bombing (1)
    """)


def test_an_article_without_a_year_whose_events_are_told_of_two_years_says_so(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | --03-20
        a2      | 2021-03-19
        a3      | 2022-03-19

        report | article | starts     | type
        summit | a1      | --03-18    | consult.conference
        summit | a2      | 2021-03-18 | consult.conference
        raid   | a1      | --03-17    | assault.other
        raid   | a3      | 2022-03-17 | assault.other
    """)
    assert answer(ASKED) == tidy("""
        event  | field            | values             | distinct_values | reports | share_at_mode
        raid   | published.a1.txt | 2021 (1); 2022 (1) | 2               | 2       | 0.50
        summit | published.a1.txt | 2021 (1); 2022 (1) | 2               | 2       | 0.50
    """)
