"""Which lines of a page the report runs over. In: a page. Out: the number of its first line, and of the one after it.

The lines whose weights have the largest sum are the report; sentences that a small box parts from it belong to it.
Never names kinds.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.clean.page import Page
from loaders.clean.paragraphs import BULLET
from loaders.clean.sentencehood import is_open_ended
from loaders.clean.weights import is_hard, is_sentence, is_through, weights

ITEM_WORDS, HEADING_WORDS, LEAD_WORDS = 4, 2, 14
LEAST_OF_BEST = 0.5
REACH, CREDIT_REACH = 4, 14


def extent(page: Page) -> tuple[int, int]:
    """The run of the report, `[first, stop)`; all lines where none is a sentence."""
    runs = _runs(weights(page))
    if not runs:
        return 0, len(page)
    most = max(total for total, _, _ in runs)
    first, stop = next((first, stop) for total, first, stop in runs if total >= LEAST_OF_BEST * most)
    return _earlier(page, first), _later(page, stop)


def _earlier(page: Page, first: int) -> int:
    """Where a sentence that stands right below names or time stamps is near above, the report begins there.

    So it does with a long sentence that only a label of a word or two parts from the next.
    """
    if first > 1 and len(page.words[first - 1].split()) <= HEADING_WORDS and is_sentence(page, first - 2):
        first -= 2 * (len(page.words[first - 2].split()) >= LEAD_WORDS)
    for i in range(first - 1, max(-1, first - 1 - REACH), -1):
        if is_sentence(page, i) and i and page.kinds[i - 1] in ("byline", "timestamp", "dateline", "credit"):
            return i
    return first


def _later(page: Page, stop: int) -> int:
    """Sentences that a box or a sub-heading parts from the report belong to it if no other headline follows them."""
    credit = next((i for i in range(stop, min(stop + CREDIT_REACH, len(page))) if _is_signature(page, i)), None)
    if credit is not None and not any(is_hard(page, i) for i in range(stop, credit)):
        stop = max((i + 1 for i in range(stop, credit) if is_sentence(page, i)), default=stop)
    while (last := _last_sentence(page, stop)) is not None or _goes_on(page, stop):
        stop = stop + 1 if last is None else last + 1
    return stop


def _goes_on(page: Page, i: int) -> bool:
    """Whether the line is an item of a list that is being told, or belongs to a picture below the last sentence."""
    if not 0 < i < len(page):
        return False
    is_item = bool(BULLET.match(page.words[i])) and page.shapes[i] is None
    is_told = is_open_ended(page.words[i - 1]) or BULLET.match(page.words[i - 1])
    return bool(is_item and is_told) or page.kinds[i] in ("caption", "correction")


def _last_sentence(page: Page, stop: int) -> int | None:
    headlines = 0
    for i in range(stop, min(stop + REACH, len(page))):
        if is_hard(page, i):
            return None
        if is_sentence(page, i) or (is_open_ended(page.words[i]) and _goes_on(page, i + 1)):
            return i if not _is_headline(page, _next_solid(page, i)) else None
        if headlines and i == stop + 1 and _is_list_below(page, i):
            return i
        headlines += _is_headline(page, i)
        if headlines > 1:
            return None
    return None


def _is_list_below(page: Page, i: int) -> bool:
    """Whether a list of whole phrases stands below a heading of a word or two."""
    items = page.words[i : i + 2]
    is_list = len(items) == 2 and all(BULLET.match(item) and len(item.split()) > ITEM_WORDS for item in items)
    return is_list and page.shapes[i - 1] is None and len(page.words[i - 1].split()) <= HEADING_WORDS


def _next_solid(page: Page, i: int) -> int:
    return next((j for j in range(i + 1, len(page)) if not is_through(page, j)), len(page))


def _is_headline(page: Page, i: int) -> bool:
    is_line = i < len(page) and page.kinds[i] is None and not page.sentences[i]
    return is_line and not page.is_named_below(i) and not BULLET.match(page.words[i])


def _is_signature(page: Page, i: int) -> bool:
    shape = page.shapes[i]
    return shape is not None and shape.name == "reporting credit"


def _runs(single: Sequence[float]) -> list[tuple[float, int, int]]:
    """Sums and borders of the runs that no part of negative sum could lengthen, in the order of the page."""
    found: list[tuple[float, int, int]] = []
    total, first, best = 0.0, 0, (0.0, 0, 0)
    for i, weight in enumerate(single):
        if total <= 0:
            total, first = 0.0, i
        total += weight
        if total > best[0]:
            best = (total, first, i + 1)
        if total <= 0 and best[0] > 0:
            found.append(best)
            best = (0.0, 0, 0)
    return [*found, best] if best[0] > 0 else found
