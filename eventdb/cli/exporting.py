"""The command export: what readers may ask, as files.

In: a view's name or --all, a format, a place. Out: files, and a line for each that tells how many rows it has. Nothing
is left out without being told.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from eventdb.cli.opening import reading
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from psycopg import Connection

    from eventdb.export import Relation

OUTPUT = Path("-")
NO_DAY = "it is as of a day, add --on 2021-03-18"


class ExportFormat(StrEnum):
    """Formats of files."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    UCDP_GED = "ucdp-ged"
    ACLED = "acled"
    GDELT = "gdelt"
    FTM = "ftm"
    DATAPACKAGE = "datapackage"


OF_EVENTS = {
    ExportFormat.UCDP_GED: "ucdp-ged.csv",
    ExportFormat.ACLED: "acled.csv",
    ExportFormat.GDELT: "gdelt.csv",
    ExportFormat.FTM: "ftm.jsonl",
}
"""Formats that hold all events and no view, with the name of their file."""


def export(
    view: Annotated[str, typer.Argument(metavar="VIEW", help="A view of schema report, such as timeline.")] = "",
    is_all: Annotated[bool, typer.Option("--all", help="Every view, each as a file of its own.")] = False,
    form: Annotated[ExportFormat, typer.Option("--format", help="Form of the files.")] = ExportFormat.CSV,
    out: Annotated[str, typer.Option(metavar="PATH", help="File, or folder/; - for output. Else it lies here.")] = "",
    on: Annotated[str, typer.Option(help="The day for planned_as_of and position_as_of, as 2021-03-18.")] = "",
    licence: Annotated[str, typer.Option(help="Of a data package: a name such as CC-BY-4.0, or an address.")] = "",
    guard: Annotated[bool, typer.Option(help="Keep spreadsheets from running text of CSV cells as formulas.")] = True,
) -> None:
    """Write a view, or all of them, to files, all rows as of one moment; or events as other projects publish theirs.

    A file is put into its place when it is whole. Ids are text in JSON, since many readers of JSON keep 53 bits of a
    number. In CSV, text that begins with = + - @, a tab or a line end gets an apostrophe before it. The formats
    ucdp-ged, acled and gdelt take no VIEW: they hold events, with the columns that those projects have; ftm holds
    FollowTheMoney entities, and datapackage all views as a Frictionless data package.

    \b
    Examples:
      eventdb export timeline
      eventdb export casualty --format parquet --out casualty.parquet
      eventdb export timeline --format geojson --out - | gzip > map.geojson.gz
      eventdb export --all --format parquet --out exported
      eventdb export --format acled --out acled.csv
      eventdb export --format datapackage --licence CC-BY-4.0 --out package
    """
    from eventdb.export import snapshot

    _require_day(on)
    _require_words_that_fit(view, form, on, licence, is_all=is_all)
    with reading() as connection:
        snapshot(connection)
        if form is ExportFormat.DATAPACKAGE:
            _export_package(connection, Path(out or form), on or None, licence, guard=guard)
        elif form in OF_EVENTS:
            _export_events(connection, form, _place(out, OF_EVENTS[form]), guard=guard)
        else:
            _export_views(connection, view, form, out, on or None, guard=guard)


def _export_views(
    connection: Connection, view: str, form: ExportFormat, out: str, on: str | None, *, guard: bool
) -> None:
    """One view, or all where none is named."""
    if view:
        path = _place(out, f"{view}.{form}")
        _export_one(connection, _wanted(connection, view, on), form, path, on, guard=guard)
    else:
        _export_all(connection, form, Path(out), on, guard=guard)


def _require_words_that_fit(view: str, form: ExportFormat, on: str, licence: str, *, is_all: bool) -> None:
    if licence and form is not ExportFormat.DATAPACKAGE:
        raise UsageError("--licence is for --format datapackage")
    if form in OF_EVENTS:
        if view or is_all or on:
            raise UsageError(f"--format {form} holds all events: it takes no view, no --all and no --on")
    elif form is ExportFormat.DATAPACKAGE:
        if view:
            raise UsageError("--format datapackage holds all views: it takes none")
    elif bool(view) == is_all:
        raise UsageError("name a view, or ask for --all; `eventdb show` lists the views")


