-- Actors over all articles, and as one article names them.

create table eventdb.actor (
    actor_id bigint not null,
    name text not null,
    kind_code text not null,
    country_code text,
    origin_code text not null,
    lexicon_key text,
    merged_into_id bigint,
    constraint pk_actor primary key (actor_id),
    constraint fk_actor_actor_kind foreign key (kind_code) references eventdb.actor_kind (code),
    constraint fk_actor_origin foreign key (origin_code) references eventdb.origin (code),
    constraint fk_actor_merged_into foreign key (merged_into_id) references eventdb.actor (actor_id),
    constraint ck_actor_country_code_is_iso_3166 check (country_code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    constraint ck_actor_name_is_not_empty check (name <> ''),
    constraint ck_actor_lexicon_actor_has_a_key check ((origin_code = 'lexicon') = (lexicon_key is not null)),
    constraint ck_actor_merged_into_another check (merged_into_id <> actor_id)
);
comment on table eventdb.actor is 'One row per actor over all articles.';
comment on column eventdb.actor.actor_id is 'Hash of the lexicon''s key, or of kind and name';
comment on column eventdb.actor.name is 'Name for readers';
comment on column eventdb.actor.kind_code is 'Kind of actor';
comment on column eventdb.actor.country_code is
'Country that it is, serves or comes from, ISO 3166-1 or, of a former state, -3';
comment on column eventdb.actor.origin_code is 'Lexicon, rule or human';
comment on column eventdb.actor.lexicon_key is 'Key of its lexicon entry';
comment on column eventdb.actor.merged_into_id is 'Actor that stands for it since a merge';

create table eventdb.actor_name (
    actor_id bigint not null,
    name text not null,
    constraint pk_actor_name primary key (actor_id, name),
    constraint fk_actor_name_actor foreign key (actor_id) references eventdb.actor (actor_id)
);
create index ix_actor_name_name on eventdb.actor_name (name);
comment on table eventdb.actor_name is 'One row per name of an actor.';
comment on column eventdb.actor_name.actor_id is 'Actor';
comment on column eventdb.actor_name.name is 'A name of it';

create table eventdb.article_actor (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    actor_id bigint,
    name text not null,
    kind_code text not null,
    country_code text,
    aliases text[] not null,
    constraint pk_article_actor primary key (article_id, version, ordinal),
    constraint fk_article_actor_article foreign key (article_id, version)
        references eventdb.article (article_id, version) on delete cascade,
    constraint fk_article_actor_actor foreign key (actor_id) references eventdb.actor (actor_id),
    constraint fk_article_actor_actor_kind foreign key (kind_code) references eventdb.actor_kind (code),
    constraint ck_article_actor_country_code_is_iso_3166 check (country_code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    constraint ck_article_actor_name_is_not_empty check (name <> '')
);
create index ix_article_actor_actor on eventdb.article_actor (actor_id);
comment on table eventdb.article_actor is 'One row per actor that an article names.';
comment on column eventdb.article_actor.article_id is 'Article; the same over its versions';
comment on column eventdb.article_actor.version is 'Version of the article''s text, from 1';
comment on column eventdb.article_actor.ordinal is 'Running number in the article, from 0';
comment on column eventdb.article_actor.actor_id is 'Actor over all articles; null: known to this article only';
comment on column eventdb.article_actor.name is 'Fullest name that the article gives, or the lexicon''s';
comment on column eventdb.article_actor.kind_code is 'Kind of actor, as far as the article tells';
comment on column eventdb.article_actor.country_code is 'Country, ISO 3166-1 or, of a former state, -3';
comment on column eventdb.article_actor.aliases is 'Other names in this article';

create table eventdb.mention (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    actor_ordinal integer,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    constraint pk_mention primary key (article_id, version, ordinal),
    constraint fk_mention_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint fk_mention_article_actor foreign key (article_id, version, actor_ordinal)
        references eventdb.article_actor (article_id, version, ordinal) on delete cascade,
    constraint ck_mention_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length)
);
comment on table eventdb.mention is 'One row per span that names an actor.';
comment on column eventdb.mention.article_id is 'Article; the same over its versions';
comment on column eventdb.mention.version is 'Version of the article''s text, from 1';
comment on column eventdb.mention.ordinal is 'Running number in the article, from 0';
comment on column eventdb.mention.actor_ordinal is 'Actor in the article; null: not resolved';
comment on column eventdb.mention.start is 'First character in article.text, from 0';
comment on column eventdb.mention.stop is 'One past the last character in article.text';
comment on column eventdb.mention.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';

create table eventdb.office_held (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    office_held_id bigint not null,
    actor_ordinal integer not null,
    title text not null,
    organisation_name text,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    constraint pk_office_held primary key (article_id, version, ordinal),
    constraint uq_office_held_id_in_version unique (article_id, version, office_held_id),
    constraint fk_office_held_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint fk_office_held_article_actor foreign key (article_id, version, actor_ordinal)
        references eventdb.article_actor (article_id, version, ordinal) on delete cascade,
    constraint ck_office_held_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length),
    constraint ck_office_held_title_is_not_empty check (title <> '')
);
comment on table eventdb.office_held is
'One row per title that an article gives a person, with the organisation if it names one.';
comment on column eventdb.office_held.article_id is 'Article; the same over its versions';
comment on column eventdb.office_held.version is 'Version of the article''s text, from 1';
comment on column eventdb.office_held.ordinal is 'Running number in the article, from 0';
comment on column eventdb.office_held.office_held_id is
'Hash of article, person, title and organisation: survives a new extraction';
comment on column eventdb.office_held.actor_ordinal is 'Person in the article';
comment on column eventdb.office_held.title is 'Title as written';
comment on column eventdb.office_held.organisation_name is 'Organisation or state as written';
comment on column eventdb.office_held.start is 'First character in article.text, from 0';
comment on column eventdb.office_held.stop is 'One past the last character in article.text';
comment on column eventdb.office_held.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';
