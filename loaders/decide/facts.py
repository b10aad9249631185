"""A fact is set right: a correction that later loads obey, and the fact itself, which shows it at once.

In: the id of a fact as `report.evidence` gives it, the name of a field, a value in words. Out: a row of `correction`,
the fact's new value, and the events linked anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from psycopg import Connection

from eventdb.errors import UsageError

from ..keys import key
from ..link import link
from ..store.claims import Row, Rows
from ..store.correcting import ACTIVE, actors_by_name, quote_of, set_field
from ..store.deciding import BY_FIELD, read_held
from ..store.dimensions import add_places
from ..store.fields import FIELDS, IDS, RETRACTED, Field
from ..store.values import place_of
from .rows import find_row, read_article, rewrite
from .signed import Signed

NOTHING = "none"
"""What people write where a field is to hold nothing."""

# Ids of facts are hashes of content, so that one id is one fact, whatever its table.
FIND = " union all ".join(
    f"select '{table}' as kind, fact.article_id from eventdb.{table} as fact"
    f"{'' if table == 'article' else ' inner join eventdb.article using (article_id, version)'}"
    f" where {'fact' if table == 'article' else 'article'}.is_current and fact.{identifier} = %(id)s"
    for table, identifier in IDS.items()
)
EVENTS = """
select distinct r.event_id from eventdb.event_report as r
inner join eventdb.article using (article_id, version)
where article.is_current and r.article_id = %s and r.event_id is not null
"""
WITHDRAW = """
update eventdb.correction set state_code = 'withdrawn', withdrawn_at = %s, withdrawn_by = %s, withdrawn_reason = %s
where correction_id = %s
"""
ADD = """
insert into eventdb.correction (
    correction_id, fact_kind_code, article_id, fact_id, field_name, original_value, corrected_value, original_quote,
    state_code, made_by, reason, made_at
)
values (%s, %s, %s, %s, %s, %s, %s, %s, 'active', %s, %s, %s)
"""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did; `decision_id` is None where it only took an earlier one back."""

    decision_id: int | None
    fact_kind: str
    before: str | None
    after: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact to be set right: where it stands, and the field in question."""

    kind: str
    fact_id: int
    article_id: int
    field_name: str
    row: Row
    quote: str | None
    actors: dict[str, int]

    @property
    def field(self) -> Field:
        return FIELDS[self.kind][self.field_name]


def correct_fact(connection: Connection, fact_id: int, field: str, value: str, signed: Signed) -> Corrected:
    """Set a field of a fact right, for good. UsageError: no such fact or field, no such value, or nothing new."""
    fact = _found(connection, fact_id, field)
    before = fact.field.told(fact.row)
    after = _after(fact, value)
    if before == after:
        raise UsageError(f"{field} of {fact.kind} {fact_id} is {after or NOTHING} already")
    with connection.transaction():
        decision = _write(connection, fact, before, after, signed)
        if field == "place" and (place := place_of(after)) and place.key:
            add_places(connection, [place.key])
        events = [event_id for (event_id,) in connection.execute(EVENTS, (fact.article_id,)).fetchall()]
        rewrite(connection, fact.article_id, lambda rows, _: _set(rows, fact, after))
        link(connection, articles=[fact.article_id], events=events)
    return Corrected(decision, fact.kind, before, after, fact.quote)


def retract_fact(connection: Connection, fact_id: int, signed: Signed) -> Corrected:
    """Take a fact out of all counts. UsageError: there is no such fact, or it cannot be retracted."""
    return correct_fact(connection, fact_id, "standing", RETRACTED, signed)


def _found(connection: Connection, fact_id: int, field: str) -> _Fact:
    found = connection.execute(FIND, {"id": fact_id}).fetchone()
    current = read_article(connection, found[1]) if found else None
    row = find_row(current.rows, found[0], fact_id) if found and current else None
    if found is None or current is None or row is None:
        raise UsageError(f"there is no fact {fact_id}; `eventdb show evidence` gives the ids of facts, as fact_id")
    kind, article_id = found
    if field not in FIELDS[kind]:
        fields = "; ".join(f"{name} ({each.about})" for name, each in FIELDS[kind].items())
        raise UsageError(f"a fact of kind {kind} has no field {field!r} to set right; it has {fields}")
    quote = quote_of(row, kind, current.text)
    return _Fact(kind, fact_id, article_id, field, row, quote, actors_by_name(current.rows))


def _after(fact: _Fact, value: str) -> str | None:
    """The value as it will be told; UsageError: the field cannot hold it."""
    changed = dict(fact.row)
    try:
        set_field(changed, fact.kind, fact.field_name, None if value == NOTHING else value, fact.actors)
    except ValueError as error:
        raise UsageError(f"{fact.field_name} cannot be set to {value!r}: {error}") from None
    return fact.field.told(changed)


def _write(connection: Connection, fact: _Fact, before: str | None, after: str | None, signed: Signed) -> int | None:
    """Note the correction; an earlier one of the same field is withdrawn, and what it replaced stays the original."""
    original, quote = before, fact.quote
    for held in read_held(connection, BY_FIELD, kind=fact.kind, fact=fact.fact_id, field=fact.field_name):
        connection.execute(WITHDRAW, (signed.at, signed.by, f"set anew: {signed.why}", held.correction_id))
        original = held.original if held.state == ACTIVE else before
    if original == after:
        return None
    decision = key("correction", fact.kind, fact.fact_id, fact.field_name, signed.at.isoformat())
    named = (decision, fact.kind, fact.article_id, fact.fact_id, fact.field_name)
    connection.execute(ADD, (*named, original, after, quote, signed.by, signed.why, signed.at))
    return decision


def _set(rows: Rows, fact: _Fact, words: str | None) -> None:
    row = find_row(rows, fact.kind, fact.fact_id)
    if row:
        set_field(row, fact.kind, fact.field_name, words, fact.actors)
