"""The links that rules made between reports → rows of `judgement`, each with its score and its reason.

In: events as they are now. Out: one row for each pair that holds an event together, and none for pairs that no longer
do. These rows are derived from the reports like events themselves, so they are deleted and not withdrawn; what people
judged is never touched. A row that is as it should be is not written again.
"""

from __future__ import annotations

from collections.abc import Sequence

from psycopg import Connection

from ..keys import key
from .names import Named
from .reasons import VERSION, Reason, ties

STANDING = """
select judgement_id, made_by, reason, score
from eventdb.judgement
where
    origin_code = 'rule' and subject_code = 'event_report'
    and (left_id = any(%(reports)s) or right_id = any(%(reports)s))
"""
DROP = "delete from eventdb.judgement where judgement_id = any(%s)"
ADD = """
insert into eventdb.judgement (
    judgement_id, decision_id, subject_code, left_id, right_id, left_article_id, right_article_id, verdict_code,
    origin_code, made_by, reason, score, made_at
)
values (%s, %s, 'event_report', %s, %s, %s, %s, 'same', 'rule', %s, %s, %s, now())
"""

Row = tuple[str, str, float]


def write_ties(connection: Connection, events: Sequence[Named]) -> None:
    """Make the rules' judgements about the reports of these events what they are now."""
    reports = [report.report_id for event in events for report in event.reports]
    standing: dict[int, Row] = {
        judgement: (made_by, reason, score)
        for judgement, made_by, reason, score in connection.execute(STANDING, {"reports": reports}).fetchall()
    }
    wanted = {_id(each): each for event in events if len(event.reports) > 1 for each in ties(event.reports)}
    kept = {judgement for judgement, row in standing.items() if judgement in wanted and row == _row(wanted[judgement])}
    connection.execute(DROP, (sorted(standing.keys() - kept),))
    new = [_columns(judgement, each) for judgement, each in wanted.items() if judgement not in kept]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, new)


def _id(each: Reason) -> int:
    return key("judgement", "event_report", each.left.report_id, each.right.report_id, "rule")


def _row(each: Reason) -> Row:
    return f"{VERSION} {each.ground}", each.words, each.score


def _columns(judgement: int, each: Reason) -> tuple[object, ...]:
    ids = (each.left.report_id, each.right.report_id, each.left.article_id, each.right.article_id)
    return (judgement, judgement, *ids, *_row(each))
