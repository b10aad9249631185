-- No event may stand without a report in an article, unless it was merged into another.
-- severity: failure
select
    event.event_id,
    event.label
from eventdb.event
where
    event.merged_into_id is null
    and not exists (
        select 1
        from eventdb.event_report as told
        where told.event_id = event.event_id
    );
