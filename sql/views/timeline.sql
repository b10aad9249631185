-- One row per event: what, where and when, by how many articles and independent sources. Merged events and mere acts
-- between two actors (say.*) are not shown.
-- depends: report.day_span, report.event_claim
create view report.timeline as
with coverage as (
    select
        claim.event_id,
        count(distinct claim.article_id) as articles,
        count(distinct claim.source) as independent_sources,
        bool_or(claim.is_core) as is_core,
        min(claim.published_from) as first_published,
        max(claim.published_to) as last_published
    from report.event_claim as claim
    group by claim.event_id
)

select
    event.event_id,
    event.type_code as event_type,
    event.label,
    event.status_code as status,
    event.starts_from,
    event.starts_to,
    event.ends_to,
    report.day_span(event.starts_from, event.starts_to, event.starts_from_yearless, event.starts_to_yearless) as starts,
    report.day_span(event.ends_to, event.ends_to, event.ends_to_yearless, event.ends_to_yearless) as ends,
    event.date_precision_code::integer as date_precision,
    coalesce(place.name, event.place_name) as place,
    event.place_precision_code::integer as place_precision,
    coalesce(event.country_code, place.country_code) as country_code,
    place.subdivision_code,
    place.latitude,
    place.longitude,
    coverage.is_core,
    coverage.articles,
    coverage.independent_sources,
    coverage.first_published,
    coverage.last_published,
    event_type.plover_type,
    event_type.plover_mode,
    event_type.cameo_root,
    event_type.quad_class::integer as quad_class
from eventdb.event
inner join eventdb.event_type on event.type_code = event_type.code
inner join coverage on event.event_id = coverage.event_id
left join eventdb.place on event.place_id = place.place_id
where
    event.merged_into_id is null
    and split_part(event.type_code, '.', 1) <> 'say';

comment on view report.timeline is
'One row per event that at least one current article tells of. Merged events are not shown: their ids lead on in report.standing_event. Nor are acts between two actors (say.*): report.participation lists them, report.actor_pair counts them.';
comment on column report.timeline.event_id is 'Event';
comment on column report.timeline.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.timeline.label is 'Short words for the event';
comment on column report.timeline.status is
'State by its latest report: planned, ongoing, occurred, stalled, cancelled or rejected';
comment on column report.timeline.starts_from is
'First day on which it may have started; null: open, or known without a year';
comment on column report.timeline.starts_to is
'Last day on which it may have started; null: open, or known without a year';
comment on column report.timeline.ends_to is 'Last day of it; null: not known, going on, or known without a year';
comment on column report.timeline.starts is
'Days of its start as text: one day, first/last, .. for an open end, or --09-04 where no year is known';
comment on column report.timeline.ends is 'Last day as text, --09-04 where no year is known';
comment on column report.timeline.date_precision is
'UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year; null: no day given';
comment on column report.timeline.place is 'Most exact place that is named';
comment on column report.timeline.place_precision is
'UCDP where_prec: 1 exact, 2 near, 3 district, 4 province, 5 fuzzy, 6 country, 7 international; null: no place given';
comment on column report.timeline.country_code is 'Country of the place, ISO 3166-1 alpha-2';
comment on column report.timeline.subdivision_code is 'Province of the place, ISO 3166-2';
comment on column report.timeline.latitude is 'Degrees north, WGS 84, of the named place';
comment on column report.timeline.longitude is 'Degrees east, WGS 84, of the named place';
comment on column report.timeline.is_core is 'News of at least one article; false: only background';
comment on column report.timeline.articles is 'Current articles that tell of it';
comment on column report.timeline.independent_sources is
'Independent sources behind these articles; copies of one wire report are one';
comment on column report.timeline.first_published is 'First day on which one of them may have been published';
comment on column report.timeline.last_published is 'Last day on which one of them may have been published';
comment on column report.timeline.plover_type is 'PLOVER 0.8 type; null: PLOVER has none';
comment on column report.timeline.plover_mode is 'PLOVER 0.8 mode';
comment on column report.timeline.cameo_root is 'CAMEO root code, 01 to 20';
comment on column report.timeline.quad_class is
'1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
