-- One row per run of ingest: how many files it read, what became of them, and in how many nothing was found.
create view report.ingest_run as
select
    run.ingest_run_id,
    run.started_at,
    run.finished_at,
    extract(epoch from run.finished_at - run.started_at)::double precision as seconds,
    run.finished_at is not null as is_finished,
    run.sources,
    run.rules_version,
    run.files_read,
    run.files_inserted,
    run.files_updated,
    run.files_kept,
    run.files_rejected,
    found.files_without_events,
    found.events,
    found.participations,
    found.casualty_figures
from eventdb.ingest_run as run
cross join lateral (
    select
        count(*) filter (where result.verdict_code in ('inserted', 'updated') and result.event_reports = 0)
            as files_without_events,
        coalesce(sum(result.event_reports) filter (where result.verdict_code in ('inserted', 'updated')), 0)::bigint
            as events,
        coalesce(sum(result.participations) filter (where result.verdict_code in ('inserted', 'updated')), 0)::bigint
            as participations,
        coalesce(sum(result.casualty_figures) filter (where result.verdict_code in ('inserted', 'updated')), 0)::bigint
            as casualty_figures
    from eventdb.ingest_result as result
    where result.ingest_run_id = run.ingest_run_id
) as found;

comment on view report.ingest_run is
'One row per run of ingest. files_read = files_inserted + files_updated + files_kept + files_rejected.';
comment on column report.ingest_run.ingest_run_id is 'Run of ingest';
comment on column report.ingest_run.started_at is 'When it began';
comment on column report.ingest_run.finished_at is 'When it ended; null: running or broken off';
comment on column report.ingest_run.seconds is 'How long it took';
comment on column report.ingest_run.is_finished is 'False: running or broken off';
comment on column report.ingest_run.sources is 'Paths as given, separated by spaces';
comment on column report.ingest_run.rules_version is 'Rules and lexicons of the run';
comment on column report.ingest_run.files_read is 'Files met';
comment on column report.ingest_run.files_inserted is 'New articles';
comment on column report.ingest_run.files_updated is 'New versions, or texts read again by newer rules';
comment on column report.ingest_run.files_kept is 'Files in which nothing had changed';
comment on column report.ingest_run.files_rejected is 'Files that could not be read, see report.rejected_file';
comment on column report.ingest_run.files_without_events is
'Files inserted or updated in which no event was found: worth a look';
comment on column report.ingest_run.events is 'Events told in files inserted or updated';
comment on column report.ingest_run.participations is 'Positions reported in them';
comment on column report.ingest_run.casualty_figures is 'Casualty figures given in them';
