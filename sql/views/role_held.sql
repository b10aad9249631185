-- One row per person, title and organisation, with the span of days on which articles give them so.
-- depends: report.standing_actor
create view report.role_held as
select
    coalesce(standing_actor.standing_id, named.actor_id) as actor_id,
    coalesce(actor.name, named.name) as actor,
    office.title,
    office.organisation_name as organisation,
    min(lower(article.published)) as first_published,
    max(upper(article.published) - 1) as last_published,
    count(distinct office.article_id) as articles
from eventdb.office_held as office
inner join eventdb.article
    on
        office.article_id = article.article_id
        and office.version = article.version
        and article.is_current
inner join eventdb.article_actor as named
    on
        office.article_id = named.article_id
        and office.version = named.version
        and office.actor_ordinal = named.ordinal
left join report.standing_actor on named.actor_id = standing_actor.actor_id
left join eventdb.actor on coalesce(standing_actor.standing_id, named.actor_id) = actor.actor_id
where not office.is_retracted
group by
    coalesce(standing_actor.standing_id, named.actor_id),
    coalesce(actor.name, named.name),
    office.title,
    office.organisation_name;

comment on view report.role_held is
'One row per person, title and organisation as articles name them.';
comment on column report.role_held.actor_id is 'Person after all merges; null: known by name only';
comment on column report.role_held.actor is 'Name of the person';
comment on column report.role_held.title is 'Title as written';
comment on column report.role_held.organisation is 'Organisation or state as written; null: none is named';
comment on column report.role_held.first_published is
'First day on which an article that says so may have been published';
comment on column report.role_held.last_published is 'Last such day';
comment on column report.role_held.articles is 'Current articles that say so';
