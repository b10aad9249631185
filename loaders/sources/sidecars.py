"""The forms in which metadata stand beside an article. In: words of a file. Out: `Metadata`, checked, with its place.

NAME.meta.json, NAME.meta.yaml or .yml (NAME with or without the article's extension), front matter between two lines
`---` at the top of the text, and manifest.csv with a column `file`. Never reads a file.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from eventdb.errors import MetadataError
from loaders.sources.metadata import KEYS, NO_METADATA, Metadata, metadata

SUFFIXES = (".meta.json", ".meta.yaml", ".meta.yml")
MANIFEST = "manifest.csv"
FILE_COLUMN = "file"
FRONT_MATTER = re.compile(r"---[ \t]*\n(?=\s*[\w-]+[ \t]*:)(.{0,8000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """A line of a manifest: its metadata, or the error that reading them raised."""

    line: int
    given: Metadata | MetadataError


def from_sidecar(words: str, name: str) -> Metadata:
    """The metadata of a file NAME.meta.json, .yaml or .yml."""
    return _from_json(words, name) if name.endswith(".json") else _from_yaml(words, name, 1)


def _from_json(words: str, name: str) -> Metadata:
    try:
        given = json.loads(words, object_pairs_hook=lambda pairs: _unique(pairs, name))
    except json.JSONDecodeError as error:
        raise MetadataError(f"{name}, line {error.lineno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise MetadataError(f"{name}: nested too deep; a flat JSON object would be right") from error
    return metadata(_mapping(given, name), name)


def _from_yaml(words: str, name: str, first_line: int) -> Metadata:
    try:
        _refuse_aliases(words, name, first_line)
        node = yaml.compose(words, Loader=yaml.CBaseLoader)
        given = yaml.load(words, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise MetadataError(f"{name}, line {line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise MetadataError(f"{name}: not YAML: {error}") from error
    if node is None:
        return NO_METADATA
    _mapping(given, name)
    lines = [(str(key.value), key.start_mark.line + first_line) for key, _ in node.value]
    _unique(lines, name)
    return _by_line(given, lines, name)


def _refuse_aliases(words: str, name: str, first_line: int) -> None:
    """Aliases of aliases make gigabytes of a few lines, and no metadata need one."""
    for event in yaml.parse(words, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            line = (event.start_mark.line if event.start_mark else 0) + first_line
            raise MetadataError(f"{name}, line {line}: *{event.anchor} is an alias; the value itself would be right")


def _by_line(given: dict[str, Any], lines: list[tuple[str, int]], name: str) -> Metadata:
    """Each key checked by itself first, so that an error names its line."""
    for key, line in lines:
        metadata({key: given.get(key)}, f"{name}, line {line}")
    return metadata(given, name)


def _mapping(given: Any, name: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise MetadataError(f"{name} holds {given!r:.60}; keys with values would be right: {', '.join(KEYS)}")
    return given


def _unique(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise MetadataError(f"{name}: {', '.join(twice)} stands twice; once would be right")
    return dict(pairs)


def front_matter(text: str, name: str) -> tuple[Metadata, str]:
    """The metadata above a text, and the text without them; a text that only begins with a rule stays whole."""
    found = FRONT_MATTER.match(text)
    if not found:
        return NO_METADATA, text
    return _from_yaml(found[1], f"front matter of {name}", 2), text[found.end() :]


def manifest(words: str) -> dict[str, ManifestRow]:
    """The rows of a manifest by file name; a bad row holds its error, a bad header raises."""
    reader = csv.reader(words.splitlines(keepends=True), strict=True)
    rows: dict[str, ManifestRow] = {}
    try:
        header = _header(next(reader, []))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _add_row(rows, header, cells, reader.line_num)
    except csv.Error as error:
        raise MetadataError(f"{MANIFEST}, line {reader.line_num}: not CSV: {error}") from error
    return rows


def _header(cells: Iterable[str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    unknown = [name for name in header if name not in (*KEYS, FILE_COLUMN)]
    if unknown or header.count(FILE_COLUMN) != 1 or len(set(header)) < len(header):
        right = f"each once, and file among them: {', '.join((FILE_COLUMN, *KEYS))}"
        raise MetadataError(f"{MANIFEST}, line 1: columns are {', '.join(header) or 'missing'}; {right}")
    return header


def _add_row(rows: dict[str, ManifestRow], header: list[str], cells: list[str], line: int) -> None:
    where = f"{MANIFEST}, line {line}"
    given = dict(zip(header, cells, strict=False))
    name = given.pop(FILE_COLUMN, "").strip()
    if not name or "/" in name or "\\" in name:
        raise MetadataError(f"{where}: file is {name!r}; the name of a file in the same folder would be right")
    if name in rows:
        error = MetadataError(f"{where}: {name} stands in line {rows[name].line} already; once would be right")
        rows[name] = ManifestRow(line, error)
    elif len(cells) != len(header):
        rows[name] = ManifestRow(line, MetadataError(f"{where}: {len(cells)} cells; {len(header)} would be right"))
    else:
        rows[name] = ManifestRow(line, _row_metadata(given, where))


def _row_metadata(given: dict[str, str], where: str) -> Metadata | MetadataError:
    try:
        return metadata(given, where)
    except MetadataError as error:
        return error
