-- No chain of merges may lead back to where it began, since nothing would stand for its members.
-- severity: failure
select
    'event' as kind,
    event.event_id as merged_id
from eventdb.event
left join report.standing_event on event.event_id = standing_event.event_id
where
    event.merged_into_id is not null
    and standing_event.event_id is null
union all
select
    'actor' as kind,
    actor.actor_id as merged_id
from eventdb.actor
left join report.standing_actor on actor.actor_id = standing_actor.actor_id
where
    actor.merged_into_id is not null
    and standing_actor.actor_id is null;
