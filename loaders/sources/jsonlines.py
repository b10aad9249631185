"""JSON Lines: one article a line. In: a stream of lines. Out: a source a line, placed by the line's number.

    {"text": "The ferry sank at dawn …", "title": "Ferry sinks", "outlet": "AP", "published": "2021-03-18"}
    {"text": "Envoys met in Muscat …", "url": "https://news.example/envoys", "authors": ["Salma Rahbi"]}

docs/line.schema.json describes a line. Metadata are checked as strictly as those of a side file, except that fields
that nothing here knows are counted and not refused: exports of other programs carry many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from eventdb.errors import MetadataError
from loaders.sources.containers import Container
from loaders.sources.met import Met
from loaders.sources.metadata import KEYS, Metadata, agreed, metadata
from loaders.sources.opening import too_large
from loaders.sources.reasons import Ignored, Reason, Rejection

TEXT = "text"
OTHER_NAMES = {"outlet": "publisher"}
ESCAPED = 6  # the characters that JSON may need for one
CHUNK = 1 << 16
MARK = b"\xef\xbb\xbf"


def json_lines(container: Container) -> Iterator[Met]:
    """The articles of a stream, line by line."""
    longest = container.limit * ESCAPED
    number = 0
    while line := container.stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            _skip_line(container, line)
            yield container.rejected(number, Reason.TOO_LARGE, too_large(None, longest))
        else:
            yield from _line(container, number, line.removeprefix(MARK) if number == 1 else line)


def _skip_line(container: Container, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = container.stream.readline(CHUNK)


def _line(container: Container, number: int, line: bytes) -> Iterator[Met]:
    if not line.strip():
        yield container.skipped(number, Ignored.BLANK_LINE)
        return
    given = _object(line)
    if isinstance(given, str):
        yield container.rejected(number, Reason.BAD_LINE, given)
        return
    if any(key not in KEYS and key not in OTHER_NAMES for key in given if key != TEXT):
        yield container.skipped(number, Ignored.OTHER_FIELDS)
    yield _article(container, number, given)


def _object(line: bytes) -> dict[str, Any] | str:
    """The line's object with a text in it, or what is wrong with it."""
    try:
        given = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        return f"byte {error.start} is no UTF-8"
    except json.JSONDecodeError as error:
        return f"no JSON at character {error.pos + 1}: {error.msg}"
    except RecursionError:
        return "nested too deep"
    except ValueError as error:  # a key twice, or a number of more digits than Python reads
        return str(error)
    if not isinstance(given, dict):
        return f"it holds {given!r:.60}"
    if not isinstance(given.get(TEXT), str):
        return f'its "{TEXT}" is {given.get(TEXT)!r:.60}' if TEXT in given else f'it has no "{TEXT}"'
    return given


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(given := dict(pairs)) < len(pairs):
        raise ValueError(f"it has {next(key for key in given if [each for each, _ in pairs].count(key) > 1)!r} twice")
    return given


def _article(container: Container, number: int, given: dict[str, Any]) -> Met:
    raw = given[TEXT].encode("utf-8", "surrogatepass")
    if len(raw) > container.limit:
        return container.rejected(number, Reason.TOO_LARGE, too_large(len(raw), container.limit))
    try:
        known = agreed([("the files beside it", container.known), (f"line {number}", _metadata(given, number))])
    except MetadataError as error:
        found = container.rejected(number, Reason.BAD_METADATA)
        return Rejection(found.path, found.reason_code, str(error))
    return container.item(number, raw, known)


def _metadata(given: dict[str, Any], number: int) -> Metadata:
    where = f"line {number}"
    named = [({OTHER_NAMES[key]: value}) for key, value in given.items() if key in OTHER_NAMES]
    own = {key: value for key, value in given.items() if key in KEYS}
    return agreed([(where, metadata(part, where)) for part in (own, *named)])
