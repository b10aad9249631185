-- One row per event and kind of casualty: UCDP's rule, lowest, most reliable and highest reliable figure.
-- depends: report.casualty_toll
create view report.casualty_ucdp as
with estimate as (
    select
        toll.event_id,
        toll.kind,
        toll.source,
        coalesce(toll.low, toll.best) as low,
        coalesce(toll.best, toll.low) as best,
        coalesce(toll.high, toll.best, toll.low) as high,
        toll.is_by_perpetrator and not bool_and(toll.is_by_perpetrator) over same_event as is_doubtful
    from report.casualty_toll as toll
    where not toll.is_none_reported
    window same_event as (partition by toll.event_id, toll.kind)
),

support as (
    select
        estimate.event_id,
        estimate.kind,
        estimate.best,
        min(estimate.low) as low,
        max(estimate.high) filter (where not estimate.is_doubtful) as high,
        count(distinct estimate.source) filter (where not estimate.is_doubtful) as sources
    from estimate
    group by
        estimate.event_id,
        estimate.kind,
        estimate.best
)

-- Reliable is what most independent sources give; where that does not decide, UCDP takes the lower figure.
select
    support.event_id,
    support.kind,
    min(support.low) as low,
    (
        array_agg(support.best order by support.sources desc, support.best asc)
        filter (where support.sources > 0 and support.best is not null)
    )[1] as best,
    max(support.high) as high
from support
group by
    support.event_id,
    support.kind;

comment on view report.casualty_ucdp is
'UCDP GED''s estimates (codebook 23.1, pages 5 and 11): low is the lowest figure of any source, best the most reliable one, high the highest reliable one.';
comment on column report.casualty_ucdp.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_ucdp.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_ucdp.low is 'Lowest number of people; null: open';
comment on column report.casualty_ucdp.best is 'Number of people to count with; null: none can be given';
comment on column report.casualty_ucdp.high is 'Highest number of people; null: open';
