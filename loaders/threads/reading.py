"""One sentence as `threads` reads it: its place in the text, masks and claims."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.annotate.masked import Masked
from loaders.frames import Claim


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence: number, half-open span in the text, kind of its block, number of its block, masks and claims."""

    number: int
    start: int
    stop: int
    block: str
    paragraph: int
    masked: Masked
    claims: tuple[Claim, ...]

    def span(self, number: int) -> tuple[int, int]:
        """The half-open span in the text of a mask."""
        mask = self.masked.masks[number]
        return self.start + mask.start, self.start + mask.stop
