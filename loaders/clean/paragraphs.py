"""Text to paragraphs: each line one, a hard-wrapped page's lines joined. In: text. Out: spans with their words.

Mail, wire copy and old archives break lines at a column. There, a line goes on in the next one exactly when the next
line's first word would not have fitted any more; a line that ends earlier ends its paragraph. Never changes the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clean.timestamps import is_timestamp

NARROWEST, WIDEST = 50, 110
LEAST_WRAPPED_SHARE = 0.5
LEAST_WRAPPED_LINES = 3
SHORTEST_CUT, FEWEST_WORDS_BELOW = 40, 4
SHORTEST_RAGGED, LEAST_SMALL_SHARE = 35, 0.4
BULLET = re.compile(r"\s*(?:[•◦▪●‣·*–—-]|\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
WRITTEN_BY = re.compile(r"by [A-Z][\w.]+ [A-Z]")
# "By Ada Obi and Lars Holm" as a whole line: no line of prose, however short the lines around it.
SIGNED_BY = re.compile(r"By(?: (?:[A-Z][\w.'’-]*,?|and|in|for|of|the|&)){2,12}")
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
    for run in _runs(lines):
        groups.append([run[0]])
        is_ragged, widest = _is_ragged(run), max(len(line.words) for line in run)
        for line in run[1:]:
            before = groups[-1][-1]
            goes_on = _continues(before, line, width) or (is_ragged and not _ends_paragraph(before, line, widest))
            if goes_on and not _begins_item(before, line) and not (_is_apart(before) or _is_apart(line)):
                groups[-1].append(line)
            else:
                groups.append([line])
    return groups


def _is_apart(line: Paragraph) -> bool:
    """A byline or a time stamp is a line of its own, even where the lines below it are broken by hand."""
    words = line.words
    return bool(SIGNED_BY.fullmatch(words)) or (words[-1] != "." and is_timestamp(words))


def _ends_paragraph(before: Paragraph, line: Paragraph, width: int) -> bool:
    return before.words[-1] in '.!?"”' and not _goes_on(before, line, width)


def _runs(lines: list[Paragraph]) -> list[list[Paragraph]]:
    """Lines with no blank line between them."""
    runs: list[list[Paragraph]] = []
    for line in lines:
        if line.is_apart or not runs:
            runs.append([line])
        else:
            runs[-1].append(line)
    return runs


def _begins_item(before: Paragraph, line: Paragraph) -> bool:
    is_quote = bool(QUOTE_MARK.match(line.words)) and not QUOTE_MARK.match(before.words)
    return is_quote or bool(BULLET.match(line.words))


def _is_ragged(group: list[Paragraph]) -> bool:
    """Lines of prose broken at no fixed column: none is long, and many begin with a small letter."""
    below = group[1:]
    small = sum(line.words[0].islower() for line in below)
    size = sum(len(line.words) for line in group) / len(group)
    is_narrow = all(len(line.words) <= WIDEST for line in group) and size >= SHORTEST_RAGGED
    return len(below) > 1 and is_narrow and small >= LEAST_SMALL_SHARE * len(below)


def _continues(before: Paragraph, line: Paragraph, width: int) -> bool:
    return _is_cut_off(before, line) or bool(width and _goes_on(before, line, width))


def _is_cut_off(before: Paragraph, line: Paragraph) -> bool:
    """A long line without a mark at its end, and a small letter below it: broken by hand, at whatever column."""
    is_open = len(before.words) >= SHORTEST_CUT and before.words[-1] not in ".!?:;"
    is_prose = len(line.words.split()) >= FEWEST_WORDS_BELOW or line.words[-1] in ".!?"
    return is_open and is_prose and line.words[0].islower() and not WRITTEN_BY.match(line.words)


def _merged(text: str, group: list[Paragraph]) -> Paragraph:
    start, stop = group[0].start, group[-1].stop
    return Paragraph(start, stop, text[start:stop].replace("\n", " "), group[0].is_apart)
