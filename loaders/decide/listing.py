"""Decisions as values: what was decided, of what, by whom, why, and whether it stands.

In: an open connection. Out: dicts that JSON can hold, in the order in which decisions were made; ids are numbers as the
views give them, times are ISO 8601. Each holds all that another database needs to take the decision in, and words for
people who review it.
"""

from __future__ import annotations

from typing import Any

from psycopg import Connection
from psycopg.rows import dict_row

Decision = dict[str, Any]

JUDGEMENTS = """
select
    judgement.decision_id as decision,
    'judgement' as kind,
    judgement.subject_code as subject,
    judgement.verdict_code as verdict,
    json_agg(
        json_build_array(
            judgement.left_id, judgement.left_article_id, judgement.right_id, judgement.right_article_id
        )
        order by judgement.left_id, judgement.right_id
    ) as pairs,
    min(coalesce(one.name, told_left.label)) as one,
    min(coalesce(other.name, told_right.label)) as other,
    judgement.made_by as by,
    judgement.reason as why,
    judgement.made_at as at,
    judgement.withdrawn_at,
    judgement.withdrawn_by,
    judgement.withdrawn_reason as withdrawn_why
from eventdb.judgement
left join eventdb.actor as one on judgement.subject_code = 'actor' and judgement.left_id = one.actor_id
left join eventdb.actor as other on judgement.subject_code = 'actor' and judgement.right_id = other.actor_id
left join lateral (
    select event.label
    from eventdb.event_report as r
    inner join eventdb.article using (article_id, version)
    inner join eventdb.event using (event_id)
    where article.is_current and (r.article_id, r.event_report_id) = (judgement.left_article_id, judgement.left_id)
) as told_left on true
left join lateral (
    select event.label
    from eventdb.event_report as r
    inner join eventdb.article using (article_id, version)
    inner join eventdb.event using (event_id)
    where article.is_current and (r.article_id, r.event_report_id) = (judgement.right_article_id, judgement.right_id)
) as told_right on true
where judgement.origin_code = 'human'
group by
    judgement.decision_id, judgement.subject_code, judgement.verdict_code, judgement.made_by, judgement.reason,
    judgement.made_at, judgement.withdrawn_at, judgement.withdrawn_by, judgement.withdrawn_reason
"""
CORRECTIONS = """
select
    correction.correction_id as decision,
    'correction' as kind,
    correction.fact_kind_code as fact_kind,
    correction.fact_id as fact,
    correction.article_id as article,
    source_file.location as file,
    correction.field_name as field,
    correction.original_value as original,
    correction.corrected_value as corrected,
    correction.original_quote as quote,
    correction.state_code as state,
    correction.made_by as by,
    correction.reason as why,
    correction.made_at as at,
    correction.withdrawn_at,
    correction.withdrawn_by,
    correction.withdrawn_reason as withdrawn_why
from eventdb.correction
left join eventdb.article on correction.article_id = article.article_id and article.is_current
left join eventdb.source_file using (source_file_id)
"""


def decisions(connection: Connection) -> list[Decision]:
    """Every decision of a person, those taken back included, the earliest first."""
    with connection.cursor(row_factory=dict_row) as cursor:
        found = [row for query in (JUDGEMENTS, CORRECTIONS) for row in cursor.execute(query).fetchall()]
    found.sort(key=lambda row: (row["at"], row["decision"], row["withdrawn_at"] or row["at"]))
    return [_plain(row) for row in found]


def _plain(row: Decision) -> Decision:
    """Times as text, in the order of the columns."""
    return {name: value.isoformat() if name.endswith("at") and value else value for name, value in row.items()}
