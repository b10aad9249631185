"""The database → `Contents`: what is asked for, read from schema report in one transaction that only reads.

In: a connection, what is asked. Out: frozen rows; where a list is cut, how many there are in all. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from eventdb.errors import UsageError
from eventdb.pictures import queries
from eventdb.pictures.values import (
    Asked,
    Change,
    Claim,
    Contents,
    Event,
    Fact,
    MonthCount,
    Pair,
    Position,
    Some,
    Spot,
    Standing,
    Summary,
    Toll,
)

KINDS = ("killed", "injured", "missing", "captured", "displaced")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a page shows at most; what is left out is counted on it."""

    events: int = 60
    undated: int = 40
    tolls: int = 30
    spots: int = 60
    pairs: int = 40
    standings: int = 60
    events_of_a_mark: int = 3
    changes: int = 40
    facts_of_an_event: int = 8


@dataclass(frozen=True, slots=True)
class _Reader:
    connection: Connection
    asked: Asked

    def rows(self, query: str, **named: Any) -> list[tuple[Any, ...]]:
        given = {"since": self.asked.since, "until": self.asked.until, "countries": list(self.asked.countries) or None}
        return self.connection.execute(query.encode(), given | named).fetchall()

    def row(self, query: str, **named: Any) -> tuple[Any, ...]:
        return self.rows(query, **named)[0]


def read(connection: Connection, asked: Asked, limits: Limits | None = None) -> Contents:
    """All that a page shows. UsageError where the event that is asked for is not there."""
    most = limits or Limits()
    reader = _Reader(connection, asked)
    dated = _events(reader, most.events, is_dated=True)
    undated = _events(reader, most.undated, is_dated=False)
    conference = _conference(reader)
    standings, positions = _positions(reader, conference, most.standings)
    tolls = _tolls(reader, most.tolls)
    claims = _claims(reader, tolls)
    spots = _spots(reader, most)
    pairs = _pairs(reader, most)
    changes = _some(reader.rows(queries.CHANGES, most=most.changes), Change)
    shown = [*dated.rows, *undated.rows, *([conference] if conference else [])]
    events = _all_events(reader, shown, _named(tolls, spots, pairs, changes))
    wanted = [row.fact_id for row in (*positions, *claims, *changes.rows)]
    facts, in_all = _facts(reader, events, wanted, most.facts_of_an_event)
    return Contents(
        asked, Summary(*reader.row(queries.SUMMARY)), dated, undated, _months(reader), conference, standings,
        positions, tolls, claims, spots, reader.row(queries.WITHOUT_PLACE)[0], pairs, changes, events, facts, in_all,
    )  # fmt: skip


def _some(rows: list[tuple[Any, ...]], kind: Any) -> Some[Any]:
    """Rows whose last column is how many there are."""
    return Some(tuple(kind(*row[:-1]) for row in rows), rows[0][-1] if rows else 0)


def _events(reader: _Reader, most: int, *, is_dated: bool) -> Some[Event]:
    return _some(reader.rows(queries.EVENTS, is_dated=is_dated, most=most), Event)


def _months(reader: _Reader) -> tuple[MonthCount, ...]:
    sides = {1: "together", 2: "together", 3: "against", 4: "against"}
    rows = reader.rows(queries.MONTHS)
    return tuple(MonthCount(month, sides.get(quad_class, "other"), events) for month, quad_class, events in rows)


def _conference(reader: _Reader) -> Event | None:
    asked = reader.asked.event_id
    if asked is None:
        found = reader.rows(queries.CONFERENCE)
        return _by_id(reader, [row[0] for row in found])[0] if found else None
    (standing,) = reader.row(queries.STANDING_ID, event_id=asked)
    events = _by_id(reader, [standing])
    if not events:
        raise UsageError(f"there is no event {asked}; `eventdb show timeline` gives the ids of all")
    return events[0]


def _by_id(reader: _Reader, ids: list[int]) -> list[Event]:
    return [Event(*row) for row in reader.rows(queries.EVENTS_BY_ID, ids=ids)]


def _positions(reader: _Reader, conference: Event | None, most: int) -> tuple[Some[Standing], tuple[Position, ...]]:
    if conference is None:
        return Some((), 0), ()
    standings = [Standing(*row) for row in reader.rows(queries.STANDINGS, event_id=conference.event_id)]
    shown = sorted(standings, key=_prominence)[:most]
    names = {(each.actor_id, each.actor) for each in shown}
    told = [Position(*row) for row in reader.rows(queries.POSITIONS, event_id=conference.event_id)]
    positions = tuple(each for each in told if (each.actor_id, each.actor) in names)
    return Some(tuple(shown), len(standings)), positions


def _prominence(standing: Standing) -> tuple[bool, bool, bool, bool, int, str]:
    """Hosts first, then who came, who was asked, who stayed away; then by how many tell of it."""
    out = standing.has_declined and not standing.did_attend
    is_host = "host" in standing.roles
    return not is_host, out, not standing.did_attend, not standing.was_invited, -standing.articles, standing.actor


def _tolls(reader: _Reader, most: int) -> tuple[tuple[str, Some[Toll]], ...]:
    rows = reader.rows(queries.MOST_TOLLS, most=most)
    by_kind = {kind: [row[:-1] for row in rows if row[1] == kind] for kind in KINDS}
    return tuple((kind, _some(found, Toll)) for kind, found in by_kind.items() if found)


def _claims(reader: _Reader, tolls: tuple[tuple[str, Some[Toll]], ...]) -> tuple[Claim, ...]:
    shown = {(toll.event_id, kind) for kind, some in tolls for toll in some.rows}
    rows = reader.rows(queries.CLAIMS, ids=sorted({event_id for event_id, _ in shown}))
    return tuple(claim for claim in (Claim(*row) for row in rows) if (claim.event_id, claim.kind) in shown)


def _spots(reader: _Reader, most: Limits) -> Some[Spot]:
    rows = reader.rows(queries.SPOTS, most=most.spots, events=most.events_of_a_mark)
    return _some([(*row[:7], tuple(row[7]), row[8]) for row in rows], Spot)


def _pairs(reader: _Reader, most: Limits) -> Some[Pair]:
    rows = reader.rows(queries.PAIRS, most=most.pairs, events=most.events_of_a_mark)
    return _some([(*row[:5], tuple(row[5]), row[6]) for row in rows], Pair)


def _named(
    tolls: tuple[tuple[str, Some[Toll]], ...], spots: Some[Spot], pairs: Some[Pair], changes: Some[Change]
) -> Iterable[int]:
    """The events that marks lead to."""
    yield from (toll.event_id for _, some in tolls for toll in some.rows)
    yield from (event_id for spot in spots.rows for event_id in spot.event_ids)
    yield from (event_id for pair in pairs.rows for event_id in pair.event_ids)
    yield from (change.event_id for change in changes.rows if change.event_id is not None)


def _all_events(reader: _Reader, known: Iterable[Event], named: Iterable[int]) -> dict[int, Event]:
    events = {each.event_id: each for each in known}
    missing = sorted(set(named) - events.keys())
    return events | {each.event_id: each for each in _by_id(reader, missing)}


def _facts(
    reader: _Reader, events: dict[int, Event], wanted: list[int], most: int
) -> tuple[tuple[Fact, ...], dict[int, int]]:
    rows = reader.rows(queries.FACTS, ids=sorted(events), wanted=wanted, most=most)
    return tuple(Fact(*row[:-1]) for row in rows), {row[1]: row[-1] for row in rows}
