"""The rows of the closed lists: in goes `eventdb.models.codes`, out come statements that make the tables equal to it.

They run after every migration, like the views, so a new code or better words for an old one need no migration. A code
that goes away does: the rows that use it must be decided about first.
"""

from __future__ import annotations

from dataclasses import asdict

from eventdb.models.codes import LISTS, Entry, EventType
from eventdb.schema.statements import Run, quoted


def fill(run: Run) -> None:
    """Insert what is missing and reword what differs."""
    for statement in statements():
        run(statement)


def statements() -> tuple[str, ...]:
    """One statement per list."""
    return tuple(_upsert(table, entries) for table, entries in LISTS.items())


def _upsert(table: str, entries: tuple[Entry, ...]) -> str:
    rows = [_row(ordinal, entry) for ordinal, entry in enumerate(entries, start=1)]
    columns = list(rows[0])
    values = ",\n".join(f"    ({', '.join(quoted(value) for value in row.values())})" for row in rows)
    settings = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "code")
    return (
        f"insert into eventdb.{table} ({', '.join(columns)}) values\n{values}\n"
        f"on conflict (code) do update set {settings};"
    )


def _row(ordinal: int, entry: Entry) -> dict[str, str | int | None]:
    quad = {"quad_class": entry.quad_class} if isinstance(entry, EventType) else {}
    return {"ordinal": ordinal, **asdict(entry), **quad}
