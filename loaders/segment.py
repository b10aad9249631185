"""Blocks to sentences. In: text and its blocks. Out: half-open spans in the text, in order, none overlapping.

Only readable blocks have sentences. A headline or sub-heading is one sentence; so is an item of a list. A line break
inside a hard-wrapped paragraph is a space. Never changes the text, and loses no letter of a readable block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import sentencex

from loaders.clean import readable
from loaders.clean.paragraphs import BULLET
from loaders.facts import Block

LANGUAGE = "en"
INITIAL = re.compile(r"(?:\A|[A-Z][\w'-]*[\w.]\s)(?<!Plan\s)(?<!Group\s)(?<!Phase\s)[A-HJ-Z]\.\s*\Z")
"""A piece that ends like this ends inside a name: "President J." of "President J. D. Okello"."""
WHOLE_KINDS = frozenset({"title", "subhead"})


def sentences(text: str, blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """The sentences of all readable blocks; white space at their ends belongs to none."""
    return tuple(span for block in readable(blocks) for span in _sentences(text, block))


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    words = text[block.start : block.stop].replace("\n", " ")
    bullet = BULLET.match(words)
    position = bullet.end() if bullet and block.kind == "body" else 0
    for piece in _pieces(words[position:], block.kind):
        start = position + len(piece) - len(piece.lstrip())
        position += len(piece)
        if piece.strip():
            yield block.start + start, block.start + start + len(piece.strip())


def _pieces(words: str, kind: str) -> list[str]:
    """Parts that join to exactly the words; the splitter keeps quotations whole; initials stay with their name."""
    if kind in WHOLE_KINDS:
        return [words]
    joined: list[str] = []
    for piece in sentencex.segment(LANGUAGE, words):
        if joined and INITIAL.search(joined[-1]) and piece.lstrip()[:1].isupper():
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
