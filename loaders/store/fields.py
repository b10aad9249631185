"""What a person may set right: the fields of each kind of fact, as text that is shown, written and put back.

In: rows as dicts of columns, or words. Out: `FIELDS`: kind of fact → name of a field → `Field`, whose `told` makes text
of a row and whose `columns` makes columns of text. `columns` raises ValueError with what may be written. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eventdb.models.codes import EVENT_TYPES, LISTS

from .values import (
    days_columns,
    figure_columns,
    place_columns,
    published_columns,
    told_days,
    told_figure,
    told_place,
    told_published,
)

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing about a fact that can be set right; `about` says for people what may be written."""

    told: Callable[[Columns], str | None]
    columns: Callable[[str | None], Columns]
    about: str


def _code(column: str, codes: frozenset[str]) -> Field:
    def columns(words: str | None) -> Columns:
        if words not in codes:
            raise ValueError(f"{words!r} is none of {', '.join(sorted(codes))}")
        return {column: words}

    return Field(lambda row: _text(row[column]), columns, "one of " + ", ".join(sorted(codes)))


def _words(column: str, *, may_be_empty: bool = False) -> Field:
    def columns(words: str | None) -> Columns:
        if not words and not may_be_empty:
            raise ValueError("it needs some words; none were given")
        return {column: words or None}

    return Field(lambda row: _text(row[column]), columns, "words" + (", or none" if may_be_empty else ""))


def _yes_or_no(column: str, *, may_be_open: bool = False) -> Field:
    meant = {"yes": True, "no": False} | ({None: None} if may_be_open else {})
    told = {value: words for words, value in meant.items()}

    def columns(words: str | None) -> Columns:
        if words not in meant:
            raise ValueError(f"{words!r} is neither yes nor no")
        return {column: meant[words]}

    return Field(lambda row: told[row[column]], columns, "yes, no" + (", or none" if may_be_open else ""))


def _speaker() -> Field:
    """Who says so, in words; it is no longer known to be one of the article's actors."""

    def columns(words: str | None) -> Columns:
        return {"said_by_name": words or None, "said_by_ordinal": None}

    return Field(lambda row: _text(row["said_by_name"]), columns, "words, or none for the article itself")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _listed(name: str) -> frozenset[str]:
    return frozenset(str(entry.code) for entry in LISTS[name])


RETRACTED = "retracted"


def _standing(*told_by: Field, unlinked: bool = False) -> Field:
    """Whether a fact counts: what it says, or that a person retracted it; an event's report then has no event."""

    def told(row: Columns) -> str:
        return RETRACTED if row["is_retracted"] else "; ".join(words for each in told_by if (words := each.told(row)))

    def columns(words: str | None) -> Columns:
        is_retracted = words == RETRACTED
        return {"is_retracted": is_retracted, **({"event_id": None} if unlinked and is_retracted else {})}

    return Field(told, columns, f"{RETRACTED}, and it counts no longer")


def _with_standing(fields: dict[str, Field], *, unlinked: bool = False) -> dict[str, Field]:
    return fields | {"standing": _standing(*fields.values(), unlinked=unlinked)}


FIELDS: Mapping[str, Mapping[str, Field]] = {
    "event_report": _with_standing(
        {
            "type": _code("type_code", frozenset(str(entry.code) for entry in EVENT_TYPES)),
            "status": _code("status_code", _listed("event_status")),
            "days": Field(told_days, days_columns, "2021-03-18, 2021-03-18/2021-03-20, 2021-03, /2021-05-01, or none"),
            "place": Field(told_place, place_columns, "a place, as in Moscow, RU, or none"),
            "core": _yes_or_no("is_core"),
        },
        unlinked=True,
    ),
    "participation": _with_standing(
        {
            "role": _code("role_code", _listed("participant_role")),
            "position": _code("position_code", _listed("participant_position")),
            "said_by": _speaker(),
        }
    ),
    "casualty_figure": _with_standing(
        {
            "kind": _code("kind_code", _listed("casualty_kind")),
            "victims": _words("victims"),
            "figure": Field(told_figure, figure_columns, "12, at least 12, 10 to 15, several, none reported"),
            "attackers": _yes_or_no("includes_attackers", may_be_open=True),
            "said_by": _speaker(),
        }
    ),
    "office_held": _with_standing(
        {
            "title": _words("title"),
            "organisation": _words("organisation_name", may_be_empty=True),
        }
    ),
    "article": {
        "title": _words("title", may_be_empty=True),
        "published": Field(told_published, published_columns, "2021-03-18, 2021-03-13/2021-03-17, --03-18, or none"),
    },
}
IDS = {
    "event_report": "event_report_id",
    "participation": "participation_id",
    "casualty_figure": "casualty_figure_id",
    "office_held": "office_held_id",
    "article": "article_id",
}
"""Kind of fact → the column with the id that survives a new extraction; it is the name of its table too."""
