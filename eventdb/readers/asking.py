"""The readers: in go an event or conditions, out come `Rows` of one class. Each is one statement on one view."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from typing import Any, Protocol, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from eventdb.errors import DatabaseError
from eventdb.readers import rows
from eventdb.readers.sequence import Rows, columns
from eventdb.session import Session, connect

Row = TypeVar("Row")
STANDING = "event_id = coalesce((select standing_id from report.standing_event where event_id = :event), :event)"


class HasEvent(Protocol):
    """Anything that tells an event: a row, or `eventdb.models.Event`."""

    @property
    def event_id(self) -> int | None: ...


Event = int | HasEvent
Asked = dict[str, dict[str, Any]]
"""Condition → its values; a condition whose value is None is not asked."""
NOWHERE = -1


def timeline(
    *,
    event_type: str | None = None,
    country: str | None = None,
    since: date | None = None,
    until: date | None = None,
    session: Session | None = None,
) -> Rows[rows.TimelineEvent]:
    """Events, earliest first, those without a day last: one row an event.

    `event_type` is a code such as `consult.conference`, or a family such as `consult`; `country` an ISO 3166-1 alpha-2
    code; `since` and `until` are days, both included, between which it may have started.
    """
    asked: Asked = {
        "(event_type = :kind or event_type like :kind || '.%')": {"kind": event_type},
        "country_code = :country": {"country": country},
        "starts_to >= :since": {"since": since},
        "starts_from <= :until": {"until": until},
    }
    return _read(rows.TimelineEvent, "timeline", asked, "starts_from, starts_to, event_id", session)


def participations(
    event: Event | None = None, *, actor: str | None = None, session: Session | None = None
) -> Rows[rows.Participation]:
    """Positions of actors as single articles report them, by day of publication: one row a reported position."""
    asked: Asked = {STANDING: {"event": _id(event)}, "actor = :actor": {"actor": actor}}
    return _read(
        rows.Participation, "participation", asked, "published_to, article_id, start, participation_id", session
    )


def attendance(
    event: Event | None = None, *, actor: str | None = None, session: Session | None = None
) -> Rows[rows.Attendance]:
    """Who was invited, answered and came, by name: one row an event and actor."""
    asked: Asked = {STANDING: {"event": _id(event)}, "actor = :actor": {"actor": actor}}
    return _read(rows.Attendance, "attendance", asked, "starts_from, event_id, actor", session)


def casualties(
    event: Event | None = None, *, kind: str | None = None, rule: str | None = None, session: Session | None = None
) -> Rows[rows.Casualty]:
    """Victims as each way of counting combines the claims: one row an event, kind and rule; figures are persons.

    `kind` is `killed`, `injured` and so on; `rule` is `ucdp`, `acled`, `gtd`, `conservative`,
    `informative` or `representative`.
    """
    asked: Asked = {STANDING: {"event": _id(event)}, "kind = :kind": {"kind": kind}, "rule = :rule": {"rule": rule}}
    return _read(rows.Casualty, "casualty", asked, "starts_from, event_id, kind, rule", session)


def casualty_claims(
    event: Event | None = None, *, kind: str | None = None, session: Session | None = None
) -> Rows[rows.CasualtyClaim]:
    """Figures as single articles state them, by day of publication: one row a figure; figures are persons."""
    asked: Asked = {STANDING: {"event": _id(event)}, "kind = :kind": {"kind": kind}}
    return _read(
        rows.CasualtyClaim, "casualty_claim", asked, "published_to, article_id, start, casualty_figure_id", session
    )


def responsibilities(event: Event | None = None, *, session: Session | None = None) -> Rows[rows.Responsibility]:
    """Who is said to have done an attack, by whom, and how well that stands: one row a claim."""
    asked: Asked = {STANDING: {"event": _id(event)}}
    return _read(
        rows.Responsibility, "responsibility", asked, "starts_from, event_id, actor, participation_id", session
    )


def disagreements(event: Event | None = None, *, session: Session | None = None) -> Rows[rows.Disagreement]:
    """Where articles contradict each other: one row an event and field; shares are between 0 and 1."""
    return _read(rows.Disagreement, "disagreement", {STANDING: {"event": _id(event)}}, "event_id, field", session)


def evidence(event: Event, *, session: Session | None = None) -> Rows[rows.Evidence]:
    """The words that all facts of an event rest on, in the order of files and texts: one row a fact."""
    asked: Asked = {STANDING: {"event": _id(event)}}
    return _read(rows.Evidence, "evidence", asked, "file, start, stop, fact_kind, fact_id", session)


def planned(on: date, *, session: Session | None = None) -> Rows[rows.PlannedEvent]:
    """What lay ahead on a day, as far as articles published by then tell, earliest first: one row an event."""
    asked: Asked = {"true": {"day": on}}
    return _read(rows.PlannedEvent, "planned_as_of(:day)", asked, "starts_from, event_id", session)


def positions(
    on: date, event: Event | None = None, *, actor: str | None = None, session: Session | None = None
) -> Rows[rows.Attendance]:
    """Who stood where as known on a day: the rows of `attendance` with articles published by that day only."""
    asked: Asked = {"true": {"day": on}, STANDING: {"event": _id(event)}, "actor = :actor": {"actor": actor}}
    return _read(rows.Attendance, "position_as_of(:day)", asked, "starts_from, event_id, actor", session)


def search(words: str, *, articles: int = 20, sentences: int = 3, session: Session | None = None) -> Rows[rows.Found]:
    """Articles that hold the words, best first, their best sentences and the events that these tell of: one row each.

    Words as for a search engine: `talks muscat` (both), `"peace talks"` (in this order), `talks or summit`, `-rumour`.
    """
    asked: Asked = {"true": {"words": words, "articles": articles, "sentences": sentences}}
    order = "rank desc, published_to desc, article_id, sentence_rank, event, event_id"
    return _read(rows.Found, "search(:words, :articles, :sentences)", asked, order, session)


def _id(event: Event | None) -> int | None:
    """The id; None asks for all events, so what belongs to no event must not become None."""
    if isinstance(event, int) or event is None:
        return event
    return NOWHERE if event.event_id is None else event.event_id


def _read(kind: type[Row], source: str, asked: Asked, order: str, session: Session | None) -> Rows[Row]:
    """The rows of a view that meet the conditions whose values are given."""
    conditions = {rule: values for rule, values in asked.items() if None not in values.values()}
    chosen = ", ".join(f'"{name}"' for name in columns(kind))
    where = " and ".join(conditions) or "true"
    statement = text(f"select {chosen} from report.{source} where {where} order by {order}")
    values = {name: value for given in conditions.values() for name, value in given.items()}
    with connect() if session is None else nullcontext(session) as opened:
        try:
            return Rows(kind, tuple(kind(*row) for row in opened.execute(statement, values)))
        except DBAPIError as error:
            raise DatabaseError(f"the database refuses the question: {str(error.orig).strip()}") from error
