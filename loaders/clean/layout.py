"""Where a line stands tells what it is. In: paragraphs in order. Out: one kind a paragraph.

First each line by its own shape (`page`), then the lines above the report (`heads`), then what stands in and below it:
link boxes, the end of the article, prose, sub-headings. Never splits a paragraph; that is the business of `blocks`.
"""

from __future__ import annotations

import re

from loaders.clean.extent import extent
from loaders.clean.heads import lead, mark_head
from loaders.clean.page import Page, without_stamp
from loaders.clean.paragraphs import BULLET, Paragraph
from loaders.clean.weights import is_hard
from loaders.lexicons.reading import Folders

FULL_STOP = re.compile(r"[.!?…]['\"”’»)\]]*(?:\s+[–—-]+\s*[^.!?]{2,60}|(?:\s*[\[(][^\[\]()]{1,60}[\])])+)?$")
ITEM_WORDS, QUESTION_WORDS = 4, 10
LINES_OF_A_LIST = 3
PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted|issued)\b", re.IGNORECASE)
BIO_REACH, CREDIT_REACH, MOST_DAYS_BELOW = 6, 12, 2


def kinds_of(paragraphs: list[Paragraph], folders: Folders = ()) -> list[str]:
    """One of BLOCK_KINDS for each paragraph."""
    page = Page(paragraphs, folders)
    start, stop = extent(page)
    first = lead(page, start)
    mark_head(page, first)
    _mark_boxes(page, first)
    _mark_ends(page, first, stop)
    _mark_prose(page, first)
    _mark_rest(page, first)
    return [kind or "clutter" for kind in page.kinds]


def _mark_boxes(page: Page, first: int) -> None:
    """The short lines below the heading of a link box, and the days that stand among them."""
    for i, shape in enumerate(page.shapes):
        if shape and shape.opens and page.kinds[i] == "clutter":
            for j in _box_below(page, i + 1, first):
                page.kinds[j] = "clutter"


def _box_below(page: Page, start: int, first: int) -> list[int]:
    box: list[int] = []
    for j in range(start, len(page)):
        is_day = page.kinds[j] == "timestamp" and box and j > first
        if not is_day and (
            page.kinds[j] is not None or not page.is_short(j) or j == first or BULLET.match(page.words[j])
        ):
            break
        box.append(j)
    is_lone_subhead = len(box) == 1 and page.paragraphs[box[0]].is_apart
    return [] if is_lone_subhead else box


def _mark_ends(page: Page, first: int, stop: int) -> None:
    """All below a line that ends the article, and who the author is below his name."""
    ended = (i for i, shape in enumerate(page.shapes) if shape and shape.ends and i > first)
    end = min(next(ended, len(page)), max(stop, first + 1))
    kept = _kept_below(page, first, end)
    for i in range(first + 1, min(end + BIO_REACH, len(page) - 1)):
        if page.is_named_below(i):
            page.kinds[i], page.kinds[i + 1] = "byline", "clutter"
            kept.add(i)
    for i in range(end, len(page)):
        if i not in kept:
            page.kinds[i] = "clutter"


def _kept_below(page: Page, first: int, end: int) -> set[int]:
    """Credits and corrections near the end; the days of other stories and their pictures are not the article's."""
    hard = next((i for i in range(end, len(page)) if is_hard(page, i)), len(page))
    kept = {i for i in range(end, len(page)) if page.kinds[i] in ("credit", "correction")}
    kept = {i for i in kept if i < hard + CREDIT_REACH and not (i > end + CREDIT_REACH and page.is_photo_line(i))}
    days = [i for i in range(end, len(page)) if page.kinds[i] == "timestamp"]
    is_dated = any(
        page.kinds[i] in ("timestamp", "dateline") or (page.kinds[i] == "byline" and without_stamp(words) != words)
        for i, words in enumerate(page.words[:first])
    )
    if is_dated or len(days) > MOST_DAYS_BELOW:
        days = [i for i in days if PUBLISHED.match(page.words[i])]
    return kept | set(days)


def _mark_prose(page: Page, first: int) -> None:
    for i in page.open_lines(first, len(page)):
        if _is_question_heading(page, i):
            page.kinds[i] = "subhead"
        elif page.is_prose(i) or page.is_cut_off(i) or _is_sentence(page.words[i]) or _is_item(page, i):
            page.kinds[i] = "body"


def _is_question_heading(page: Page, i: int) -> bool:
    words = page.words[i]
    return words.endswith("?") and len(words.split()) <= QUESTION_WORDS and not re.search(r"[“\"”.!]", words)


def _is_sentence(words: str) -> bool:
    return bool(FULL_STOP.search(words)) and len(words.split()) >= 2


def _is_item(page: Page, i: int) -> bool:
    """An item of a list; single links are shorter."""
    return bool(BULLET.match(page.words[i])) and len(page.words[i].split()) > ITEM_WORDS


def _mark_rest(page: Page, first: int) -> None:
    """Lines between prose: one alone is a sub-heading, three or more in a row are a list of links or a table."""
    last = max((i for i, kind in enumerate(page.kinds) if kind == "body"), default=0)
    for i in page.open_lines(first, last):
        run = _open_run(page, i, last)
        for j in run:
            page.kinds[j] = _line_kind(page, j, len(run))


def _line_kind(page: Page, i: int, lines: int) -> str:
    if page.is_photo_line(i + 1) and page.kinds[i + 1] == "credit":
        return "caption"
    return "subhead" if lines < LINES_OF_A_LIST else "clutter"


def _open_run(page: Page, start: int, stop: int) -> list[int]:
    run = []
    for j in range(start, stop):
        if page.kinds[j] is not None:
            break
        run.append(j)
    return run
