-- Runs of ingest, judgements, corrections and changes.

create table eventdb.ingest_run (
    ingest_run_id bigint not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    rules_version text not null,
    sources text not null,
    files_read integer not null,
    files_inserted integer not null,
    files_updated integer not null,
    files_kept integer not null,
    files_rejected integer not null,
    constraint pk_ingest_run primary key (ingest_run_id),
    constraint ck_ingest_run_counts_add_up
        check (files_read = files_inserted + files_updated + files_kept + files_rejected),
    constraint ck_ingest_run_counts_are_not_negative
        check (least(files_inserted, files_updated, files_kept, files_rejected) >= 0),
    constraint ck_ingest_run_finished_after_started check (finished_at >= started_at)
);
comment on table eventdb.ingest_run is 'One row per run of ingest.';
comment on column eventdb.ingest_run.ingest_run_id is 'Hash of started_at and the sources given';
comment on column eventdb.ingest_run.started_at is 'When it began';
comment on column eventdb.ingest_run.finished_at is 'When it ended; null: running or broken off';
comment on column eventdb.ingest_run.rules_version is 'Rules and lexicons of the run';
comment on column eventdb.ingest_run.sources is 'Paths as given, joined by spaces';
comment on column eventdb.ingest_run.files_read is 'Files met: inserted, updated, kept and rejected together';
comment on column eventdb.ingest_run.files_inserted is 'New articles';
comment on column eventdb.ingest_run.files_updated is 'New versions, or texts read again by newer rules';
comment on column eventdb.ingest_run.files_kept is 'Unchanged';
comment on column eventdb.ingest_run.files_rejected is 'Not readable; the reason is in ingest_result';

create table eventdb.ingest_result (
    ingest_run_id bigint not null,
    source_file_id bigint not null,
    verdict_code text not null,
    reason text,
    article_id bigint,
    event_reports integer not null,
    participations integer not null,
    casualty_figures integer not null,
    constraint pk_ingest_result primary key (ingest_run_id, source_file_id),
    constraint fk_ingest_result_ingest_run foreign key (ingest_run_id) references eventdb.ingest_run (ingest_run_id),
    constraint fk_ingest_result_source_file foreign key (source_file_id)
        references eventdb.source_file (source_file_id),
    constraint fk_ingest_result_ingest_verdict foreign key (verdict_code) references eventdb.ingest_verdict (code),
    constraint ck_ingest_result_rejected_has_a_reason check ((verdict_code = 'rejected') = (reason is not null)),
    constraint ck_ingest_result_rejected_has_no_article check ((verdict_code = 'rejected') = (article_id is null)),
    constraint ck_ingest_result_counts_are_not_negative
        check (least(event_reports, participations, casualty_figures) >= 0)
);
create index ix_ingest_result_source_file on eventdb.ingest_result (source_file_id);
comment on table eventdb.ingest_result is 'One row per file in a run.';
comment on column eventdb.ingest_result.ingest_run_id is 'Run';
comment on column eventdb.ingest_result.source_file_id is 'File';
comment on column eventdb.ingest_result.verdict_code is 'What became of it';
comment on column eventdb.ingest_result.reason is 'Why it was rejected';
comment on column eventdb.ingest_result.article_id is
'Article that it holds; no foreign key, since the result outlives its version';
comment on column eventdb.ingest_result.event_reports is 'Event reports found; 0 is worth a look';
comment on column eventdb.ingest_result.participations is 'Positions found';
comment on column eventdb.ingest_result.casualty_figures is 'Casualty figures found';

create table eventdb.judgement (
    judgement_id bigint not null,
    subject_code text not null,
    left_id bigint not null,
    right_id bigint not null,
    left_article_id bigint,
    right_article_id bigint,
    verdict_code text not null,
    origin_code text not null,
    made_by text not null,
    reason text not null,
    made_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint pk_judgement primary key (judgement_id),
    constraint fk_judgement_judgement_subject foreign key (subject_code) references eventdb.judgement_subject (code),
    constraint fk_judgement_judgement_verdict foreign key (verdict_code) references eventdb.judgement_verdict (code),
    constraint fk_judgement_origin foreign key (origin_code) references eventdb.origin (code),
    constraint ck_judgement_left_before_right check (left_id < right_id),
    constraint ck_judgement_reports_have_articles
        check ((subject_code = 'event_report') = (num_nonnulls(left_article_id, right_article_id) = 2)),
    constraint ck_judgement_made_by_rule_or_human check (origin_code in ('rule', 'human')),
    constraint ck_judgement_human_says_who_and_why check (origin_code <> 'human' or (made_by <> '' and reason <> '')),
    constraint ck_judgement_withdrawn_after_made check (withdrawn_at >= made_at)
);
create unique index uq_judgement_one_in_force on eventdb.judgement (subject_code, left_id, right_id, origin_code)
where withdrawn_at is null;
comment on table eventdb.judgement is 'One row per decision that two reports, or two actors, are the same or are not.';
comment on column eventdb.judgement.judgement_id is 'Hash of subject, pair, origin and made_at';
comment on column eventdb.judgement.subject_code is 'What is compared';
comment on column eventdb.judgement.left_id is 'Smaller event_report_id or actor_id of the pair';
comment on column eventdb.judgement.right_id is 'Larger event_report_id or actor_id of the pair';
comment on column eventdb.judgement.left_article_id is 'Article of the left report; null for actors';
comment on column eventdb.judgement.right_article_id is 'Article of the right report; null for actors';
comment on column eventdb.judgement.verdict_code is 'Same or different';
comment on column eventdb.judgement.origin_code is 'Rule or human; a human''s wins, for ever';
comment on column eventdb.judgement.made_by is 'Rule or person';
comment on column eventdb.judgement.reason is 'Why';
comment on column eventdb.judgement.made_at is 'When';
comment on column eventdb.judgement.withdrawn_at is 'When taken back; null: in force';

