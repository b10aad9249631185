-- One row per attack, actor and claim: who is said to have done it, by whom, and how well that stands in Airwars' sense.
-- depends: report.participation
create view report.responsibility as
with claim as (
    select
        told.participation_id,
        told.event_id,
        told.event,
        told.event_type,
        told.starts_from,
        told.actor_id,
        told.actor,
        told.actor_kind,
        told.position,
        told.said_by,
        told.article_id,
        told.file,
        told.source,
        told.published_from,
        told.published_to,
        told.evidence
    from report.participation as told
    where
        told.event_id is not null
        and told.role = 'perpetrator'
        and (told.event_type like 'assault.%' or told.event_type like 'coerce.%')
        and told.position in ('alleged', 'claimed', 'denied', 'did')
),

accused as (
    select
        claim.event_id,
        claim.actor_id,
        claim.actor,
        bool_or(claim.position = 'claimed') as has_claimed,
        count(distinct claim.source) filter (where claim.position in ('alleged', 'did')) as accusing_sources
    from claim
    group by
        claim.event_id,
        claim.actor_id,
        claim.actor
),

partnership as (
    select distinct
        one.event_id,
        one.actor_id,
        one.actor,
        other.actor_id as partner_id,
        other.actor as partner
    from claim as one
    inner join claim as other
        on
            one.event_id = other.event_id
            and one.article_id = other.article_id
            and one.said_by is not distinct from other.said_by
    where
        one.position <> 'denied'
        and other.position <> 'denied'
),

-- A rival is accused of the same attack, and nobody accuses both in one article: partners are no rivals.
rivalry as (
    select
        accused.event_id,
        accused.actor_id,
        accused.actor,
        bool_or(rival.position = 'claimed') as has_rival_claim,
        bool_or(rival.position in ('alleged', 'did')) as has_rival_accused
    from accused
    inner join claim as rival
        on
            accused.event_id = rival.event_id
            and (accused.actor_id, accused.actor) is distinct from (rival.actor_id, rival.actor)
            and rival.position <> 'denied'
    where not exists (
        select 1
        from partnership
        where
            partnership.event_id = accused.event_id
            and partnership.actor_id is not distinct from accused.actor_id
            and partnership.actor = accused.actor
            and partnership.partner_id is not distinct from rival.actor_id
            and partnership.partner = rival.actor
    )
    group by
        accused.event_id,
        accused.actor_id,
        accused.actor
),

graded as (
    select
        accused.event_id,
        accused.actor_id,
        accused.actor,
        accused.accusing_sources,
        case
            when accused.has_claimed and rivalry.has_rival_claim then 'contested'
            when accused.has_claimed then 'confirmed'
            when rivalry.has_rival_claim then 'discounted'
            when rivalry.has_rival_accused then 'contested'
            when accused.accusing_sources >= 2 then 'fair'
            else 'weak'
        end as grade
    from accused
    left join rivalry
        on
            accused.event_id = rivalry.event_id
            and accused.actor_id is not distinct from rivalry.actor_id
            and accused.actor = rivalry.actor
)

select
    claim.event_id,
    claim.event,
    claim.event_type,
    claim.starts_from,
    claim.actor_id,
    claim.actor,
    claim.actor_kind,
    claim.position,
    claim.said_by,
    graded.grade,
    graded.accusing_sources as independent_sources,
    claim.article_id,
    claim.file,
    claim.published_from,
    claim.published_to,
    claim.evidence,
    claim.participation_id
from claim
inner join graded
    on
        claim.event_id = graded.event_id
        and claim.actor_id is not distinct from graded.actor_id
        and claim.actor = graded.actor;

comment on view report.responsibility is
'One row per attack, actor and reported claim of who did it, with Airwars'' grading of the whole evidence against that actor.';
comment on column report.responsibility.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.responsibility.event is 'Short words for the event';
comment on column report.responsibility.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.responsibility.starts_from is 'First day on which the attack may have started';
comment on column report.responsibility.actor_id is 'Actor after all merges; null: known to this article only';
comment on column report.responsibility.actor is 'Name of the actor';
comment on column report.responsibility.actor_kind is
'person, state, government, armed_group, igo, ngo, media, party, company or group';
comment on column report.responsibility.position is
'alleged (blamed by others), claimed, denied, or did (the article itself states it as a fact)';
comment on column report.responsibility.said_by is 'Who says so; null: the article itself';
comment on column report.responsibility.grade is
'confirmed: the actor claims it · fair: two or more independent sources accuse it · weak: fewer do · contested: rival claims or accusations · discounted: only another claims it (after Airwars)';
comment on column report.responsibility.independent_sources is 'Independent sources that accuse the actor';
comment on column report.responsibility.article_id is 'Article; the same over all versions of its text';
comment on column report.responsibility.file is 'Path or address that the current text was read from';
comment on column report.responsibility.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.responsibility.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.responsibility.evidence is 'Words of the article that it rests on';
comment on column report.responsibility.participation_id is 'Hash of content: survives a new extraction';
