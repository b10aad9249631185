"""What an update changed, fact by fact: rows of `fact_change`.

In: the claims of an article before and after, as rows by table. Out: one row per field that differs, or per fact that
came or went. Facts are the same where their ids, made from content, are. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .claims import Row, Rows

# Table → its id and the fields whose change readers want to know; offsets move with every edit and say nothing.
WATCHED: dict[str, tuple[str, tuple[str, ...]]] = {
    "event_report": (
        "event_report_id",
        ("type_code", "status_code", "starts_from", "starts_to", "ends_to", "place_name", "country_code", "is_core"),
    ),
    "participation": ("participation_id", ("role_code", "position_code", "said_by_name")),
    "casualty_figure": ("casualty_figure_id", ("victims", "value", "qualifier_code", "low", "high", "said_by_name")),
}


def changes(before: Rows, after: Rows) -> Iterator[Row]:
    """`fact_kind_code`, `fact_id`, `field_name`, `before_value`, `after_value` of each change."""
    for table, (identifier, fields) in WATCHED.items():
        old = {row[identifier]: as_told(row) for row in before[table]}
        new = {row[identifier]: as_told(row) for row in after[table]}
        for fact_id in [*old, *(each for each in new if each not in old)]:
            for change in _differences(old.get(fact_id), new.get(fact_id), fields):
                yield {"fact_kind_code": table, "fact_id": fact_id} | change


def as_told(row: Row) -> Row:
    """The row with its days as the text gives them: without the years that linking found."""
    return {name: row.get(f"{name}_yearless") or value for name, value in row.items()}


def _differences(old: Row | None, new: Row | None, fields: tuple[str, ...]) -> Iterator[Row]:
    if old is None or new is None:
        yield _change(None, _summary(old, fields), _summary(new, fields))
        return
    for name in fields:
        if old[name] != new[name]:
            yield _change(name, _text(old[name]), _text(new[name]))


def _change(field: str | None, before: str | None, after: str | None) -> Row:
    return {"field_name": field, "before_value": before, "after_value": after}


def _summary(row: Row | None, fields: tuple[str, ...]) -> str | None:
    """A fact in a line, for one that came or went: `consult.talks, planned, 2022-05-20`."""
    return None if row is None else ", ".join(str(row[name]) for name in fields if row[name] not in (None, False))


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
