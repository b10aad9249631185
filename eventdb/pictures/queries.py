"""The questions that a page asks of schema report, as SQL.

In: since, until and countries (null: all), and what each question names. Only `read` asks them.
"""

from __future__ import annotations

ASKED_FOR = """
    (%(since)s::date is null or coalesce(ends_to, starts_to, starts_from) >= %(since)s)
    and (%(until)s::date is null or coalesce(starts_from, starts_to) <= %(until)s)
    and (%(countries)s::text[] is null or country_code = any(%(countries)s))
"""
"""Which events are asked for; those without a day fall out where a day is asked for."""

CHOSEN = f"select event_id from report.timeline where {ASKED_FOR}"

COLUMNS = """
    event_id, event_type, label, status, starts_from, starts_to, ends_to, starts, place, country_code, articles,
    independent_sources, quad_class
"""
BEST_FIRST = "independent_sources desc, articles desc, is_core desc, coalesce(starts_from, starts_to) desc, event_id"

SUMMARY = f"""
select
    (select count(*) from report.article),
    (select count(*) from report.timeline where {ASKED_FOR}),
    (
        select count(*) from report.timeline
        where
            coalesce(ends_to, starts_to, starts_from) is null
            and (%(since)s::date is not null or %(until)s::date is not null)
            and (%(countries)s::text[] is null or country_code = any(%(countries)s))
    ),
    (select min(published_from) from report.article),
    (select max(published_to) from report.article)
"""

EVENTS = f"""
select {COLUMNS}, count(*) over () as total
from report.timeline
where {ASKED_FOR} and (coalesce(starts_from, starts_to) is not null) = %(is_dated)s
order by {BEST_FIRST}
limit %(most)s
"""

EVENTS_BY_ID = f"select {COLUMNS} from report.timeline where event_id = any(%(ids)s)"

MONTHS = f"""
select date_trunc('month', coalesce(starts_from, starts_to))::date, quad_class, count(*)
from report.timeline
where {ASKED_FOR} and coalesce(starts_from, starts_to) is not null
group by 1, 2
order by 1, 2
"""

STANDING_ID = """
select coalesce(standing.standing_id, asked.event_id)
from (values (%(event_id)s::bigint)) as asked (event_id)
left join report.standing_event as standing on asked.event_id = standing.event_id
"""

CONFERENCE = f"""
select participation.event_id
from report.participation
where participation.event_type like 'consult.%%' and participation.event_id in ({CHOSEN})
group by participation.event_id
order by count(*) desc, participation.event_id
limit 1
"""

STANDINGS = """
select
    actor_id, actor, actor_kind, roles, latest_position, was_invited, did_attend, has_declined, is_disputed, articles,
    independent_sources
from report.attendance
where event_id = %(event_id)s
"""

POSITIONS = """
select participation_id, event_id, actor_id, actor, role, position, said_by, published
from report.participation
where event_id = %(event_id)s
order by published_to nulls last, published_from nulls last, article_id, start, participation_id
"""

TOLLS = f"""
select
    event_id, kind, low, best, high, claims, independent_sources, is_disputed, is_none_reported,
    count(*) over (partition by kind) as total
from report.casualty
where rule = 'ucdp' and event_id in ({CHOSEN})
"""
MOST_TOLLS = f"""
select * from (
    select toll.*, row_number() over (
        partition by kind order by claims > 1 desc, coalesce(best, high, low) desc nulls last, event_id
    ) as place
    from ({TOLLS}) as toll
) as ranked
where place <= %(most)s
order by kind, place
"""

CLAIMS = """
select casualty_figure_id, event_id, kind, victims, low, best, high, said_by, published
from report.casualty_claim
where event_id = any(%(ids)s)
order by event_id, kind, published_to nulls last, article_id, start, casualty_figure_id
"""

SPOTS = f"""
select
    coalesce(place, ''), latitude, longitude, bool_and(coalesce(place_precision >= 6, false)), count(*),
    count(*) filter (where quad_class in (1, 2)),
    count(*) filter (where quad_class in (3, 4)),
    (array_agg(event_id order by {BEST_FIRST}))[1:%(events)s],
    count(*) over () as total
from report.timeline
where {ASKED_FOR} and latitude is not null and longitude is not null
group by place, latitude, longitude
order by count(*) desc, place, latitude, longitude
limit %(most)s
"""
WITHOUT_PLACE = f"select count(*) from report.timeline where {ASKED_FOR} and (latitude is null or longitude is null)"

PAIRS = f"""
select
    actor_a, actor_b, count(*),
    count(*) filter (where is_cooperative),
    count(*) filter (where is_hostile),
    (array_agg(event_id order by event_id))[1:%(events)s],
    count(*) over () as total
from report.actor_meeting
where event_id in ({CHOSEN})
group by actor_a_id, actor_a, actor_b_id, actor_b
order by count(*) desc, actor_a, actor_b, actor_a_id, actor_b_id
limit %(most)s
"""

CHANGES = """
select
    change.changed_at, change.what, change.cause, change.before, change.after, change.fact_id, evidence.event_id,
    change.file, change.made_by, change.reason, change.total
from (
    select changed.*, count(*) over () as total
    from report.change as changed
    order by changed_at desc, what, fact_id, before, after
    limit %(most)s
) as change
left join lateral (
    select evidence.event_id from report.evidence where evidence.fact_id = change.fact_id limit 1
) as evidence on true
order by change.changed_at desc, change.what, change.fact_id, change.before, change.after
"""

FACTS = """
with fact as (
    select
        evidence.*,
        count(*) over (partition by event_id) as total,
        row_number() over (
            partition by event_id
            order by fact_id = any(%(wanted)s) desc, fact_kind = 'event_report' desc, article_id, start, fact_id
        ) as place
    from report.evidence as evidence
    where event_id = any(%(ids)s)
)

select
    fact.fact_id, fact.event_id, fact.fact_kind,
    coalesce(
        participation.actor || ' as ' || participation.role || ': ' || participation.position,
        claim.kind || ': ' || coalesce(claim.value || ' ', '') || claim.victims || ' (' || claim.qualifier || ')',
        'what happened'
    ),
    coalesce(participation.said_by, claim.said_by),
    fact.quote, fact.sentence, fact.file, article.title, article.published, fact.rule, fact.total
from fact
inner join report.article as article on fact.article_id = article.article_id
left join report.participation as participation
    on fact.fact_kind = 'participation'
    and fact.event_id = participation.event_id and fact.fact_id = participation.participation_id
left join report.casualty_claim as claim
    on fact.fact_kind = 'casualty_figure'
    and fact.event_id = claim.event_id and fact.fact_id = claim.casualty_figure_id
where fact.place <= %(most)s or fact.fact_id = any(%(wanted)s)
order by fact.event_id, article.published_to nulls last, fact.article_id, fact.start, fact.fact_id
"""
