-- No run may read half as many facts an article as the thirty runs before it: pages look otherwise, or a rule broke.
-- severity: failure
with run as (
    select
        ingest_run.ingest_run_id,
        row_number() over (order by ingest_run.started_at desc) as age
    from eventdb.ingest_run
    where
        ingest_run.finished_at is not null
        and ingest_run.files_inserted + ingest_run.files_updated > 0
    order by ingest_run.started_at desc
    limit 31
),

wrote as (
    select
        run.ingest_run_id,
        run.age = 1 as is_latest,
        count(*) as articles,
        sum(result.event_reports + result.participations + result.casualty_figures) as facts
    from run
    inner join eventdb.ingest_result as result
        on
            run.ingest_run_id = result.ingest_run_id
            and result.verdict_code in ('inserted', 'updated')
    group by
        run.ingest_run_id,
        run.age
),

compared as (
    select
        max(wrote.ingest_run_id) filter (where wrote.is_latest) as ingest_run_id,
        max(wrote.articles) filter (where wrote.is_latest) as articles,
        max(wrote.facts / wrote.articles) filter (where wrote.is_latest) as facts_an_article,
        sum(wrote.facts) filter (where not wrote.is_latest)
        / sum(wrote.articles) filter (where not wrote.is_latest) as facts_an_article_before,
        sum(wrote.articles) filter (where not wrote.is_latest) as articles_before
    from wrote
)

select
    compared.ingest_run_id,
    compared.articles,
    round(compared.facts_an_article, 2) as facts_an_article,
    round(compared.facts_an_article_before, 2) as facts_an_article_before
from compared
where
    compared.articles >= 10
    and compared.articles_before >= 50
    and compared.facts_an_article < compared.facts_an_article_before / 2;
