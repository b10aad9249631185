-- No event that was merged into another may keep reports of its own.
select
    event.event_id,
    event.merged_into_id,
    count(*) as reports
from eventdb.event
inner join eventdb.event_report as told on event.event_id = told.event_id
where event.merged_into_id is not null
group by
    event.event_id,
    event.merged_into_id;
