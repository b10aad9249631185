-- Articles and the parts of their texts.

create table eventdb.story (
    story_id bigint not null,
    title text,
    constraint pk_story primary key (story_id)
);
comment on table eventdb.story is 'One row per set of near-identical articles, which count as one source.';
comment on column eventdb.story.story_id is 'The smallest article_id that the set ever had';
comment on column eventdb.story.title is 'Title of that article';

create table eventdb.article (
    article_id bigint not null,
    version smallint not null,
    is_current boolean not null,
    source_file_id bigint not null,
    outlet_id bigint,
    story_id bigint,
    text text not null,
    text_length integer not null,
    title text,
    dateline text,
    authors text[] not null,
    language text not null,
    url text,
    published daterange,
    published_basis_code text not null,
    published_first_yearless text,
    published_last_yearless text,
    content_hash text not null,
    text_hash text not null,
    rules_version text not null,
    constraint pk_article primary key (article_id, version),
    constraint uq_article_text_length unique (article_id, version, text_length),
    constraint fk_article_source_file foreign key (source_file_id) references eventdb.source_file (source_file_id),
    constraint fk_article_outlet foreign key (outlet_id) references eventdb.outlet (outlet_id),
    constraint fk_article_story foreign key (story_id) references eventdb.story (story_id),
    constraint fk_article_published_basis foreign key (published_basis_code) references eventdb.published_basis (code),
    constraint ck_article_version_counts_from_1 check (version >= 1),
    constraint ck_article_text_is_not_empty check (text <> ''),
    constraint ck_article_text_length_is_true check (text_length = char_length(text)),
    constraint ck_article_language_is_a_code check (language ~ '^[a-z]{2,3}$'),
    constraint ck_article_published_is_not_empty check (not isempty(published)),
    constraint ck_article_unknown_day_has_no_basis
        check ((published_basis_code = 'unknown') 
            = (published is null and published_first_yearless is null
            and published_last_yearless is null)),
    constraint ck_article_published_first_yearless_is_month_and_day
        check (published_first_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_article_published_last_yearless_is_month_and_day
        check (published_last_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_article_content_hash_is_64_hex_digits check (content_hash ~ '^[0-9a-f]{64}$'),
    constraint ck_article_text_hash_is_64_hex_digits check (text_hash ~ '^[0-9a-f]{64}$')
);
create index ix_article_source_file on eventdb.article (source_file_id);
create index ix_article_story on eventdb.article (story_id);
create index ix_article_text_hash on eventdb.article (text_hash);
create unique index uq_article_one_current_version on eventdb.article (article_id) where is_current;
comment on table eventdb.article is 'One row per version of an article''s text.';
comment on column eventdb.article.article_id is 'Article; the same over its versions';
comment on column eventdb.article.version is 'Version of the article''s text, from 1';
comment on column eventdb.article.is_current is 'The newest version; exactly one per article';
comment on column eventdb.article.source_file_id is 'File that this version was read from';
comment on column eventdb.article.outlet_id is 'Publisher';
comment on column eventdb.article.story_id is 'Set of near-identical articles; null: not linked yet';
comment on column eventdb.article.text is 'The text that every offset refers to';
comment on column eventdb.article.text_length is 'Characters in text';
comment on column eventdb.article.title is 'Headline';
comment on column eventdb.article.dateline is 'Place before the first sentence, as written';
comment on column eventdb.article.authors is 'Names in the byline, in its order';
comment on column eventdb.article.language is 'ISO 639 code';
comment on column eventdb.article.url is 'Address, if known';
comment on column eventdb.article.published is
'Days between which it was published; null: not known, or known without a year only';
comment on column eventdb.article.published_basis_code is 'Ground on which the day of publication rests';
comment on column eventdb.article.published_first_yearless is 'First such day where the text has no year: --09-04';
comment on column eventdb.article.published_last_yearless is 'Last such day where the text has no year';
comment on column eventdb.article.content_hash is
'SHA-256 of bytes, metadata, rules and lexicons; equal: nothing to do';
comment on column eventdb.article.text_hash is 'SHA-256 of the text, to know the same text elsewhere';
comment on column eventdb.article.rules_version is 'Rules and lexicons that read it';

create table eventdb.article_credit (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    outlet_id bigint not null,
    agency_name text not null,
    kind_code text not null,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    constraint pk_article_credit primary key (article_id, version, ordinal),
    constraint fk_article_credit_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint fk_article_credit_outlet foreign key (outlet_id) references eventdb.outlet (outlet_id),
    constraint fk_article_credit_credit_kind foreign key (kind_code) references eventdb.credit_kind (code),
    constraint ck_article_credit_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length)
);
comment on table eventdb.article_credit is 'One row per credit that an article gives an agency.';
comment on column eventdb.article_credit.article_id is 'Article; the same over its versions';
comment on column eventdb.article_credit.version is 'Version of the article''s text, from 1';
comment on column eventdb.article_credit.ordinal is 'Running number in the article, from 0';
comment on column eventdb.article_credit.outlet_id is 'Agency';
comment on column eventdb.article_credit.agency_name is 'Agency as the article gives it';
comment on column eventdb.article_credit.kind_code is 'Way of crediting';
comment on column eventdb.article_credit.start is 'First character in article.text, from 0';
comment on column eventdb.article_credit.stop is 'One past the last character in article.text';
comment on column eventdb.article_credit.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';

create table eventdb.block (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    kind_code text not null,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    constraint pk_block primary key (article_id, version, ordinal),
    constraint fk_block_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint fk_block_block_kind foreign key (kind_code) references eventdb.block_kind (code),
    constraint ck_block_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length)
);
comment on table eventdb.block is 'One row per stretch of the page: title, byline, body, clutter and so on.';
comment on column eventdb.block.article_id is 'Article; the same over its versions';
comment on column eventdb.block.version is 'Version of the article''s text, from 1';
comment on column eventdb.block.ordinal is 'Running number in the article, from 0';
comment on column eventdb.block.kind_code is 'Kind of stretch';
comment on column eventdb.block.start is 'First character in article.text, from 0';
comment on column eventdb.block.stop is 'One past the last character in article.text';
comment on column eventdb.block.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';

