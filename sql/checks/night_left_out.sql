-- No two days may have passed before the latest run where runs used to come daily: something did not start it.
-- severity: warning
with latest as (
    select
        run.started_at,
        lag(run.started_at) over (order by run.started_at) as before
    from eventdb.ingest_run as run
    where run.finished_at is not null
    order by run.started_at desc
    limit 1
),

habit as (
    select count(distinct date_trunc('day', run.started_at, 'UTC')) as days
    from eventdb.ingest_run as run
    cross join latest
    where
        run.finished_at is not null
        and run.started_at between latest.before - interval '14 days' and latest.before
)

select
    latest.before as run_before,
    latest.started_at as latest_run
from latest
cross join habit
where
    habit.days >= 5
    and latest.started_at > latest.before + interval '2 days';
