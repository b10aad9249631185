-- One row per fact of a current article: the words that it rests on, their place in the text, and the rule that read them.
create view report.evidence as
with fact as (
    select
        'event_report' as fact_kind,
        told.event_report_id as fact_id,
        told.event_id,
        told.article_id,
        told.version,
        told.start,
        told.stop,
        told.rule
    from eventdb.event_report as told
    where not told.is_retracted
    union all
    select
        'participation' as fact_kind,
        position.participation_id as fact_id,
        told.event_id,
        position.article_id,
        position.version,
        position.start,
        position.stop,
        position.rule
    from eventdb.participation as position
    inner join eventdb.event_report as told
        on
            position.article_id = told.article_id
            and position.version = told.version
            and position.report_ordinal = told.ordinal
            and position.text_length = told.text_length
    where
        not position.is_retracted
        and not told.is_retracted
    union all
    select
        'casualty_figure' as fact_kind,
        figure.casualty_figure_id as fact_id,
        told.event_id,
        figure.article_id,
        figure.version,
        figure.start,
        figure.stop,
        figure.rule
    from eventdb.casualty_figure as figure
    inner join eventdb.event_report as told
        on
            figure.article_id = told.article_id
            and figure.version = told.version
            and figure.report_ordinal = told.ordinal
            and figure.text_length = told.text_length
    where
        not figure.is_retracted
        and not told.is_retracted
    union all
    select
        'office_held' as fact_kind,
        office.office_held_id as fact_id,
        null::bigint as event_id,
        office.article_id,
        office.version,
        office.start,
        office.stop,
        null as rule
    from eventdb.office_held as office
    where not office.is_retracted
)

select
    fact.fact_kind,
    fact.fact_id,
    fact.event_id,
    fact.article_id,
    source_file.location as file,
    fact.start,
    fact.stop,
    substr(article.text, fact.start + 1, fact.stop - fact.start) as quote,
    substr(article.text, sentence.start + 1, sentence.stop - sentence.start) as sentence,
    fact.rule,
    article.rules_version
from fact
inner join eventdb.article
    on
        fact.article_id = article.article_id
        and fact.version = article.version
        and article.is_current
inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
left join eventdb.sentence
    on
        fact.article_id = sentence.article_id
        and fact.version = sentence.version
        and sentence.start <= fact.start
        and fact.start < sentence.stop;

comment on view report.evidence is
'One row per fact of a current article with the words that it rests on.';
comment on column report.evidence.fact_kind is 'event_report, participation, casualty_figure or office_held';
comment on column report.evidence.fact_id is
'The fact''s key: event_report_id, participation_id, casualty_figure_id or office_held_id';
comment on column report.evidence.event_id is 'Event after all merges; null: an office, or not linked yet';
comment on column report.evidence.article_id is 'Article; the same over all versions of its text';
comment on column report.evidence.file is 'Path or address that the current text was read from';
comment on column report.evidence.start is 'First character of the evidence in the article''s text, from 0';
comment on column report.evidence.stop is 'One past the last character of the evidence';
comment on column report.evidence.quote is 'The words themselves';
comment on column report.evidence.sentence is 'The sentence around them; null: they begin in none';
comment on column report.evidence.rule is 'Rule that read it; null: offices have none';
comment on column report.evidence.rules_version is 'Rules and lexicons that read the article';
