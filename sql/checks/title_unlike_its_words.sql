-- No title that an article gives a person may differ from the words that it rests on, unless a human set it right.
-- severity: failure
select
    office.article_id,
    office.office_held_id,
    office.title,
    substr(article.text, office.start + 1, office.stop - office.start) as words
from eventdb.office_held as office
inner join eventdb.article
    on
        office.article_id = article.article_id
        and office.version = article.version
        and article.is_current
where
    not office.is_retracted
    and strpos(
        lower(regexp_replace(substr(article.text, office.start + 1, office.stop - office.start), '\s+', ' ', 'g')),
        lower(office.title)
    ) = 0
    and not exists (
        select 1
        from eventdb.correction
        where
            correction.fact_kind_code = 'office_held'
            and correction.fact_id = office.office_held_id
            and correction.state_code = 'active'
    );
