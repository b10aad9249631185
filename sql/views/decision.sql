-- One row per decision of a person: what was decided, by whom, why, and whether it stands.
create view report.decision as
with judged as (
    select
        judgement.decision_id,
        judgement.subject_code as subject,
        judgement.verdict_code as verdict,
        judgement.made_by,
        judgement.reason,
        judgement.made_at,
        judgement.withdrawn_at,
        judgement.withdrawn_by,
        judgement.withdrawn_reason,
        count(*)::integer as pairs,
        min(judgement.left_id) as left_id,
        min(judgement.right_id) as right_id
    from eventdb.judgement
    where judgement.origin_code = 'human'
    group by
        judgement.decision_id,
        judgement.subject_code,
        judgement.verdict_code,
        judgement.made_by,
        judgement.reason,
        judgement.made_at,
        judgement.withdrawn_at,
        judgement.withdrawn_by,
        judgement.withdrawn_reason
),

decided as (
    select
        judged.decision_id,
        judged.made_at,
        concat_ws('.', judged.subject, judged.verdict) as what,
        judged.left_id::text as before,
        judged.right_id::text as after,
        case when judged.withdrawn_at is null then 'active' else 'withdrawn' end as state,
        judged.made_by,
        judged.reason,
        judged.pairs,
        null::bigint as fact_id,
        null::bigint as article_id,
        null as quote,
        judged.withdrawn_at,
        judged.withdrawn_by,
        judged.withdrawn_reason
    from judged
    union all
    select
        correction.correction_id as decision_id,
        correction.made_at,
        concat_ws('.', correction.fact_kind_code, correction.field_name) as what,
        correction.original_value as before,
        correction.corrected_value as after,
        correction.state_code as state,
        correction.made_by,
        correction.reason,
        null::integer as pairs,
        correction.fact_id,
        correction.article_id,
        correction.original_quote as quote,
        correction.withdrawn_at,
        correction.withdrawn_by,
        correction.withdrawn_reason
    from eventdb.correction
)

select
    decided.decision_id,
    decided.made_at,
    decided.what,
    decided.before,
    decided.after,
    decided.state,
    decided.made_by,
    decided.reason,
    decided.pairs,
    decided.fact_id,
    decided.article_id,
    source_file.location as file,
    decided.quote,
    decided.withdrawn_at,
    decided.withdrawn_by,
    decided.withdrawn_reason
from decided
left join eventdb.article
    on
        decided.article_id = article.article_id
        and article.is_current
left join eventdb.source_file on article.source_file_id = source_file.source_file_id;

comment on view report.decision is
'One row per decision of a person: what was decided, by whom, why, and whether it stands.';
comment on column report.decision.decision_id is 'The decision, which `eventdb undo` takes';
comment on column report.decision.made_at is 'When it was made';
comment on column report.decision.what is
'What was judged, such as event_report.same, or the kind of fact and the field set right, such as casualty_figure.figure';
comment on column report.decision.before is 'Value as extracted; of a judgement the smallest id at the left';
comment on column report.decision.after is 'Value that holds; of a judgement the smallest id at the right';
comment on column report.decision.state is
'active, withdrawn, or in_review where text and extraction both changed since: somebody has to look again';
comment on column report.decision.made_by is 'Who decided';
comment on column report.decision.reason is 'Why';
comment on column report.decision.pairs is 'Pairs of reports or actors that a judgement covers; null: a correction';
comment on column report.decision.fact_id is 'Fact that was set right; null: a judgement';
comment on column report.decision.article_id is 'Article of the fact; null: a judgement';
comment on column report.decision.file is 'Path or address that the current text was read from';
comment on column report.decision.quote is 'Words that the fact rested on when it was set right';
comment on column report.decision.withdrawn_at is 'When it was taken back; null: it was not';
comment on column report.decision.withdrawn_by is 'Who took it back';
comment on column report.decision.withdrawn_reason is 'Why it was taken back';
