-- One row per changed fact: what a new text, newer rules or a human changed, and when.
create view report.change as
with changed as (
    select
        fact_change.changed_at,
        fact_change.fact_kind_code as fact_kind,
        fact_change.fact_id,
        fact_change.field_name,
        fact_change.cause_code as cause,
        fact_change.before_value,
        fact_change.after_value,
        fact_change.article_id,
        null as made_by,
        null as reason
    from eventdb.fact_change
    union all
    select
        correction.made_at as changed_at,
        correction.fact_kind_code as fact_kind,
        correction.fact_id,
        correction.field_name,
        'human' as cause,
        correction.original_value as before_value,
        correction.corrected_value as after_value,
        correction.article_id,
        correction.made_by,
        correction.reason
    from eventdb.correction
    union all
    select
        correction.withdrawn_at as changed_at,
        correction.fact_kind_code as fact_kind,
        correction.fact_id,
        correction.field_name,
        'human' as cause,
        correction.corrected_value as before_value,
        correction.original_value as after_value,
        correction.article_id,
        correction.withdrawn_by as made_by,
        'withdrawn: ' || coalesce(correction.withdrawn_reason, correction.reason) as reason
    from eventdb.correction
    where correction.withdrawn_at is not null
    union all
    select
        judgement.made_at as changed_at,
        judgement.subject_code as fact_kind,
        judgement.left_id as fact_id,
        'identity' as field_name,
        'human' as cause,
        null as before_value,
        judgement.verdict_code || ' as ' || judgement.right_id as after_value,
        judgement.left_article_id as article_id,
        judgement.made_by,
        judgement.reason
    from eventdb.judgement
    where judgement.origin_code = 'human'
    union all
    select
        judgement.withdrawn_at as changed_at,
        judgement.subject_code as fact_kind,
        judgement.left_id as fact_id,
        'identity' as field_name,
        'human' as cause,
        judgement.verdict_code || ' as ' || judgement.right_id as before_value,
        null as after_value,
        judgement.left_article_id as article_id,
        judgement.withdrawn_by as made_by,
        'withdrawn: ' || coalesce(judgement.withdrawn_reason, judgement.reason) as reason
    from eventdb.judgement
    where
        judgement.origin_code = 'human'
        and judgement.withdrawn_at is not null
)

select
    changed.changed_at as "when",
    changed.changed_at,
    concat_ws('.', changed.fact_kind, changed.field_name) as what,
    changed.cause,
    changed.before_value as before,
    changed.after_value as after,
    changed.fact_kind,
    changed.fact_id,
    changed.article_id,
    source_file.location as file,
    changed.made_by,
    changed.reason
from changed
left join eventdb.article
    on
        changed.article_id = article.article_id
        and article.is_current
left join eventdb.source_file on article.source_file_id = source_file.source_file_id;

comment on view report.change is
'One row per changed field of a fact: by a new text, by newer rules, or by a human.';
comment on column report.change."when" is
'When it changed; a reserved word of SQL, so it needs quotes: changed_at is the same';
comment on column report.change.changed_at is 'When it changed';
comment on column report.change.what is 'Kind of fact and field, such as casualty_figure.value';
comment on column report.change.cause is
'article (text or metadata changed), rules (rules or lexicons changed) or human';
comment on column report.change.before is 'Value before, as text; null: none';
comment on column report.change.after is 'Value after, as text; null: none';
comment on column report.change.fact_kind is 'Kind of fact';
comment on column report.change.fact_id is 'The fact''s key';
comment on column report.change.article_id is 'Article of the fact; null: an event or an actor';
comment on column report.change.file is 'Path or address that the current text was read from';
comment on column report.change.made_by is 'Who decided it; null: a load';
comment on column report.change.reason is 'Why, in the words of who decided it; null: a load';
