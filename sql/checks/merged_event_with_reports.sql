-- No event that was merged into another may keep reports of current articles: linking points them to the event that stands.
-- severity: failure
select
    event.event_id,
    event.merged_into_id,
    count(*) as reports
from eventdb.event
inner join eventdb.event_report as told on event.event_id = told.event_id
inner join eventdb.article
    on
        told.article_id = article.article_id
        and told.version = article.version
        and article.is_current
where event.merged_into_id is not null
group by
    event.event_id,
    event.merged_into_id;
