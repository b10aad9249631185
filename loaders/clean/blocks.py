"""Text to blocks that cover every character but white space. In: text. Out: blocks in order, none overlapping.

Paragraphs get their kinds from `page`; here a paragraph that holds two things is cut: the dateline that opens it, the
agency or photographer in brackets that ends it, the site's name after a headline, the time stamp after a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clean.datelines import dateline
from loaders.clean.heads import SUBJECT
from loaders.clean.layout import kinds_of
from loaders.clean.outlets import find_outlets, outlet_named
from loaders.clean.paragraphs import Paragraph, paragraphs
from loaders.clean.shapes import shape_of
from loaders.clean.timestamps import timestamp_tail
from loaders.clean.titles import title_end
from loaders.facts import Block
from loaders.lexicons.reading import Folders

PHOTO_TAIL = re.compile(
    r"(?<=\S)\s+(?=[(\[][^()\[\]]{0,60}(?:\b(?:Photo|Image|Getty|Pool|Handout|EPA|via)\b|/)[^()\[\]]{0,80}[)\]]?\.?$"
    r"|(?<=[.!?] )[A-Z][\w.'’ -]{2,40}/(?:[A-Z]|dpa|epa)[\w/ -]{1,50}$"
    r"|[(\[](?:By )?[A-Z][\w.'’ -]{2,40} (?:--|[–—]) [A-Z][\w ]{1,40}[)\]]$|[A-Z]{2,8}/[A-Z][\w.'’ -]{2,40}$"
    r"|(?:Photograph|Photo|Image|Credit|Picture|Pic)s?(?: (?:[Cc]redit|[Cc]ourtesy|[Bb]y|[Ss]ource))?: ?[^.]{2,80}$"
    r"|©[^.]{2,60}$)"
)
BRACKETED = re.compile(r"(?<=\S)\s+(?=[(\[]([^()\[\]]{2,40})[)\]]\.?$)")
TRUNCATED = re.compile(r"(?<=\S)\s+(?=\([A-Z]{2,4} Photo/[^()]{0,60}$)")
MARKUP = re.compile(r"(?:#{1,6}|={2,}|\*{1,3})\s*(?=\w)")
LONGEST_CREDIT = 120
CREDIT_TAIL = re.compile(r"(?<=[.!?\"”’])\s*(?:[—–-]+\s*)?(?=[(\[]?[A-Z][\w ./,;:&-]{1,80}[)\]]?\.?$)")


def blocks(text: str, *, folders: Folders = ()) -> tuple[Block, ...]:
    """The blocks of a page; `folders` hold the user's own lexicons."""
    found = paragraphs(text)
    kinds = kinds_of(found, folders)
    first = next((i for i, kind in enumerate(kinds) if kind == "body"), -1)
    parts = (
        part
        for i, (paragraph, kind) in enumerate(zip(found, kinds, strict=True))
        for part in _parts(paragraph, kind, is_first=i == first, folders=folders)
    )
    return tuple(parts)


def _parts(paragraph: Paragraph, kind: str, *, is_first: bool, folders: Folders) -> Iterator[Block]:
    cuts = _cuts(paragraph.words, kind, is_first, folders)
    for (part, start), (_, stop) in zip(cuts, [*cuts[1:], ("", len(paragraph.words))], strict=True):
        piece = paragraph.words[start:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield Block(part, paragraph.start + start + lead, paragraph.start + start + len(piece.rstrip()))


def _cuts(words: str, kind: str, is_first: bool, folders: Folders) -> list[tuple[str, int]]:
    """Kinds and the positions where each begins."""
    if kind == "title":
        label = SUBJECT.match(words) or MARKUP.match(words)
        start = label.end() if label else 0
        return [("clutter", 0), ("title", start), ("clutter", title_end(words, folders))]
    if kind == "byline":
        tail = timestamp_tail(words)
        return [("byline", 0), ("timestamp", tail)] if tail else [("byline", 0)]
    if kind == "caption":
        tail = _tail(PHOTO_TAIL, words) or _tail(TRUNCATED, words) or _agency_tail(words, folders)
        return [("caption", 0), ("credit", tail)] if tail else [("caption", 0)]
    return _body_cuts(words, is_first, folders) if kind == "body" else [(kind, 0)]


def _body_cuts(words: str, is_first: bool, folders: Folders) -> list[tuple[str, int]]:
    opening = dateline(words, is_first=is_first)
    cuts = [("dateline", 0), ("body", opening.end)] if opening else [("body", 0)]
    tail = CREDIT_TAIL.search(words, max(0, len(words) - LONGEST_CREDIT))
    shape = shape_of(words[tail.end() :], folders) if tail else None
    if tail and shape and shape.kind == "credit":
        cuts.append(("credit", tail.start()))
    return cuts


def _agency_tail(words: str, folders: Folders) -> int | None:
    """Where the agency begins that ends a caption: "The harbour (AFP)", "The harbour AFP"."""
    bracketed = BRACKETED.search(words)
    if bracketed:
        return bracketed.end() if outlet_named(bracketed[1], folders) else None
    hits = find_outlets(words, folders)
    is_last = bool(hits) and hits[-1].stop == len(words) and hits[-1].outlet.kind == "agency"
    return hits[-1].start if is_last and words[hits[-1].start - 2 : hits[-1].start - 1].isalnum() else None


def _tail(pattern: re.Pattern[str], words: str) -> int | None:
    found = pattern.search(words)
    return found.end() if found else None
