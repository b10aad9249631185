-- No report of a current article may be left without an event once a run has ended, unless a person retracted it.
-- severity: failure
select
    told.article_id,
    told.event_report_id
from eventdb.event_report as told
inner join eventdb.article
    on
        told.article_id = article.article_id
        and told.version = article.version
        and article.is_current
where
    told.event_id is null
    and not told.is_retracted;
