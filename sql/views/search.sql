-- One row per article that holds the words, one of its best sentences, and event that the sentence tells of: best articles first.
-- depends: report.evidence, report.event_name
create function report.search(words text, articles integer default 20, sentences integer default 3)
returns table (
    rank double precision,
    article_id bigint,
    file text,
    headline text,
    outlet text,
    published_from date,
    published_to date,
    sentence_rank bigint,
    start integer,
    stop integer,
    sentence text,
    event_id bigint,
    event text,
    event_type text
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
with stemmed as (
    select
        websearch_to_tsquery('english', search.words) as query,
        websearch_to_tsquery('simple', search.words) as as_written
),

-- A word that must not stand there must not stand there in any form, so such questions are asked by stems alone.
asked as (
    select
        case
            when stemmed.query::text like '%!%' then stemmed.query
            else stemmed.query || stemmed.as_written
        end as query
    from stemmed
),

-- What a sentence may hold any of. A question of nothing but words that must not stand there finds nothing.
wanted as (
    select
        asked.query,
        replace(querytree(asked.query), '&', '|')::tsquery as any_word
    from asked
    where querytree(asked.query) not in ('', 'T')
),

found as (
    select
        article.article_id,
        article.version,
        article.text,
        article.title,
        article.published,
        article.source_file_id,
        article.outlet_id,
        wanted.query,
        wanted.any_word,
        ts_rank(article.words, wanted.query, 1) as rank
    from wanted
    inner join eventdb.article on article.words @@ wanted.query and article.is_current
    order by rank desc, upper(article.published) desc nulls last, article.article_id asc
    limit search.articles
)

select
    found.rank,
    found.article_id,
    source_file.location,
    ts_headline('english', found.title, found.any_word, 'StartSel=**, StopSel=**, HighlightAll=true'),
    outlet.name,
    lower(found.published),
    upper(found.published) - 1,
    best.sentence_rank,
    best.start,
    best.stop,
    ts_headline('english', best.sentence, found.any_word, 'StartSel=**, StopSel=**, HighlightAll=true'),
    told.event_id,
    event_name.event,
    event_name.event_type
from found
inner join eventdb.source_file on found.source_file_id = source_file.source_file_id
left join eventdb.outlet on found.outlet_id = outlet.outlet_id
left join lateral (
    select
        spoken.start,
        spoken.stop,
        spoken.sentence,
        row_number() over (
            order by
                (spoken.words @@ found.query) desc,
                ts_rank(spoken.words, found.any_word) desc,
                spoken.start asc
        ) as sentence_rank
    from (
        select
            sentence.start,
            sentence.stop,
            stretch.said as sentence,
            to_tsvector('english', stretch.said) || to_tsvector('simple', stretch.said) as words
        from eventdb.sentence
        cross join lateral (
            select substr(found.text, sentence.start + 1, sentence.stop - sentence.start) as said
        ) as stretch
        where sentence.article_id = found.article_id and sentence.version = found.version
    ) as spoken
    where spoken.words @@ found.any_word
) as best on best.sentence_rank <= search.sentences
left join lateral (
    select distinct evidence.event_id
    from report.evidence
    where
        evidence.article_id = found.article_id
        and evidence.start >= best.start
        and evidence.start < best.stop
        and evidence.event_id is not null
) as told on true
left join report.event_name on told.event_id = event_name.event_id
order by
    found.rank desc,
    upper(found.published) desc nulls last,
    found.article_id asc,
    best.sentence_rank asc,
    event_name.event asc,
    told.event_id asc
$$;

comment on function report.search(text, integer, integer) is
'Articles that hold the words, best first, each with its best sentences and the events that these tell of; words stand between ** and ** where they were found. Words as for a search engine: talks muscat (both), "peace talks" (in this order), talks or summit, -rumour (not). Words are found in all their forms, as written first. At most so many articles and sentences of each. Columns: rank, article_id, file, headline (title), outlet, published_from, published_to, sentence_rank, start and stop (characters of the sentence in the text), sentence, event_id, event, event_type; sentence null: the words stand in the headline, in the page''s clutter or in no one sentence; event null: the sentence tells of none.';
