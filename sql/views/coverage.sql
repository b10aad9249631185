-- One row per event: which articles and which records of data sets tell of it, and how many dead each counts.
-- depends: report.casualty_toll
create view report.coverage as
with told as (
    select
        claim.event_id,
        claim.article_id,
        coalesce(article.dataset_code, 'news') as source,
        split_part(source_file.location, ':', 2) as record
    from eventdb.event_report as claim
    inner join eventdb.article
        on
            claim.article_id = article.article_id
            and claim.version = article.version
            and claim.text_length = article.text_length
            and article.is_current
    inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
    where
        claim.event_id is not null
        and not claim.is_retracted
),

found as (
    select
        told.event_id,
        count(distinct told.source) as sources,
        string_agg(distinct told.source, ', ' order by told.source) as told_by,
        count(distinct told.article_id) filter (where told.source = 'news') as articles,
        string_agg(distinct told.record, ', ' order by told.record) filter (where told.source = 'ucdp-ged') as ucdp_ged,
        string_agg(distinct told.record, ', ' order by told.record) filter (where told.source = 'acled') as acled,
        string_agg(distinct told.record, ', ' order by told.record) filter (where told.source = 'gtd') as gtd,
        string_agg(distinct told.record, ', ' order by told.record) filter (where told.source = 'polecat') as polecat
    from told
    group by told.event_id
),

dead as (
    select
        toll.event_id,
        min(toll.low) filter (where article.dataset_code is null) as news_low,
        max(coalesce(toll.high, toll.best, toll.low)) filter (where article.dataset_code is null) as news_high,
        min(toll.low) filter (where article.dataset_code = 'ucdp-ged') as ucdp_ged_low,
        min(toll.best) filter (where article.dataset_code = 'ucdp-ged') as ucdp_ged_best,
        max(toll.high) filter (where article.dataset_code = 'ucdp-ged') as ucdp_ged_high,
        min(toll.best) filter (where article.dataset_code = 'acled') as acled,
        min(toll.best) filter (where article.dataset_code = 'gtd') as gtd
    from report.casualty_toll as toll
    inner join eventdb.article
        on
            toll.article_id = article.article_id
            and article.is_current
    where
        toll.kind = 'killed'
        and not toll.is_none_reported
    group by toll.event_id
)

select
    event.event_id,
    event.label as event,
    event.type_code as event_type,
    event.starts_from,
    event.starts_to,
    coalesce(place.name, event.place_name) as place,
    coalesce(event.country_code, place.country_code) as country_code,
    found.told_by,
    found.sources,
    found.articles,
    found.ucdp_ged,
    found.acled,
    found.gtd,
    found.polecat,
    dead.news_low as news_killed_low,
    dead.news_high as news_killed_high,
    dead.ucdp_ged_low as ucdp_ged_killed_low,
    dead.ucdp_ged_best as ucdp_ged_killed_best,
    dead.ucdp_ged_high as ucdp_ged_killed_high,
    dead.acled as acled_killed,
    dead.gtd as gtd_killed
from eventdb.event
inner join found on event.event_id = found.event_id
left join dead on event.event_id = dead.event_id
left join eventdb.place on event.place_id = place.place_id
where event.merged_into_id is null;

comment on view report.coverage is
'One row per event: which articles and which coded records of data sets tell of it, and how many dead each of them counts. Articles and records are joined as reports of articles are; two records of one data set are two events.';
comment on column report.coverage.event_id is 'Event';
comment on column report.coverage.event is 'Short words for the event';
comment on column report.coverage.event_type is
'Kind of event, a code of eventdb.event_type such as assault.bombing';
comment on column report.coverage.starts_from is
'First day on which it may have started; null: open, or known without a year';
comment on column report.coverage.starts_to is
'Last day on which it may have started; null: open, or known without a year';
comment on column report.coverage.place is 'Most exact place that is named';
comment on column report.coverage.country_code is 'Country of the place, ISO 3166-1 alpha-2';
comment on column report.coverage.told_by is
'Who has it, by name, separated by commas: news, acled, gtd, polecat, ucdp-ged';
comment on column report.coverage.sources is 'How many of these have it; 1: it is in one only';
comment on column report.coverage.articles is 'News articles that tell of it';
comment on column report.coverage.ucdp_ged is 'Its ids in UCDP GED; null: GED does not have it, as far as it was imported';
comment on column report.coverage.acled is 'Its ids in ACLED (event_id_cnty); null: none';
comment on column report.coverage.gtd is 'Its ids in GTD (eventid); null: none';
comment on column report.coverage.polecat is 'Its ids in POLECAT (Event ID); null: none';
comment on column report.coverage.news_killed_low is 'Lowest number of dead by any article; null: none counts them';
comment on column report.coverage.news_killed_high is 'Highest number of dead by any article; null: none counts them';
comment on column report.coverage.ucdp_ged_killed_low is 'Low estimate of UCDP GED';
comment on column report.coverage.ucdp_ged_killed_best is 'Best estimate of UCDP GED';
comment on column report.coverage.ucdp_ged_killed_high is 'High estimate of UCDP GED';
comment on column report.coverage.acled_killed is 'Fatalities of ACLED';
comment on column report.coverage.gtd_killed is 'Dead of GTD (nkill), attackers too';
