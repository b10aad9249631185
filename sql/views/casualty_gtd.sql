-- One row per event and kind of casualty: GTD's ladder, most recent source, then majority, then lowest.
-- depends: report.casualty_toll
create view report.casualty_gtd as
with given as (
    select
        toll.event_id,
        toll.kind,
        toll.source,
        toll.gtd_count as figure,
        toll.published_from,
        toll.published_to,
        toll.is_by_perpetrator and not bool_and(toll.is_by_perpetrator) over same_event as is_doubtful
    from report.casualty_toll as toll
    where
        toll.gtd_count is not null
        and not toll.is_none_reported
    window same_event as (partition by toll.event_id, toll.kind)
),

-- A perpetrator's own count is left out where somebody else gives one.
credible as (
    select
        given.event_id,
        given.kind,
        given.source,
        given.figure,
        given.published_to,
        max(given.published_from) over (partition by given.event_id, given.kind) as newest_from
    from given
    where not given.is_doubtful
),

-- Most recent are those after which none was certainly published; without any known day, all are.
recent as (
    select
        credible.event_id,
        credible.kind,
        credible.source,
        credible.figure
    from credible
    where
        credible.newest_from is null
        or credible.published_to >= credible.newest_from
),

support as (
    select
        recent.event_id,
        recent.kind,
        recent.figure,
        count(distinct recent.source) as sources
    from recent
    group by
        recent.event_id,
        recent.kind,
        recent.figure
),

weighed as (
    select
        support.event_id,
        support.kind,
        support.figure,
        support.sources * 2 > sum(support.sources) over (partition by support.event_id, support.kind) as is_majority
    from support
),

chosen as (
    select distinct on (weighed.event_id, weighed.kind)
        weighed.event_id,
        weighed.kind,
        weighed.figure
    from weighed
    order by
        weighed.event_id,
        weighed.kind,
        weighed.is_majority desc,
        weighed.figure asc
)

select
    chosen.event_id,
    chosen.kind,
    chosen.figure
from chosen;

comment on view report.casualty_gtd is
'GTD''s rule (codebook 2017, pages 48 and 49): the most recent source unless doubtful or the perpetrator''s; several equally recent: the majority; none: the lowest. Vague words give no figure.';
comment on column report.casualty_gtd.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_gtd.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_gtd.figure is 'Number of people by the ladder; attackers are counted in';
