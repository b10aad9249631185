-- No name of a person or group may stand in twenty articles or more and be nobody of all articles: the lexicon lacks it.
-- severity: warning
select
    named.name,
    named.kind_code as kind,
    count(distinct named.article_id) as articles
from eventdb.article_actor as named
inner join eventdb.article
    on
        named.article_id = article.article_id
        and named.version = article.version
        and article.is_current
where
    named.actor_id is null
    and named.kind_code not in ('government', 'group')
    and named.name ~ '^[[:upper:]]'
group by
    named.name,
    named.kind_code
having count(distinct named.article_id) >= 20
order by
    articles desc,
    named.name;
