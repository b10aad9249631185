-- No active correction may wait for a fact that is gone from its current article.
-- severity: warning
select
    correction.correction_id,
    correction.fact_kind_code,
    correction.fact_id
from eventdb.correction
where
    correction.state_code = 'active'
    and correction.fact_kind_code in ('event_report', 'participation', 'casualty_figure', 'office_held')
    and not exists (
        select 1
        from report.evidence
        where
            evidence.article_id = correction.article_id
            and evidence.fact_kind = correction.fact_kind_code
            and evidence.fact_id = correction.fact_id
    );
