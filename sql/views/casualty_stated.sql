-- One row per event, article, kind, speaker and group of victims: the figure that counts among those given for the group.
-- depends: report.casualty_claim
create view report.casualty_stated as
with wording (qualifier, certainty) as (
    values
        ('exact', 1),
        ('between', 2),
        ('coded', 2),
        ('at_least', 3),
        ('more_than', 3),
        ('nearly', 4),
        ('about', 5),
        ('up_to', 6),
        ('vague', 7),
        ('stated_none', 8)
),

-- The lowest number that a vague word allows, and what ACLED counts for the word: several, tens, dozens, hundreds, thousands.
vague_word (low, acled_count) as (
    values
        (1, 3),
        (2, 3),
        (3, 3),
        (20, 10),
        (24, 12),
        (200, 100),
        (2000, 1000)
),

plain_word (word, victims, scope) as (
    values
        ('people', 'people', 'all'),
        ('person', 'people', 'all'),
        ('persons', 'people', 'all'),
        ('victims', 'people', 'all'),
        ('casualties', 'people', 'all'),
        ('attackers', 'attackers', 'attackers'),
        ('attacker', 'attackers', 'attackers')
),

figure as (
    select
        claim.event_id,
        claim.article_id,
        claim.kind,
        claim.source,
        claim.published_from,
        claim.published_to,
        coalesce(claim.said_by, '') as speaker,
        claim.said_by_actor_id,
        coalesce(plain_word.victims, lower(claim.victims)) as victims,
        coalesce(plain_word.scope, 'group') as scope,
        claim.victims ~* '\m(wom[ae]n|m[ae]n|(school)?child(ren)?|girls?|boys?|teenagers?|infants?|bab(y|ies)|minors?)$'
            as is_sex_or_age,
        claim.low,
        claim.best,
        claim.high,
        claim.includes_attackers,
        coalesce(claim.value, claim.low, claim.high, 0) as size,
        case claim.qualifier
            when 'vague' then coalesce(vague_word.acled_count, claim.low, 3)
            when 'between' then claim.low
            else claim.value
        end as acled_count,
        case claim.qualifier
            when 'vague' then null
            when 'between' then claim.low
            else claim.value
        end as gtd_count,
        wording.certainty
    from report.casualty_claim as claim
    inner join wording on claim.qualifier = wording.qualifier
    left join plain_word on lower(claim.victims) = plain_word.word
    left join vague_word on claim.low = vague_word.low
    where claim.event_id is not null
)

-- Of several figures of one speaker for one group the largest is the total and the others are parts of it; a headline's
-- "nine" beside "at least nine" in the text means at least nine.
select distinct on (figure.event_id, figure.article_id, figure.kind, figure.speaker, figure.victims)
    figure.event_id,
    figure.article_id,
    figure.kind,
    figure.source,
    figure.published_from,
    figure.published_to,
    figure.speaker,
    figure.said_by_actor_id,
    figure.victims,
    figure.scope,
    figure.is_sex_or_age,
    figure.low,
    figure.best,
    figure.high,
    figure.includes_attackers,
    figure.size,
    figure.acled_count,
    figure.gtd_count,
    figure.certainty
from figure
order by
    figure.event_id,
    figure.article_id,
    figure.kind,
    figure.speaker,
    figure.victims,
    figure.certainty >= 6,
    figure.size desc,
    figure.certainty desc;

comment on view report.casualty_stated is
'One row per event, article, kind, speaker and group of victims: of several figures the one that counts. A step on the way to report.casualty.';
comment on column report.casualty_stated.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_stated.article_id is 'Article; the same over all versions of its text';
comment on column report.casualty_stated.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_stated.source is 'Independent source behind the article, see report.article_source';
comment on column report.casualty_stated.published_from is
'First day on which the article may have been published; null: not known, or known without a year';
comment on column report.casualty_stated.published_to is
'Last day on which the article may have been published; null: not known, or known without a year';
comment on column report.casualty_stated.speaker is 'Who says so; empty: the article itself';
comment on column report.casualty_stated.said_by_actor_id is 'Actor who says so, if known';
comment on column report.casualty_stated.victims is 'Group in small letters, as written';
comment on column report.casualty_stated.scope is 'all: people in general; attackers; group: any other';
comment on column report.casualty_stated.is_sex_or_age is 'True: a group by sex or age, such as women or children';
comment on column report.casualty_stated.low is 'Lowest number that the words allow; null: open';
comment on column report.casualty_stated.best is 'Number to count with; null: the words give none';
comment on column report.casualty_stated.high is 'Highest number that the words allow; null: open';
comment on column report.casualty_stated.includes_attackers is 'Attackers counted in; null: the text does not say';
comment on column report.casualty_stated.size is 'Number by which figures for one group are compared';
comment on column report.casualty_stated.acled_count is 'Number that ACLED would take from these words, in people';
comment on column report.casualty_stated.gtd_count is
'Number that GTD would take from these words, in people; null: too vague';
comment on column report.casualty_stated.certainty is
'Of the wording: 1 exact, 2 between, 3 at least or more than, 4 nearly, 5 about, 6 up to, 7 vague, 8 none reported';
