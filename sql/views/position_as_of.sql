-- One row per event and actor: the positions towards a meeting or deal that articles published by a day report.
-- depends: report.participation
create function report.position_as_of(as_of date)
returns table (
    event_id bigint,
    event text,
    starts_from date,
    actor_id bigint,
    actor text,
    actor_kind text,
    roles text,
    first_position text,
    latest_position text,
    latest_published date,
    was_invited boolean,
    did_attend boolean,
    has_declined boolean,
    is_disputed boolean,
    positions text,
    articles bigint,
    independent_sources bigint
)
language sql
stable
as $$
with rank_of_position (position, stage, stance) as (
    values
        ('expected', 1, null),
        ('invited', 2, null),
        ('undecided', 3, null),
        ('declined', 4, 'out'),
        ('excluded', 4, 'out'),
        ('confirmed', 4, 'in'),
        ('attended', 5, 'in'),
        ('did', 5, 'in')
),

reported as (
    select
        told.event_id,
        told.event,
        told.starts_from,
        told.actor_id,
        told.actor,
        told.actor_kind,
        told.role,
        told.position,
        told.article_id,
        told.source,
        told.published_from,
        told.published_to,
        told.published,
        told.start,
        rank_of_position.stage,
        rank_of_position.stance,
        told.position = 'attended' or (
            told.position = 'did'
            and told.role in ('participant', 'mediator', 'observer', 'speaker')
        ) as is_presence,
        max(told.published_from) over same_actor as newest_from,
        told.published_to is not null or max(told.published_to) over same_actor is null as is_in_order
    from report.participation as told
    inner join rank_of_position on told.position = rank_of_position.position
    where
        told.event_id is not null
        and told.role not in ('perpetrator', 'target')
        and split_part(told.event_type, '.', 1) not in ('assault', 'coerce', 'mobilize', 'sanction', 'say')
        and (position_as_of.as_of is null or told.published_to <= position_as_of.as_of)
    window same_actor as (partition by told.event_id, told.actor_id, told.actor)
),

-- Inside one article, and on one day, an answer follows an invitation and presence follows an answer. Where one article of
-- several has no day, nobody knows what came before it: it is neither the first nor the latest.
ordered as (
    select
        reported.event_id,
        reported.event,
        reported.starts_from,
        reported.actor_id,
        reported.actor,
        reported.actor_kind,
        reported.role,
        reported.position,
        reported.article_id,
        reported.source,
        reported.published_from,
        reported.published_to,
        reported.stance,
        reported.is_presence,
        reported.is_in_order,
        bool_or(reported.is_in_order) over same_position as is_known_in_order,
        row_number() over in_time as step,
        lag(reported.position) over in_time as former,
        coalesce(reported.published_to >= reported.newest_from, reported.newest_from is null) as is_latest,
        min(reported.published_from) filter (where reported.is_presence) over same_actor as present_from
    from reported
    window
        same_actor as (partition by reported.event_id, reported.actor_id, reported.actor),
        same_position as (
            partition by reported.event_id, reported.actor_id, reported.actor, reported.position
        ),
        in_time as (
            partition by reported.event_id, reported.actor_id, reported.actor
            order by
                reported.published_to asc nulls last,
                reported.published_from asc nulls last,
                reported.published asc nulls last,
                reported.stage asc,
                reported.article_id asc,
                reported.start asc
        )
)

select
    ordered.event_id,
    min(ordered.event),
    min(ordered.starts_from),
    ordered.actor_id,
    ordered.actor,
    min(ordered.actor_kind),
    string_agg(distinct ordered.role, ', '),
    (array_agg(ordered.position order by ordered.step asc) filter (where ordered.is_in_order))[1],
    (array_agg(ordered.position order by ordered.step desc) filter (where ordered.is_in_order))[1],
    max(ordered.published_to),
    bool_or(ordered.position = 'invited'),
    bool_or(ordered.is_presence),
    bool_or(ordered.stance = 'out') is true,
    (bool_or(ordered.stance = 'in' and ordered.is_latest) and bool_or(ordered.stance = 'out' and ordered.is_latest)) is true
    or bool_or(ordered.stance = 'out' and ordered.published_to >= ordered.present_from) is true,
    concat_ws(
        '; ',
        string_agg(ordered.position, ', ' order by ordered.step asc) filter (
            where ordered.is_in_order and ordered.former is distinct from ordered.position
        ),
        string_agg(distinct ordered.position, ', ') filter (where not ordered.is_known_in_order)
    ),
    count(distinct ordered.article_id),
    count(distinct ordered.source)
from ordered
group by
    ordered.event_id,
    ordered.actor_id,
    ordered.actor
$$;

comment on function report.position_as_of(date) is
'Who stood where on an event that is no attack, arrest, deployment, sanction or mere saying, as far as articles published by that day tell: the columns of report.attendance. An article whose day of publication is an interval counts from its last day on; one without a known day and year never counts, except for a null day, which means all current articles: then it counts, but is the first or the latest only where no article on that actor has a day.';
