"""One example put to the test, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trial:
    """A line of an entry: what it should give, what it gave, and how the sentence looks to the patterns."""

    file: str
    entry: str
    line: str
    is_counter: bool
    is_right: bool
    wanted: str = ""
    got: str = ""
    masked: str = ""
