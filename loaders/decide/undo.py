"""Takes a decision back: what it changed is as the texts have it again, and the decision stays in the list, withdrawn.

In: the id of a decision. Out: `withdrawn_at` on its rows, facts with their extracted values, events and actors linked
anew. Nothing is deleted.
"""

from __future__ import annotations

from psycopg import Connection

from eventdb.errors import UsageError

from ..link import link
from ..store.claims import Rows
from ..store.correcting import ACTIVE, Held, actors_by_name, set_field
from ..store.deciding import BY_ID, read_held
from ..store.fields import FIELDS
from .actors import naming
from .events import EVENTS
from .facts import WITHDRAW
from .rows import find_row, rewrite
from .signed import Signed

WITHDRAW_JUDGEMENTS = """
update eventdb.judgement set withdrawn_at = %s, withdrawn_by = %s, withdrawn_reason = %s
where decision_id = %s and origin_code = 'human' and withdrawn_at is null
returning subject_code, left_id, right_id
"""
KNOWN = """
select withdrawn_at from eventdb.judgement where decision_id = %(id)s and origin_code = 'human'
union all
select withdrawn_at from eventdb.correction where correction_id = %(id)s
"""


def undo(connection: Connection, decision: int, signed: Signed) -> str:
    """Take a decision back; what kind of decision it was. UsageError: there is none of that id that is in force."""
    with connection.transaction():
        if _undo_judgement(connection, decision, signed):
            return "judgement"
        if _undo_correction(connection, decision, signed):
            return "correction"
    found = connection.execute(KNOWN, {"id": decision}).fetchone()
    known = f"decision {decision} was withdrawn already" if found else f"there is no decision {decision}"
    raise UsageError(f"{known}; `eventdb decisions list` gives those in force")


def _undo_judgement(connection: Connection, decision: int, signed: Signed) -> bool:
    rows = connection.execute(WITHDRAW_JUDGEMENTS, (signed.at, signed.by, signed.why, decision)).fetchall()
    reports = sorted({each for subject, *pair in rows if subject == "event_report" for each in pair})
    events = [event_id for (event_id,) in connection.execute(EVENTS, (reports,)).fetchall() if event_id is not None]
    actors = sorted({each for subject, *pair in rows if subject == "actor" for each in pair})
    if rows:
        link(connection, articles=naming(connection, actors), events=events)
    return bool(rows)


def _undo_correction(connection: Connection, decision: int, signed: Signed) -> bool:
    found = read_held(connection, BY_ID, id=decision)
    if not found:
        return False
    (held,) = found
    connection.execute(WITHDRAW, (signed.at, signed.by, signed.why, decision))
    if held.state == ACTIVE and held.fact_kind in FIELDS:
        rewrite(connection, held.article_id, lambda rows, _: _put_back(rows, held))
    link(connection, articles=[held.article_id])
    return True


def _put_back(rows: Rows, held: Held) -> None:
    row = find_row(rows, held.fact_kind, held.fact_id)
    if row:
        set_field(row, held.fact_kind, held.field, held.original, actors_by_name(rows))
