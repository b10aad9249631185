"""What makes each alarm go off, and what is near to it and does not: statements over the good rows of `test_checks`.

In: nothing. Out: for each check that tells of a fall, a gap or an unlikely value, a pair of statements.
"""

from __future__ import annotations

from typing import NamedTuple


class Alarm(NamedTuple):
    """Statements after which a check fires, and others after which it is silent."""

    fires: str
    is_silent: str


def runs(*, days: int, articles: int, facts: int, last: int, until: str = "2021-06-20 02:00Z") -> str:
    """A run a night up to a day, each with so many articles and facts, the last of them with `last` facts."""
    return f"""
        delete from eventdb.ingest_result;
        delete from eventdb.ingest_run;
        insert into eventdb.ingest_run
        select day, '{until}'::timestamptz - day * interval '1 day', '{until}'::timestamptz - day * interval '1 day',
            'r1', 'inbox', {articles}, {articles}, 0, 0, 0
        from generate_series(0, {days - 1}) as day;
        insert into eventdb.source_file
        select -number, 'many/' || number, null, null, 'rejected', 'none', null, '{until}', '{until}'
        from generate_series(1, {articles}) as number;
        insert into eventdb.ingest_result
        select day, -number, 'inserted', null, number, case when day = 0 then {last} else {facts} end, 0, 0
        from generate_series(0, {days - 1}) as day cross join generate_series(1, {articles}) as number
    """


def second_report(best: int) -> str:
    """The good article again under another key, with another figure for the same event."""
    columns = "value, low, best, high"
    figures = ", ".join([str(best)] * 4)
    return f"""
        create temporary table copied as select * from eventdb.article;
        alter table copied drop column words;
        update copied set article_id = 2, text_hash = repeat('e', 64);
        insert into eventdb.article select * from copied;
        create temporary table told as select * from eventdb.event_report;
        update told set article_id = 2, event_report_id = 2;
        insert into eventdb.event_report select * from told;
        create temporary table counted as select * from eventdb.casualty_figure;
        update counted set article_id = 2, casualty_figure_id = 2, ({columns}) = ({figures});
        insert into eventdb.casualty_figure select * from counted
    """


def named(articles: int, name: str = "Abu Karrar") -> str:
    """A name that so many articles give, and nobody is."""
    return f"""
        create temporary table copied as select * from eventdb.article;
        alter table copied drop column words;
        update copied set is_current = true;
        insert into eventdb.article
        select (jsonb_populate_record(copied, jsonb_build_object('article_id', number))).*
        from copied cross join generate_series(1, {articles}) as number;
        insert into eventdb.article_actor
        select number, 1, 50, null, '{name}', 'person', null, '{{}}' from generate_series(1, {articles}) as number
    """


def office(title: str) -> str:
    """A title that rests on the words "A bomb"."""
    return f"""
        insert into eventdb.office_held
        select article_id, version, 0, 8, 0, '{title}', null, 0, 6, text_length, false from eventdb.article
    """


ALARMS = {
    "day_before_1900": Alarm(
        "update eventdb.event set (starts_from, starts_to) = ('1821-03-13', '1821-03-13')",
        "update eventdb.event set (starts_from, starts_to) = ('1900-01-01', '1900-01-01')",
    ),
    "planned_and_long_past": Alarm(
        "update eventdb.event set status_code = 'planned', (starts_from, starts_to) = ('2020-08-13', '2020-08-13')",
        "update eventdb.event set status_code = 'planned'",
    ),
    "figure_that_leaps": Alarm(second_report(400), second_report(399)),
    "facts_that_fall": Alarm(
        runs(days=8, articles=10, facts=6, last=2), runs(days=8, articles=10, facts=6, last=3)
    ),
    "name_of_nobody": Alarm(named(20), named(19)),
    "stale_inbox": Alarm(
        runs(days=10, articles=1, facts=1, last=1)
        + "; update eventdb.ingest_run set (files_inserted, files_kept) = (0, 1) where ingest_run_id < 4",
        runs(days=10, articles=1, facts=1, last=1)
        + "; update eventdb.ingest_run set (files_inserted, files_kept) = (0, 1) where ingest_run_id < 3",
    ),
    "night_left_out": Alarm(
        runs(days=8, articles=1, facts=1, last=1)
        + "; update eventdb.ingest_run set finished_at = null where ingest_run_id in (1, 2)",
        runs(days=8, articles=1, facts=1, last=1)
        + "; update eventdb.ingest_run set finished_at = null where ingest_run_id = 1",
    ),
    "run_broken_off": Alarm(
        "update eventdb.ingest_run set finished_at = null",
        "update eventdb.ingest_run set finished_at = null; select pg_advisory_lock(7311142570156453479)",
    ),
    "title_unlike_its_words": Alarm(office("president"), office("bomb")),
}  # fmt: skip
