"""Who was invited, answered and came: positions in the order in which articles were published."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

SEQUENCE = """
    article | published
    a1      | 2021-03-09
    a2      | 2021-03-13/2021-03-15
    a3      | 2021-03-18

    position  | event      | article | actor
    invited   | conference | a1      | Rebels
    undecided | conference | a2      | Rebels
    attended  | conference | a3      | Rebels
"""


def test_an_actor_is_invited_then_undecided_then_present(given: Given, answer: Answer) -> None:
    given(SEQUENCE)
    asked = """
        select event, actor, first_position, latest_position, latest_published, was_invited, did_attend, articles
        from report.attendance
    """
    assert answer(asked) == tidy("""
        event      | actor  | first_position | latest_position | latest_published | was_invited | did_attend | articles
        conference | Rebels | invited        | attended        | 2021-03-18       | yes         | yes        | 3
    """)
    assert answer("select positions, is_disputed from report.attendance") == tidy("""
        positions                    | is_disputed
        invited, undecided, attended | no
    """)


def test_on_a_day_only_articles_that_had_surely_been_published_count(given: Given, answer: Answer) -> None:
    given(SEQUENCE)
    asked = """
        select day::date as day, standing.latest_position, standing.did_attend, standing.articles
        from generate_series(date '2021-03-08', date '2021-03-18', interval '1 day') as day
        left join report.position_as_of(day::date) as standing on true
        where day::date in ('2021-03-08', '2021-03-09', '2021-03-14', '2021-03-15', '2021-03-18') order by day
    """
    assert answer(asked) == tidy("""
        day        | latest_position | did_attend | articles
        2021-03-08 | -               | -          | -
        2021-03-09 | invited         | no         | 1
        2021-03-14 | invited         | no         | 1
        2021-03-15 | undecided       | no         | 2
        2021-03-18 | attended        | yes        | 3
    """)


def test_an_article_without_a_day_is_neither_first_nor_latest(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-09
        a2      | 2021-03-18
        a3      | -
        a4      | --03-13

        position  | event      | article | actor
        invited   | conference | a1      | Rebels
        confirmed | conference | a2      | Rebels
        attended  | conference | a3      | Rebels
        undecided | conference | a4      | Rebels
        invited   | conference | a4      | Rebels
        invited   | conference | a4      | Qatar
        attended  | conference | a3      | Qatar
    """)
    asked = "select actor, first_position, latest_position, did_attend, positions from report.attendance order by actor"
    assert answer(asked) == tidy("""
        actor  | first_position | latest_position | did_attend | positions
        Qatar  | invited        | attended        | yes        | invited, attended
        Rebels | invited        | confirmed       | yes        | invited, confirmed; attended, undecided
    """)
    asked = "select actor, latest_position, positions from report.position_as_of('2021-04-01') order by actor"
    assert answer(asked) == tidy("""
        actor  | latest_position | positions
        Rebels | confirmed       | invited, confirmed
    """)


def test_who_declined_or_was_kept_away_is_told_from_who_is_not_mentioned(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-09
        a2      | 2021-03-18

        position  | event      | article | actor
        invited   | conference | a1      | Qatar
        invited   | conference | a1      | Congress
        declined  | conference | a2      | Congress
        excluded  | conference | a1      | Council
        attended  | conference | a2      | Iran
    """)
    asked = "select actor, was_invited, did_attend, has_declined, latest_position from report.attendance order by actor"
    assert answer(asked) == tidy("""
        actor    | was_invited | did_attend | has_declined | latest_position
        Congress | yes         | no         | yes          | declined
        Council  | no          | no         | yes          | excluded
        Iran     | no          | yes        | no           | attended
        Qatar    | yes         | no         | no           | invited
    """)


def test_two_sources_that_contradict_each_other_are_a_dispute(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-18
        a2      | 2021-03-18
        a3      | 2021-03-20

        position  | event      | article | actor
        attended  | conference | a1      | Rebels
        declined  | conference | a2      | Rebels
        confirmed | conference | a1      | State
        declined  | conference | a3      | State
        attended  | conference | a1      | Union
        declined  | conference | a3      | Union
    """)
    asked = "select actor, positions, is_disputed from report.attendance order by actor"
    assert answer(asked) == tidy("""
        actor  | positions           | is_disputed
        Rebels | declined, attended  | yes
        State  | confirmed, declined | no
        Union  | attended, declined  | yes
    """)


