-- One row per link: two reports that rules or a person take for one event, or that a person told apart, and why.
create view report.event_link as
select
    judgement.verdict_code as verdict,
    judgement.origin_code as origin,
    judgement.score,
    judgement.made_by,
    judgement.reason,
    one.event_id as left_event_id,
    other.event_id as right_event_id,
    judgement.left_id as left_fact_id,
    judgement.right_id as right_fact_id,
    judgement.left_article_id,
    judgement.right_article_id,
    substr(one_article.text, one.start + 1, one.stop - one.start) as left_quote,
    substr(other_article.text, other.start + 1, other.stop - other.start) as right_quote
from eventdb.judgement
inner join eventdb.article as one_article
    on
        judgement.left_article_id = one_article.article_id
        and one_article.is_current
inner join eventdb.article as other_article
    on
        judgement.right_article_id = other_article.article_id
        and other_article.is_current
inner join eventdb.event_report as one
    on
        one_article.article_id = one.article_id
        and one_article.version = one.version
        and judgement.left_id = one.event_report_id
inner join eventdb.event_report as other
    on
        other_article.article_id = other.article_id
        and other_article.version = other.version
        and judgement.right_id = other.event_report_id
where
    judgement.subject_code = 'event_report'
    and judgement.withdrawn_at is null
    and not one.is_retracted
    and not other.is_retracted;

comment on view report.event_link is
'One row per link: two reports that rules or a person take for one event, or that a person told apart, and why.';
comment on column report.event_link.verdict is 'same or different';
comment on column report.event_link.origin is 'rule or human; a human''s wins, for ever';
comment on column report.event_link.score is
'How sure the rules are, from 0 to 1: a grade and no probability; null: a person judged';
comment on column report.event_link.made_by is 'Version of the rules and the ground, or the person';
comment on column report.event_link.reason is 'What the two reports have in common, or why the person says so';
comment on column report.event_link.left_event_id is 'Event of the one report';
comment on column report.event_link.right_event_id is 'Event of the other; the same as the one''s unless told apart';
comment on column report.event_link.left_fact_id is 'The one report, as fact_id in report.evidence';
comment on column report.event_link.right_fact_id is 'The other report';
comment on column report.event_link.left_article_id is 'Article of the one report';
comment on column report.event_link.right_article_id is 'Article of the other';
comment on column report.event_link.left_quote is 'Words that the one report rests on';
comment on column report.event_link.right_quote is 'Words that the other rests on';
