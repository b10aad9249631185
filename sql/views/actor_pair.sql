-- One row per two actors that articles name in the same events: how many events, how many of cooperation and of conflict.
-- depends: report.participation
create view report.actor_pair as
with party as (
    select distinct
        told.event_id,
        told.actor_id,
        told.actor,
        told.role = 'perpetrator' or (told.role = 'speaker' and event_type.quad_class in (3, 4)) as is_perpetrator,
        told.role = 'target' as is_target,
        told.role = 'participant' and event_type.quad_class in (3, 4) as is_fighting
    from report.participation as told
    inner join eventdb.event_type on told.event_type = event_type.code
    where
        told.event_id is not null
        and told.position not in ('declined', 'excluded', 'denied')
),

pair as (
    select
        first_party.event_id,
        first_party.actor_id as actor_a_id,
        first_party.actor as actor_a,
        second_party.actor_id as actor_b_id,
        second_party.actor as actor_b,
        bool_or(
            (first_party.is_perpetrator and second_party.is_target)
            or (first_party.is_target and second_party.is_perpetrator)
            or (first_party.is_fighting and second_party.is_fighting)
        ) as is_opposed
    from party as first_party
    inner join party as second_party
        on
            first_party.event_id = second_party.event_id
            and (first_party.actor, coalesce(first_party.actor_id, 0))
            < (second_party.actor, coalesce(second_party.actor_id, 0))
    group by
        first_party.event_id,
        first_party.actor_id,
        first_party.actor,
        second_party.actor_id,
        second_party.actor
)

select
    pair.actor_a_id,
    pair.actor_a,
    pair.actor_b_id,
    pair.actor_b,
    count(*) as events,
    count(*) filter (where event_type.quad_class in (1, 2) and not pair.is_opposed) as cooperative,
    count(*) filter (where pair.is_opposed) as hostile,
    min(event.starts_from) as first_starts_from,
    max(event.starts_from) as last_starts_from
from pair
inner join eventdb.event on pair.event_id = event.event_id
inner join eventdb.event_type on event.type_code = event_type.code
group by
    pair.actor_a_id,
    pair.actor_a,
    pair.actor_b_id,
    pair.actor_b;

comment on view report.actor_pair is
'One row per two actors with a part in the same events; actor_a comes first in the alphabet. An actor that declined, was excluded or denied has no part.';
comment on column report.actor_pair.actor_a_id is 'First actor; null: known by name only';
comment on column report.actor_pair.actor_a is 'Name of the first actor';
comment on column report.actor_pair.actor_b_id is 'Second actor; null: known by name only';
comment on column report.actor_pair.actor_b is 'Name of the second actor';
comment on column report.actor_pair.events is 'Events in which both have a part';
comment on column report.actor_pair.cooperative is
'Of these, events of cooperation (CAMEO quad class 1 or 2) in which they are not opposed';
comment on column report.actor_pair.hostile is
'Of these, events in which one is perpetrator and the other target, or both fight, or one acts against the other in words (quad class 3 or 4)';
comment on column report.actor_pair.first_starts_from is 'Earliest known start of these events';
comment on column report.actor_pair.last_starts_from is 'Latest known start of these events';
