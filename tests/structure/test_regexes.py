r"""No regex repeats a group possessively or holds an atomic group: Pythons before 3.11.5 mismatch those (gh-106052).

A single character or class may be repeated so (`\w++`, `[^,]*+`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from loaders.annotate.chunks import chunks
from loaders.clean.shapes import shapes
from loaders.frames import frames
from loaders.frames.matching import speech_patterns
from tests.structure.tree import PACKAGES, files, python_files, read

WRITTEN = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\}|\{\{\d*,?\d*\}\})\+|\(\?>")
ONE = (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY, codes.CATEGORY)
LEXICONS = [path for path in files() if path.parts[:2] == ("loaders", "lexicons") and path.suffix in (".yaml", ".csv")]
SOURCES = [*python_files(*PACKAGES, "tools", "bench"), *LEXICONS]


def unsafe(tree: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """The parts of a parsed regex that older Pythons match wrongly."""
    for code, value in tree:
        is_group = code is codes.POSSESSIVE_REPEAT and not (len(value[2]) == 1 and value[2][0][0] in ONE)
        if is_group or code is codes.ATOMIC_GROUP:
            yield str(code)
        yield from (part for inner in trees(value) for part in unsafe(inner))


def trees(value: Any) -> Iterator[Any]:
    """The parsed regexes inside a part of one."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        yield from (tree for each in value for tree in trees(each))


def is_unsafe(regex: str) -> bool:
    return any(unsafe(parser.parse(regex)))


@pytest.mark.parametrize(
    "regex", ["(?:ab)*+c", "(a|b)++", "(a)?+", "(?:ab){2,3}+", "(?>ab)", "x(?:y(?:ab)*+)?", "(?=(?>a))"]
)
def test_a_group_that_gives_nothing_back_is_found(regex: str) -> None:
    assert is_unsafe(regex)
    assert WRITTEN.search(regex)


@pytest.mark.parametrize("regex", [r"\w++", "[^,]*+", r"\)*+", "a{2,3}+", "(?:ab)+c", "x?+"])
def test_a_single_character_or_class_may_give_nothing_back(regex: str) -> None:
    assert not is_unsafe(regex)
    assert not WRITTEN.search(regex)


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_no_source_writes_a_group_that_gives_nothing_back(path: Path) -> None:
    assert WRITTEN.findall(read(path)) == []


def test_no_pattern_of_the_lexicons_becomes_one() -> None:
    patterns = [*(frame.pattern for frame in frames()), *(chunk.pattern for chunk in chunks()), *speech_patterns()]
    assert [pattern.text for pattern in patterns if is_unsafe(pattern.source)] == []
    assert [each for shape in shapes() for each in shape.expressions if is_unsafe(each)] == []
