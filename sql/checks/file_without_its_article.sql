-- No loaded file may name an article that is not there.
-- severity: failure
select
    source_file.location,
    source_file.article_id
from eventdb.source_file
left join eventdb.article
    on source_file.article_id = article.article_id and article.is_current
where source_file.state_code = 'loaded' and article.article_id is null;