def test_inside_one_article_an_answer_follows_the_invitation(given: Given, answer: Answer) -> None:
    given("""
        position  | event      | article | actor
        confirmed | conference | a1      | State
        invited   | conference | a1      | State
    """)
    assert answer("select positions, latest_position from report.attendance") == tidy("""
        positions          | latest_position
        invited, confirmed | confirmed
    """)


def test_hosting_is_not_presence_but_mediating_is(given: Given, answer: Answer) -> None:
    given("""
        position | event | article | actor  | role
        did      | talks | a1      | Qatar  | host
        did      | talks | a1      | Norway | mediator
        did      | raid  | a1      | Rebels | perpetrator
    """)
    assert answer("select actor, roles, did_attend from report.attendance order by actor") == tidy("""
        actor  | roles    | did_attend
        Norway | mediator | yes
        Qatar  | host     | no
    """)


def test_an_article_without_a_year_counts_for_no_day_and_stands_behind_the_order(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | --08-20
        a2      | 2021-03-13

        position  | event | article | actor
        declined  | talks | a1      | State
        confirmed | talks | a2      | State
    """)
    assert answer("select positions, latest_position from report.attendance") == tidy("""
        positions           | latest_position
        confirmed; declined | confirmed
    """)
    assert answer("select positions from report.position_as_of('2030-01-01')") == "positions\nconfirmed"


def test_actors_that_were_merged_stand_as_one(given: Given, answer: Answer) -> None:
    given("""
        actor          | kind  | merged_into
        Sultanate      | state | -
        Old Sultanate  | state | Sultanate
        Elder Province | state | Old Sultanate

        position | event | article | actor
        invited  | talks | a1      | Elder Province
        attended | talks | a2      | Sultanate
    """)
    assert answer("select actor, positions from report.attendance") == tidy("""
        actor     | positions
        Sultanate | invited, attended
    """)


def test_an_actor_known_to_articles_only_is_known_by_its_name(given: Given, answer: Answer) -> None:
    given("""
        position | event | article | actor
        invited  | talks | a1      | ?Tribal elders
        attended | talks | a2      | ?Tribal elders
    """)
    assert answer("select actor_id, actor, was_invited, did_attend from report.attendance") == tidy("""
        actor_id | actor         | was_invited | did_attend
        -        | Tribal elders | yes         | yes
    """)


def test_a_position_shows_who_says_so_and_in_which_words(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-13/2021-03-17

        event | starts     | place
        talks | 2021-03-18 | Oslo

        position  | event | article | actor | said_by | words
        confirmed | talks | a1      | State | ?Envoy  | The state will take part
        undecided | talks | a1      | Union | -       | The union has not said
    """)
    asked = """
        select event, starts_from, place, actor, actor_kind, role, position, said_by
        from report.participation order by actor
    """
    assert answer(asked) == tidy("""
        event | starts_from | place | actor | actor_kind | role        | position  | said_by
        talks | 2021-03-18  | Oslo  | State | state      | participant | confirmed | Envoy
        talks | 2021-03-18  | Oslo  | Union | state      | participant | undecided | -
    """)
    asked = "select file, published_from, published_to, published, evidence from report.participation order by actor"
    assert answer(asked) == tidy("""
        file   | published_from | published_to | published             | evidence
        a1.txt | 2021-03-13     | 2021-03-17   | 2021-03-13/2021-03-17 | The state will take part
        a1.txt | 2021-03-13     | 2021-03-17   | 2021-03-13/2021-03-17 | The union has not said
    """)


def test_who_fights_attends_nothing(given: Given, answer: Answer) -> None:
    given("""
        report | article | type
        clash  | a1      | assault.clash
        vote   | a1      | vote.election

        position | event | article | actor
        did      | clash | a1      | Rebels
        did      | vote  | a1      | Union
    """)
    assert answer("select event, actor from report.attendance") == "event | actor\nvote  | Union"
