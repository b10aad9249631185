"""Decisions as lines of JSON: written for review and back-up, and taken into another database or back into this one.

In: lines as `listing` words them, or the writer's connection. Out: `Decision`s checked field by field; rows of
`judgement` and `correction`. Taking in the same file twice changes nothing. A decision about articles that the database
does not have yet waits for them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from psycopg import Connection

from eventdb.errors import UsageError

from ..keys import key
from ..link import link
from ..store.claims import Rows
from ..store.correcting import Held, correct
from ..store.deciding import held_by_article, save_outcomes
from ..store.dimensions import add_places
from ..store.values import place_of
from .listing import Decision
from .rows import rewrite

TEXT, NUMBER, MAYBE_TEXT = (str,), (int,), (str, type(None))
ALWAYS = {
    "decision": NUMBER, "by": TEXT, "why": TEXT, "at": TEXT,
    "withdrawn_at": MAYBE_TEXT, "withdrawn_by": MAYBE_TEXT, "withdrawn_why": MAYBE_TEXT,
}  # fmt: skip
SHAPES: dict[str, dict[str, tuple[type, ...]]] = {
    "judgement": ALWAYS | {"subject": TEXT, "verdict": TEXT, "pairs": (list,)},
    "correction": ALWAYS | {
        "fact_kind": TEXT, "fact": NUMBER, "article": NUMBER, "field": TEXT, "original": MAYBE_TEXT,
        "corrected": MAYBE_TEXT, "quote": MAYBE_TEXT, "state": TEXT,
    },
}  # fmt: skip
ADD_JUDGEMENT = """
insert into eventdb.judgement (
    judgement_id, decision_id, subject_code, left_id, left_article_id, right_id, right_article_id, verdict_code,
    origin_code, made_by, reason, made_at, withdrawn_at, withdrawn_by, withdrawn_reason
)
values (%s, %s, %s, %s, %s, %s, %s, %s, 'human', %s, %s, %s, %s, %s, %s)
on conflict do nothing
"""
ADD_CORRECTION = """
insert into eventdb.correction (
    correction_id, fact_kind_code, fact_id, article_id, field_name, original_value, corrected_value, original_quote,
    state_code, made_by, reason, made_at, withdrawn_at, withdrawn_by, withdrawn_reason
)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
on conflict do nothing
"""
# What the database has of a decision, in force or taken back.
HAS = """
select 1 from eventdb.judgement where decision_id = %(id)s and origin_code = 'human'
union all
select 1 from eventdb.correction where correction_id = %(id)s
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the decisions of a file; read = new + known + in conflict."""

    new: int
    known: int
    in_conflict: tuple[int, ...]


def read_decisions(lines: Iterable[str]) -> list[Decision]:
    """Decisions of lines of JSON; empty lines are passed over. UsageError names the line that is none."""
    return [_read(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _read(number: int, line: str) -> Decision:
    try:
        found: Decision = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"line {number} is no JSON: {error.msg}") from None
    shape = SHAPES.get(str(found.get("kind"))) if isinstance(found, dict) else None
    if shape is None:
        raise UsageError(f"line {number} is neither a judgement nor a correction")
    for name, kinds in shape.items():
        if not isinstance(found.get(name), kinds):
            raise UsageError(f"line {number}: {name} is {found.get(name)!r}, which does not fit")
    for name in ("at", "withdrawn_at"):
        _require_time(number, name, found[name])
    return found


def _require_time(number: int, name: str, words: str | None) -> None:
    try:
        if words and datetime.fromisoformat(words).tzinfo is None:
            raise ValueError
    except ValueError:
        raise UsageError(f"line {number}: {name} is {words!r}, which is no time with its zone") from None


def take_decisions(connection: Connection, found: Sequence[Decision]) -> Taken:
    """Add the decisions that the database lacks, and let what it has obey them."""
    counts: Counter[str] = Counter()
    conflicts: list[int] = []
    with connection.transaction():
        for each in found:
            if connection.execute(HAS, {"id": each["decision"]}).fetchone():
                counts["known"] += 1
            elif _add(connection, each):
                counts["new"] += 1
            else:
                conflicts.append(each["decision"])
        if counts["new"]:
            _obey(connection, found)
    return Taken(counts["new"], counts["known"], tuple(conflicts))


def _add(connection: Connection, each: Decision) -> int:
    """Rows added; 0 where another decision about the same is in force."""
    signed = [each[name] for name in ("by", "why", "at", "withdrawn_at", "withdrawn_by", "withdrawn_why")]
    if each["kind"] == "correction":
        names = ("decision", "fact_kind", "fact", "article", "field", "original", "corrected", "quote", "state")
        return connection.execute(ADD_CORRECTION, [*(each[name] for name in names), *signed]).rowcount
    added = 0
    for pair in each["pairs"]:
        judgement = key("judgement", each["subject"], pair[0], pair[2], "human", each["at"])
        row = [judgement, each["decision"], each["subject"], *pair, each["verdict"], *signed]
        added += connection.execute(ADD_JUDGEMENT, row).rowcount
    return added


def _obey(connection: Connection, found: Sequence[Decision]) -> None:
    articles = sorted({each["article"] for each in found if each["kind"] == "correction"})
    held = held_by_article(connection, articles)
    for article_id, corrections in held.items():
        places = [place_of(each.corrected) for each in corrections if each.field == "place"]
        add_places(connection, [place.key for place in places if place and place.key])
        rewrite(connection, article_id, partial(_correct, connection, corrections))
    link(connection)


def _correct(connection: Connection, corrections: Sequence[Held], rows: Rows, text: str) -> None:
    save_outcomes(connection, correct(rows, corrections, {}, text))


def as_lines(found: Iterable[Decision]) -> Iterable[str]:
    """One line of JSON a decision."""
    return (json.dumps(each, ensure_ascii=False, default=_unknown) for each in found)


def _unknown(value: Any) -> str:
    raise TypeError(f"{value!r} has no form in JSON")
