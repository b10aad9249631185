-- One row per event and kind of casualty: MAVERICK's representative rule, the figure of each field that most sources give.
-- depends: report.casualty_toll
create view report.casualty_representative as
with field as (
    select
        toll.event_id,
        toll.kind,
        toll.source,
        toll.certainty,
        stated.name,
        stated.figure
    from report.casualty_toll as toll
    cross join lateral (values ('low', toll.low), ('best', toll.best), ('high', toll.high)) as stated (name, figure)
    where not toll.is_none_reported
),

vote as (
    select
        field.event_id,
        field.kind,
        field.name,
        field.figure,
        count(distinct field.source) as sources,
        min(field.certainty) as certainty
    from field
    group by
        field.event_id,
        field.kind,
        field.name,
        field.figure
),

-- Ties go to the more certain wording; MAVERICK's rank of sources by reputation is not kept here.
ranked as (
    select
        vote.event_id,
        vote.kind,
        vote.name,
        vote.figure,
        rank() over (
            partition by vote.event_id, vote.kind, vote.name
            order by vote.sources desc, vote.certainty asc
        ) as place
    from vote
),

mode as (
    select
        ranked.event_id,
        ranked.kind,
        ranked.name,
        min(ranked.figure) as figure,
        count(*) > 1 as is_tied
    from ranked
    where ranked.place = 1
    group by
        ranked.event_id,
        ranked.kind,
        ranked.name
),

toll as (
    select
        mode.event_id,
        mode.kind,
        max(mode.figure) filter (where mode.name = 'low' and not mode.is_tied) as low,
        max(mode.figure) filter (where mode.name = 'best' and not mode.is_tied) as best,
        max(mode.figure) filter (where mode.name = 'high' and not mode.is_tied) as high,
        bool_or(mode.is_tied) as is_indeterminate
    from mode
    group by
        mode.event_id,
        mode.kind
)

-- Each field has its own mode: a bound that contradicts the best figure is left out.
select
    toll.event_id,
    toll.kind,
    case when toll.low <= coalesce(toll.best, toll.high, toll.low) then toll.low end as low,
    toll.best,
    case when toll.high >= coalesce(toll.best, toll.low, toll.high) then toll.high end as high,
    toll.is_indeterminate
from toll;

comment on view report.casualty_representative is
'MAVERICK''s representative aggregation (Uppsala, package eventreport): in each field the mode; a tie goes to the more certain wording, and is indeterminate if that does not decide. One independent source has one vote for a figure.';
comment on column report.casualty_representative.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_representative.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_representative.low is 'Lowest number of people; null: open';
comment on column report.casualty_representative.best is 'Number of people to count with; null: none can be given';
comment on column report.casualty_representative.high is 'Highest number of people; null: open';
comment on column report.casualty_representative.is_indeterminate is
'True: the mode of a field is tied, so that field is null';
