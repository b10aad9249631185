-- One row per current article: its file, title, outlet, day of publication, agencies, and how much was found in it.
-- depends: report.article_source, report.day_span
create view report.article as
select
    article.article_id,
    article.version::integer as version,
    source_file.location as file,
    article.title,
    outlet.name as outlet,
    outlet.kind_code as outlet_kind,
    article.dataset_code as dataset,
    array_to_string(article.authors, ', ') as authors,
    article.dateline,
    article.language,
    article.url,
    lower(article.published) as published_from,
    upper(article.published) - 1 as published_to,
    report.day_span(
        lower(article.published),
        upper(article.published) - 1,
        article.published_first_yearless,
        article.published_last_yearless
    ) as published,
    case
        when article.published is not null and article.published_last_yearless is not null then 'corpus'
        else article.published_basis_code
    end as published_basis,
    agency.names as agencies,
    article.story_id,
    article_source.source,
    found.events,
    found.participations,
    found.casualty_figures,
    article.text_length as characters,
    article.rules_version
from eventdb.article
inner join eventdb.source_file on article.source_file_id = source_file.source_file_id
inner join report.article_source on article.article_id = article_source.article_id
left join eventdb.outlet on article.outlet_id = outlet.outlet_id
cross join lateral (
    select string_agg(distinct credited.name, ', ' order by credited.name) as names
    from eventdb.article_credit as credit
    inner join eventdb.outlet as credited on credit.outlet_id = credited.outlet_id
    where
        credit.article_id = article.article_id
        and credit.version = article.version
        and credit.kind_code <> 'photo'
) as agency
cross join lateral (
    select
        (
            select count(*)
            from eventdb.event_report as told
            where
                told.article_id = article.article_id
                and told.version = article.version
                and not told.is_retracted
        ) as events,
        (
            select count(*)
            from eventdb.participation as position
            where
                position.article_id = article.article_id
                and position.version = article.version
                and not position.is_retracted
        ) as participations,
        (
            select count(*)
            from eventdb.casualty_figure as figure
            where
                figure.article_id = article.article_id
                and figure.version = article.version
                and not figure.is_retracted
        ) as casualty_figures
) as found
where article.is_current;

comment on view report.article is
'One row per current article: where it came from, when it was published, and how much was found in it. Older versions of its text stay in eventdb.article.';
comment on column report.article.article_id is 'Article; the same over all versions of its text';
comment on column report.article.version is 'Version of the article''s text, from 1';
comment on column report.article.file is 'Path or address that the current text was read from';
comment on column report.article.title is 'Headline';
comment on column report.article.outlet is 'Publisher; null: not known';
comment on column report.article.outlet_kind is
'agency, newspaper, broadcaster, website, organisation, data_set or unknown';
comment on column report.article.dataset is
'Data set of which it is a coded record: ucdp-ged, acled, gtd or polecat; null: a news article';
comment on column report.article.authors is 'Names in the byline, in its order, separated by commas';
comment on column report.article.dateline is 'Place before the first sentence, as written';
comment on column report.article.language is 'ISO 639 code';
comment on column report.article.url is 'Address, if known';
comment on column report.article.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.article.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.article.published is
'Day of publication as text: one day, first/last, or --09-04 where the text has no year';
comment on column report.article.published_basis is
'Ground of the day of publication: metadata, byline, text, corpus, human or unknown';
comment on column report.article.agencies is 'Agencies credited for the text, by name; photo credits are left out';
comment on column report.article.story_id is 'Set of near-identical articles; null: not linked yet';
comment on column report.article.source is 'Independent source behind the article, see report.article_source';
comment on column report.article.events is 'Events that it tells of';
comment on column report.article.participations is 'Positions of actors that it reports';
comment on column report.article.casualty_figures is 'Casualty figures that it gives';
comment on column report.article.characters is 'Length of the text in characters';
comment on column report.article.rules_version is 'Rules and lexicons that read the article';
