-- No current article may lack the result of a run that read its file.
-- severity: failure
select
    article.article_id,
    source_file.location
from eventdb.article
inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
where
    article.is_current
    and not exists (
        select 1
        from eventdb.ingest_result as result
        where
            result.source_file_id = article.source_file_id
            and result.article_id = article.article_id
    );
