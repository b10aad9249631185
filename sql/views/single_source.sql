-- One row per event that only one independent source tells of, with its earliest article.
-- depends: report.article, report.event_claim, report.timeline
create view report.single_source as
with first_telling as (
    select distinct on (claim.event_id)
        claim.event_id,
        claim.article_id
    from report.event_claim as claim
    where claim.event_id is not null
    order by
        claim.event_id,
        claim.published_from asc nulls last,
        claim.article_id asc
)

select
    timeline.event_id,
    timeline.label as event,
    timeline.event_type,
    timeline.starts_from,
    article.article_id,
    article.file,
    article.outlet,
    article.agencies,
    article.published_from,
    article.published_to,
    timeline.articles
from report.timeline
inner join first_telling on timeline.event_id = first_telling.event_id
inner join report.article on first_telling.article_id = article.article_id
where timeline.independent_sources = 1;

comment on view report.single_source is
'One row per event that rests on one independent source only, however many papers printed it.';
comment on column report.single_source.event_id is 'Event';
comment on column report.single_source.event is 'Short words for the event';
comment on column report.single_source.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.single_source.starts_from is 'First day on which the event may have started';
comment on column report.single_source.article_id is 'Earliest of its articles';
comment on column report.single_source.file is 'Path or address that the current text was read from';
comment on column report.single_source.outlet is 'Publisher; null: not known';
comment on column report.single_source.agencies is 'Agencies that this article credits for the text';
comment on column report.single_source.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.single_source.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.single_source.articles is 'Articles that print it';
