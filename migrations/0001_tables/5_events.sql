-- Events, and the claims that they are made of.

create table eventdb.event (
    event_id bigint not null,
    type_code text not null,
    status_code text not null,
    label text not null,
    merged_into_id bigint,
    starts_from date,
    starts_to date,
    ends_to date,
    starts_from_yearless text,
    starts_to_yearless text,
    ends_to_yearless text,
    date_precision_code smallint,
    place_id bigint,
    place_name text,
    country_code text,
    place_precision_code smallint,
    constraint pk_event primary key (event_id),
    constraint fk_event_event_type foreign key (type_code) references eventdb.event_type (code),
    constraint fk_event_event_status foreign key (status_code) references eventdb.event_status (code),
    constraint fk_event_merged_into foreign key (merged_into_id) references eventdb.event (event_id),
    constraint fk_event_date_precision foreign key (date_precision_code) references eventdb.date_precision (code),
    constraint fk_event_place foreign key (place_id) references eventdb.place (place_id),
    constraint fk_event_place_precision foreign key (place_precision_code) references eventdb.place_precision (code),
    constraint ck_event_days_in_order
        check (starts_from <= starts_to and starts_from <= ends_to and starts_to <= ends_to),
    constraint ck_event_starts_from_yearless_is_month_and_day
        check (starts_from_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_event_starts_to_yearless_is_month_and_day
        check (starts_to_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_event_ends_to_yearless_is_month_and_day
        check (ends_to_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_event_starts_from_keeps_the_day_of_the_text
        check (to_char(starts_from::timestamp, '--MM-DD') = starts_from_yearless),
    constraint ck_event_starts_to_keeps_the_day_of_the_text
        check (to_char(starts_to::timestamp, '--MM-DD') = starts_to_yearless),
    constraint ck_event_ends_to_keeps_the_day_of_the_text
        check (to_char(ends_to::timestamp, '--MM-DD') = ends_to_yearless),
    constraint ck_event_country_code_is_iso_3166 check (country_code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    constraint ck_event_place_has_a_precision check ((place_name is null) = (place_precision_code is null)),
    constraint ck_event_known_place_has_a_name check (place_id is null or place_name is not null),
    constraint ck_event_label_is_not_empty check (label <> ''),
    constraint ck_event_merged_into_another check (merged_into_id <> event_id)
);
create index ix_event_type_starts on eventdb.event (type_code, starts_from);
comment on table eventdb.event is 'One row per real-world event.';
comment on column eventdb.event.event_id is 'Made when it was first linked; survives linking again';
comment on column eventdb.event.type_code is 'Kind of event';
comment on column eventdb.event.status_code is 'State by its latest report';
comment on column eventdb.event.label is 'Short words for readers';
comment on column eventdb.event.merged_into_id is 'Event that stands for it since a merge';
comment on column eventdb.event.starts_from is 'First day on which it may start; null: open';
comment on column eventdb.event.starts_to is 'Last day on which it may start; null: open';
comment on column eventdb.event.ends_to is 'Last day of it; null: not known or going on';
comment on column eventdb.event.starts_from_yearless is 'starts_from where the text has no year: --09-04';
comment on column eventdb.event.starts_to_yearless is 'starts_to where the text has no year';
comment on column eventdb.event.ends_to_yearless is 'ends_to where the text has no year';
comment on column eventdb.event.date_precision_code is
'UCDP precision of the days, 1 day to 5 year; null: no day given';
comment on column eventdb.event.place_id is 'Place, if the gazetteer knows it';
comment on column eventdb.event.place_name is 'Most exact named place, as written';
comment on column eventdb.event.country_code is 'Country of the place, ISO 3166-1 or, of a former state, -3';
comment on column eventdb.event.place_precision_code is
'UCDP precision of the place, 1 exact to 7; null: no place given';

create table eventdb.event_report (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    event_report_id bigint not null,
    event_id bigint,
    type_code text not null,
    status_code text not null,
    is_core boolean not null,
    window_precision_code text,
    starts_from date,
    starts_to date,
    ends_to date,
    starts_from_yearless text,
    starts_to_yearless text,
    ends_to_yearless text,
    is_lasting boolean not null,
    date_precision_code smallint,
    place_id bigint,
    place_name text,
    country_code text,
    place_precision_code smallint,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    rule text not null,
    constraint pk_event_report primary key (article_id, version, ordinal),
    constraint uq_event_report_id_in_version unique (article_id, version, event_report_id),
    constraint uq_event_report_text_length unique (article_id, version, ordinal, text_length),
    constraint fk_event_report_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint fk_event_report_event foreign key (event_id) references eventdb.event (event_id),
    constraint fk_event_report_event_type foreign key (type_code) references eventdb.event_type (code),
    constraint fk_event_report_event_status foreign key (status_code) references eventdb.event_status (code),
    constraint fk_event_report_window_precision foreign key (window_precision_code)
        references eventdb.window_precision (code),
    constraint fk_event_report_date_precision foreign key (date_precision_code)
        references eventdb.date_precision (code),
    constraint fk_event_report_place foreign key (place_id) references eventdb.place (place_id),
    constraint fk_event_report_place_precision foreign key (place_precision_code)
        references eventdb.place_precision (code),
    constraint ck_event_report_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length),
    constraint ck_event_report_days_in_order
        check (starts_from <= starts_to and starts_from <= ends_to and starts_to <= ends_to),
    constraint ck_event_report_starts_from_yearless_is_month_and_day
        check (starts_from_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_event_report_starts_to_yearless_is_month_and_day
        check (starts_to_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_event_report_ends_to_yearless_is_month_and_day
        check (ends_to_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_event_report_starts_from_keeps_the_day_of_the_text
        check (to_char(starts_from::timestamp, '--MM-DD') = starts_from_yearless),
    constraint ck_event_report_starts_to_keeps_the_day_of_the_text
        check (to_char(starts_to::timestamp, '--MM-DD') = starts_to_yearless),
    constraint ck_event_report_ends_to_keeps_the_day_of_the_text
        check (to_char(ends_to::timestamp, '--MM-DD') = ends_to_yearless),
    constraint ck_event_report_country_code_is_iso_3166 check (country_code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    constraint ck_event_report_place_has_a_precision check ((place_name is null) = (place_precision_code is null)),
    constraint ck_event_report_known_place_has_a_name check (place_id is null or place_name is not null),
    constraint ck_event_report_rule_is_named check (rule <> '')
);
create index ix_event_report_event on eventdb.event_report (event_id);
comment on table eventdb.event_report is 'One row per event as one article tells it.';
comment on column eventdb.event_report.article_id is 'Article; the same over its versions';
comment on column eventdb.event_report.version is 'Version of the article''s text, from 1';
comment on column eventdb.event_report.ordinal is 'Running number in the article, from 0';
comment on column eventdb.event_report.event_report_id is
'Hash of article, kind of event and evidence: survives a new extraction';
comment on column eventdb.event_report.event_id is 'Real-world event; null: not linked yet';
comment on column eventdb.event_report.type_code is 'Kind of event';
comment on column eventdb.event_report.status_code is 'State as told';
comment on column eventdb.event_report.is_core is 'News or direct subject of the article, not background';
comment on column eventdb.event_report.window_precision_code is 'Unit to which the days are known';
comment on column eventdb.event_report.starts_from is 'First day on which it may start; null: open';
comment on column eventdb.event_report.starts_to is 'Last day on which it may start; null: open';
comment on column eventdb.event_report.ends_to is 'Last day of it; null: not known or going on';
comment on column eventdb.event_report.starts_from_yearless is 'starts_from where the text has no year: --09-04';
comment on column eventdb.event_report.starts_to_yearless is 'starts_to where the text has no year';
comment on column eventdb.event_report.ends_to_yearless is 'ends_to where the text has no year';
comment on column eventdb.event_report.is_lasting is 'Goes on from starts_from to ends_to; false: some day between';
comment on column eventdb.event_report.date_precision_code is
'UCDP precision of the days, 1 day to 5 year; null: no day given';
comment on column eventdb.event_report.place_id is 'Place, if the gazetteer knows it';
comment on column eventdb.event_report.place_name is 'Most exact named place, as written';
comment on column eventdb.event_report.country_code is 'Country of the place, ISO 3166-1 or, of a former state, -3';
comment on column eventdb.event_report.place_precision_code is
'UCDP precision of the place, 1 exact to 7; null: no place given';
comment on column eventdb.event_report.start is 'First character in article.text, from 0';
comment on column eventdb.event_report.stop is 'One past the last character in article.text';
comment on column eventdb.event_report.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';
comment on column eventdb.event_report.rule is 'Rule that found it';

create table eventdb.participation (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    participation_id bigint not null,
    report_ordinal integer not null,
    actor_ordinal integer not null,
    role_code text not null,
    position_code text not null,
    said_by_name text,
    said_by_ordinal integer,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    rule text not null,
    constraint pk_participation primary key (article_id, version, ordinal),
    constraint uq_participation_id_in_version unique (article_id, version, participation_id),
    constraint fk_participation_report foreign key (article_id, version, report_ordinal, text_length)
        references eventdb.event_report (article_id, version, ordinal, text_length) on delete cascade,
    constraint fk_participation_article_actor foreign key (article_id, version, actor_ordinal)
        references eventdb.article_actor (article_id, version, ordinal) on delete cascade,
    constraint fk_participation_said_by foreign key (article_id, version, said_by_ordinal)
        references eventdb.article_actor (article_id, version, ordinal) on delete cascade,
    constraint fk_participation_participant_role foreign key (role_code) references eventdb.participant_role (code),
    constraint fk_participation_participant_position foreign key (position_code)
        references eventdb.participant_position (code),
    constraint ck_participation_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length),
    constraint ck_participation_said_by_has_a_name check (said_by_ordinal is null or said_by_name is not null),
    constraint ck_participation_rule_is_named check (rule <> '')
);
comment on table eventdb.participation is 'One row per position of an actor in an event, as one article reports it.';
comment on column eventdb.participation.article_id is 'Article; the same over its versions';
comment on column eventdb.participation.version is 'Version of the article''s text, from 1';
comment on column eventdb.participation.ordinal is 'Running number in the article, from 0';
comment on column eventdb.participation.participation_id is
'Hash of report, actor, role, position and speaker: survives a new extraction';
comment on column eventdb.participation.report_ordinal is 'Event report in the article';
comment on column eventdb.participation.actor_ordinal is 'Actor in the article';
comment on column eventdb.participation.role_code is 'Role of the actor';
comment on column eventdb.participation.position_code is 'Position of the actor';
comment on column eventdb.participation.said_by_name is 'Who says so, as written; null: the article';
comment on column eventdb.participation.said_by_ordinal is 'Who says so, if an actor of the article';
comment on column eventdb.participation.start is 'First character in article.text, from 0';
comment on column eventdb.participation.stop is 'One past the last character in article.text';
comment on column eventdb.participation.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';
comment on column eventdb.participation.rule is 'Rule that found it';

create table eventdb.casualty_figure (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    casualty_figure_id bigint not null,
    report_ordinal integer not null,
    kind_code text not null,
    victims text not null,
    value bigint,
    qualifier_code text not null,
    low bigint,
    best bigint,
    high bigint,
    includes_attackers boolean,
    said_by_name text,
    said_by_ordinal integer,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    rule text not null,
    constraint pk_casualty_figure primary key (article_id, version, ordinal),
    constraint uq_casualty_figure_id_in_version unique (article_id, version, casualty_figure_id),
    constraint fk_casualty_figure_report foreign key (article_id, version, report_ordinal, text_length)
        references eventdb.event_report (article_id, version, ordinal, text_length) on delete cascade,
    constraint fk_casualty_figure_said_by foreign key (article_id, version, said_by_ordinal)
        references eventdb.article_actor (article_id, version, ordinal) on delete cascade,
    constraint fk_casualty_figure_casualty_kind foreign key (kind_code) references eventdb.casualty_kind (code),
    constraint fk_casualty_figure_figure_qualifier foreign key (qualifier_code)
        references eventdb.figure_qualifier (code),
    constraint ck_casualty_figure_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length),
    constraint ck_casualty_figure_said_by_has_a_name check (said_by_ordinal is null or said_by_name is not null),
    constraint ck_casualty_figure_bounds_in_order check (low <= best and best <= high and low <= high),
    constraint ck_casualty_figure_figures_are_not_negative check (value >= 0 and low >= 0 and best >= 0 and high >= 0),
    constraint ck_casualty_figure_bounds_follow_the_qualifier check (
        case qualifier_code
            when 'exact' then low = value and high = value
            when 'at_least' then low = value and high is null
            when 'more_than' then low = value + 1 and high is null
            when 'nearly' then low is null and high = value - 1
            when 'up_to' then low is null and high = value
            when 'about' then value is not null and low is null and high is null
            when 'between' then value is null and low is not null and high is not null
            when 'vague' then value is null
            when 'stated_none' then value = 0 and low = 0 and high = 0
        end is true
    ),
    constraint ck_casualty_figure_victims_are_named check (victims <> ''),
    constraint ck_casualty_figure_rule_is_named check (rule <> '')
);
comment on table eventdb.casualty_figure is 'One row per casualty figure of an event, as one article reports it.';
comment on column eventdb.casualty_figure.article_id is 'Article; the same over its versions';
comment on column eventdb.casualty_figure.version is 'Version of the article''s text, from 1';
comment on column eventdb.casualty_figure.ordinal is 'Running number in the article, from 0';
comment on column eventdb.casualty_figure.casualty_figure_id is
'Hash of report, kind, victims, figure and speaker: survives a new extraction';
comment on column eventdb.casualty_figure.report_ordinal is 'Event report in the article';
comment on column eventdb.casualty_figure.kind_code is 'Kind of harm';
comment on column eventdb.casualty_figure.victims is 'Group as written, such as people, civilians, attackers';
comment on column eventdb.casualty_figure.value is 'Number as stated; null: only words or a range';
comment on column eventdb.casualty_figure.qualifier_code is 'How the text qualifies the number';
comment on column eventdb.casualty_figure.low is 'Lowest number that the words allow; null: open';
comment on column eventdb.casualty_figure.best is 'Number to count with; null: the words give none';
comment on column eventdb.casualty_figure.high is 'Highest number that the words allow; null: open';
comment on column eventdb.casualty_figure.includes_attackers is 'Attackers counted in; null: the text does not say';
comment on column eventdb.casualty_figure.said_by_name is 'Who says so, as written; null: the article';
comment on column eventdb.casualty_figure.said_by_ordinal is 'Who says so, if an actor of the article';
comment on column eventdb.casualty_figure.start is 'First character in article.text, from 0';
comment on column eventdb.casualty_figure.stop is 'One past the last character in article.text';
comment on column eventdb.casualty_figure.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';
comment on column eventdb.casualty_figure.rule is 'Rule that found it';
