"""Corrections made by people, put onto the rows of a new extraction; pure.

In: rows of an article as its text gives them, the corrections in force, and which new fact is which old one. Out: the
rows with what people set right, and what became of each correction.

A correction stands as long as the article still says the same, whatever newer rules make of it, and as long as the
extraction still gives the value that was set right, whatever was edited around it. Where both changed, and where the
fact is gone, a person has to look again: the correction waits `in_review`, and the extracted value shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .claims import Row, Rows
from .fields import FIELDS, IDS
from .heirs import Heirs

ACTIVE, IN_REVIEW = "active", "in_review"


@dataclass(frozen=True, slots=True)
class Held:
    """A correction that nobody took back; `quote` are the words that its fact rested on."""

    correction_id: int
    article_id: int
    fact_kind: str
    fact_id: int
    field: str
    original: str | None
    corrected: str | None
    quote: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction: its fact, perhaps under a new id, and whether it still holds."""

    correction_id: int
    fact_id: int
    state: str


def set_field(row: Row, kind: str, field: str, words: str | None, actors: Mapping[str, int]) -> None:
    """Give a field of a row the value that words tell; `actors` are the article's, by name. Raises ValueError."""
    row.update(FIELDS[kind][field].columns(words))
    if field == "said_by" and words and words in actors:
        row["said_by_ordinal"] = actors[words]


def as_extracted(rows: Rows, corrections: Iterable[Held]) -> Rows:
    """Copies of rows that carry corrections, as their extraction gave them."""
    plain: Rows = {table: [dict(row) for row in found] for table, found in rows.items()}
    actors = actors_by_name(plain)
    for each in corrections:
        row = _row(plain, each.fact_kind, each.fact_id)
        if row and each.state == ACTIVE:
            set_field(row, each.fact_kind, each.field, each.original, actors)
    return plain


def correct(rows: Rows, corrections: Iterable[Held], heirs: Heirs, text: str) -> list[Outcome]:
    """Put corrections onto the rows of a new extraction of `text`, in place."""
    actors = actors_by_name(rows)
    return [_correct(rows, each, heirs, text, actors) for each in corrections]


def _correct(rows: Rows, each: Held, heirs: Heirs, text: str, actors: Mapping[str, int]) -> Outcome:
    fact_id = heirs.get(each.fact_kind, {}).get(each.fact_id, each.fact_id)
    row = _row(rows, each.fact_kind, fact_id)
    if row is None:
        return Outcome(each.correction_id, each.fact_id, IN_REVIEW)
    extracted = FIELDS[each.fact_kind][each.field].told(row)
    is_edited = quote_of(row, each.fact_kind, text) != each.quote
    if is_edited and extracted not in (each.original, each.corrected):
        return Outcome(each.correction_id, fact_id, IN_REVIEW)
    try:
        set_field(row, each.fact_kind, each.field, each.corrected, actors)
    except ValueError:  # a list or the gazetteer no longer has what it was set to
        return Outcome(each.correction_id, fact_id, IN_REVIEW)
    return Outcome(each.correction_id, fact_id, ACTIVE)


def quote_of(row: Row, kind: str, text: str) -> str | None:
    """The words that a fact rests on; an article's are its title."""
    return row["title"] if kind == "article" else text[row["start"] : row["stop"]]


def actors_by_name(rows: Rows) -> dict[str, int]:
    """Name → number of the article's actors."""
    return {row["name"]: row["ordinal"] for row in rows.get("article_actor", [])}


def _row(rows: Rows, kind: str, fact_id: int) -> Row | None:
    return next((row for row in rows.get(kind, []) if row[IDS[kind]] == fact_id), None)
