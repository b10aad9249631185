-- One row per file that could not be read when it was last met, with the reason.
create view report.rejected_file as
select
    source_file.source_file_id,
    source_file.location as file,
    source_file.reason,
    source_file.size_bytes,
    source_file.first_seen_at,
    source_file.last_seen_at,
    latest.ingest_run_id,
    coalesce(tried.tries, 0) as tries
from eventdb.source_file
left join lateral (
    select result.ingest_run_id
    from eventdb.ingest_result as result
    inner join eventdb.ingest_run as run on result.ingest_run_id = run.ingest_run_id
    where result.source_file_id = source_file.source_file_id
    order by run.started_at desc
    limit 1
) as latest on true
left join lateral (
    select count(*) as tries
    from eventdb.ingest_result as result
    where
        result.source_file_id = source_file.source_file_id
        and result.verdict_code = 'rejected'
) as tried on true
where source_file.state_code = 'rejected';

comment on view report.rejected_file is
'One row per file that could not be read when it was last met.';
comment on column report.rejected_file.source_file_id is 'Key of the file';
comment on column report.rejected_file.file is 'Path or address';
comment on column report.rejected_file.reason is 'Why it was rejected';
comment on column report.rejected_file.size_bytes is 'Bytes when last read; null: never readable';
comment on column report.rejected_file.first_seen_at is 'First ingest that met it';
comment on column report.rejected_file.last_seen_at is 'Last ingest that met it';
comment on column report.rejected_file.ingest_run_id is 'Latest run that met it; null: none is kept';
comment on column report.rejected_file.tries is 'Runs that met it and rejected it';
