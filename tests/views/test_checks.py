"""What the data must not hold: each check is silent over good rows, and fires over one bad one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from eventdb.schema import run_checks
from tests.views.alarms import ALARMS
from tests.views.given import SEEN, Given, key

CHECKS = Path(__file__).parents[2] / "sql/checks"

GOOD = """
    article | published
    a1      | 2021-03-14

    event  | merged_into | starts
    blast  | -           | 2021-03-13
    bomb   | blast       | 2021-03-13

    report | article | type            | starts     | words
    blast  | a1      | assault.bombing | 2021-03-13 | A bomb went off

    figure | event | article
    4      | blast | a1

    position | event | article | actor  | role
    alleged  | blast | a1      | Rebels | perpetrator
"""

BAD = {
    "actor_without_a_name": """
        alter table eventdb.actor drop constraint ck_actor_name_is_not_empty;
        update eventdb.actor set name = ' '
    """,
    "article_without_current_version": "update eventdb.article set is_current = false",
    "article_without_result": "delete from eventdb.ingest_result",
    "correction_without_its_fact": """
        insert into eventdb.correction
        select 1, 'casualty_figure', article_id, 77, 'value', '4', '5', 'four', 'active', 'Ines', 'misread', now(), null
        from eventdb.article
    """,
    "event_days_outside_its_reports": "update eventdb.event set starts_from = '2021-01-01'",
    "event_without_reports": "update eventdb.event set merged_into_id = null",
    "file_without_its_article": "update eventdb.source_file set article_id = 5",
    "figure_of_an_absurd_size": """
        update eventdb.casualty_figure set (value, low, best, high) = (2021000, 2021000, 2021000, 2021000)
    """,
    "figure_out_of_order": """
        alter table eventdb.casualty_figure drop constraint ck_casualty_figure_bounds_in_order;
        alter table eventdb.casualty_figure drop constraint ck_casualty_figure_bounds_follow_the_qualifier;
        update eventdb.casualty_figure set low = 9
    """,
    "judgement_disobeyed": """
        create temporary table copied as select * from eventdb.event_report;
        update copied set ordinal = ordinal + 1, event_report_id = event_report_id + 1;
        insert into eventdb.event_report select * from copied;
        insert into eventdb.judgement
        select
            1, 'event_report', event_report_id - 1, event_report_id, article_id, article_id,
            'different', 'human', 'Ines', 'two bombs', now(), null, 1
        from copied
    """,
    "merged_event_with_reports": f"update eventdb.event_report set event_id = {key('bomb')}",
    "merged_in_a_circle": """
        update eventdb.event as event set merged_into_id = other.event_id
        from eventdb.event as other where other.event_id <> event.event_id
    """,
    "published_after_it_was_read": "update eventdb.article set published = daterange('2031-01-01', '2031-01-02')",
    "report_without_event": "update eventdb.event_report set event_id = null",
    "run_that_does_not_add_up": "update eventdb.ingest_run set (files_read, files_inserted) = (3, 3)",
    "span_outside_the_text": """
        alter table eventdb.participation drop constraint ck_participation_span_is_inside_the_text;
        update eventdb.participation set stop = 9999
    """,
    "toll_out_of_order": """
        create or replace view report.casualty_ucdp as
        select event_id, kind, 9::bigint as low, 4::bigint as best, 4::bigint as high from report.casualty_toll
    """,
    "toll_without_a_rule": """
        create or replace view report.casualty_gtd as
        select event_id, kind, 4::bigint as figure from report.casualty_toll union all
        select event_id, kind, 5::bigint as figure from report.casualty_toll
    """,
}
"""What breaks each rule, by the name of its check."""
BREAKING = BAD | {name: alarm.fires for name, alarm in ALARMS.items()}


@pytest.fixture
def good(given: Given) -> Given:
    """Rows that break no rule."""
    given(GOOD)
    given.insert(
        "ingest_run",
        ingest_run_id=1,
        started_at=SEEN,
        finished_at=SEEN,
        rules_version="r1",
        sources="inbox",
        files_read=1,
        files_inserted=1,
        files_updated=0,
        files_kept=0,
        files_rejected=0,
    )
    found = {"event_reports": 1, "participations": 1, "casualty_figures": 1}
    file, article = key("a1.txt"), key("a1")
    given.insert(
        "ingest_result", ingest_run_id=1, source_file_id=file, verdict_code="inserted", article_id=article, **found
    )
    return given


def test_good_rows_break_no_rule(good: Given) -> None:
    assert run_checks(good.connection) == ()


def test_every_check_is_proved_here() -> None:
    assert sorted(file.stem for file in CHECKS.glob("*.sql")) == sorted(BREAKING)


@pytest.mark.parametrize("name", BREAKING)
def test_a_check_fires_when_its_rule_is_broken(good: Given, link: psycopg.Connection[Any], name: str) -> None:
    link.execute(BREAKING[name].encode())
    breaches = {breach.name: breach for breach in run_checks(link)}
    assert name in breaches
    assert breaches[name].rows >= 1


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_is_silent_over_what_is_only_near_to_it(good: Given, link: psycopg.Connection[Any], name: str) -> None:
    link.execute(ALARMS[name].is_silent.encode())
    assert name not in {breach.name for breach in run_checks(link)}


@pytest.mark.parametrize("file", sorted(CHECKS.glob("*.sql")), ids=lambda file: file.stem)
def test_a_check_states_the_rule_that_it_guards(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("-- No ")