create table eventdb.correction (
    correction_id bigint not null,
    fact_kind_code text not null,
    article_id bigint,
    fact_id bigint not null,
    field_name text not null,
    original_value text,
    corrected_value text,
    original_quote text,
    state_code text not null,
    made_by text not null,
    reason text not null,
    made_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint pk_correction primary key (correction_id),
    constraint fk_correction_fact_kind foreign key (fact_kind_code) references eventdb.fact_kind (code),
    constraint fk_correction_correction_state foreign key (state_code) references eventdb.correction_state (code),
    constraint ck_correction_value_is_changed check (original_value is distinct from corrected_value),
    constraint ck_correction_fact_of_an_article_names_it
        check ((fact_kind_code in ('event', 'actor')) = (article_id is null)),
    constraint ck_correction_says_who_and_why check (made_by <> '' and reason <> ''),
    constraint ck_correction_withdrawn_has_a_time check ((state_code = 'withdrawn') = (withdrawn_at is not null)),
    constraint ck_correction_withdrawn_after_made check (withdrawn_at >= made_at)
);
create unique index uq_correction_one_in_force on eventdb.correction (fact_kind_code, fact_id, field_name)
where withdrawn_at is null;
comment on table eventdb.correction is 'One row per value set right by hand.';
comment on column eventdb.correction.correction_id is 'Hash of fact, field and made_at';
comment on column eventdb.correction.fact_kind_code is 'Kind of fact';
comment on column eventdb.correction.article_id is 'Article of the fact; null: an event or actor';
comment on column eventdb.correction.fact_id is
'The fact''s content hash, as event_report_id; for an article its article_id';
comment on column eventdb.correction.field_name is 'Column set right';
comment on column eventdb.correction.original_value is 'Value as extracted, as text';
comment on column eventdb.correction.corrected_value is 'Value that holds, as text';
comment on column eventdb.correction.original_quote is 'Words that the fact rested on when it was set right';
comment on column eventdb.correction.state_code is 'Active, in review or withdrawn';
comment on column eventdb.correction.made_by is 'Who';
comment on column eventdb.correction.reason is 'Why';
comment on column eventdb.correction.made_at is 'When';
comment on column eventdb.correction.withdrawn_at is 'When taken back';

create table eventdb.fact_change (
    article_id bigint not null,
    ingest_run_id bigint not null,
    ordinal integer not null,
    changed_at timestamptz not null,
    cause_code text not null,
    fact_kind_code text not null,
    fact_id bigint not null,
    field_name text,
    before_value text,
    after_value text,
    constraint pk_fact_change primary key (article_id, ingest_run_id, ordinal),
    constraint fk_fact_change_ingest_run foreign key (ingest_run_id) references eventdb.ingest_run (ingest_run_id),
    constraint fk_fact_change_change_cause foreign key (cause_code) references eventdb.change_cause (code),
    constraint fk_fact_change_fact_kind foreign key (fact_kind_code) references eventdb.fact_kind (code),
    constraint ck_fact_change_value_is_changed check (before_value is distinct from after_value)
);
comment on table eventdb.fact_change is
'One row per field of a fact that a load changed; corrections and judgements keep their own.';
comment on column eventdb.fact_change.article_id is 'Article; no foreign key, since the change outlives its version';
comment on column eventdb.fact_change.ingest_run_id is 'Run that changed it';
comment on column eventdb.fact_change.ordinal is 'Running number in article and run, from 0';
comment on column eventdb.fact_change.changed_at is 'When';
comment on column eventdb.fact_change.cause_code is 'Article or rules';
comment on column eventdb.fact_change.fact_kind_code is 'Kind of fact';
comment on column eventdb.fact_change.fact_id is 'The fact''s content hash, as event_report_id';
comment on column eventdb.fact_change.field_name is 'Column; null: the fact as a whole came or went';
comment on column eventdb.fact_change.before_value is 'Value before, as text; null: none';
comment on column eventdb.fact_change.after_value is 'Value after, as text; null: none';
