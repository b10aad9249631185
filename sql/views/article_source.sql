-- One row per current article: the source behind it, one for all copies of a story, an agency's reports, a data set.
create view report.article_source as
select
    article.article_id,
    coalesce(
        'data set ' || article.dataset_code,
        (
            select case when count(distinct ground.outlet_id) = 1 then 'agency ' || min(ground.outlet_id) end
            from eventdb.article as copy
            cross join lateral (
                select credit.outlet_id
                from eventdb.article_credit as credit
                where
                    credit.article_id = copy.article_id
                    and credit.version = copy.version
                    and credit.kind_code in ('based_on', 'written_by')
                union all
                select outlet.outlet_id
                from eventdb.outlet
                where
                    outlet.outlet_id = copy.outlet_id
                    and outlet.kind_code = 'agency'
            ) as ground
            where
                copy.is_current
                and (copy.article_id = article.article_id or copy.story_id = article.story_id)
        ),
        'story ' || coalesce(article.story_id, article.article_id)
    ) as source
from eventdb.article
where article.is_current;

comment on view report.article_source is
'One row per current article: the independent source behind it. Copies of one story are one source, and so is all that rests on the reports of one agency alone; an article that credits several agencies is a source of its own. All records of a data set are one.';
comment on column report.article_source.article_id is 'Article; the same over all versions of its text';
comment on column report.article_source.source is
'The same text for all articles that rest on one source: an agency, a story or a data set';
