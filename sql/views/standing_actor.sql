-- One row per actor that was merged into another: the actor that stands for it now, at the end of all redirects.
create view report.standing_actor as
with recursive redirect as (
    select
        merged.actor_id,
        merged.merged_into_id as standing_id
    from eventdb.actor as merged
    where merged.merged_into_id is not null
),

chain as (
    select
        redirect.actor_id,
        redirect.standing_id
    from redirect
    where not exists (
        select 1
        from redirect as further
        where further.actor_id = redirect.standing_id
    )
    union all
    select
        redirect.actor_id,
        chain.standing_id
    from chain
    inner join redirect on chain.actor_id = redirect.standing_id
)

select
    chain.actor_id,
    chain.standing_id
from chain;

comment on view report.standing_actor is
'One row per actor that was merged away: its id stays valid and leads to the actor that stands.';
comment on column report.standing_actor.actor_id is 'Actor that was merged away';
comment on column report.standing_actor.standing_id is 'Actor that stands for it now';
