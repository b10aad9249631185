"""What was staged, invented or taken back: the sentences of an article go in, those that tell no deed come out.

A drill has gunmen and a film has dead; a hoax is told as it was spread; a correction repeats what was wrong. A genre
needs several of its words, one of them at the head of the article: a single word ("a match") makes no report a game.
It reads words only, no masks and no events.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.threads import cues
from loaders.threads.setting import Page

GENRES = {"drill": 3, "fiction": 4, "sport": 5}
"""Cue, and so many different words of it that make the article one of its genre."""
HEAD = 3
"""Among so many sentences at the head one has a word of the genre."""
SINGLE = ("mock", "in_fiction", "hoax", "corrected")
"""Cues of which one is enough for its own sentence."""


def staged(pages: Sequence[Page]) -> frozenset[int]:
    """Numbers of the sentences in which nothing happens that they tell."""
    if any(_is_genre(pages, cue, least) for cue, least in GENRES.items()):
        return frozenset(page.number for page in pages)
    return frozenset(page.number for page in pages if any(cues.within(cue, page.text) for cue in SINGLE))


def _is_genre(pages: Sequence[Page], cue: str, least: int) -> bool:
    """Whether the article plays or invents."""
    if not any(cues.within(cue, page.text) for page in pages[:HEAD]):
        return False
    found = {word.lower() for page in pages for word in cues.found(cue, page.text)}
    return len(found) >= least
