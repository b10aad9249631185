-- No article may have been published after the day on which its file was first read.
-- severity: warning
select
    article.article_id,
    article.file,
    article.published_from,
    source_file.first_seen_at
from report.article
inner join eventdb.source_file on article.file = source_file.location
where article.published_from > (source_file.first_seen_at at time zone 'UTC')::date + 1;
