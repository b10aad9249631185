-- One row per planned event that still lay ahead on the day of the newest article, as all articles up to it tell it.
-- depends: report.planned_as_of
create view report.upcoming as
select
    planned.event_id,
    planned.event,
    planned.event_type,
    planned.starts_from,
    planned.starts_to,
    planned.starts,
    planned.ends_to,
    planned.place,
    planned.known_since,
    planned.positions,
    planned.articles,
    planned.independent_sources
from report.planned_as_of(
    (
        select max(upper(article.published) - 1)
        from eventdb.article
        where article.is_current
    )
) as planned;

comment on view report.upcoming is
'One row per event that was planned and still lay ahead on the day of the newest article. It does not look at the clock: report.planned_as_of(day) answers for any other day.';
comment on column report.upcoming.event_id is 'Event';
comment on column report.upcoming.event is 'Short words for the event';
comment on column report.upcoming.event_type is
'Kind of event, a code of eventdb.event_type such as consult.conference';
comment on column report.upcoming.starts_from is
'First day for which it is planned: by the newest article, or by an older one that agrees with it and is more exact';
comment on column report.upcoming.starts_to is 'Last day for which its start is planned';
comment on column report.upcoming.starts is
'Days of its start as text: one day, first/last, .. for an open end, or --09-04 where no year is known';
comment on column report.upcoming.ends_to is 'Last day for which it is planned';
comment on column report.upcoming.place is 'Most exact place that is given; of equally exact ones the newest';
comment on column report.upcoming.known_since is
'Day by which the first article that plans it had surely been published';
comment on column report.upcoming.positions is
'Latest position of each actor, as actor: position, separated by semicolons';
comment on column report.upcoming.articles is 'Articles that told of it by then';
comment on column report.upcoming.independent_sources is
'Independent sources behind these articles; copies of one wire report are one';
