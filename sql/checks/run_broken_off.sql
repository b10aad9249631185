-- No latest run may be left broken off with nobody at work: what it read waits to be linked, and the next run does so.
-- severity: warning
select
    run.ingest_run_id,
    run.started_at,
    run.files_read
from eventdb.ingest_run as run
where
    run.finished_at is null
    and not exists (
        select 1
        from eventdb.ingest_run as later
        where later.started_at > run.started_at
    )
    and not exists (
        select 1
        from pg_locks
        where
            pg_locks.locktype = 'advisory'
            and pg_locks.database = (
                select pg_database.oid
                from pg_database
                where pg_database.datname = current_database()
            )
            and pg_locks.classid::bigint = 1702258030
            and pg_locks.objid::bigint = 1953066599
    );
