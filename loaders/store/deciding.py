"""Keeps what people decided about articles that are written anew.

In: an open connection, the rows of articles before and after. Out: the new rows with events and corrections on them;
rows of `correction` and `judgement` that follow their facts to new ids. No decision is deleted here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from psycopg import Connection
from psycopg.rows import class_row

from .claims import Rows
from .correcting import Held, Outcome, as_extracted, correct
from .fields import FIELDS
from .heirs import Heirs, heirs
from .replacing import Current, inherit_events

HELD = """
select
    correction_id,
    article_id,
    fact_kind_code as fact_kind,
    fact_id,
    field_name as field,
    original_value as original,
    corrected_value as corrected,
    original_quote as quote,
    state_code as state
from eventdb.correction
where withdrawn_at is null
"""
BY_ARTICLE = f"""{HELD}
    and article_id = any(%(articles)s) and fact_kind_code = any(%(kinds)s)
order by article_id, made_at, correction_id
"""
BY_FIELD = HELD + " and (fact_kind_code, fact_id, field_name) = (%(kind)s, %(fact)s, %(field)s)"
BY_ID = HELD + " and correction_id = %(id)s"
FOLLOW = """
update eventdb.correction set fact_id = made.fact_id, state_code = made.state
from unnest(%s::bigint[], %s::bigint[], %s::text[]) as made (correction_id, fact_id, state)
where
    correction.correction_id = made.correction_id
    and (correction.fact_id, correction.state_code) is distinct from (made.fact_id, made.state)
"""
# A pair keeps the smaller id at its left; where its heirs have been judged already, that judgement stands.
MOVE = """
with heir as (
    select * from unnest(%s::bigint[], %s::bigint[]) as made (old_id, new_id)
),

moved as (
    select
        judgement.judgement_id,
        coalesce(left_heir.new_id, judgement.left_id) as one_id,
        coalesce(right_heir.new_id, judgement.right_id) as other_id,
        judgement.left_article_id,
        judgement.right_article_id
    from eventdb.judgement
    left join heir as left_heir on judgement.left_id = left_heir.old_id
    left join heir as right_heir on judgement.right_id = right_heir.old_id
    where
        judgement.subject_code = 'event_report'
        and judgement.origin_code = 'human'
        and judgement.withdrawn_at is null
        and (left_heir.old_id is not null or right_heir.old_id is not null)
)

update eventdb.judgement set
    left_id = least(moved.one_id, moved.other_id),
    right_id = greatest(moved.one_id, moved.other_id),
    left_article_id = case
        when moved.one_id < moved.other_id then moved.left_article_id else moved.right_article_id
    end,
    right_article_id = case
        when moved.one_id < moved.other_id then moved.right_article_id else moved.left_article_id
    end
from moved
where
    judgement.judgement_id = moved.judgement_id
    and moved.one_id <> moved.other_id
    and not exists (
        select from eventdb.judgement as stands
        where
            stands.subject_code = 'event_report'
            and stands.left_id = least(moved.one_id, moved.other_id)
            and stands.right_id = greatest(moved.one_id, moved.other_id)
            and stands.origin_code = judgement.origin_code
            and stands.withdrawn_at is null
    )
"""
# What rules judged of reports that are no more; what people judged stays.
DROP = """
delete from eventdb.judgement
where
    origin_code = 'rule' and subject_code = 'event_report'
    and (left_id = any(%(reports)s) or right_id = any(%(reports)s))
"""


def keep_decisions(
    connection: Connection, before: Mapping[int, Current], after: Mapping[int, Rows], texts: Mapping[int, str]
) -> None:
    """Hand events, judgements and corrections on from the rows of articles to their new rows, which are changed."""
    held = held_by_article(connection, after)
    outcomes: list[Outcome] = []
    moved: dict[int, int] = {}
    for article_id, rows in after.items():
        corrections = held.get(article_id, [])
        followed = _heirs(before.get(article_id), rows, texts[article_id], corrections)
        outcomes += correct(rows, corrections, followed, texts[article_id])
        moved |= {old: new for old, new in followed.get("event_report", {}).items() if old != new}
    save_outcomes(connection, outcomes)
    if moved:
        connection.execute(MOVE, (list(moved), list(moved.values())))
    gone = [each for article_id, current in before.items() for each in _gone(current.rows, after[article_id])]
    if gone:
        connection.execute(DROP, {"reports": gone})


def _gone(before: Rows, after: Rows) -> set[int]:
    """The reports that an article no longer has under their ids."""
    ids = [{row["event_report_id"] for row in rows["event_report"]} for rows in (before, after)]
    return ids[0] - ids[1]


def _heirs(current: Current | None, rows: Rows, text: str, corrections: Iterable[Held]) -> Heirs:
    if current is None:
        return {}
    plain = as_extracted(current.rows, corrections)
    found = heirs(plain, current.text, rows, text)
    inherit_events(plain, rows, found)
    return found


def held_by_article(connection: Connection, articles: Collection[int]) -> dict[int, list[Held]]:
    """The corrections of these articles that nobody took back."""
    found = read_held(connection, BY_ARTICLE, articles=list(articles), kinds=list(FIELDS))
    return {article_id: list(group) for article_id, group in groupby(found, key=lambda each: each.article_id)}


def read_held(connection: Connection, query: str, **asked: object) -> list[Held]:
    """The corrections in force that one of the queries above selects."""
    with connection.cursor(row_factory=class_row(Held)) as cursor:
        return cursor.execute(query, asked).fetchall()


def save_outcomes(connection: Connection, outcomes: Collection[Outcome]) -> None:
    """Write what became of corrections, where it changed."""
    columns = zip(*((each.correction_id, each.fact_id, each.state) for each in outcomes), strict=True)
    if outcomes:
        connection.execute(FOLLOW, [list(column) for column in columns])
