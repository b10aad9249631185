"""What readers get: one class a view, with the view's columns as fields.

In: nothing. Out: the classes; values are Python's `int`, `float`, `str`, `bool`, `date` or None, which means that no
article says so. docs/views.md tells what each column means; a test proves that fields and columns are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event, as `report.timeline` has it: one row an event.

    Days are `date`s (null: open, or without a known year; `starts` and `ends` then have the text), `date_precision` and
    `place_precision` UCDP's codes (1 exact), `latitude` and `longitude` degrees of WGS 84.
    """

    event_id: int
    event_type: str
    label: str
    status: str
    starts_from: date | None
    starts_to: date | None
    ends_to: date | None
    starts: str | None
    ends: str | None
    date_precision: int | None
    place: str | None
    place_precision: int | None
    country_code: str | None
    subdivision_code: str | None
    latitude: float | None
    longitude: float | None
    is_core: bool
    articles: int
    independent_sources: int
    first_published: date | None
    last_published: date | None
    plover_type: str | None
    plover_mode: str | None
    cameo_root: str | None
    quad_class: int | None


@dataclass(frozen=True, slots=True)
class Participation:
    """A position of an actor in an event as one article reports it: one row of `report.participation`.

    `evidence` are the words, `start` and `stop` their characters in the article's text, half-open.
    """

    participation_id: int
    event_id: int | None
    event: str | None
    event_type: str
    starts_from: date | None
    starts: str | None
    place: str | None
    actor_id: int | None
    actor: str
    actor_kind: str | None
    actor_country_code: str | None
    role: str
    position: str
    said_by: str | None
    article_id: int
    file: str
    source: str
    published_from: date | None
    published_to: date | None
    published: str | None
    evidence: str
    start: int
    stop: int
    rule: str
    said_by_actor_id: int | None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Where an actor stood on a meeting or deal, by all articles: one row an event and actor of `report.attendance`."""

    event_id: int
    event: str
    starts_from: date | None
    actor_id: int | None
    actor: str
    actor_kind: str | None
    roles: str
    first_position: str | None
    latest_position: str | None
    latest_published: date | None
    was_invited: bool
    did_attend: bool
    has_declined: bool
    is_disputed: bool
    positions: str | None
    articles: int
    independent_sources: int


@dataclass(frozen=True, slots=True)
class Casualty:
    """Victims of an event as one combining rule counts them: one row an event, kind and rule of `report.casualty`.

    `low`, `best` and `high` are persons; null: open, or the claims give none, which is never 0.
    """

    event_id: int
    event: str
    event_type: str
    starts_from: date | None
    starts_to: date | None
    place: str | None
    country_code: str | None
    kind: str
    rule: str
    low: int | None
    best: int | None
    high: int | None
    claims: int
    articles: int
    independent_sources: int
    is_disputed: bool
    is_none_reported: bool
    is_indeterminate: bool
    is_by_analogy: bool


@dataclass(frozen=True, slots=True)
class CasualtyClaim:
    """A casualty figure as one article states it: one row of `report.casualty_claim`.

    `value`, `low`, `best` and `high` are persons; `qualifier` says how the text qualifies the value.
    """

    casualty_figure_id: int
    event_id: int | None
    event: str | None
    event_type: str
    starts_from: date | None
    starts: str | None
    place: str | None
    country_code: str | None
    kind: str
    victims: str
    value: int | None
    qualifier: str
    low: int | None
    best: int | None
    high: int | None
    includes_attackers: bool | None
    said_by: str | None
    article_id: int
    file: str
    source: str
    published_from: date | None
    published_to: date | None
    published: str | None
    evidence: str
    start: int
    stop: int
    rule: str
    said_by_actor_id: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a fact rests on: one row a fact of `report.evidence`.

    `start` and `stop` are characters of the article's text, half-open.
    """

    fact_kind: str
    fact_id: int
    event_id: int | None
    article_id: int
    file: str
    start: int
    stop: int
    quote: str
    sentence: str | None
    rule: str | None
    rules_version: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field of an event on which articles contradict each other: one row of `report.disagreement`.

    `share_at_mode` is the share of reports, 0 to 1, that give the commonest value.
    """

    event_id: int
    event: str
    event_type: str
    field: str
    values: str
    distinct_values: int
    reports: int
    share_at_mode: float


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who is said to have done an attack, and by whom: one row a claim of `report.responsibility`."""

    event_id: int
    event: str
    event_type: str
    starts_from: date | None
    actor_id: int | None
    actor: str
    actor_kind: str | None
    position: str
    said_by: str | None
    grade: str
    independent_sources: int
    article_id: int
    file: str
    published_from: date | None
    published_to: date | None
    evidence: str
    participation_id: int


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event that was planned and lay ahead on a day: one row of `report.planned_as_of(day)`."""

    event_id: int
    event: str
    event_type: str
    starts_from: date | None
    starts_to: date | None
    starts: str | None
    ends_to: date | None
    place: str | None
    known_since: date | None
    positions: str | None
    articles: int
    independent_sources: int


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that holds the words sought, with an event that it tells of: one row of `report.search(words)`.

    Words stand between ** and ** where they were found. `rank` is the article's and has no unit.
    """

    rank: float
    article_id: int
    file: str
    headline: str | None
    outlet: str | None
    published_from: date | None
    published_to: date | None
    sentence_rank: int | None
    start: int | None
    stop: int | None
    sentence: str | None
    event_id: int | None
    event: str | None
    event_type: str | None
