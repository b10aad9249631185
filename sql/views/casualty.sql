-- One row per event, kind of casualty and combining rule: what the claims come to when one of six rules combines them.
-- depends: report.casualty_acled, report.casualty_conservative, report.casualty_gtd, report.casualty_informative, report.casualty_representative, report.casualty_toll, report.casualty_ucdp, report.timeline
create view report.casualty as
with combined as (
    select
        conservative.event_id,
        conservative.kind,
        'conservative' as rule,
        conservative.low,
        conservative.best,
        conservative.high,
        false as is_indeterminate
    from report.casualty_conservative as conservative
    union all
    select
        informative.event_id,
        informative.kind,
        'informative' as rule,
        informative.low,
        informative.best,
        informative.high,
        false as is_indeterminate
    from report.casualty_informative as informative
    union all
    select
        representative.event_id,
        representative.kind,
        'representative' as rule,
        representative.low,
        representative.best,
        representative.high,
        representative.is_indeterminate
    from report.casualty_representative as representative
    union all
    select
        ucdp.event_id,
        ucdp.kind,
        'ucdp' as rule,
        ucdp.low,
        ucdp.best,
        ucdp.high,
        false as is_indeterminate
    from report.casualty_ucdp as ucdp
    union all
    select
        acled.event_id,
        acled.kind,
        'acled' as rule,
        acled.figure as low,
        acled.figure as best,
        acled.figure as high,
        false as is_indeterminate
    from report.casualty_acled as acled
    union all
    select
        gtd.event_id,
        gtd.kind,
        'gtd' as rule,
        gtd.figure as low,
        gtd.figure as best,
        gtd.figure as high,
        false as is_indeterminate
    from report.casualty_gtd as gtd
),

rule (rule, kinds) as (
    values
        ('conservative', 'killed injured'),
        ('informative', 'killed injured'),
        ('representative', 'killed injured'),
        ('ucdp', 'killed'),
        ('acled', 'killed'),
        ('gtd', 'killed injured')
),

coverage as (
    select
        toll.event_id,
        toll.kind,
        count(*) as claims,
        count(distinct toll.article_id) as articles,
        count(distinct toll.source) as independent_sources,
        coalesce(
            count(distinct toll.best) filter (where not toll.is_none_reported) > 1
            or max(toll.low) filter (where not toll.is_none_reported)
            > min(toll.high) filter (where not toll.is_none_reported),
            false
        ) as is_disputed,
        bool_and(toll.is_none_reported) as is_none_reported
    from report.casualty_toll as toll
    group by
        toll.event_id,
        toll.kind
)

select
    coverage.event_id,
    timeline.label as event,
    timeline.event_type,
    timeline.starts_from,
    timeline.starts_to,
    timeline.place,
    timeline.country_code,
    coverage.kind,
    rule.rule,
    case when coverage.is_none_reported then 0 else combined.low end as low,
    case when coverage.is_none_reported then 0 else combined.best end as best,
    case when coverage.is_none_reported then 0 else combined.high end as high,
    coverage.claims,
    coverage.articles,
    coverage.independent_sources,
    coverage.is_disputed,
    coverage.is_none_reported,
    coalesce(combined.is_indeterminate, false) as is_indeterminate,
    not coverage.kind = any(string_to_array(rule.kinds, ' ')) as is_by_analogy
from coverage
cross join rule
inner join report.timeline on coverage.event_id = timeline.event_id
left join combined
    on
        coverage.event_id = combined.event_id
        and coverage.kind = combined.kind
        and rule.rule = combined.rule;

comment on view report.casualty is
'One row per event, kind of casualty and combining rule. 0 is a reported count of none, null a bound or figure that no claim gives, is_none_reported says that all claims only know of none; no row: nothing is said. low to high is no confidence interval.';
comment on column report.casualty.event_id is 'Event';
comment on column report.casualty.event is 'Short words for the event';
comment on column report.casualty.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.casualty.starts_from is 'First day on which the event may have started';
comment on column report.casualty.starts_to is 'Last day on which the event may have started';
comment on column report.casualty.place is 'Most exact place that is named';
comment on column report.casualty.country_code is 'Country of the place, ISO 3166-1 alpha-2';
comment on column report.casualty.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty.rule is
'conservative, informative, representative (MAVERICK), ucdp, acled or gtd: each has a view of its own, report.casualty_<rule>';
comment on column report.casualty.low is
'Lowest number of people by the rule; null: open; acled and gtd give one number for all three';
comment on column report.casualty.best is 'Number of people by the rule; null: the rule gives none';
comment on column report.casualty.high is 'Highest number of people by the rule; null: open';
comment on column report.casualty.claims is 'Tolls that were combined: one per article and speaker';
comment on column report.casualty.articles is 'Current articles that say so';
comment on column report.casualty.independent_sources is
'Independent sources behind these articles; copies of one wire report are one';
comment on column report.casualty.is_disputed is
'True: two claims give different best figures, or bounds that exclude each other';
comment on column report.casualty.is_none_reported is
'True: all claims only say that none are known or reported; low, best and high are then 0';
comment on column report.casualty.is_indeterminate is 'True: the mode of a field is tied, so that field is null';
comment on column report.casualty.is_by_analogy is
'True: the project does not count this kind (ACLED and UCDP count deaths only), and its rule is applied all the same';
