-- One row per month, country, province, kind of casualty and combining rule: sums over the events that began in that month.
-- depends: report.casualty, report.timeline
create view report.casualty_by_month as
with province as (
    select
        place.subdivision_code,
        min(place.name) as name
    from eventdb.place
    where place.kind_code = 'province'
    group by place.subdivision_code
)

select
    case
        when date_trunc('month', casualty.starts_from) = date_trunc('month', casualty.starts_to)
            then date_trunc('month', casualty.starts_from)::date
    end as month,
    casualty.country_code,
    coalesce(province.name, timeline.subdivision_code) as province,
    casualty.kind,
    casualty.rule,
    sum(casualty.low)::bigint as low,
    sum(coalesce(casualty.best, casualty.low))::bigint as best,
    sum(coalesce(casualty.high, casualty.best, casualty.low))::bigint as high,
    count(*) as events,
    count(*) filter (where casualty.high is null) as events_without_high,
    count(*) filter (where casualty.best is null) as events_without_best,
    count(*) filter (where casualty.is_disputed) as events_disputed
from report.casualty
inner join report.timeline on casualty.event_id = timeline.event_id
left join province on timeline.subdivision_code = province.subdivision_code
group by
    1,
    casualty.country_code,
    coalesce(province.name, timeline.subdivision_code),
    casualty.kind,
    casualty.rule;

comment on view report.casualty_by_month is
'One row per month, country, province, kind and combining rule: sums of report.casualty over events. Choose one rule; sums over several rules count people many times.';
comment on column report.casualty_by_month.month is
'First day of the month; null: the event''s start is not known to the month';
comment on column report.casualty_by_month.country_code is 'Country, ISO 3166-1 alpha-2; null: not known';
comment on column report.casualty_by_month.province is
'First-order division: name, or ISO 3166-2 code where no entry names it; null: not known';
comment on column report.casualty_by_month.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_by_month.rule is 'Combining rule, see report.casualty';
comment on column report.casualty_by_month.low is 'Sum of the lowest numbers of people; open bounds add nothing';
comment on column report.casualty_by_month.best is
'Sum of the best numbers; where an event has none, its lowest number';
comment on column report.casualty_by_month.high is
'Sum of the highest numbers; where an event has none, its best: a floor if events_without_high is not 0';
comment on column report.casualty_by_month.events is 'Events with a figure of that kind';
comment on column report.casualty_by_month.events_without_high is 'Events among them whose highest number is open';
comment on column report.casualty_by_month.events_without_best is 'Events among them without a best number';
comment on column report.casualty_by_month.events_disputed is 'Events among them whose claims contradict each other';
