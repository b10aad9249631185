-- One row per event, article, kind and speaker: the toll that the speaker gives, all groups of victims together.
-- depends: report.casualty_stated, report.participation
create view report.casualty_toll as
with compared as (
    select
        stated.event_id,
        stated.article_id,
        stated.kind,
        stated.source,
        stated.published_from,
        stated.published_to,
        stated.speaker,
        stated.said_by_actor_id,
        stated.scope,
        stated.is_sex_or_age,
        stated.low,
        stated.best,
        stated.high,
        stated.includes_attackers,
        stated.size,
        stated.acled_count,
        stated.gtd_count,
        stated.certainty,
        bool_or(stated.scope = 'all') over same_article as has_all,
        max(stated.size) filter (where stated.scope = 'group' and not stated.is_sex_or_age) over same_article
            as largest_group,
        min(stated.speaker) over same_group <> max(stated.speaker) over same_group as has_rival
    from report.casualty_stated as stated
    window
        same_article as (partition by stated.event_id, stated.article_id, stated.kind),
        same_group as (partition by stated.event_id, stated.article_id, stated.kind, stated.victims)
),

-- Where a figure for all people stands in an article, figures for groups are parts of it; only dead attackers come on top,
-- unless the text counts them in.
attackers as (
    select distinct on (compared.event_id, compared.article_id, compared.kind)
        compared.event_id,
        compared.article_id,
        compared.kind,
        compared.low,
        compared.best,
        compared.high,
        compared.acled_count,
        compared.gtd_count
    from compared
    where
        compared.scope = 'attackers'
        and compared.has_all
    order by
        compared.event_id,
        compared.article_id,
        compared.kind,
        compared.size desc,
        compared.speaker asc
),

total as (
    select
        people.event_id,
        people.article_id,
        people.kind,
        people.source,
        people.published_from,
        people.published_to,
        nullif(people.speaker, '') as said_by,
        people.said_by_actor_id,
        people.low + coalesce(attackers.low, 0) as low,
        people.best + coalesce(attackers.best, attackers.low, 0) as best,
        people.high + case when attackers.event_id is null then 0 else attackers.high end as high,
        people.acled_count + coalesce(attackers.acled_count, 0) as acled_count,
        people.gtd_count + coalesce(attackers.gtd_count, 0) as gtd_count,
        people.certainty
    from compared as people
    left join attackers
        on
            people.event_id = attackers.event_id
            and people.article_id = attackers.article_id
            and people.kind = attackers.kind
            and people.includes_attackers is not true
    where people.scope = 'all'
),

-- Without such a figure groups add up. "Three soldiers, among them a woman": a group by sex or age is a part of a group by
-- calling that is as large. Speakers are kept apart where they rival each other on one group.
part as (
    select
        compared.event_id,
        compared.article_id,
        compared.kind,
        compared.source,
        compared.published_from,
        compared.published_to,
        compared.speaker,
        compared.said_by_actor_id,
        compared.low,
        compared.best,
        compared.high,
        compared.acled_count,
        compared.gtd_count,
        compared.certainty,
        bool_or(compared.has_rival) over (
            partition by compared.event_id, compared.article_id, compared.kind
        ) as is_split
    from compared
    where
        not compared.has_all
        and not (compared.is_sex_or_age and compared.size <= coalesce(compared.largest_group, -1))
),

addition as (
    select
        part.event_id,
        part.article_id,
        part.kind,
        min(part.source) as source,
        min(part.published_from) as published_from,
        max(part.published_to) as published_to,
        case when min(part.speaker) = max(part.speaker) then nullif(min(part.speaker), '') end as said_by,
        case when min(part.speaker) = max(part.speaker) then min(part.said_by_actor_id) end as said_by_actor_id,
        sum(part.low)::bigint as low,
        case when bool_and(part.best is not null) then sum(part.best)::bigint end as best,
        case when bool_and(part.high is not null) then sum(part.high)::bigint end as high,
        sum(part.acled_count)::bigint as acled_count,
        case when bool_and(part.gtd_count is not null) then sum(part.gtd_count)::bigint end as gtd_count,
        max(part.certainty) as certainty
    from part
    group by
        part.event_id,
        part.article_id,
        part.kind,
        case when part.is_split then part.speaker end
),

toll as (
    select
        total.event_id,
        total.article_id,
        total.kind,
        total.source,
        total.published_from,
        total.published_to,
        total.said_by,
        total.said_by_actor_id,
        total.low,
        total.best,
        total.high,
        total.acled_count,
        total.gtd_count,
        total.certainty
    from total
    union all
    select
        addition.event_id,
        addition.article_id,
        addition.kind,
        addition.source,
        addition.published_from,
        addition.published_to,
        addition.said_by,
        addition.said_by_actor_id,
        addition.low,
        addition.best,
        addition.high,
        addition.acled_count,
        addition.gtd_count,
        addition.certainty
    from addition
)

select
    toll.event_id,
    toll.article_id,
    toll.kind,
    toll.source,
    toll.published_from,
    toll.published_to,
    toll.said_by,
    exists (  -- noqa: LT01
        select 1
        from report.participation as accused
        where
            accused.event_id = toll.event_id
            and accused.role = 'perpetrator'
            and accused.position in ('alleged', 'claimed', 'did')
            and accused.actor_id = toll.said_by_actor_id
    ) as is_by_perpetrator,
    toll.low,
    toll.best,
    toll.high,
    toll.acled_count,
    toll.gtd_count,
    toll.certainty,
    toll.certainty = 8 as is_none_reported
from toll;

comment on view report.casualty_toll is
'One row per event, article, kind and speaker: what the speaker''s figures for groups of victims come to. It is the report that the rules of report.casualty combine.';
comment on column report.casualty_toll.event_id is 'Event that stands for it after all merges; null: not linked yet';
comment on column report.casualty_toll.article_id is 'Article; the same over all versions of its text';
comment on column report.casualty_toll.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_toll.source is 'Independent source behind the article, see report.article_source';
comment on column report.casualty_toll.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.casualty_toll.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.casualty_toll.said_by is 'Who says so; null: the article itself';
comment on column report.casualty_toll.is_by_perpetrator is 'The speaker is accused of the event, or claims it';
comment on column report.casualty_toll.low is 'Lowest number of people; null: open';
comment on column report.casualty_toll.best is 'Number of people to count with; null: none can be given';
comment on column report.casualty_toll.high is 'Highest number of people; null: open';
comment on column report.casualty_toll.acled_count is 'Number that ACLED would take from these words, in people';
comment on column report.casualty_toll.gtd_count is
'Number that GTD would take from these words, in people; null: too vague';
comment on column report.casualty_toll.certainty is
'Of the wording: 1 exact, 2 between, 3 at least or more than, 4 nearly, 5 about, 6 up to, 7 vague, 8 none reported';
comment on column report.casualty_toll.is_none_reported is 'True: all that is said is that none are known or reported';
