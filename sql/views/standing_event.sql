-- One row per event that was merged into another: the event that stands for it now, at the end of all redirects.
create view report.standing_event as
with recursive redirect as (
    select
        merged.event_id,
        merged.merged_into_id as standing_id
    from eventdb.event as merged
    where merged.merged_into_id is not null
),

chain as (
    select
        redirect.event_id,
        redirect.standing_id
    from redirect
    where not exists (
        select 1
        from redirect as further
        where further.event_id = redirect.standing_id
    )
    union all
    select
        redirect.event_id,
        chain.standing_id
    from chain
    inner join redirect on chain.event_id = redirect.standing_id
)

select
    chain.event_id,
    chain.standing_id
from chain;

comment on view report.standing_event is
'One row per event that was merged away: its id stays valid and leads to the event that stands. Linking points all reports to standing events.';
comment on column report.standing_event.event_id is 'Event that was merged away';
comment on column report.standing_event.standing_id is 'Event that stands for it now';
