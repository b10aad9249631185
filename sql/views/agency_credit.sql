-- One row per current article, agency and way of crediting it.
-- depends: report.article
create view report.agency_credit as
select
    article.article_id,
    article.file,
    article.outlet,
    article.published_from,
    agency.outlet_id as agency_id,
    agency.name as agency,
    credit.kind_code as kind,
    min(substr(whole.text, credit.start + 1, credit.stop - credit.start)) as evidence
from report.article
inner join eventdb.article as whole
    on
        article.article_id = whole.article_id
        and article.version = whole.version
inner join eventdb.article_credit as credit
    on
        article.article_id = credit.article_id
        and article.version = credit.version
inner join eventdb.outlet as agency on credit.outlet_id = agency.outlet_id
group by
    article.article_id,
    article.file,
    article.outlet,
    article.published_from,
    agency.outlet_id,
    agency.name,
    credit.kind_code;

comment on view report.agency_credit is
'One row per current article, agency and way of crediting it.';
comment on column report.agency_credit.article_id is 'Article; the same over all versions of its text';
comment on column report.agency_credit.file is 'Path or address that the current text was read from';
comment on column report.agency_credit.outlet is 'Publisher; null: not known';
comment on column report.agency_credit.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.agency_credit.agency_id is 'Agency';
comment on column report.agency_credit.agency is 'Name of the agency';
comment on column report.agency_credit.kind is 'based_on, written_by, photo or cited';
comment on column report.agency_credit.evidence is 'Words of the credit';
