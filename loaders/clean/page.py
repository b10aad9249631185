"""A page's paragraphs to kinds. In: paragraphs in order. Out: one kind a paragraph.

First each line by its own shape, then by where it stands: the headline above the first prose, sub-headings between
prose, link boxes below their heading, names above a time stamp. Never splits a paragraph; that is `split`'s business.
"""

from __future__ import annotations

import re

from loaders.clean.bylines import byline, is_role_line
from loaders.clean.datelines import dateline, lone_dateline
from loaders.clean.paragraphs import BULLET, QUOTE_MARK, Paragraph
from loaders.clean.shapes import Shape, shape_of
from loaders.clean.timestamps import is_timestamp, timestamp_tail
from loaders.clean.titles import is_pulled_quote, title_among
from loaders.lexicons.reading import Folders

PROSE_WORDS, LEAD_WORDS = 6, 14
SHORT_WORDS = 14
TERMINAL = re.compile(r"[.!?…:;]['\"”’»)\]]*(?:\s*[\[(]\d{1,3}[\])])*$")
ENDED = re.compile(r"[.!?…]['\"”’»)\]]*$")
ATTRIBUTION = re.compile(r"(?:[—–―-]{1,2}|~)\s*[A-Z][\w'’.-]+(?: [\w'’.,-]+){0,10}")


class Page:
    """Paragraphs and what is known of each; `kinds[i]` is None until a rule has spoken; none overrules another."""

    def __init__(self, paragraphs: list[Paragraph], folders: Folders = ()) -> None:
        self.paragraphs = paragraphs
        self.folders = folders
        self.words = [paragraph.words for paragraph in paragraphs]
        self.shapes: list[Shape | None] = [shape_of(words, folders) for words in self.words]
        self.kinds: list[str | None] = [None] * len(paragraphs)

    def open_lines(self, start: int, stop: int) -> list[int]:
        """Numbers of the lines in [start, stop) that no rule has spoken about."""
        return [i for i in range(start, stop) if self.kinds[i] is None]

    def is_short(self, i: int) -> bool:
        """Whether it is a line and no prose: few words, no full stop."""
        words = self.words[i]
        return len(words.split()) <= SHORT_WORDS and not re.search(r"[.!…:]['\"”’»)\]]*$", words)

    def is_prose(self, i: int, least: int = PROSE_WORDS) -> bool:
        """Whether it reads as sentences: enough words and a mark at the end (or so many words that it was cut off)."""
        words = self.words[i]
        count = len(words.split())
        return (count >= least and bool(TERMINAL.search(words))) or count > 40


def kinds_of(paragraphs: list[Paragraph], folders: Folders = ()) -> list[str]:
    """One of BLOCK_KINDS for each paragraph."""
    page = Page(paragraphs, folders)
    _mark_shapes(page)
    lead = _lead(page)
    _mark_head(page, lead)
    _mark_boxes(page, lead)
    _mark_ends(page, lead)
    _mark_prose(page, lead)
    _mark_rest(page, lead)
    return [kind or "clutter" for kind in page.kinds]


def _mark_shapes(page: Page) -> None:
    for i, words in enumerate(page.words):
        page.kinds[i] = _own_kind(page, i, words)
    for i, words in enumerate(page.words):
        if page.kinds[i] is None and i and ATTRIBUTION.fullmatch(words) and page.kinds[i - 1] is None:
            page.kinds[i - 1] = page.kinds[i] = "quote"


def _own_kind(page: Page, i: int, words: str) -> str | None:
    if is_timestamp(words):
        return "timestamp"
    if QUOTE_MARK.match(words):
        return "quote"
    if shape := page.shapes[i]:
        return shape.kind
    return "byline" if byline(_without_stamp(words), page.folders) else None


def _without_stamp(words: str) -> str:
    tail = timestamp_tail(words)
    return words[:tail].rstrip(" |·•,–—-") if tail else words


def _lead(page: Page) -> int:
    """The number of the first paragraph of the report itself, or of lines where there is none."""
    for least in (LEAD_WORDS, PROSE_WORDS):
        numbers = [i for i in page.open_lines(0, len(page.words)) if page.is_prose(i, least)]
        numbers = [i for i in numbers if not is_pulled_quote(page.words[i])]
        if numbers:
            return _title_is_no_lead(page, numbers)
    return len(page.words)


