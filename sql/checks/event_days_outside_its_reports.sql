-- No event may start on days that none of its reports allows, unless a human set them.
-- severity: failure
select
    event.event_id,
    event.label,
    event.starts_from,
    event.starts_to
from eventdb.event
inner join report.event_claim as claim on event.event_id = claim.event_id
where
    event.merged_into_id is null
    and not exists (
        select 1
        from eventdb.correction
        where
            correction.fact_kind_code = 'event'
            and correction.fact_id = event.event_id
            and correction.field_name like 'starts%'
            and correction.state_code = 'active'
    )
group by event.event_id
having
    event.starts_from < min(claim.starts_from)
    or event.starts_to > max(claim.starts_to);
