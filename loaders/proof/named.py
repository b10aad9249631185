"""Trials of names: each name of a user's group, organisation, place or outlet is found and stands for that entry.

In: a user's file. Out: trials. A name may mean something else as well; then its first reading is told.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from loaders.clean.outlets import find_outlets
from loaders.lexicons import names
from loaders.lexicons.reading import ADDED, read_yaml, several
from loaders.proof.trial import Trial

SPOKEN = ("aliases", "acronyms", "people")


def actor_trials(name: str, path: Path) -> Iterator[Trial]:
    """Every name of a group or an organisation."""
    content = read_yaml(path)
    for row in [*content.get("groups", ()), *content.get("organisations", ())]:
        yield from (_trial(name, row["name"], spoken) for spoken in _spoken(row))


def place_trials(name: str, path: Path) -> Iterator[Trial]:
    """Every name of a region, sea or city."""
    if path.suffix == ".yaml":
        rows: list[dict[str, Any]] = list(read_yaml(path).get("regions", ()))
    else:
        rows = [{**row, "aliases": several(row.get("aliases", ""))} for row in _table(path) if row.get("name")]
    for row in rows:
        yield from (_trial(name, row["name"], spoken) for spoken in _spoken(row))


def outlet_trials(name: str, path: Path) -> Iterator[Trial]:
    """Every name of an outlet."""
    for row in _table(path):
        own = [] if row["name"].endswith(")") else [row["name"]]  # "CNA (Taiwan)" is only ours
        for spoken in [*own, *several((row.get("aliases") or "").removeprefix(ADDED))]:
            line = f"An editor of {spoken} left."
            got = ", ".join(hit.outlet.name for hit in find_outlets(line))
            yield Trial(name, row["name"], line, False, got == row["name"], row["name"], got)


def _table(path: Path) -> Iterator[dict[str, str]]:
    return csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""))


def _spoken(row: dict[str, Any]) -> list[str]:
    return [
        row["name"],
        *(word.removeprefix(ADDED) for field in SPOKEN for word in row.get(field, ()) if word != ADDED),
    ]


def _trial(file: str, entry: str, spoken: str) -> Trial:
    line = f"They heard of {spoken} there."
    hits = [each for hit in names().find(line) for each in hit.entries if line[hit.start : hit.stop] == spoken]
    got = ", ".join(dict.fromkeys(hit.name for hit in hits))
    return Trial(file, entry, line, False, entry in [hit.name for hit in hits], entry, got or "nothing")
