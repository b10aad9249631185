"""Where articles come from, as the words of a command say it. In: paths, `-` among them. Out: inputs to be read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.errors import UsageError

if TYPE_CHECKING:
    from loaders.sources import Input

SIGN = "-"
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files, folders, archives, patterns such as 'news/*.txt', or - for standard input."
    ),
]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Standard input holds JSON Lines, one article a line.")]


def inputs(paths: Sequence[str], *, has_lines: bool) -> list[Input]:
    """What the paths stand for."""
    from loaders.sources import StandardInput

    if has_lines and SIGN not in paths:
        raise UsageError("--jsonl is for standard input: add - to the paths; files of JSON Lines end in .jsonl")
    if paths.count(SIGN) > 1:
        raise UsageError("standard input can be read only once: one - would be right")
    return [StandardInput(sys.stdin.buffer, has_lines) if path == SIGN else path for path in paths]
