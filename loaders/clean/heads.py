"""What stands above the report. In: a page. Out: the number of its first paragraph of prose; kinds of the lines above.

There stand the headline, bylines, captions, a deck, and the site's own lines above the headline. Never touches what
stands below the first prose.
"""

from __future__ import annotations

import re

from loaders.clean.bylines import byline, is_newsroom_line, is_role_line
from loaders.clean.datelines import DATE, dateline, lone_dateline
from loaders.clean.page import SHORT_WORDS, Page, without_stamp
from loaders.clean.timestamps import is_clock
from loaders.clean.titles import is_pulled_quote, title_among, title_end

PROSE_WORDS, LEAD_WORDS = 6, 14
FURNITURE = frozenset({"byline", "timestamp", "dateline"})
ENDS_WITH_DAY = re.compile(rf"(?:\b(?:on|in|at)|,) {DATE}$")
SUBJECT = re.compile(r"(?:subject|title|headline)\s*:\s*(?:(?:re|fwd?)\s*:\s*|\[[\w -]+\]\s*)*", re.IGNORECASE)
CAPTION_WORDS = 7
PROSE_COMPARED = 10
LABEL = re.compile(
    r"(?:analysis|opinion|explainer|comment|interactive|video|watch|in pictures|timeline|live|podcast)\s*[:|]\s*"
    r"(?:\S+\s+){3}",
    re.IGNORECASE,
)
FURNITURE_REACH, HEADED_WORDS = 5, 4
BY_FURNITURE, REPEATED, PER_LINE, FAR, LABELLED, PICTURED = 1.0, 1.0, 0.03, 30, 1.5, 4.0


def lead(page: Page, start: int = 0) -> int:
    """The number of the first paragraph of the report itself at or below `start`, or of lines where there is none.

    Below a headline with a name or a time stamp, any sentence is; else the first long one.
    """
    numbers = [i for i in page.open_lines(start, len(page)) if page.is_prose(i) and not is_pulled_quote(page.words[i])]
    numbers = [i for i in numbers if not _is_above_lead(page, i, numbers)] or numbers
    for i in numbers:
        if len(page.words[i].split()) >= LEAD_WORDS or _is_below_furniture(page, i):
            return _not_headline(page, i, numbers)
    return numbers[0] if numbers else len(page)


def _is_above_lead(page: Page, i: int, numbers: list[int]) -> bool:
    """Whether the first prose belongs to the picture above the report."""
    return i in numbers[:2] and (page.is_picture_text(i) or page.is_caption_prose(i))


def _is_below_furniture(page: Page, i: int) -> bool:
    above = page.open_lines(0, i)
    title = title_among([page.words[j] for j in above])
    return title is not None and any(page.kinds[j] in FURNITURE for j in range(above[title], i))


def _not_headline(page: Page, first: int, numbers: list[int]) -> int:
    """A headline that ends in a full stop is not the report: where no other stands above it, the next prose is."""
    above = [page.words[i] for i in page.open_lines(0, first)]
    words = page.words[first]
    is_headline = len(words.split()) <= SHORT_WORDS + 4 and not dateline(words, is_first=True)
    later = [i for i in numbers if i > first]
    return (
        later[0] if later and is_headline and (title_among(above) is None or _heads_furniture(page, first)) else first
    )


def _heads_furniture(page: Page, i: int) -> bool:
    """Whether a line that ends as exclamations do stands right above the names and the day."""
    below = page.kinds[i + 1 : i + 4]
    return bool(re.search(r"[!?][”\"’']?$", page.words[i])) and any(kind in FURNITURE for kind in below)


def mark_head(page: Page, first: int) -> None:
    """Kinds of all lines above the report."""
    for i in range(first):
        if page.kinds[i] == "credit" and page.is_site_name(i):
            page.kinds[i] = "clutter"
    title = _title(page, first)
    if title is None:
        return
    page.kinds[title] = "title"
    _mark_names(page, title, first)
    for i in page.open_lines(0, first):
        page.kinds[i] = _below_title(page, i, page.words[title]) if i > title else _above_title(page, i)


