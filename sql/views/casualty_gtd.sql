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

electorate as (
    select
        recent.event_id,
        recent.kind,
        count(distinct recent.source) as sources
    from recent
    group by
        recent.event_id,
        recent.kind
),

chosen as (
    select distinct on (support.event_id, support.kind)
        support.event_id,
        support.kind,
        support.figure
    from support
    inner join electorate using (event_id, kind)
    order by
        support.event_id,
        support.kind,
        support.sources * 2 > electorate.sources desc,
        support.figure asc
)

select
    chosen.event_id,
    chosen.kind,
    chosen.figure
from chosen;

comment on view report.casualty_gtd is
'GTD''s rule (codebook 2017, pages 48 and 49): the most recent source unless doubtful or the perpetrator''s; several equally recent: the majority; none: the lowest. Vague words give no figure.';
comment on column report.casualty_gtd.event_id is 'Event that stands for it after all merges; null: not linked yet';
comment on column report.casualty_gtd.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_gtd.figure is 'Number of people by the ladder; attackers are counted in';
