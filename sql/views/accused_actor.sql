-- One row per event and known actor that a current article accuses of it, or that claims it.
-- depends: report.standing_actor
create view report.accused_actor as
select distinct
    told.event_id,
    coalesce(standing_actor.standing_id, named.actor_id) as actor_id
from eventdb.event_report as told
inner join eventdb.article
    on
        told.article_id = article.article_id
        and told.version = article.version
        and told.text_length = article.text_length
        and article.is_current
inner join eventdb.participation as position
    on
        told.article_id = position.article_id
        and told.version = position.version
        and told.ordinal = position.report_ordinal
        and told.text_length = position.text_length
inner join eventdb.article_actor as named
    on
        position.article_id = named.article_id
        and position.version = named.version
        and position.actor_ordinal = named.ordinal
left join report.standing_actor on named.actor_id = standing_actor.actor_id
where
    position.role_code = 'perpetrator'
    and position.position_code in ('alleged', 'claimed', 'did')
    and told.event_id is not null
    and named.actor_id is not null
    and not told.is_retracted
    and not position.is_retracted;

comment on view report.accused_actor is
'One row per event and known actor that a current article accuses of it, or that claims it.';
comment on column report.accused_actor.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.accused_actor.actor_id is 'Actor after all merges';
