-- One row per actor and name: every name that current articles give an actor, and how many of them do.
-- depends: report.standing_actor
create view report.actor_name as
with named as (
    select
        article_actor.actor_id,
        article_actor.article_id,
        naming.name
    from eventdb.article_actor
    inner join eventdb.article
        on
            article_actor.article_id = article.article_id
            and article_actor.version = article.version
            and article.is_current
    cross join lateral unnest(array_prepend(article_actor.name, article_actor.aliases)) as naming (name)
    where article_actor.actor_id is not null
)

select
    coalesce(standing_actor.standing_id, named.actor_id) as actor_id,
    actor.name as actor,
    named.name,
    count(distinct named.article_id) as articles
from named
left join report.standing_actor on named.actor_id = standing_actor.actor_id
inner join eventdb.actor on coalesce(standing_actor.standing_id, named.actor_id) = actor.actor_id
group by coalesce(standing_actor.standing_id, named.actor_id), actor.name, named.name;

comment on view report.actor_name is
'One row per actor and name: every name that current articles give an actor, and how many of them do.';
comment on column report.actor_name.actor_id is 'Actor after all merges';
comment on column report.actor_name.actor is 'Name for readers';
comment on column report.actor_name.name is 'A name that articles give it, a title or a shorter name among them';
comment on column report.actor_name.articles is 'Current articles that give it this name';
