-- No finished run may count other than its results: read, inserted, updated, kept and rejected.
-- severity: failure
select
    run.ingest_run_id,
    run.files_read,
    count(result.source_file_id) as results
from eventdb.ingest_run as run
left join eventdb.ingest_result as result on run.ingest_run_id = result.ingest_run_id
where run.finished_at is not null
group by run.ingest_run_id
having
    run.files_read <> count(result.source_file_id)
    or run.files_inserted <> count(*) filter (where result.verdict_code = 'inserted')
    or run.files_updated <> count(*) filter (where result.verdict_code = 'updated')
    or run.files_kept <> count(*) filter (where result.verdict_code = 'kept')
    or run.files_rejected <> count(*) filter (where result.verdict_code = 'rejected');
