"""What a measure answers: a named figure, what it means, and what is wanted of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is a share from 0 to 1 (or what `meaning` says), over `rows` rows; `wanted` is the least that will do."""

    name: str
    value: float
    rows: int
    meaning: str
    wanted: float | None = None
