-- One row per event and kind of casualty: MAVERICK's conservative rule, the smallest figure of each field.
-- depends: report.casualty_toll
create view report.casualty_conservative as
with smallest as (
    select
        toll.event_id,
        toll.kind,
        min(toll.low) as low,
        min(toll.best) as best,
        min(toll.high) as high
    from report.casualty_toll as toll
    where not toll.is_none_reported
    group by
        toll.event_id,
        toll.kind
)

-- "Up to 20" beside "30" would leave low 30 over high 20: what is above a smaller field comes down to it.
select
    smallest.event_id,
    smallest.kind,
    case when smallest.low is not null then least(smallest.low, smallest.best, smallest.high) end as low,
    case when smallest.best is not null then least(smallest.best, smallest.high) end as best,
    smallest.high
from smallest;

comment on view report.casualty_conservative is
'MAVERICK''s conservative aggregation (Uppsala, package eventreport): in each field the smallest figure of all reports.';
comment on column report.casualty_conservative.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_conservative.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_conservative.low is 'Lowest number of people; null: open';
comment on column report.casualty_conservative.best is 'Number of people to count with; null: none can be given';
comment on column report.casualty_conservative.high is 'Highest number of people; null: open';
