-- One row per casualty figure of a current article, as stated, with who says so and the words it rests on.
-- depends: report.article_source, report.day_span, report.standing_actor
create view report.casualty_claim as
select
    figure.casualty_figure_id,
    told.event_id,
    event.label as event,
    coalesce(event.type_code, told.type_code) as event_type,
    coalesce(event.starts_from, told.starts_from) as starts_from,
    report.day_span(told.starts_from, told.starts_to, told.starts_from_yearless, told.starts_to_yearless) as starts,
    coalesce(place.name, event.place_name, told.place_name) as place,
    coalesce(event.country_code, place.country_code, told.country_code) as country_code,
    figure.kind_code as kind,
    figure.victims,
    figure.value,
    figure.qualifier_code as qualifier,
    figure.low,
    figure.best,
    figure.high,
    figure.includes_attackers,
    coalesce(speaker.name, figure.said_by_name) as said_by,
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
    substr(article.text, figure.start + 1, figure.stop - figure.start) as evidence,
    figure.start,
    figure.stop,
    figure.rule,
    coalesce(standing_speaker.standing_id, speaker.actor_id) as said_by_actor_id
from eventdb.casualty_figure as figure
inner join eventdb.event_report as told
    on
        figure.article_id = told.article_id
        and figure.version = told.version
        and figure.report_ordinal = told.ordinal
        and figure.text_length = told.text_length
inner join eventdb.article
    on
        told.article_id = article.article_id
        and told.version = article.version
        and told.text_length = article.text_length
        and article.is_current
inner join report.article_source on told.article_id = article_source.article_id
inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
left join eventdb.article_actor as speaker
    on
        figure.article_id = speaker.article_id
        and figure.version = speaker.version
        and figure.said_by_ordinal = speaker.ordinal
left join report.standing_actor as standing_speaker on speaker.actor_id = standing_speaker.actor_id
left join eventdb.event on told.event_id = event.event_id
left join eventdb.place on coalesce(event.place_id, told.place_id) = place.place_id
where
    not figure.is_retracted
    and not told.is_retracted;

comment on view report.casualty_claim is
'One row per casualty figure of a current article, as stated. A figure of 0 with qualifier exact is a count of none; stated_none means that none are known or reported; no row means that nothing is said.';
comment on column report.casualty_claim.casualty_figure_id is 'Hash of content: survives a new extraction';
comment on column report.casualty_claim.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_claim.event is 'Short words for the event';
comment on column report.casualty_claim.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.casualty_claim.starts_from is 'First day on which the event may have started';
comment on column report.casualty_claim.starts is 'Days of the event''s start as this article tells them, as text';
comment on column report.casualty_claim.place is 'Most exact place that is named';
comment on column report.casualty_claim.country_code is 'Country of the place, ISO 3166-1 alpha-2';
comment on column report.casualty_claim.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_claim.victims is 'Group as written, such as people, civilians, attackers';
comment on column report.casualty_claim.value is 'Number as stated; null: only words or a range';
comment on column report.casualty_claim.qualifier is
'exact, at_least, more_than, nearly, up_to, about, between, vague, coded or stated_none';
comment on column report.casualty_claim.low is 'Lowest number that the words allow; null: open';
comment on column report.casualty_claim.best is 'Number to count with; null: the words give none';
comment on column report.casualty_claim.high is 'Highest number that the words allow; null: open';
comment on column report.casualty_claim.includes_attackers is 'Attackers counted in; null: the text does not say';
comment on column report.casualty_claim.said_by is 'Who says so; null: the article itself';
comment on column report.casualty_claim.article_id is 'Article; the same over all versions of its text';
comment on column report.casualty_claim.file is 'Path or address that the current text was read from';
comment on column report.casualty_claim.source is 'Independent source behind the article, see report.article_source';
comment on column report.casualty_claim.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.casualty_claim.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.casualty_claim.published is
'Day of publication as text: one day, first/last, or --09-04 where the text has no year';
comment on column report.casualty_claim.evidence is 'Words of the article that it rests on';
comment on column report.casualty_claim.start is 'First character of the evidence in the article''s text, from 0';
comment on column report.casualty_claim.stop is 'One past the last character of the evidence';
comment on column report.casualty_claim.rule is 'Rule that read it from the text';
comment on column report.casualty_claim.said_by_actor_id is 'Actor who says so, if known';
