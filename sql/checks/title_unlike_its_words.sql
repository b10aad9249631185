-- No title that an article gives a person may end in a word that the words it rests on lack, unless a human set it right.
-- severity: warning
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
        lower(substr(article.text, office.start + 1, office.stop - office.start)),
        substring(lower(office.title) from '\S+$')
    ) = 0
    and not exists (
        select 1
        from eventdb.correction
        where
            correction.fact_kind_code = 'office_held'
            and correction.fact_id = office.office_held_id
            and correction.state_code = 'active'
    );
