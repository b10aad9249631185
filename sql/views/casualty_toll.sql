-- One row per event, article, kind and speaker: the toll that the speaker gives, all groups of victims together.
-- depends: report.accused_actor, report.casualty_stated
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
        stated.size,
        stated.acled_count,
        stated.gtd_count,
        stated.certainty,
        bool_or(stated.scope = 'all') over same_article as has_all,
        max(stated.size) filter (where stated.scope = 'group' and not stated.is_sex_or_age) over same_article
            as largest_group,
        min(stated.speaker) over same_group <> max(stated.speaker) over same_group as has_rival,
        stated.scope = 'all'
        and stated.includes_attackers is not true
        and bool_or(stated.scope = 'attackers') over same_article as adds_attackers,
        max(stated.low) filter (where stated.scope = 'attackers') over same_article as attackers_low,
        max(coalesce(stated.best, stated.low)) filter (where stated.scope = 'attackers') over same_article
            as attackers_best,
        max(stated.high) filter (where stated.scope = 'attackers') over same_article as attackers_high,
        max(stated.acled_count) filter (where stated.scope = 'attackers') over same_article as attackers_acled_count,
        max(stated.gtd_count) filter (where stated.scope = 'attackers') over same_article as attackers_gtd_count
    from report.casualty_stated as stated
    window
        same_article as (partition by stated.event_id, stated.article_id, stated.kind),
        same_group as (partition by stated.event_id, stated.article_id, stated.kind, stated.victims)
),

-- Where a figure for all people stands in an article, figures for groups are parts of it. Without one, groups add up; but
-- "three soldiers, among them a woman": a group by sex or age is a part of a group by calling that is as large.
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
        case when compared.adds_attackers then coalesce(compared.attackers_low, 0) else 0 end as more_low,
        case when compared.adds_attackers then coalesce(compared.attackers_best, 0) else 0 end as more_best,
        case when compared.adds_attackers then compared.attackers_high else 0 end as more_high,
        case when compared.adds_attackers then coalesce(compared.attackers_acled_count, 0) else 0 end
            as more_acled_count,
        case when compared.adds_attackers then coalesce(compared.attackers_gtd_count, 0) else 0 end as more_gtd_count,
        compared.has_all or bool_or(compared.has_rival) over (
            partition by compared.event_id, compared.article_id, compared.kind
        ) as is_split
    from compared
    where
        compared.scope = 'all'
        or (
            not compared.has_all
            and not (compared.is_sex_or_age and compared.size <= coalesce(compared.largest_group, -1))
        )
),

-- Dead attackers come on top of a figure for all people, unless the text counts them in. A speaker's toll stands alone where
-- speakers rival each other on one group.
toll as (
    select
        part.event_id,
        part.article_id,
        part.kind,
        min(part.source) as source,
        min(part.published_from) as published_from,
        max(part.published_to) as published_to,
        case when min(part.speaker) = max(part.speaker) then nullif(min(part.speaker), '') end as said_by,
        case when min(part.speaker) = max(part.speaker) then min(part.said_by_actor_id) end as said_by_actor_id,
        sum(part.low + part.more_low)::bigint as low,
        case when bool_and(part.best is not null) then sum(part.best + part.more_best)::bigint end as best,
        case
            when bool_and(part.high is not null and part.more_high is not null)
                then sum(part.high + part.more_high)::bigint
        end as high,
        sum(part.acled_count + part.more_acled_count)::bigint as acled_count,
        case
            when bool_and(part.gtd_count is not null)
                then sum(part.gtd_count + part.more_gtd_count)::bigint
        end as gtd_count,
        max(part.certainty) as certainty
    from part
    group by
        part.event_id,
        part.article_id,
        part.kind,
        case when part.is_split then part.speaker end
)

select
    toll.event_id,
    toll.article_id,
    toll.kind,
    toll.source,
    toll.published_from,
    toll.published_to,
    toll.said_by,
    accused_actor.actor_id is not null as is_by_perpetrator,
    toll.low,
    toll.best,
    toll.high,
    toll.acled_count,
    toll.gtd_count,
    toll.certainty,
    toll.certainty = 8 as is_none_reported
from toll
left join report.accused_actor
    on
        toll.event_id = accused_actor.event_id
        and toll.said_by_actor_id = accused_actor.actor_id;

comment on view report.casualty_toll is
'One row per event, article, kind and speaker: what the speaker''s figures for groups of victims come to. It is the report that the rules of report.casualty combine.';
comment on column report.casualty_toll.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
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
