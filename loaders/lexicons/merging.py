"""A user's words join the built-in ones: the content of two files of one name goes in, one content comes out.

Lists of words grow by the user's, and a word behind a minus sign is taken out; a plain text is replaced; a mapping is
merged key by key, and takes new keys only where SHAPES says `ANY`. What does not have the shape of the built-in file
raises LexiconError with file and line. Nothing here knows what a word means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eventdb.errors import LexiconError
from loaders.lexicons.own import Folders, own_paths, shown
from loaders.lexicons.reading import BUILT_IN, items_of, line_of, read_yaml
from loaders.patterns.kinds import NOUN_KINDS

ANY = "*"
WORDS, ROWS, TEXT, FORM, NUMBER, KINDS = "words", "rows", "text", "form", "number", "kinds"
TAKEN_OUT = "-"
Shape = str | Mapping[str, Any]
Way = tuple[str | int, ...]

_VERB = {"verbs": WORDS, "before": KINDS, "examples": WORDS, "counter": WORDS}
_IRREGULAR = {"s": FORM, "past": FORM, "pp": FORM, "ing": FORM, "double": TEXT}
SHAPES: Mapping[str, Shape] = {
    "verbs.yaml": {"classes": {ANY: _VERB}, "irregular": {ANY: _IRREGULAR}, "also_nouns": WORDS},
    "words.yaml": {"nouns": {ANY: ROWS}, "lists": {ANY: WORDS}},
    "given_names.yaml": {"names": {ANY: WORDS}},
    "names.yaml": {},
    "numbers.yaml": {"vague": {ANY: NUMBER}},
    "cues.yaml": {},
    "titles.yaml": {},
}
"""How the files of words are built; a key that is not told here must stand in the built-in file, and has its shape."""

MOOD_FIELDS = frozenset({"is", "any"})
EVENT_FIELDS = frozenset({"type", "kind", "heads", "examples", "counter"})
EVENT_KINDS = ("meeting", "attack", "pact")


def with_own(name: str, content: Any, folders: Folders = ()) -> Any:
    """The content of a built-in file with what the user's folders add to it."""
    for path in own_paths(name, folders):
        if name == "moods.yaml":
            content = _with_moods(content, path)
        elif name == "event_words.yaml":
            content = [*content, *_event_rows(path)]
        elif name in SHAPES:
            content = _merged(content, read_yaml(path), SHAPES[name], path, ())
            if name == "verbs.yaml":
                _require_verbs(content["classes"], path)
    return content


def _require_verbs(classes: Mapping[str, Any], path: Path) -> None:
    for name, row in classes.items():
        if not re.fullmatch(r"[a-z_]+", name) or not row.get("verbs") or not row.get("examples"):
            told = "needs a name in small letters, verbs, and examples with its verb in [brackets]"
            raise _fault(path, ("classes", name), f"the class {name!r} {told}")


def _merged(ours: Any, theirs: Any, shape: Shape, path: Path, way: Way) -> Any:
    if isinstance(ours, Mapping) or isinstance(shape, Mapping):
        return _mapping(ours or {}, theirs, shape, path, way)
    if isinstance(ours, list) or shape in (WORDS, ROWS, KINDS):
        merged = _list(ours or [], theirs, path, way)
        if shape == KINDS and (unknown := set(merged) - set(NOUN_KINDS)):
            raise _fault(path, way, f"{sorted(unknown)} are no kinds; of {_either(NOUN_KINDS)} would be right")
        return merged
    if shape == NUMBER and not (isinstance(theirs, str) and theirs.isdigit()):
        raise _fault(path, way, f"{way[-1]} is {theirs!r}; a whole number would be right")
    if shape == FORM and _are_words(theirs):
        return theirs
    if not isinstance(theirs, str):
        raise _fault(path, way, f"{way[-1]} is {theirs!r}; a single word would be right")
    return theirs


def _mapping(ours: Mapping[str, Any], theirs: Any, shape: Shape, path: Path, way: Way) -> dict[str, Any]:
    shapes = shape if isinstance(shape, Mapping) else {}
    known = {*ours, *shapes} - {ANY}
    if not isinstance(theirs, Mapping):
        told = f"{way[-1]} is {theirs!r}" if way else "the file holds no headings"
        raise _fault(path, way, f"{told}; {_either(known)} with a colon would be right")
    merged = dict(ours)
    for key, value in theirs.items():
        if key not in known and ANY not in shapes:
            raise _fault(path, (*way, key), f"{key!r} is unknown; one of {_either(known)} would be right")
        merged[key] = _merged(ours.get(key), value, shapes.get(key, shapes.get(ANY, "")), path, (*way, key))
    return merged


def _list(ours: list[Any], theirs: Any, path: Path, way: Way) -> list[Any]:
    """The built-in list with the user's words; a list of rows of words gets one more row."""
    if isinstance(theirs, list) and theirs and all(map(_are_words, theirs)):
        theirs = [word for row in theirs for word in row]
    if not _are_words(theirs):
        raise _fault(path, way, f"{way[-1]} is {theirs!r}; a list of words would be right")
    gone = {word.removeprefix(TAKEN_OUT) for word in theirs if word.startswith(TAKEN_OUT)}
    added = [word for word in theirs if not word.startswith(TAKEN_OUT)]
    if ours and all(map(_are_words, ours)) or way[0] == "nouns":
        return [*([word for word in row if word not in gone] for row in ours), added]
    return [*(word for word in ours if word not in gone), *added]


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _with_moods(rows: list[dict[str, Any]], path: Path) -> list[dict[str, Any]]:
    """The moods, each with the phrases that a user's row of its name adds; their order stays."""
    known = {row["is"]: row for row in rows}
    merged = {name: list(row["any"]) for name, row in known.items()}
    for item in items_of(path, "", MOOD_FIELDS):
        if item.text("is") not in known:
            raise item.fault(f"is is {item.text('is')!r}; one of {_either(known)} would be right")
        merged[item.text("is")] = _list(merged[item.text("is")], item.fields.get("any"), path, (*item.way, "any"))
    return [{**row, "any": merged[name]} for name, row in known.items()]


def _event_rows(path: Path) -> list[dict[str, Any]]:
    """A user's nouns of events; a head that a built-in row has as well takes the type that the user gives it."""
    rows = []
    types = known_types()
    for item in items_of(path, "", EVENT_FIELDS):
        if item.text("type") not in types:
            raise item.fault(f"type is {item.text('type')!r}; one of {_either(types)} would be right")
        if item.text("kind") not in EVENT_KINDS:
            raise item.fault(f"kind is {item.text('kind')!r}; one of {_either(EVENT_KINDS)} would be right")
        if not item.texts("heads") or not item.texts("examples"):
            raise item.fault("heads and examples are both needed: nouns, and sentences with the event in [brackets]")
        item.texts("counter")
        rows.append(item.fields)
    return rows


def known_types() -> frozenset[str]:
    """The types of events that the built-in words and frames tell."""
    files = (BUILT_IN / "event_words.yaml", *(BUILT_IN / "frames").glob("*.yaml"))
    return frozenset(row["type"] for path in files for row in read_yaml(path) if "type" in row)


def _either(names: Iterable[str]) -> str:
    return ", ".join(sorted(names) if isinstance(names, set | frozenset) else names)


def _fault(path: Path, way: Way, message: str) -> LexiconError:
    return LexiconError(f"{shown(path)}, line {line_of(path, way)}: {message}")
