"""What a stretch of a page can be. In: nothing. Out: the closed list of kinds, and those that may yield facts."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.facts import Block

BLOCK_KINDS = (
    "title",
    "byline",
    "timestamp",
    "dateline",
    "caption",
    "subhead",
    "body",
    "quote",
    "credit",
    "correction",
    "clutter",
)
READABLE_KINDS = frozenset({"title", "caption", "subhead", "body", "quote", "correction"})


def readable(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that may yield facts, in the order of the page."""
    return tuple(block for block in blocks if block.kind in READABLE_KINDS)
