"""What the pictures show, as frozen rows: `read` makes them, the pictures take them; no SQL, no markup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader wants to see; nothing given is all of it."""

    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()
    event_id: int | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether some events are left out by it."""
        return bool(self.since or self.until or self.countries)


@dataclass(frozen=True, slots=True)
class Event:
    """One row of report.timeline."""

    event_id: int
    event_type: str
    label: str
    status: str
    starts_from: date | None
    starts_to: date | None
    ends_to: date | None
    starts: str | None
    place: str | None
    country_code: str | None
    articles: int
    sources: int
    quad_class: int | None

    @property
    def side(self) -> str:
        """`together`, `against` or `other`."""
        return {1: "together", 2: "together", 3: "against", 4: "against"}.get(self.quad_class or 0, "other")


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many events of a side began in a month."""

    month: date
    side: str
    events: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One row of report.attendance."""

    actor_id: int | None
    actor: str
    actor_kind: str
    roles: str
    latest_position: str | None
    was_invited: bool
    did_attend: bool
    has_declined: bool
    is_disputed: bool
    articles: int
    sources: int


@dataclass(frozen=True, slots=True)
class Position:
    """What one article reports of an actor towards the chosen event."""

    fact_id: int
    event_id: int
    actor_id: int | None
    actor: str
    role: str
    position: str
    said_by: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Toll:
    """One row of report.casualty by one rule."""

    event_id: int
    kind: str
    low: int | None
    best: int | None
    high: int | None
    claims: int
    sources: int
    is_disputed: bool
    is_none_reported: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of one article."""

    fact_id: int
    event_id: int
    kind: str
    victims: str
    low: int | None
    best: int | None
    high: int | None
    said_by: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the events that happened there."""

    name: str
    latitude: float
    longitude: float
    is_vague: bool
    events: int
    together: int
    against: int
    event_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that had a part in the same events."""

    actor_a: str
    actor_b: str
    events: int
    cooperative: int
    hostile: int
    event_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One changed field of a fact; the event is that which the fact belongs to, if it still stands."""

    changed_at: datetime
    what: str
    cause: str
    before: str | None
    after: str | None
    fact_id: int
    event_id: int | None
    file: str | None
    made_by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """The words that a fact rests on."""

    fact_id: int
    event_id: int
    kind: str
    says: str
    said_by: str | None
    quote: str
    sentence: str | None
    file: str
    title: str | None
    published: str | None
    rule: str | None


@dataclass(frozen=True, slots=True)
class Some(Generic[Row]):
    """Rows that are shown, and how many there are."""

    rows: tuple[Row, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class Summary:
    """What the page rests on."""

    articles: int
    events: int
    undated_left_out: int
    published_from: date | None
    published_to: date | None


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a page shows."""

    asked: Asked
    summary: Summary
    dated: Some[Event]
    undated: Some[Event]
    months: tuple[MonthCount, ...]
    conference: Event | None
    standings: Some[Standing]
    positions: tuple[Position, ...]
    tolls: tuple[tuple[str, Some[Toll]], ...]
    claims: tuple[Claim, ...]
    spots: Some[Spot]
    without_place: int
    pairs: Some[Pair]
    changes: Some[Change]
    events: dict[int, Event]
    facts: tuple[Fact, ...]
    facts_in_all: dict[int, int]
