-- One row per reported position of an actor in an event, with who says so and the words it rests on.
-- depends: report.article_source, report.day_span, report.standing_actor
create view report.participation as
select
    position.participation_id,
    told.event_id,
    event.label as event,
    coalesce(event.type_code, told.type_code) as event_type,
    event.starts_from,
    report.day_span(told.starts_from, told.starts_to, told.starts_from_yearless, told.starts_to_yearless) as starts,
    coalesce(place.name, event.place_name, told.place_name) as place,
    coalesce(standing_actor.standing_id, named.actor_id) as actor_id,
    coalesce(actor.name, named.name) as actor,
    coalesce(actor.kind_code, named.kind_code) as actor_kind,
    coalesce(actor.country_code, named.country_code) as actor_country_code,
    position.role_code as role,
    position.position_code as position,
    coalesce(speaker.name, position.said_by_name) as said_by,
    told.article_id,
    source_file.location as file,
    article_source.source,
    lower(article.published) as published_from,
    upper(article.published) - 1 as published_to,
    report.day_span(
        lower(article.published),
        upper(article.published) - 1,
        article.published_first_yearless,
        article.published_last_yearless
    ) as published,
    substr(article.text, position.start + 1, position.stop - position.start) as evidence,
    position.start,
    position.stop,
    position.rule,
    coalesce(standing_speaker.standing_id, speaker.actor_id) as said_by_actor_id
from eventdb.participation as position
inner join eventdb.event_report as told
    on
        position.article_id = told.article_id
        and position.version = told.version
        and position.report_ordinal = told.ordinal
        and position.text_length = told.text_length
inner join eventdb.article
    on
        told.article_id = article.article_id
        and told.version = article.version
        and told.text_length = article.text_length
        and article.is_current
inner join report.article_source on told.article_id = article_source.article_id
inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
inner join eventdb.article_actor as named
    on
        position.article_id = named.article_id
        and position.version = named.version
        and position.actor_ordinal = named.ordinal
left join report.standing_actor on named.actor_id = standing_actor.actor_id
left join eventdb.actor on coalesce(standing_actor.standing_id, named.actor_id) = actor.actor_id
left join eventdb.article_actor as speaker
    on
        position.article_id = speaker.article_id
        and position.version = speaker.version
        and position.said_by_ordinal = speaker.ordinal
left join report.standing_actor as standing_speaker on speaker.actor_id = standing_speaker.actor_id
left join eventdb.event on told.event_id = event.event_id
left join eventdb.place on coalesce(event.place_id, told.place_id) = place.place_id
where
    not position.is_retracted
    and not told.is_retracted;

comment on view report.participation is
'One row per position of an actor in an event, as one current article reports it. Nothing is combined here; what no article says has no row, which never means absence.';
comment on column report.participation.participation_id is 'Hash of content: survives a new extraction';
comment on column report.participation.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.participation.event is 'Short words for the event';
comment on column report.participation.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.participation.starts_from is
'First day on which the event may have started; null: open, or known without a year';
comment on column report.participation.starts is 'Days of the event''s start as this article tells them, as text';
comment on column report.participation.place is 'Most exact place that is named';
comment on column report.participation.actor_id is 'Actor after all merges; null: known to this article only';
comment on column report.participation.actor is 'Name of the actor';
comment on column report.participation.actor_kind is
'person, state, government, armed_group, igo, ngo, media, party, company or group';
comment on column report.participation.actor_country_code is
'Country that the actor is, serves or comes from, ISO 3166-1 alpha-2';
comment on column report.participation.role is
'host, organiser, mediator, participant, observer, signatory, perpetrator, target or speaker';
comment on column report.participation.position is
'invited, confirmed, undecided, declined, expected, attended, excluded, alleged, claimed, denied or did';
comment on column report.participation.said_by is 'Who says so; null: the article itself';
comment on column report.participation.article_id is 'Article; the same over all versions of its text';
comment on column report.participation.file is 'Path or address that the current text was read from';
comment on column report.participation.source is 'Independent source behind the article, see report.article_source';
comment on column report.participation.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.participation.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.participation.published is
'Day of publication as text: one day, first/last, or --09-04 where the text has no year';
comment on column report.participation.evidence is 'Words of the article that it rests on';
comment on column report.participation.start is 'First character of the evidence in the article''s text, from 0';
comment on column report.participation.stop is 'One past the last character of the evidence';
comment on column report.participation.rule is 'Rule that read it from the text';
comment on column report.participation.said_by_actor_id is 'Actor who says so, if known';
