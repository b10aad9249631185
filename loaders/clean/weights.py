"""What each line of a page weighs for or against being the report's. In: a page. Out: one weight a line.

A sentence weighs its words; alone between two headlines it weighs little, for that is how lists of other stories look.
Menus, headlines and what only stands after the end weigh against; a long gap less than its lines together.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.clean.page import Page
from loaders.clean.paragraphs import BULLET
from loaders.clean.sentencehood import is_open_ended

MOST_WORDS = 30
LONE_WORDS, LONE_SHARE, LONE_SENTENCES_SHARE = 12, 0.25, 0.8
HEADLINE, LABEL, LABEL_WORDS = -7.0, -6.0, 3
# What stands between the paragraphs of a report as often as elsewhere, and what stands after its end.
THROUGH = frozenset(
    {"advertisement", "sharing", "counter", "strip", "photo credit", "caption", "correction", "newsletter"}
)
AGAINST = {
    "comments": -50.0,
    "copyright": -60.0,
    "tail": -60.0,
    "tags": -30.0,
    "biography": -30.0,
    "cookies": -12.0,
    "navigation": -12.0,
    "sections": -12.0,
}
ITEM, THROUGH_COST, OTHER_COST, SITE_TALK = -1.0, -1.0, -3.0, -20.0
HARD = -25.0
GAP_FIXED, GAP_SHARE = 15.0, 0.6


def weights(page: Page) -> list[float]:
    """One weight a line, those between sentences bounded."""
    return _bounded(_single(page))


def is_through(page: Page, i: int) -> bool:
    """Whether such lines stand inside reports as often as elsewhere."""
    shape = page.shapes[i]
    return shape is not None and shape.name in THROUGH


def is_hard(page: Page, i: int) -> bool:
    """Whether such lines hardly ever stand before the end of a report."""
    shape = page.shapes[i]
    return shape is not None and (shape.ends or AGAINST.get(shape.name, 0.0) <= HARD)


def is_sentence(page: Page, i: int) -> bool:
    """Whether the line is made of sentences and no rule has said that it is something else."""
    return page.kinds[i] in (None, "quote") and page.sentences[i] > 0


def _single(page: Page) -> list[float]:
    solid = [i for i in range(len(page)) if not is_through(page, i)]
    found = [THROUGH_COST] * len(page)
    for at, i in enumerate(solid):
        neighbours = [solid[j] for j in (at - 1, at + 1) if 0 <= j < len(solid)]
        is_lone = not any(is_sentence(page, j) for j in neighbours)
        found[i] = _weight(page, i, is_lone)
    return found


def _bounded(single: Sequence[float]) -> list[float]:
    """What stands together between sentences weighs less the longer it is, but for what only stands after the end."""
    bounded = list(single)
    for start, stop in _gaps(single):
        soft = [i for i in range(start, stop) if single[i] > HARD]
        total = -sum(single[i] for i in soft)
        for i in [i for i in range(start, stop) if single[i] <= HARD][1:]:
            bounded[i] = OTHER_COST
        if total > GAP_FIXED:
            scale = (GAP_FIXED + GAP_SHARE * (total - GAP_FIXED)) / total
            for i in soft:
                bounded[i] *= scale
    return bounded


def _gaps(single: Sequence[float]) -> list[tuple[int, int]]:
    """Runs of lines of which none is a sentence among sentences."""
    gaps: list[tuple[int, int]] = []
    for i, weight in enumerate(single):
        if weight > LONE_SHARE * LONE_WORDS:
            continue
        if gaps and gaps[-1][1] == i:
            gaps[-1] = (gaps[-1][0], i + 1)
        else:
            gaps.append((i, i + 1))
    return gaps


def _weight(page: Page, i: int, is_lone: bool) -> float:
    words, shape = page.words[i], page.shapes[i]
    if page.is_site_talk[i]:
        return SITE_TALK
    if is_sentence(page, i):
        return _sentence_weight(page, i, is_lone)
    if page.kinds[i] in ("timestamp", "byline"):
        return OTHER_COST / 2
    if shape is not None:
        return AGAINST.get(shape.name, OTHER_COST)
    if page.kinds[i] is not None or is_open_ended(words):
        return OTHER_COST / 2
    if BULLET.match(words):
        return ITEM
    return LABEL if len(words.split()) <= LABEL_WORDS else HEADLINE


def _sentence_weight(page: Page, i: int, is_lone: bool) -> float:
    count = min(len(page.words[i].split()), MOST_WORDS)
    if not is_lone:
        return float(count)
    if page.sentences[i] > 1:
        return LONE_SENTENCES_SHARE * count
    return LONE_SHARE * min(count, LONE_WORDS)
