"""What a measure answers: a named figure, what it means, what is wanted of it and what the best known way reaches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is a share from 0 to 1 (or what `meaning` says), over `rows` rows; `wanted` is the least that will do.

    `reached` is what two annotations by hand reach against each other, or the best known system.
    """

    name: str
    value: float
    rows: int
    meaning: str
    wanted: float | None = None
    reached: float | None = None
