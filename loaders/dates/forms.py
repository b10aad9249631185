"""The value that a pattern of dates is: `Form`, and the one way to build it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.dates.readers import Fields


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date: what it is, what it can begin with, its pattern, and the reader of its groups."""

    kind: str
    heads: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Fields | None]


def form(kind: str, heads: tuple[str, ...], pattern: str, read: Callable[[re.Match[str]], Fields | None]) -> Form:
    return Form(kind, heads, re.compile(rf"(?:{pattern})(?![A-Za-z0-9])"), read)