def _require_day(on: str) -> None:
    try:
        date.fromisoformat(on or "2021-03-18")
    except ValueError:
        raise UsageError(f"--on {on} is no day; write it as 2021-03-18") from None


def _wanted(connection: Connection, view: str, on: str | None) -> Relation:
    from eventdb.export import relations

    found = {each.name: each for each in relations(connection)}
    if view not in found:
        raise UsageError(f"there is no view {view!r}; there are {', '.join(found)}")
    if found[view].asks_for_day != bool(on):
        raise UsageError(f"{view} takes no day" if on else f"{view} is as of a day: add it as --on 2021-03-18")
    return found[view]


def _place(out: str, name: str) -> Path:
    """Where a file goes: into a folder, which may be yet to be made, under its own name."""
    return Path(out) / name if not out or out.endswith(os.sep) or Path(out).is_dir() else Path(out)


def _export_one(
    connection: Connection, relation: Relation, form: ExportFormat, path: Path, on: str | None, *, guard: bool
) -> None:
    from eventdb.export import WRITERS, Layout, reading_all

    with reading_all(connection, relation, on=on) as (columns, rows), _file(path) as file:
        count = WRITERS[form](file, Layout(relation.name, columns, guard), rows)
    _tell(path, f"{relation.name}: {count} rows in {path}")


def _export_events(connection: Connection, form: ExportFormat, path: Path, *, guard: bool) -> None:
    if form is ExportFormat.FTM:
        _export_entities(connection, path)
        return
    from eventdb.cli.naming import LexiconNames
    from eventdb.export.shapes import SHAPES, happenings, write_shape

    with _file(path) as file:
        rows, others = write_shape(file, SHAPES[form], happenings(connection), LexiconNames(), guarded=guard)
    _tell(path, f"{form}: {rows} rows in {path}; left out {others} events that it has no place for")


def _export_entities(connection: Connection, path: Path) -> None:
    from eventdb.export.ftm import write_entities

    with _file(path) as file:
        counts = write_entities(file, connection)
    told = ", ".join(f"{number} {schema}" for schema, number in sorted(counts.items()))
    _tell(path, f"ftm: {sum(counts.values())} entities in {path}: {told}")


def _export_package(connection: Connection, folder: Path, on: str | None, licence: str, *, guard: bool) -> None:
    from eventdb.export import relations
    from eventdb.export.package import write_package

    _require_folder(folder)
    found = relations(connection)
    chosen = [each for each in found if on or not each.asks_for_day]
    for each in write_package(connection, chosen, folder, on=on, licence=licence, guarded=guard):
        print(f"{each.name}: {each.rows} rows in {each.path}")
    print(f"datapackage.json describes them in {folder}")
    _tell_left_out([f"{each.name}: {NO_DAY}" for each in found if each not in chosen])


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    from eventdb.export import replaced

    if path == OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replaced(path) as file:
        yield file


def _tell(path: Path, words: str) -> None:
    """Say what was written, beside what is written to output."""
    print(words, file=sys.stderr if path == OUTPUT else sys.stdout)


def _export_all(connection: Connection, form: ExportFormat, folder: Path, on: str | None, *, guard: bool) -> None:
    from eventdb.export import columns_of, relations
    from eventdb.export.writers import is_on_a_map

    _require_folder(folder)
    left_out = []
    for relation in relations(connection):
        if relation.asks_for_day and not on:
            left_out.append(f"{relation.name}: {NO_DAY}")
            continue
        if form is ExportFormat.GEOJSON and not is_on_a_map(columns_of(connection, relation, on=on)):
            left_out.append(f"{relation.name}: no columns latitude and longitude")
            continue
        _export_one(connection, relation, form, folder / f"{relation.name}.{form}", on, guard=guard)
    _tell_left_out(left_out)


def _require_folder(out: Path) -> None:
    if out == OUTPUT or out.is_file():
        raise UsageError("several files are written: let --out be a folder")


def _tell_left_out(left_out: list[str]) -> None:
    print(f"left out {len(left_out)}")
    for each in left_out:
        print(f"  {each}")
