-- No three days of runs may pass without a new file where new files used to come: the inbox is not being filled.
-- severity: warning
with latest as (
    select max(run.started_at) as started_at
    from eventdb.ingest_run as run
    where run.finished_at is not null
),

filled as (
    select
        max(run.started_at) as newest,
        count(distinct date_trunc('day', run.started_at, 'UTC')) as days
    from eventdb.ingest_run as run
    cross join latest
    where
        run.files_inserted > 0
        and run.started_at > latest.started_at - interval '30 days'
)

select
    filled.newest as last_new_file,
    latest.started_at as latest_run
from latest
cross join filled
where
    filled.days >= 5
    and filled.newest < latest.started_at - interval '3 days';
