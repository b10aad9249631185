-- One row per event, merged ones too: its kind and the short words for it, without anything that must be counted.
create view report.event_name as
select
    event.event_id,
    event.label as event,
    event.type_code as event_type
from eventdb.event;

comment on view report.event_name is
'One row per event, with its kind and the short words for it. Events that were merged away and acts between two actors (say.*) are among them.';
comment on column report.event_name.event_id is 'Event';
comment on column report.event_name.event is 'Short words for the event';
comment on column report.event_name.event_type is 'Kind of event, a code of eventdb.event_type such as consult.conference';
