"""Events, articles and the independent sources behind them."""

from __future__ import annotations

from collections.abc import Callable

from tests.views.given import Given
from tests.views.tables import tidy

Answer = Callable[[str], str]


def test_an_event_is_shown_once_however_many_articles_tell_of_it(given: Given, answer: Answer) -> None:
    given("""
        article | published
        a1      | 2021-03-13/2021-03-17
        a2      | 2021-03-18

        place | country | latitude | longitude
        Oslo  | NO      | 59.91    | 10.75

        event | type           | status   | starts                | place | country
        talks | consult.talks  | occurred | 2021-03-18            | Oslo  | NO
        truce | agree.ceasefire | planned | 2021-03-19/2021-03-25 | -     | -

        report | article
        talks  | a1
        talks  | a2
        truce  | a2
    """)
    asked = (
        "select event_type, label, status, starts_from, starts_to, date_precision from report.timeline order by label"
    )
    assert answer(asked) == tidy("""
        event_type      | label | status   | starts_from | starts_to  | date_precision
        consult.talks   | talks | occurred | 2021-03-18  | 2021-03-18 | 1
        agree.ceasefire | truce | planned  | 2021-03-19  | 2021-03-25 | 2
    """)
    asked = "select label, place, country_code, latitude, longitude, articles from report.timeline order by label"
    assert answer(asked) == tidy("""
        label | place | country_code | latitude | longitude | articles
        talks | Oslo  | NO           | 59.91    | 10.75     | 2
        truce | -     | -            | -        | -         | 1
    """)
    asked = "select label, first_published, last_published, plover_type from report.timeline order by label"
    assert answer(asked) == tidy("""
        label | first_published | last_published | plover_type
        talks | 2021-03-13      | 2021-03-18     | CONSULT
        truce | 2021-03-18      | 2021-03-18     | RETREAT
    """)


def test_a_day_without_a_year_stands_in_the_text_column(given: Given, answer: Answer) -> None:
    given("""
        report | article | starts        | ends
        talks  | a1      | --09-04       | -
        exit   | a1      | ../2021-05-01 | -
        war    | a1      | 2001-10-07    | 2001-12-17
        vote   | a1      | -             | -
    """)
    asked = "select label, starts_from, starts_to, starts, ends_to, ends from report.timeline order by label"
    assert answer(asked) == tidy("""
        label | starts_from | starts_to  | starts        | ends_to    | ends
        exit  | -           | 2021-05-01 | ../2021-05-01 | -          | -
        talks | -           | -          | --09-04       | -          | -
        vote  | -           | -          | -             | -          | -
        war   | 2001-10-07  | 2001-10-07 | 2001-10-07    | 2001-12-17 | 2001-12-17
    """)


def test_an_id_that_was_merged_away_leads_to_the_event_that_stands(given: Given, answer: Answer) -> None:
    given("""
        event  | merged_into
        summit | -
        talks  | summit
        round  | talks

        report | article
        summit | a1
        summit | a2
    """)
    asked = """
        select merged.label as merged, timeline.label as standing, timeline.articles
        from report.standing_event
        inner join eventdb.event as merged on standing_event.event_id = merged.event_id
        inner join report.timeline on standing_event.standing_id = timeline.event_id
        order by merged.label
    """
    assert answer(asked) == tidy("""
        merged | standing | articles
        round  | summit   | 2
        talks  | summit   | 2
    """)
    assert answer("select label, articles from report.timeline") == "label  | articles\nsummit | 2"


def test_a_superseded_version_is_not_shown_anywhere(given: Given, answer: Answer) -> None:
    given("""
        article | published  | current
        a1 v1   | 2021-03-13 | no
        a1 v2   | 2021-03-14 | yes

        figure | event | article
        9      | blast | a1 v1
        12     | blast | a1 v2

        position | event | article | actor
        alleged  | blast | a1 v1   | Rebels

        report | article
        raid   | a1 v1
    """)
    assert answer("select label, first_published from report.timeline") == "label | first_published\nblast | 2021-03-14"
    assert answer("select best from report.casualty_claim") == "best\n12"
    assert answer("select count(*) as positions from report.participation") == "positions\n0"
    assert (
        answer("select distinct fact_kind from report.evidence order by 1")
        == "fact_kind\ncasualty_figure\nevent_report"
    )
    assert answer("select file, version, casualty_figures from report.article") == tidy("""
        file      | version | casualty_figures
        a1 v2.txt | 2       | 1
    """)


def test_copies_of_a_story_and_all_that_rests_on_one_agency_are_one_source(given: Given, answer: Answer) -> None:
    given("""
        article | outlet  | story
        a1      | Herald  | wire
        a2      | Tribune | wire
        a3      | Gazette | -
        a4      | Courier | -
        a5      | Reuters | -

        outlet  | kind
        Reuters | agency

        credit  | article | kind
        Reuters | a3      | based_on
        Reuters | a4      | based_on
        AFP     | a4      | written_by

        report  | article
        printed | a1
        printed | a2
        wired   | a3
        wired   | a5
        mixed   | a3
        mixed   | a4
        mixed   | a1
    """)
    asked = "select label, articles, independent_sources from report.timeline order by label"
    assert answer(asked) == tidy("""
        label   | articles | independent_sources
        mixed   | 3        | 3
        printed | 2        | 1
        wired   | 2        | 1
    """)


def test_an_event_of_one_source_is_shown_with_its_earliest_article(given: Given, answer: Answer) -> None:
    given("""
        article | published  | story
        a1      | 2021-03-14 | wire
        a2      | 2021-03-13 | wire
        a3      | 2021-03-12 | -

        credit | article
        EFE    | a2

        report | article
        raid   | a1
        raid   | a2
        talks  | a1
        talks  | a3
    """)
    assert answer("select event, file, agencies, articles from report.single_source") == tidy("""
        event | file   | agencies | articles
        raid  | a2.txt | EFE      | 2
    """)


def test_an_article_tells_where_it_came_from_and_how_much_was_found_in_it(given: Given, answer: Answer) -> None:
    given("""
        article | published  | outlet | title
        a1      | 2021-03-14 | Herald | Talks begin
        a2      | -          | -      | Nothing new

        credit | article | kind
        AP     | a1      | photo
        EFE    | a1      | cited
        AFP    | a1      | based_on

        position | event | article | actor
        attended | talks | a1      | State

        figure | event | article
        2      | blast | a1
        0      | blast | a1
    """)
    asked = "select file, title, outlet, agencies, events, casualty_figures from report.article order by file"
    assert answer(asked) == tidy("""
        file   | title       | outlet | agencies | events | casualty_figures
        a1.txt | Talks begin | Herald | AFP, EFE | 2      | 2
        a2.txt | Nothing new | -      | -        | 0      | 0
    """)
    asked = "select file, published_from, published_to, published, published_basis from report.article order by file"
    assert answer(asked) == tidy("""
        file   | published_from | published_to | published  | published_basis
        a1.txt | 2021-03-14     | 2021-03-14   | 2021-03-14 | byline
        a2.txt | -              | -            | -          | unknown
    """)
    assert answer("select file, agency, kind, evidence from report.agency_credit order by agency") == tidy("""
        file   | agency | kind     | evidence
        a1.txt | AFP    | based_on | From AFP
        a1.txt | AP     | photo    | From AP
        a1.txt | EFE    | cited    | From EFE
    """)
