"""Who is said to have done it, who stands with whom, and who holds which office."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]

GRADES = "select distinct event, actor, grade from report.responsibility order by event, actor"


def test_responsibility_is_graded_as_airwars_does(given: Given, answer: Answer) -> None:
    given("""
        report    | article | type
        admitted  | a1      | assault.bombing
        accused   | a1      | assault.bombing
        suspected | a1      | assault.bombing
        rivalled  | a1      | assault.bombing
        twice     | a1      | assault.bombing
        usurped   | a1      | assault.bombing

        position | event     | article | actor    | role
        claimed  | admitted  | a1      | Rebels   | perpetrator
        alleged  | accused   | a1      | Rebels   | perpetrator
        alleged  | accused   | a2      | Rebels   | perpetrator
        denied   | accused   | a2      | Rebels   | perpetrator
        alleged  | suspected | a1      | Rebels   | perpetrator
        alleged  | rivalled  | a1      | Rebels   | perpetrator
        alleged  | rivalled  | a2      | Militia  | perpetrator
        claimed  | twice     | a1      | Rebels   | perpetrator
        claimed  | twice     | a2      | Militia  | perpetrator
        alleged  | usurped   | a1      | Rebels   | perpetrator
        claimed  | usurped   | a2      | Militia  | perpetrator
    """)
    assert answer(GRADES) == tidy("""
        event     | actor   | grade
        accused   | Rebels  | fair
        admitted  | Rebels  | confirmed
        rivalled  | Militia | contested
        rivalled  | Rebels  | contested
        suspected | Rebels  | weak
        twice     | Militia | contested
        twice     | Rebels  | contested
        usurped   | Militia | confirmed
        usurped   | Rebels  | discounted
    """)


def test_partners_in_one_attack_are_no_rivals(given: Given, answer: Answer) -> None:
    given("""
        report | article | type
        ambush | a1      | assault.shooting
        ambush | a2      | assault.shooting

        position | event  | article | actor   | role
        alleged  | ambush | a1      | Rebels  | perpetrator
        alleged  | ambush | a1      | Militia | perpetrator
        alleged  | ambush | a2      | Rebels  | perpetrator
    """)
    assert answer(GRADES) == tidy("""
        event  | actor   | grade
        ambush | Militia | weak
        ambush | Rebels  | fair
    """)


def test_each_claim_of_responsibility_keeps_its_speaker_and_words(given: Given, answer: Answer) -> None:
    given("""
        report | article | type
        blast  | a1      | assault.bombing

        position | event | article | actor  | role        | said_by | words
        alleged  | blast | a1      | Rebels | perpetrator | ?police | Police blamed the rebels
        denied   | blast | a1      | Rebels | perpetrator | Rebels  | The rebels denied it
    """)
    asked = """
        select actor, position, said_by, grade, independent_sources, file, evidence
        from report.responsibility order by position
    """
    assert answer(asked) == tidy("""
        actor  | position | said_by | grade | independent_sources | file   | evidence
        Rebels | alleged  | police  | weak  | 1                   | a1.txt | Police blamed the rebels
        Rebels | denied   | Rebels  | weak  | 1                   | a1.txt | The rebels denied it
    """)


SHARED = """
    report | article | type              | starts
    talks  | a1      | consult.talks     | 2021-03-18
    deal   | a1      | agree.agreement   | 2021-03-20
    raid   | a1      | assault.shooting  | 2021-04-01
    clash  | a1      | assault.clash     | 2021-04-02
    summit | a1      | consult.talks     | 2021-05-01

    position | event  | article | actor  | role
    attended | talks  | a1      | State  | participant
    attended | talks  | a1      | Rebels | participant
    did      | deal   | a1      | State  | signatory
    did      | deal   | a1      | Rebels | signatory
    did      | raid   | a1      | Rebels | perpetrator
    did      | raid   | a1      | State  | target
    did      | clash  | a1      | Rebels | participant
    did      | clash  | a1      | State  | participant
    attended | summit | a1      | State  | participant
    declined | summit | a1      | Rebels | participant
    did      | raid   | a1      | Cell   | perpetrator
"""


def test_two_actors_are_paired_by_the_events_that_they_share(given: Given, answer: Answer) -> None:
    given(SHARED)
    asked = """
        select actor_a, actor_b, events, cooperative, hostile, first_starts_from, last_starts_from
        from report.actor_pair order by actor_a, actor_b
    """
    assert answer(asked) == tidy("""
        actor_a | actor_b | events | cooperative | hostile | first_starts_from | last_starts_from
        Cell    | Rebels  | 1      | 0           | 0       | 2021-04-01        | 2021-04-01
        Cell    | State   | 1      | 0           | 1       | 2021-04-01        | 2021-04-01
        Rebels  | State   | 4      | 2           | 2       | 2021-03-18        | 2021-04-02
    """)


def test_each_event_that_two_actors_share_tells_how_they_met(given: Given, answer: Answer) -> None:
    given(SHARED)
    met = """
        select meeting.actor_a, meeting.actor_b, event.label as event, meeting.is_cooperative, meeting.is_hostile
        from report.actor_meeting as meeting inner join report.timeline as event using (event_id)
        order by event.starts_from, meeting.actor_a, meeting.actor_b
    """
    assert answer(met) == tidy("""
        actor_a | actor_b | event | is_cooperative | is_hostile
        Rebels  | State   | talks | yes            | no
        Rebels  | State   | deal  | yes            | no
        Cell    | Rebels  | raid  | no             | no
        Cell    | State   | raid  | no             | yes
        Rebels  | State   | raid  | no             | yes
        Rebels  | State   | clash | no             | yes
    """)


def test_a_title_is_shown_with_the_days_on_which_articles_give_it(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-09
        a2      | 2022-01-01/2022-01-03
        a3      | 2022-05-01

        office   | article | actor    | organisation
        minister | a1      | Ana Ruiz | Peru
        minister | a2      | Ana Ruiz | Peru
        senator  | a3      | Ana Ruiz | -
    """)
    assert answer(
        "select actor, title, organisation, first_published, last_published, articles from report.role_held"
    ) == (
        tidy("""
        actor    | title    | organisation | first_published | last_published | articles
        Ana Ruiz | minister | Peru         | 2021-03-09      | 2022-01-03     | 2
        Ana Ruiz | senator  | -            | 2022-05-01      | 2022-05-01     | 1
    """)
    )


def test_an_actor_is_told_with_its_names_titles_and_days(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-01
        a2      | 2021-03-05

        position  | event  | article | actor    | role
        confirmed | summit | a1      | Ana Ruiz | participant
        declined  | summit | a2      | A Ruiz   | participant
        confirmed | vote   | a2      | A Ruiz   | participant

        office   | article | actor    | organisation
        minister | a1      | Ana Ruiz | Peru
        envoy    | a2      | A Ruiz   | -
    """)
    given.connection.execute(
        "update eventdb.actor set merged_into_id = (select actor_id from eventdb.actor where name = 'Ana Ruiz')"
        " where name = 'A Ruiz'"
    )
    who = "select name, names, titles, articles, events, first_published, last_published from report.actor"
    assert answer(who) == tidy("""
        name     | names            | titles                | articles | events | first_published | last_published
        Ana Ruiz | A Ruiz; Ana Ruiz | envoy; minister, Peru | 2        | 2      | 2021-03-01      | 2021-03-05
    """)
    assert answer("select actor, name, articles from report.actor_name order by name") == tidy("""
        actor    | name     | articles
        Ana Ruiz | A Ruiz   | 1
        Ana Ruiz | Ana Ruiz | 1
    """)
