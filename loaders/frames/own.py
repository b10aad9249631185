"""A user's own frames among the built-in ones: rows of one file go in, rows with the user's come out.

A frame of a built-in name takes that one's place; a frame of a new name is tried before the built-in ones of its
file, since what is matched first is closed to the others. Each must carry an example. A bad row raises LexiconError
with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from loaders.annotate.chunks import compiler
from loaders.lexicons.merging import known_types
from loaders.lexicons.own import BUILT_IN, own_paths
from loaders.lexicons.reading import Item, items_of, read_yaml
from loaders.lexicons.words import with_parts
from loaders.patterns.kinds import FAMILIES

TEXTS = ("name", "say", "means", "is", "type", "status", "needs_word", "verb", "planned", "refused", "far", "let")
TYPES = ("type", "planned", "refused")
FIELDS = frozenset([*TEXTS, "yes", "no"])
CLOSED = ("means", "is", "status")
"""Fields whose values are those that built-in frames have."""
SLOT = re.compile(r"\?P<([a-z_]+?)__\d+>")
PART = re.compile(r"@(\w+)")
Row = dict[str, Any]


def with_own(rows: Iterable[Row], name: str, parts: Iterable[Row] = ()) -> list[Row]:
    """The rows of a file of frames with those of the user's files of that name; `parts` may be named in them."""
    rows = list(rows)
    for path in own_paths(name):
        lets = [row for row in rows if "let" in row]
        own = _own_rows(path, [*parts, *lets])
        known = {row["name"] for row in rows if "name" in row}
        taken = {row["name"]: row for row in own if row.get("name") in known}
        new = [row for row in own if row.get("name") not in known]
        rows = [*lets, *new, *(taken.get(row["name"], row) for row in rows if "let" not in row)]
    return rows


def _own_rows(path: Path, parts: list[Row]) -> list[Row]:
    """The rows of a user's file, each checked with the parts that stand before it."""
    rows: list[Row] = []
    names: set[str] = set()
    for item in items_of(path, "", FIELDS):
        _check(item, [*parts, *rows])
        name = item.text("name", item.text("let"))
        if name in names:
            raise item.fault(f"{name!r} stands twice; each frame needs a name of its own")
        names.add(name)
        rows.append(item.fields)
    return rows


def _check(item: Item, before: list[Row]) -> None:
    texts = {field: item.text(field) for field in TEXTS}
    if not texts["say"] or bool(texts["name"]) == bool(texts["let"]):
        raise item.fault("a frame needs `say` and `name`; a part of frames needs `say` and `let`")
    if texts["name"] and not item.texts("yes"):
        raise item.fault(
            f'frame {texts["name"]!r} has no example; `yes: ["A sentence. => slot: words"]` would be right'
        )
    item.texts("no")
    for field in CLOSED:
        if texts[field] and texts[field] not in known_values()[field]:
            raise item.fault(f"{field} is {texts[field]!r}; one of {', '.join(known_values()[field])} would be right")
    if texts["far"] not in ("", "yes"):
        raise item.fault(f"far is {texts['far']!r}; yes would be right, or nothing")
    for field in TYPES:
        if texts[field] and texts[field] not in known_types():
            types = ", ".join(sorted(known_types()))
            raise item.fault(f"{field} is {texts[field]!r}; one of {types} would be right")
    _check_pattern(item, before)


def _check_pattern(item: Item, before: list[Row]) -> None:
    known = {row["let"] for row in before if "let" in row}
    if unknown := set(PART.findall(item.text("say"))) - known:
        raise item.fault(f"there is no part @{unknown.pop()}; known are {', '.join(sorted(known))}")
    lets = [row for row in before if "let" in row]
    (row,) = with_parts([*lets, {name: value for name, value in item.fields.items() if name != "let"}])
    try:
        re.compile(item.text("needs_word"))
        pattern = compiler().compile(row["say"])
        found = set(SLOT.findall(pattern.regex.pattern))
    except (ValueError, re.error) as error:
        raise item.fault(f"say: {error}") from error
    kinds = {"how", "any", *FAMILIES, *(kind.replace(".", "_") for kind in compiler().kinds.codes)}
    if unknown := found - known_slots() - kinds:
        raise item.fault(
            f"slot {sorted(unknown)[0]!r} is unknown; one of {', '.join(sorted(known_slots()))} would be right"
        )


@cache
def known_values() -> Mapping[str, tuple[str, ...]]:
    """What built-in frames have in each of the CLOSED fields."""
    rows = _built_in_rows()
    return {field: tuple(sorted({row[field] for row in rows if row.get(field)})) for field in CLOSED}


@cache
def known_slots() -> frozenset[str]:
    """Names of slots in built-in frames: those that the stages behind know what to do with."""
    named = re.compile(r"(?:[{<][^{}<>]*:|\[)(\w+)[}>:]")
    return frozenset({name for row in _built_in_rows() for name in named.findall(row["say"])} | {"event"})


def _built_in_rows() -> list[Row]:
    return [row for path in sorted((BUILT_IN / "frames").glob("*.yaml")) for row in read_yaml(path)]
