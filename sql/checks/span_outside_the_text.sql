-- No fact may rest on words outside its article's text, nor on empty words.
-- severity: failure
with fact as (
    select
        'event_report' as fact_kind,
        told.event_report_id as fact_id,
        told.article_id,
        told.version,
        told.start,
        told.stop
    from eventdb.event_report as told
    union all
    select
        'participation' as fact_kind,
        position.participation_id as fact_id,
        position.article_id,
        position.version,
        position.start,
        position.stop
    from eventdb.participation as position
    union all
    select
        'casualty_figure' as fact_kind,
        figure.casualty_figure_id as fact_id,
        figure.article_id,
        figure.version,
        figure.start,
        figure.stop
    from eventdb.casualty_figure as figure
    union all
    select
        'office_held' as fact_kind,
        office.office_held_id as fact_id,
        office.article_id,
        office.version,
        office.start,
        office.stop
    from eventdb.office_held as office
),

current_text as materialized (
    select
        article.article_id,
        article.version,
        char_length(article.text) as characters
    from eventdb.article
    where article.is_current
)

select
    fact.fact_kind,
    fact.fact_id,
    fact.article_id,
    fact.start,
    fact.stop,
    current_text.characters
from fact
inner join current_text
    on
        fact.article_id = current_text.article_id
        and fact.version = current_text.version
where
    fact.start < 0
    or fact.start >= fact.stop
    or fact.stop > current_text.characters;
