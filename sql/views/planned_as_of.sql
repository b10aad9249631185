-- One row per event that was planned, and not yet over, as the articles published by a day tell it.
-- depends: report.event_claim, report.event_name, report.position_as_of
create function report.planned_as_of(as_of date)
returns table (
    event_id bigint,
    event text,
    event_type text,
    starts_from date,
    starts_to date,
    starts text,
    ends_to date,
    place text,
    known_since date,
    positions text,
    articles bigint,
    independent_sources bigint
)
language sql
stable
as $$
with known as (
    select
        claim.event_id,
        claim.article_id,
        claim.event_type,
        claim.status,
        claim.starts_from,
        claim.starts_to,
        claim.starts,
        claim.ends_to,
        claim.date_precision,
        claim.place,
        claim.place_precision,
        claim.source,
        claim.published_from,
        claim.published_to,
        claim.ordinal
    from report.event_claim as claim
    where
        claim.event_id is not null
        and claim.published_to <= planned_as_of.as_of
),

standing as (
    select
        known.event_id,
        (array_agg(known.status order by known.published_to desc, known.published_from desc, known.article_id, known.ordinal))[1]
            as latest_status,
        bool_or(known.status in ('ongoing', 'occurred', 'stalled')) as has_begun,
        min(known.published_to) filter (where known.status = 'planned') as known_since,
        count(distinct known.article_id) as articles,
        count(distinct known.source) as independent_sources
    from known
    group by known.event_id
),

newest as (
    select distinct on (known.event_id)
        known.event_id,
        known.article_id,
        known.ordinal,
        known.starts_from,
        known.starts_to
    from known
    where known.starts is not null
    order by
        known.event_id,
        known.published_to desc,
        known.date_precision asc nulls last,
        known.published_from desc,
        known.article_id,
        known.ordinal
),

-- When it is planned for: what the newest article says, or a more exact day that an older one gives and that agrees with it.
dated as (
    select distinct on (known.event_id)
        known.event_id,
        known.starts_from,
        known.starts_to,
        known.starts,
        known.ends_to
    from known
    inner join newest on known.event_id = newest.event_id
    where
        (known.article_id, known.ordinal) = (newest.article_id, newest.ordinal)
        or (known.starts_from <= newest.starts_to and known.starts_to >= newest.starts_from)
    order by
        known.event_id,
        known.date_precision asc nulls last,
        known.published_to desc,
        known.published_from desc,
        known.article_id,
        known.ordinal
),

-- Where: the most exact place, of equally exact ones the newest.
placed as (
    select distinct on (known.event_id)
        known.event_id,
        known.place
    from known
    where known.place is not null
    order by
        known.event_id,
        known.place_precision asc nulls last,
        known.published_to desc,
        known.published_from desc,
        known.article_id,
        known.ordinal
),

stated as (
    select
        position.event_id,
        string_agg(position.actor || ': ' || position.latest_position, '; ' order by position.actor) as positions
    from report.position_as_of(planned_as_of.as_of) as position
    group by position.event_id
)

select
    standing.event_id,
    event_name.event,
    event_name.event_type,
    dated.starts_from,
    dated.starts_to,
    dated.starts,
    dated.ends_to,
    placed.place,
    standing.known_since,
    stated.positions,
    standing.articles,
    standing.independent_sources
from standing
inner join report.event_name on standing.event_id = event_name.event_id
left join dated on standing.event_id = dated.event_id
left join placed on standing.event_id = placed.event_id
left join stated on standing.event_id = stated.event_id
where
    standing.latest_status = 'planned'
    and not standing.has_begun
    and coalesce(dated.ends_to, dated.starts_to, planned_as_of.as_of) >= planned_as_of.as_of
$$;

comment on function report.planned_as_of(date) is
'What was planned and still lay ahead on that day, as far as articles published by then tell: the columns of report.upcoming. An article whose day of publication is an interval counts from its last day on; one without a known year never counts.';
