"""Casualty claims, combined by six rules. `low..best..high` in a figure is MAVERICK's way to code one report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

RULES = "select rule, low, best, high from report.casualty where kind = 'killed' order by rule"


def test_three_reports_of_one_event_come_to_six_answers(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-14
        a2      | 2021-03-15
        a3      | 2021-03-15

        figure     | event | article
        10..12..15 | blast | a1
        8..12..20  | blast | a2
        14..16..18 | blast | a3
    """)
    assert answer(RULES) == tidy("""
        rule           | low | best | high
        acled          | 8   | 8    | 8
        conservative   | 8   | 12   | 15
        gtd            | 8   | 8    | 8
        informative    | 14  | 16   | 20
        representative | -   | 12   | -
        ucdp           | 8   | 12   | 20
    """)


def test_totals_over_events_differ_by_rule_as_counted_by_hand(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-14
        a2      | 2021-03-15
        a3      | 2021-03-16

        figure     | event  | article
        4          | market | a1
        6          | market | a2
        6          | market | a3
        0          | bridge | a1
        3          | bridge | a2
        20..25..30 | mosque | a2
        24         | mosque | a3
    """)
    totals = """
        select rule, sum(low) as low, sum(best) as best, sum(high) as high, count(*) as events
        from report.casualty group by rule order by rule
    """
    assert answer(totals) == tidy("""
        rule           | low | best | high | events
        acled          | 24  | 24   | 24   | 3
        conservative   | 24  | 28   | 28   | 3
        gtd            | 33  | 33   | 33   | 3
        informative    | 33  | 34   | 39   | 3
        representative | 30  | 30   | 30   | 3
        ucdp           | 24  | 30   | 39   | 3
    """)


@pytest.mark.parametrize(
    ("figure", "rules"),
    [
        ("11", "acled 11/11/11 · conservative 11/11/11 · gtd 11/11/11 · ucdp 11/11/11"),
        ("at_least 11", "acled 11/11/11 · conservative 11/11/- · gtd 11/11/11 · ucdp 11/11/11"),
        ("more_than 11", "acled 11/11/11 · conservative 12/12/- · gtd 11/11/11 · ucdp 12/12/12"),
        ("up_to 20", "acled 20/20/20 · conservative -/-/20 · gtd 20/20/20 · ucdp -/-/20"),
        ("about 20", "acled 20/20/20 · conservative -/20/- · gtd 20/20/20 · ucdp 20/20/20"),
        ("10..15", "acled 10/10/10 · conservative 10/-/15 · gtd 10/10/10 · ucdp 10/10/15"),
        ("vague 1", "acled 3/3/3 · conservative 1/-/- · gtd -/-/- · ucdp 1/1/1"),
        ("vague 3", "acled 3/3/3 · conservative 3/-/- · gtd -/-/- · ucdp 3/3/3"),
        ("vague 20", "acled 10/10/10 · conservative 20/-/- · gtd -/-/- · ucdp 20/20/20"),
        ("vague 24", "acled 12/12/12 · conservative 24/-/- · gtd -/-/- · ucdp 24/24/24"),
        ("vague 200", "acled 100/100/100 · conservative 200/-/- · gtd -/-/- · ucdp 200/200/200"),
        ("0", "acled 0/0/0 · conservative 0/0/0 · gtd 0/0/0 · ucdp 0/0/0"),
        ("stated_none", "acled 0/0/0 · conservative 0/0/0 · gtd 0/0/0 · ucdp 0/0/0"),
    ],
)
def test_each_project_reads_a_lone_figure_by_its_own_table(
    given: Given, answer: Answer, figure: str, rules: str
) -> None:
    given(f"""
        figure   | event | article
        {figure} | blast | a1
    """)
    triple = "concat_ws('/', coalesce(low::text, '-'), coalesce(best::text, '-'), coalesce(high::text, '-'))"
    asked = f"""
        select string_agg(rule || ' ' || {triple}, ' · ' order by rule) as rules from report.casualty
        where rule in ('acled', 'conservative', 'gtd', 'ucdp')
    """
    assert answer(asked) == f"rules\n{rules}"


def test_none_counted_none_reported_and_nothing_said_are_three_things(given: Given, answer: Answer) -> None:
    given("""
        figure      | event   | article
        0           | counted | a1
        stated_none | unheard | a1
        vague 3     | several | a1

        report      | article | type
        silent      | a1      | assault.bombing
    """)
    asked = """
        select event, low, best, high, is_none_reported from report.casualty
        where rule = 'conservative' order by event
    """
    assert answer(asked) == tidy("""
        event   | low | best | high | is_none_reported
        counted | 0   | 0    | 0    | no
        several | 3   | -    | -    | no
        unheard | 0   | 0    | 0    | yes
    """)


def test_none_reported_yet_does_not_count_once_there_is_a_figure(given: Given, answer: Answer) -> None:
    given("""
        figure      | event | article
        stated_none | blast | a1
        5           | blast | a2
    """)
    assert answer("select distinct low, best, high, claims, is_disputed from report.casualty") == tidy("""
        low | best | high | claims | is_disputed
        5   | 5    | 5    | 2      | no
    """)


def test_a_bound_that_no_claim_closes_stays_open(given: Given, answer: Answer) -> None:
    given("""
        figure      | event | article
        at_least 30 | blast | a1
        12          | blast | a2
    """)
    asked = "select rule, low, best, high from report.casualty where rule like '%ative' order by rule"
    assert answer(asked) == tidy("""
        rule           | low | best | high
        conservative   | 12  | 12   | 12
        informative    | 30  | 30   | -
        representative | 12  | 12   | 12
    """)


def test_conservative_figures_stay_in_order_when_one_claim_has_only_an_upper_bound(
    given: Given, answer: Answer
) -> None:
    given("""
        figure   | event | article
        30       | blast | a1
        up_to 20 | blast | a2
    """)
    assert answer("select low, best, high from report.casualty where rule = 'conservative'") == tidy("""
        low | best | high
        20  | 20   | 20
    """)


def test_gtd_takes_the_most_recent_source(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-14
        a2      | 2021-03-14
        a3      | 2021-03-16

        figure | event | article
        9      | blast | a1
        9      | blast | a2
        12     | blast | a3
    """)
    assert answer("select best from report.casualty where rule = 'gtd'") == "best\n12"


