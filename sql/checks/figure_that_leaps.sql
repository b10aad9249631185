-- No two reports of an event may differ a hundredfold in a figure of one kind: a number was misread, or two events are one.
-- severity: warning
with counted as (
    select
        told.event_id,
        figure.kind_code as kind,
        figure.article_id,
        max(coalesce(figure.best, figure.low, figure.high)) as persons
    from eventdb.casualty_figure as figure
    inner join eventdb.event_report as told
        on
            figure.article_id = told.article_id
            and figure.version = told.version
            and figure.report_ordinal = told.ordinal
    inner join eventdb.article
        on
            told.article_id = article.article_id
            and told.version = article.version
            and article.is_current
    where
        told.event_id is not null
        and not told.is_retracted
        and not figure.is_retracted
    group by
        told.event_id,
        figure.kind_code,
        figure.article_id
)

select
    counted.event_id,
    counted.kind,
    min(counted.persons) as least,
    max(counted.persons) as most,
    count(*) as articles
from counted
where counted.persons > 0
group by
    counted.event_id,
    counted.kind
having max(counted.persons) >= 100 * min(counted.persons)
order by most desc;
