"""Text to paragraphs: each line one, a hard-wrapped page's lines joined. In: text. Out: spans with their words.

Mail, wire copy and old archives break lines at a column. There, a line goes on in the next one exactly when the next
line's first word would not have fitted any more; a line that ends earlier ends its paragraph. Never changes the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NARROWEST, WIDEST = 50, 110
LEAST_WRAPPED_SHARE = 0.6
LEAST_WRAPPED_LINES = 3
SHORTEST_CUT = 40
BULLET = re.compile(r"\s*(?:[•◦▪●‣·*–—-]|\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
QUOTE_MARK = re.compile(r"(?:>\s?)+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `[start, stop)`; `words` are they with line breaks as spaces, so that positions agree.

    `is_apart` tells that a blank line, or the top of the page, stands before it.
    """

    start: int
    stop: int
    words: str
    is_apart: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: every character that is not white space lies in exactly one."""
    lines = _lines(text)
    width = _wrap_width(lines)
    return [_merged(text, group) for group in _groups(lines, width)]


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    is_apart = True
    for match in re.finditer(r"[^\n]*\n?", text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped[0])
            found.append(Paragraph(start, start + len(stripped), stripped, is_apart))
        is_apart = not stripped
    return found


def _wrap_width(lines: list[Paragraph]) -> int:
    """The column at which the page breaks its lines, 0 where it does not."""
    pairs = [(line, after) for line, after in zip(lines, lines[1:], strict=False) if not after.is_apart]
    if len(pairs) < LEAST_WRAPPED_LINES:
        return 0
    width = max(len(line.words) for pair in pairs for line in pair)
    wrapped = sum(_goes_on(line, after, width) for line, after in pairs)
    fits = NARROWEST <= width <= WIDEST and wrapped >= max(LEAST_WRAPPED_LINES, LEAST_WRAPPED_SHARE * len(pairs))
    return width if fits else 0


def _goes_on(line: Paragraph, after: Paragraph, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line.words) + 1 + len(after.words.split(None, 1)[0]) > width - width // 16


def _groups(lines: list[Paragraph], width: int) -> list[list[Paragraph]]:
    groups: list[list[Paragraph]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(before: Paragraph, line: Paragraph, width: int) -> bool:
    is_item = BULLET.match(line.words) or (QUOTE_MARK.match(line.words) and not QUOTE_MARK.match(before.words))
    if line.is_apart or is_item:
        return False
    return _is_cut_off(before, line) or bool(width and _goes_on(before, line, width))


def _is_cut_off(before: Paragraph, line: Paragraph) -> bool:
    """A long line without a mark at its end, and a small letter below it: broken by hand, at whatever column."""
    return len(before.words) >= SHORTEST_CUT and line.words[0].islower() and before.words[-1] not in ".!?:;"


def _merged(text: str, group: list[Paragraph]) -> Paragraph:
    start, stop = group[0].start, group[-1].stop
    return Paragraph(start, stop, text[start:stop].replace("\n", " "), group[0].is_apart)
