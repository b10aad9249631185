"""Text of a page to blocks and to what the page says of itself. In: decoded text. Out: blocks, header.

Each stretch of the page is a title, byline, time stamp, dateline, caption, sub-heading, body, quotation, credit,
correction or clutter. Clutter stays text and yields no facts. Nothing here reads files other than lexicons, and
nothing changes the text: a block is two positions in it.
"""

from __future__ import annotations

from loaders.clean.blocks import blocks
from loaders.clean.headers import Header, header
from loaders.clean.kinds import BLOCK_KINDS, READABLE_KINDS, readable

__all__ = ["BLOCK_KINDS", "READABLE_KINDS", "Header", "blocks", "header", "readable"]