def test_gtd_takes_the_majority_of_equally_recent_sources(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-14
        a2      | 2021-03-16
        a3      | 2021-03-16
        a4      | 2021-03-16

        figure | event | article
        3      | blast | a1
        7      | blast | a2
        12     | blast | a3
        12     | blast | a4
    """)
    assert answer("select best from report.casualty where rule = 'gtd'") == "best\n12"


def test_gtd_and_ucdp_leave_out_the_perpetrators_own_count(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-14
        a2      | 2021-03-16

        position | event  | article | actor  | role
        claimed  | ambush | a2      | Rebels | perpetrator

        figure | event  | article | said_by
        11     | ambush | a1      | -
        90     | ambush | a2      | Rebels
    """)
    asked = "select rule, low, best, high from report.casualty where rule in ('gtd', 'ucdp') order by rule"
    assert answer(asked) == tidy("""
        rule | low | best | high
        gtd  | 11  | 11   | 11
        ucdp | 11  | 11   | 11
    """)


def test_a_perpetrators_count_stands_where_nobody_else_gives_one(given: Given, answer: Answer) -> None:
    given("""
        position | event  | article | actor  | role
        claimed  | ambush | a1      | Rebels | perpetrator

        figure | event  | article | said_by
        90     | ambush | a1      | Rebels
    """)
    assert answer("select distinct best from report.casualty") == "best\n90"


def test_three_papers_that_print_one_wire_report_have_one_vote(given: Given, answer: Answer) -> None:
    given("""
        article | published  | story
        a1      | 2021-03-14 | wire
        a2      | 2021-03-14 | wire
        a3      | 2021-03-14 | wire
        a4      | 2021-03-14 | -
        a5      | 2021-03-14 | -

        figure | event | article
        9      | blast | a1
        9      | blast | a2
        9      | blast | a3
        12     | blast | a4
        12     | blast | a5
    """)
    asked = """
        select rule, best, claims, articles, independent_sources from report.casualty
        where rule in ('gtd', 'representative', 'ucdp') order by rule
    """
    assert answer(asked) == tidy("""
        rule           | best | claims | articles | independent_sources
        gtd            | 12   | 5      | 5        | 3
        representative | 12   | 5      | 5        | 3
        ucdp           | 12   | 5      | 5        | 3
    """)


def test_a_tie_of_the_mode_goes_to_the_more_certain_wording(given: Given, answer: Answer) -> None:
    given("""
        figure   | event | article
        about 20 | blast | a1
        17       | blast | a2
    """)
    assert answer("select best, is_indeterminate from report.casualty where rule = 'representative'") == tidy("""
        best | is_indeterminate
        17   | no
    """)


def test_a_tie_between_equally_certain_figures_is_indeterminate(given: Given, answer: Answer) -> None:
    given("""
        figure | event | article
        20     | blast | a1
        17     | blast | a2
    """)
    asked = "select low, best, high, is_indeterminate from report.casualty where rule = 'representative'"
    assert answer(asked) == tidy("""
        low | best | high | is_indeterminate
        -   | -    | -    | yes
    """)


def test_rules_that_a_project_has_for_deaths_only_are_marked_for_other_kinds(given: Given, answer: Answer) -> None:
    given("""
        figure | event | article | kind
        20     | blast | a1      | injured
    """)
    asked = "select string_agg(rule, ' ' order by rule) as rules from report.casualty where is_by_analogy"
    assert answer(asked) == "rules\nacled ucdp"
