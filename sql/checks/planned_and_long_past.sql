-- No event of the last two years may still be planned half a year after its last day: its end was not read or reported.
-- severity: warning
with newest as (
    select max(upper(article.published) - 1) as day
    from eventdb.article
    where article.is_current and article.published_basis_code <> 'corpus'
)

select
    event.event_id,
    event.label,
    event.starts_to,
    newest.day as newest_article
from eventdb.event
cross join newest
where
    event.status_code = 'planned'
    and event.merged_into_id is null
    and event.starts_to between newest.day - 730 and newest.day - 181
order by event.starts_to desc;
