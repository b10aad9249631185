-- One row per event and two actors with a part in it: whether it was cooperation, and whether they stood against each other.
-- depends: report.participation
create view report.actor_meeting as
with party as (
    select distinct
        told.event_id,
        told.actor_id,
        told.actor,
        event_type.quad_class,
        told.role = 'perpetrator' or (told.role = 'speaker' and event_type.quad_class in (3, 4)) as is_perpetrator,
        told.role = 'target' as is_target,
        told.role = 'participant' and event_type.quad_class in (3, 4) as is_fighting
    from report.participation as told
    inner join eventdb.event_type on told.event_type = event_type.code
    where
        told.event_id is not null
        and told.position not in ('declined', 'excluded', 'denied')
)

select
    first_party.event_id,
    first_party.actor_id as actor_a_id,
    first_party.actor as actor_a,
    second_party.actor_id as actor_b_id,
    second_party.actor as actor_b,
    coalesce(first_party.quad_class in (1, 2) and not bool_or(opposed.is_so), false) as is_cooperative,
    coalesce(bool_or(opposed.is_so), false) as is_hostile
from party as first_party
inner join party as second_party
    on
        first_party.event_id = second_party.event_id
        and (first_party.actor, coalesce(first_party.actor_id, 0))
        < (second_party.actor, coalesce(second_party.actor_id, 0))
cross join lateral (
    select
        (first_party.is_perpetrator and second_party.is_target)
        or (first_party.is_target and second_party.is_perpetrator)
        or (first_party.is_fighting and second_party.is_fighting) as is_so
) as opposed
group by
    first_party.event_id,
    first_party.quad_class,
    first_party.actor_id,
    first_party.actor,
    second_party.actor_id,
    second_party.actor;

comment on view report.actor_meeting is
'One row per event and two actors with a part in it; actor_a comes first in the alphabet. An actor that declined, was excluded or denied has no part.';
comment on column report.actor_meeting.event_id is 'Event';
comment on column report.actor_meeting.actor_a_id is 'First actor; null: known by name only';
comment on column report.actor_meeting.actor_a is 'Name of the first actor';
comment on column report.actor_meeting.actor_b_id is 'Second actor; null: known by name only';
comment on column report.actor_meeting.actor_b is 'Name of the second actor';
comment on column report.actor_meeting.is_cooperative is
'An event of cooperation (CAMEO quad class 1 or 2) in which they are not opposed';
comment on column report.actor_meeting.is_hostile is
'One is perpetrator and the other target, or both fight, or one acts against the other in words (quad class 3 or 4)';