create table eventdb.sentence (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    constraint pk_sentence primary key (article_id, version, ordinal),
    constraint fk_sentence_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint ck_sentence_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length)
);
comment on table eventdb.sentence is 'One row per sentence.';
comment on column eventdb.sentence.article_id is 'Article; the same over its versions';
comment on column eventdb.sentence.version is 'Version of the article''s text, from 1';
comment on column eventdb.sentence.ordinal is 'Running number in the article, from 0';
comment on column eventdb.sentence.start is 'First character in article.text, from 0';
comment on column eventdb.sentence.stop is 'One past the last character in article.text';
comment on column eventdb.sentence.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';

create table eventdb.date_span (
    article_id bigint not null,
    version smallint not null,
    ordinal integer not null,
    first_on date,
    last_on date,
    first_yearless text,
    last_yearless text,
    window_precision_code text,
    is_lasting boolean not null,
    is_refused boolean not null,
    start integer not null,
    stop integer not null,
    text_length integer not null,
    constraint pk_date_span primary key (article_id, version, ordinal),
    constraint fk_date_span_article foreign key (article_id, version, text_length)
        references eventdb.article (article_id, version, text_length) on delete cascade,
    constraint fk_date_span_window_precision foreign key (window_precision_code)
        references eventdb.window_precision (code),
    constraint ck_date_span_span_is_inside_the_text check (0 <= start and start < stop and stop <= text_length),
    constraint ck_date_span_days_in_order check (first_on <= last_on),
    constraint ck_date_span_first_yearless_is_month_and_day
        check (first_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_date_span_last_yearless_is_month_and_day
        check (last_yearless ~ '^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
    constraint ck_date_span_first_day_is_given_once check (first_on is null or first_yearless is null),
    constraint ck_date_span_last_day_is_given_once check (last_on is null or last_yearless is null),
    constraint ck_date_span_refused_has_no_days
        check (not is_refused
            or num_nonnulls(first_on, last_on, first_yearless, last_yearless, window_precision_code) = 0)
);
comment on table eventdb.date_span is 'One row per date phrase in the text, durations that were refused included.';
comment on column eventdb.date_span.article_id is 'Article; the same over its versions';
comment on column eventdb.date_span.version is 'Version of the article''s text, from 1';
comment on column eventdb.date_span.ordinal is 'Running number in the article, from 0';
comment on column eventdb.date_span.first_on is 'First day; null: open, or without a year';
comment on column eventdb.date_span.last_on is 'Last day; null: open, or without a year';
comment on column eventdb.date_span.first_yearless is 'First day where no year is known: --09-04';
comment on column eventdb.date_span.last_yearless is 'Last day where no year is known';
comment on column eventdb.date_span.window_precision_code is 'Unit to which the phrase is known';
comment on column eventdb.date_span.is_lasting is 'From the first day to the last, not some day between them';
comment on column eventdb.date_span.is_refused is 'A duration or a number that only looks like a date';
comment on column eventdb.date_span.start is 'First character in article.text, from 0';
comment on column eventdb.date_span.stop is 'One past the last character in article.text';
comment on column eventdb.date_span.text_length is
'Copy of article.text_length, held true by the foreign key, so that a check can bound the span';
