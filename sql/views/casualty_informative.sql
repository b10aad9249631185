-- One row per event and kind of casualty: MAVERICK's informative rule, the largest figure of each field.
-- depends: report.casualty_toll
create view report.casualty_informative as
with largest as (
    select
        toll.event_id,
        toll.kind,
        max(toll.low) as low,
        max(toll.best) as best,
        max(toll.high) as high
    from report.casualty_toll as toll
    where not toll.is_none_reported
    group by
        toll.event_id,
        toll.kind
)

-- "At least 30" beside "12" has no upper bound: 12 is none, so high stays open.
select
    largest.event_id,
    largest.kind,
    largest.low,
    case when largest.best is not null then greatest(largest.best, largest.low) end as best,
    case when largest.high >= greatest(largest.low, largest.best) then largest.high end as high
from largest;

comment on view report.casualty_informative is
'MAVERICK''s informative aggregation (Uppsala, package eventreport): in each field the largest figure of all reports.';
comment on column report.casualty_informative.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_informative.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_informative.low is 'Lowest number of people; null: open';
comment on column report.casualty_informative.best is 'Number of people to count with; null: none can be given';
comment on column report.casualty_informative.high is 'Highest number of people; null: open';
