"""The whole of what readers may ask → a Frictionless data package: CSV files, their schemas, the codes and meanings.

In: a connection, a folder, a licence. Out: a CSV file a view, `codebook.csv`, and `datapackage.json`, which is written
last: a folder without it is not whole. Types, words and sizes of all files stand in it, so that a program can read and
check them without knowing eventdb.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import Connection

from eventdb import __version__
from eventdb.models.codes import LISTS, Entry, EventType

from .files import replaced
from .relations import Column, Kind, Relation, Row, reading_all
from .writers import Layout, write_csv

TYPES = {
    Kind.TEXT: "string", Kind.INTEGER: "integer", Kind.KEY: "integer", Kind.NUMBER: "number", Kind.BOOLEAN: "boolean",
    Kind.DATE: "date", Kind.INSTANT: "datetime",
}  # fmt: skip
INSTANTS = {"format": "any"}  # with a time zone, which the plain form of the standard has not
UNNAMED = {"name": "notspecified", "title": "No licence was named. The words of articles are their publishers'."}
CODES = (
    Column("list", Kind.TEXT, "Closed list, a table of schema eventdb"),
    Column("code", Kind.TEXT, "Code, as columns have it"),
    Column("label", Kind.TEXT, "Words for readers"),
    Column("definition", Kind.TEXT, "When the code applies"),
    Column("plover_type", Kind.TEXT, "Of a kind of event: PLOVER 0.8 type"),
    Column("plover_mode", Kind.TEXT, "Of a kind of event: PLOVER 0.8 mode"),
    Column("cameo_root", Kind.TEXT, "Of a kind of event: CAMEO root code"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the package, with its rows."""

    name: str
    about: str
    columns: Sequence[Column]
    path: Path
    rows: int


def write_package(
    connection: Connection,
    relations: Sequence[Relation],
    folder: Path,
    *,
    on: str | None,
    licence: str,
    guarded: bool,
) -> Iterator[Written]:
    """Write the files, each told when it is whole, then what describes them."""
    written = []
    for relation in relations:
        with reading_all(connection, relation, on=on) as (columns, rows):
            written.append(_table(folder, relation.name, relation.about, columns, rows, guarded=guarded))
        yield written[-1]
    written.append(_table(folder, "codebook", "One row per code of a closed list.", CODES, _codes(), guarded=False))
    yield written[-1]
    with replaced(folder / "datapackage.json") as file:
        described = describe(written, licence=licence, guarded=guarded)
        file.write(json.dumps(described, ensure_ascii=False, indent=1).encode() + b"\n")


def _table(
    folder: Path, name: str, about: str, columns: Sequence[Column], rows: Iterator[Row], *, guarded: bool
) -> Written:
    path = folder / f"{name}.csv"
    with replaced(path) as file:
        count = write_csv(file, Layout(name, columns, guarded), rows)
    return Written(name, about, columns, path, count)


def _codes() -> Iterator[Row]:
    for table, entries in LISTS.items():
        for entry in entries:
            yield (table, str(entry.code), entry.label, entry.definition, *_theirs(entry))


def _theirs(entry: Entry) -> tuple[str | None, str | None, str | None]:
    if isinstance(entry, EventType):
        return entry.plover_type, entry.plover_mode, entry.cameo_root
    return None, None, None


def describe(written: Sequence[Written], *, licence: str, guarded: bool) -> dict[str, Any]:
    """The descriptor of a package."""
    about = "Claims that news articles make about events, each with its words; what is empty is not known."
    note = " Text cells that a spreadsheet would run as a formula have an apostrophe before them." if guarded else ""
    return {
        "profile": "tabular-data-package",
        "name": "eventdb",
        "title": "Events and claims of news articles",
        "description": about + note,
        "version": __version__,
        "licenses": [_licence(licence)],
        "resources": [_resource(each) for each in written],
    }


def _licence(named: str) -> dict[str, str]:
    if not named:
        return UNNAMED
    return {"path": named} if "://" in named else {"name": named}


def _resource(each: Written) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": each.name,
        "path": each.path.name,
        "description": each.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": each.path.stat().st_size,
        "hash": f"sha256:{_sha256(each.path)}",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {"fields": [_field(column) for column in each.columns], "missingValues": [""]},
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _field(column: Column) -> dict[str, str]:
    instant = INSTANTS if column.kind is Kind.INSTANT else {}
    return {"name": column.name, "type": TYPES[column.kind], **instant, "description": column.about}
