-- One row per two actors that articles name in the same events: how many events, how many of cooperation and of conflict.
-- depends: report.actor_meeting
create view report.actor_pair as
select
    meeting.actor_a_id,
    meeting.actor_a,
    meeting.actor_b_id,
    meeting.actor_b,
    count(*) as events,
    count(*) filter (where meeting.is_cooperative) as cooperative,
    count(*) filter (where meeting.is_hostile) as hostile,
    min(event.starts_from) as first_starts_from,
    max(event.starts_from) as last_starts_from
from report.actor_meeting as meeting
inner join eventdb.event on meeting.event_id = event.event_id
group by
    meeting.actor_a_id,
    meeting.actor_a,
    meeting.actor_b_id,
    meeting.actor_b;

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
