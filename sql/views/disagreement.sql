-- One row per event and field on which its articles contradict each other: the values, and how many reports share the commonest.
-- depends: report.attendance, report.casualty_toll, report.event_claim, report.participation, report.timeline
create view report.disagreement as
with recursive containing_place as (
    select
        place.place_id,
        place.place_id as held_by_id
    from eventdb.place
    union
    select
        containing_place.place_id,
        holder.parent_id as held_by_id
    from containing_place
    inner join eventdb.place as holder on containing_place.held_by_id = holder.place_id
    where holder.parent_id is not null
),

-- Windows that share a day, and days without a year, contradict nobody.
date_apart as (
    select claim.event_id
    from report.event_claim as claim
    where claim.event_id is not null
    group by claim.event_id
    having max(claim.starts_from) > min(claim.starts_to)
),

-- A town and the country that holds it contradict nobody; two towns do.
place_apart as (
    select distinct first_claim.event_id
    from report.event_claim as first_claim
    inner join report.event_claim as second_claim
        on
            first_claim.event_id = second_claim.event_id
            and first_claim.place <> second_claim.place
    where not exists (
        select 1
        from containing_place
        where
            (containing_place.place_id, containing_place.held_by_id) = (first_claim.place_id, second_claim.place_id)
            or (containing_place.place_id, containing_place.held_by_id) = (second_claim.place_id, first_claim.place_id)
    )
),

casualty_apart as (
    select
        toll.event_id,
        toll.kind
    from report.casualty_toll as toll
    where not toll.is_none_reported
    group by
        toll.event_id,
        toll.kind
    having count(distinct toll.best) > 1 or max(toll.low) > min(toll.high)
),

-- Years that other articles give the events of an article that has none; two of them leave its day of publication open.
year_told as (
    select distinct
        undated.article_id,
        undated.event_id,
        undated.file,
        extract(year from other.starts_to)::integer as year,
        other.article_id as teller_id
    from report.event_claim as undated
    inner join report.event_claim as other
        on
            undated.event_id = other.event_id
            and undated.article_id <> other.article_id
    where
        undated.published is not null
        and undated.published_to is null
        and other.published_to is not null
        and other.starts_to is not null
),

year_apart as (
    select year_told.article_id
    from year_told
    group by year_told.article_id
    having count(distinct year_told.year) > 1
),

stated as (
    select
        own.event_id,
        'published.' || own.file as field,
        year_told.year::text as value,
        year_told.teller_id as article_id
    from year_apart
    inner join year_told as own on year_apart.article_id = own.article_id
    inner join year_told on year_apart.article_id = year_told.article_id
    union all
    select
        claim.event_id,
        'date' as field,
        claim.starts as value,
        claim.article_id
    from report.event_claim as claim
    inner join date_apart on claim.event_id = date_apart.event_id
    union all
    select
        claim.event_id,
        'place' as field,
        claim.place as value,
        claim.article_id
    from report.event_claim as claim
    inner join place_apart on claim.event_id = place_apart.event_id
    union all
    select
        claim.event_id,
        'type' as field,
        claim.event_type as value,
        claim.article_id
    from report.event_claim as claim
    where
        claim.event_id is not null
        and claim.event_type not like '%other'
    union all
    select
        toll.event_id,
        'casualties.' || toll.kind as field,
        case
            when toll.best is null or toll.low <> toll.high then concat(toll.low, '..', toll.high)
            else toll.best::text
        end as value,
        toll.article_id
    from report.casualty_toll as toll
    inner join casualty_apart on toll.event_id = casualty_apart.event_id and toll.kind = casualty_apart.kind
    where not toll.is_none_reported
    union all
    select
        told.event_id,
        'position.' || told.actor as field,
        told.position as value,
        told.article_id
    from report.participation as told
    inner join report.attendance
        on
            told.event_id = attendance.event_id
            and told.actor = attendance.actor
            and told.actor_id is not distinct from attendance.actor_id
    where
        attendance.is_disputed
        and told.role not in ('perpetrator', 'target')
),

tally as (
    select
        stated.event_id,
        stated.field,
        stated.value,
        count(distinct stated.article_id) as reports
    from stated
    where stated.value is not null
    group by
        stated.event_id,
        stated.field,
        stated.value
)

select
    tally.event_id,
    timeline.label as event,
    timeline.event_type,
    tally.field,
    string_agg(tally.value || ' (' || tally.reports || ')', '; ' order by tally.reports desc, tally.value asc)
        as values,
    count(*) as distinct_values,
    sum(tally.reports)::bigint as reports,
    max(tally.reports) / sum(tally.reports)::double precision as share_at_mode
from tally
inner join report.timeline on tally.event_id = timeline.event_id
group by
    tally.event_id,
    timeline.label,
    timeline.event_type,
    tally.field
having count(*) > 1;

comment on view report.disagreement is
'One row per event and field whose reported values contradict each other. Values that can all be true (a week and a day in it, a town and its country, invited and then attended) are no disagreement.';
comment on column report.disagreement.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.disagreement.event is 'Short words for the event';
comment on column report.disagreement.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.disagreement.field is
'date, place, type, casualties.<kind>, position.<actor>, or published.<file>: an article without a year whose events others date to different years';
comment on column report.disagreement.values is
'Values with the number of articles that give each, commonest first, separated by semicolons';
comment on column report.disagreement.distinct_values is
'How many different values; MAVERICK''s divergence is one less';
comment on column report.disagreement.reports is 'Articles that give a value, each counted once per value';
comment on column report.disagreement.share_at_mode is
'Share of these at the commonest value, 0 to 1 (MAVERICK''s modal confidence)';
