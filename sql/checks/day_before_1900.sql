-- No article or event of the news may be of a day before 1900: a number was read as a year.
-- severity: warning
select
    'article' as kind,
    article.article_id as fact_id,
    lower(article.published) as day
from eventdb.article
where
    article.is_current
    and article.published && daterange(null, '1900-01-01')
union all
select
    'event' as kind,
    event.event_id as fact_id,
    coalesce(event.starts_from, event.starts_to) as day
from eventdb.event
where
    event.merged_into_id is null
    and coalesce(event.starts_from, event.starts_to) < '1900-01-01';
