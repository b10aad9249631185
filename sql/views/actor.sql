-- One row per actor: who it is, by which names and titles, in how many articles and events.
-- depends: report.standing_actor
create view report.actor as
with named as (
    select
        coalesce(standing_actor.standing_id, article_actor.actor_id) as actor_id,
        article_actor.article_id,
        article_actor.version,
        article_actor.ordinal,
        article_actor.name,
        article.published
    from eventdb.article_actor
    inner join eventdb.article
        on
            article_actor.article_id = article.article_id
            and article_actor.version = article.version
            and article.is_current
    left join report.standing_actor on article_actor.actor_id = standing_actor.actor_id
    where article_actor.actor_id is not null
),

naming as (
    select
        named.actor_id,
        string_agg(distinct named.name, '; ' order by named.name) as names,
        count(distinct named.article_id) as articles,
        min(lower(named.published)) as first_published,
        max(upper(named.published) - 1) as last_published
    from named
    group by named.actor_id
),

taking_part as (
    select
        named.actor_id,
        count(distinct event_report.event_id) as events
    from named
    inner join eventdb.participation
        on
            named.article_id = participation.article_id
            and named.version = participation.version
            and named.ordinal = participation.actor_ordinal
    inner join eventdb.event_report
        on
            participation.article_id = event_report.article_id
            and participation.version = event_report.version
            and participation.report_ordinal = event_report.ordinal
    where
        not participation.is_retracted
        and not event_report.is_retracted
    group by named.actor_id
),

titled as (
    select
        named.actor_id,
        string_agg(
            distinct concat_ws(', ', office_held.title, office_held.organisation_name), '; '
            order by concat_ws(', ', office_held.title, office_held.organisation_name)
        ) as titles
    from named
    inner join eventdb.office_held
        on
            named.article_id = office_held.article_id
            and named.version = office_held.version
            and named.ordinal = office_held.actor_ordinal
    where not office_held.is_retracted
    group by named.actor_id
)

select
    actor.actor_id,
    actor.name,
    actor.kind_code as kind,
    actor.country_code,
    naming.names,
    titled.titles,
    naming.articles,
    coalesce(taking_part.events, 0) as events,
    naming.first_published,
    naming.last_published,
    actor.origin_code as origin,
    whole.name as part_of,
    whole.actor_id as part_of_id,
    (
        select string_agg(part.name, '; ' order by part.name)
        from eventdb.actor as part
        where
            part.part_of_id = actor.actor_id
            and part.merged_into_id is null
    ) as parts
from naming
inner join eventdb.actor on naming.actor_id = actor.actor_id
left join taking_part on naming.actor_id = taking_part.actor_id
left join titled on naming.actor_id = titled.actor_id
left join report.standing_actor as standing_whole on actor.part_of_id = standing_whole.actor_id
left join eventdb.actor as whole on coalesce(standing_whole.standing_id, actor.part_of_id) = whole.actor_id;

comment on view report.actor is
'One row per actor that a current article names: who it is, by which names and titles, in how many articles and events.';
comment on column report.actor.actor_id is 'Actor after all merges';
comment on column report.actor.name is 'Name for readers';
comment on column report.actor.kind is
'person, state, government, armed_group, igo, ngo, media, party, company or group';
comment on column report.actor.country_code is
'Country that it is, serves or comes from, ISO 3166-1 or, of a former state, -3; null: not known';
comment on column report.actor.names is 'Full names that articles give it, separated by semicolons';
comment on column report.actor.titles is
'Titles with their organisation that articles give it, separated by semicolons; days are in report.role_held';
comment on column report.actor.articles is 'Current articles that name it';
comment on column report.actor.events is 'Events in which an article gives it a part';
comment on column report.actor.first_published is 'First day on which an article that names it may have been published';
comment on column report.actor.last_published is 'Last such day';
comment on column report.actor.origin is 'lexicon, rule or human: who made it an actor';
comment on column report.actor.part_of is
'Actor of which it is an armed wing or a branch, as its lexicon says; what a wing does is not counted as the whole''s';
comment on column report.actor.part_of_id is 'Key of that actor; it may be named by no article';
comment on column report.actor.parts is 'Wings and branches of it that some article named, separated by semicolons';