def _title(page: Page, first: int) -> int | None:
    """The headline's number; a mail's subject stands as one, after the lines of the page itself."""
    subjects = [i for i in range(first) if SUBJECT.match(page.words[i]) and page.kinds[i] == "clutter"]
    candidates = [*(i for i in range(first) if page.kinds[i] is None or _is_labelled(page, i)), *subjects]
    lines = [SUBJECT.sub("", page.words[i], count=1) for i in candidates]
    prose = " ".join([page.words[i] for i in page.open_lines(first, len(page)) if page.is_prose(i)][:PROSE_COMPARED])
    chosen = title_among(lines, prose, [_nearness(page, i, first) for i in candidates])
    return None if chosen is None else candidates[chosen]


def _is_labelled(page: Page, i: int) -> bool:
    """Whether what looks like a link or credit can be a headline: "Analysis: Why it sank", "It sank | Reuters"."""
    shape, words = page.shapes[i], page.words[i]
    if page.kinds[i] == "credit":
        return len(words[: title_end(words, page.folders)].split()) >= HEADED_WORDS and title_end(words) < len(words)
    return bool(shape and shape.name == "related" and LABEL.match(words))


def _nearness(page: Page, i: int, first: int) -> float:
    """What the place of a line says for its being the headline: names and time stamps below it, the report near."""
    below = range(i + 1, min(i + 1 + FURNITURE_REACH, first))
    has_furniture = any(page.kinds[j] in FURNITURE for j in below)
    is_repeated = page.words.count(page.words[i]) > 1
    is_labelled = page.kinds[i] is not None and not SUBJECT.match(page.words[i])
    against = LABELLED * is_labelled + PICTURED * page.is_picture_text(i)
    return BY_FURNITURE * has_furniture + REPEATED * is_repeated - PER_LINE * min(first - i, FAR) - against


def _above_title(page: Page, i: int) -> str:
    return "caption" if page.is_photo_line(i - 1) and page.is_prose(i) else "clutter"


def _below_title(page: Page, i: int, title: str) -> str:
    words = page.words[i]
    if words.casefold() == title.casefold():
        return "clutter"
    if lone_dateline(words):
        return "dateline"
    if is_pulled_quote(words):
        return "quote"
    if page.is_picture_text(i):
        return "clutter" if not page.is_doubled(i) else "caption"
    if page.is_photo_line(i - 1) or (page.is_photo_line(i + 1) and not page.is_prose(i)):
        return "caption"
    if page.is_caption_prose(i):
        return "caption"
    if page.is_prose(i):
        return "body"
    return "subhead" if is_clock(page.words[i - 1]) else _short_line(words)


def _short_line(words: str) -> str:
    count = len(words.split())
    if ENDS_WITH_DAY.search(words) or 2 <= count <= CAPTION_WORDS:
        return "caption"
    return "subhead" if count > CAPTION_WORDS else "clutter"


def _mark_names(page: Page, title: int, first: int) -> None:
    """A bare name is a byline where a time stamp, a role or a newsroom stands next to it, as are these below it.

    Above the headline, where sections have names, only the line right above it is one.
    """
    for i in page.open_lines(max(0, title - 1), first):
        if _is_in_byline(page, i, title):
            page.kinds[i] = "byline"
    for i in reversed(page.open_lines(title, first)):
        if i + 1 < len(page) and page.kinds[i + 1] == "byline" and _names_author(page, i):
            page.kinds[i] = "byline"


def _is_in_byline(page: Page, i: int, title: int) -> bool:
    if _is_place_in_newsroom(page, i) and (page.kinds[i - 1] == "byline" or _is_by_stamp(page, i)):
        return True
    has_own_stamp = i > title and without_stamp(page.words[i]) != page.words[i]
    is_joint = i > 0 and page.kinds[i - 1] == "byline"
    is_near = has_own_stamp or is_joint or _is_by_stamp(page, i) or _is_by_newsroom(page, i)
    return is_near and _names_author(page, i)


def _is_place_in_newsroom(page: Page, i: int) -> bool:
    return is_role_line(page.words[i]) or is_newsroom_line(page.words[i], page.folders)


def _is_by_newsroom(page: Page, i: int) -> bool:
    return i + 1 < len(page) and _is_place_in_newsroom(page, i + 1)


def _is_by_stamp(page: Page, i: int) -> bool:
    return any(page.kinds[j] == "timestamp" or page.is_reading_time(j) for j in (i - 1, i + 1) if j < len(page))


def _names_author(page: Page, i: int) -> bool:
    return byline(without_stamp(page.words[i]), page.folders, is_expected=True) is not None
