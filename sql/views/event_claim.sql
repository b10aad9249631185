-- One row per event as one current article tells it: the claim that timeline, disagreement and plans are made of.
-- depends: report.article_source, report.day_span
create view report.event_claim as
select
    told.event_report_id,
    told.event_id,
    told.article_id,
    told.version::integer as version,
    told.ordinal::integer as ordinal,
    told.type_code as event_type,
    told.status_code as status,
    told.is_core,
    told.starts_from,
    told.starts_to,
    told.ends_to,
    report.day_span(told.starts_from, told.starts_to, told.starts_from_yearless, told.starts_to_yearless) as starts,
    report.day_span(told.ends_to, told.ends_to, told.ends_to_yearless, told.ends_to_yearless) as ends,
    told.date_precision_code::integer as date_precision,
    told.place_id,
    coalesce(place.name, told.place_name) as place,
    told.place_precision_code::integer as place_precision,
    coalesce(told.country_code, place.country_code) as country_code,
    article_source.source,
    source_file.location as file,
    lower(article.published) as published_from,
    upper(article.published) - 1 as published_to,
    report.day_span(
        lower(article.published),
        upper(article.published) - 1,
        article.published_first_yearless,
        article.published_last_yearless
    ) as published,
    substr(article.text, told.start + 1, told.stop - told.start) as evidence,
    told.rule
from eventdb.event_report as told
inner join eventdb.article
    on
        told.article_id = article.article_id
        and told.version = article.version
        and told.text_length = article.text_length
        and article.is_current
inner join report.article_source on told.article_id = article_source.article_id
inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
left join eventdb.place on told.place_id = place.place_id
where not told.is_retracted;

comment on view report.event_claim is
'One row per event as one current article tells it, with the event that it was linked to.';
comment on column report.event_claim.event_report_id is
'Hash of article, kind of event and evidence: survives a new extraction';
comment on column report.event_claim.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.event_claim.article_id is 'Article; the same over all versions of its text';
comment on column report.event_claim.version is 'Version of the article''s text, from 1';
comment on column report.event_claim.ordinal is 'Running number in the article, from 0';
comment on column report.event_claim.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.event_claim.status is
'State as the article tells it: planned, ongoing, occurred, stalled, cancelled or rejected';
comment on column report.event_claim.is_core is 'News or direct subject of the article, not background';
comment on column report.event_claim.starts_from is
'First day on which it may have started; null: open, or known without a year';
comment on column report.event_claim.starts_to is
'Last day on which it may have started; null: open, or known without a year';
comment on column report.event_claim.ends_to is 'Last day of it; null: not known, going on, or known without a year';
comment on column report.event_claim.starts is
'Days of its start as text: one day, first/last, .. for an open end, or --09-04 where no year is known';
comment on column report.event_claim.ends is 'Last day as text, --09-04 where no year is known';
comment on column report.event_claim.date_precision is
'UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year; null: no day given';
comment on column report.event_claim.place_id is 'Gazetteer entry, if known';
comment on column report.event_claim.place is 'Most exact place that is named';
comment on column report.event_claim.place_precision is
'UCDP where_prec: 1 exact, 2 near, 3 district, 4 province, 5 fuzzy, 6 country, 7 international; null: no place given';
comment on column report.event_claim.country_code is 'Country of the place, ISO 3166-1 alpha-2';
comment on column report.event_claim.source is 'Independent source behind the article, see report.article_source';
comment on column report.event_claim.file is 'Path or address that the current text was read from';
comment on column report.event_claim.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.event_claim.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.event_claim.published is
'Day of publication as text: one day, first/last, or --09-04 where the text has no year';
comment on column report.event_claim.evidence is 'Words of the article that it rests on';
comment on column report.event_claim.rule is 'Rule that read it from the text';