def _title_is_no_lead(page: Page, numbers: list[int]) -> int:
    """A headline that ends in a full stop is not the report: where nothing stands above it, the next prose is."""
    first = numbers[0]
    above = [page.words[i] for i in page.open_lines(0, first)]
    is_headline = len(page.words[first].split()) <= SHORT_WORDS + 4 and not dateline(page.words[first], is_first=True)
    return numbers[1] if len(numbers) > 1 and title_among(above) is None and is_headline else first


def _mark_head(page: Page, lead: int) -> None:
    """Title, names, captions and deck above the report."""
    candidates = page.open_lines(0, lead)
    _mark_names(page, candidates)
    candidates = page.open_lines(0, lead)
    chosen = title_among([page.words[i] for i in candidates])
    if chosen is None:
        return
    title = candidates[chosen]
    page.kinds[title] = "title"
    for i in candidates[:chosen]:
        page.kinds[i] = "clutter"
    for i in candidates[chosen + 1 :]:
        page.kinds[i] = _below_title(page, i, page.words[title])


def _below_title(page: Page, i: int, title: str) -> str:
    words = page.words[i]
    if words.casefold() == title.casefold():
        return "clutter"
    if lone_dateline(words):
        return "dateline"
    if is_pulled_quote(words):
        return "quote"
    if page.is_prose(i):
        return "body"
    return "caption" if 2 <= len(words.split()) <= 7 else "subhead" if len(words.split()) > 7 else "clutter"


def _mark_names(page: Page, numbers: list[int]) -> None:
    """A bare name is a byline where a time stamp or a role stands next to it; a role below it belongs to it."""
    for i in numbers[1:]:
        is_role = is_role_line(page.words[i]) and page.kinds[i - 1] == "byline"
        if is_role or (_is_by_stamp_or_role(page, i) and _names_author(page, i)):
            page.kinds[i] = "byline"


def _is_by_stamp_or_role(page: Page, i: int) -> bool:
    near = (j for j in (i - 1, i + 1) if j < len(page.words))
    return any(page.kinds[j] == "timestamp" or is_role_line(page.words[j]) for j in near)


def _names_author(page: Page, i: int) -> bool:
    return byline(_without_stamp(page.words[i]), page.folders, is_expected=True) is not None


def _mark_boxes(page: Page, lead: int) -> None:
    """The short lines below the heading of a link box."""
    for i, shape in enumerate(page.shapes):
        if shape and shape.opens and page.kinds[i] == "clutter":
            run = _run_below(page, i + 1, lead)
            for j in run:
                page.kinds[j] = "clutter"


def _run_below(page: Page, start: int, lead: int) -> list[int]:
    run: list[int] = []
    for j in range(start, len(page.words)):
        if page.kinds[j] is not None or not page.is_short(j) or j == lead:
            break
        run.append(j)
    is_lone_subhead = len(run) == 1 and page.paragraphs[run[0]].is_apart
    return [] if is_lone_subhead else run


def _mark_ends(page: Page, lead: int) -> None:
    """All below a line that ends the article, and who the author is below his name."""
    kept = ("credit", "correction", "timestamp")
    end = next((i for i, shape in enumerate(page.shapes) if shape and shape.ends and i > lead), len(page.words))
    for i in range(end, len(page.words)):
        if page.kinds[i] not in kept:
            page.kinds[i] = "clutter"
    for i in range(lead + 1, end - 1):
        name = page.words[i].strip()
        if page.kinds[i] is None and page.is_short(i) and page.words[i + 1].startswith(name + " "):
            page.kinds[i], page.kinds[i + 1] = "byline", "clutter"


def _mark_prose(page: Page, lead: int) -> None:
    for i in page.open_lines(lead, len(page.words)):
        item = BULLET.match(page.words[i])
        words = page.words[i]
        if page.is_prose(i) or (ENDED.search(words) and len(words.split()) >= 2) or (item and len(words.split()) >= 5):
            page.kinds[i] = "body"


def _mark_rest(page: Page, lead: int) -> None:
    """Lines between prose: one alone is a sub-heading, three or more in a row are a list of links or a table."""
    last = max((i for i, kind in enumerate(page.kinds) if kind == "body"), default=0)
    for i in page.open_lines(lead, last):
        run = _open_run(page, i, last)
        for j in run:
            page.kinds[j] = "subhead" if len(run) < 3 and "\t" not in page.words[j] else "clutter"


def _open_run(page: Page, start: int, stop: int) -> list[int]:
    run = []
    for j in range(start, stop):
        if page.kinds[j] is not None:
            break
        run.append(j)
    return run
