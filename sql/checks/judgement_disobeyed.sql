-- No pair of reports may be linked against what a human judged of them.
-- severity: failure
with current_report as (
    select
        event_report.article_id,
        event_report.event_report_id,
        event_report.event_id
    from eventdb.event_report
    inner join eventdb.article
        on event_report.article_id = article.article_id and event_report.version = article.version
    where article.is_current and event_report.event_id is not null
)

select
    judgement.judgement_id,
    judgement.verdict_code,
    judgement.made_by,
    one.event_id as left_event_id,
    other.event_id as right_event_id
from eventdb.judgement
inner join current_report as one
    on judgement.left_id = one.event_report_id and judgement.left_article_id = one.article_id
inner join current_report as other
    on judgement.right_id = other.event_report_id and judgement.right_article_id = other.article_id
where
    judgement.subject_code = 'event_report' and judgement.origin_code = 'human' and judgement.withdrawn_at is null
    and (judgement.verdict_code = 'same') <> (one.event_id = other.event_id);
