"""How far a line is made of sentences. In: a line's words. Out: how many it holds; whether it leads to a list.

Only its own marks are judged, never its neighbours.
"""

from __future__ import annotations

import re

from loaders.clean.page_words import page_words

END = re.compile(r"[.!?…][\"'”’»)\]*]*(?:\s*[\[(][^\[\]()]{1,60}[\])]|\s+[–—-]+\s*[^.!?]{2,60})?\.?$")
BREAK = re.compile(r"(?:[a-z0-9%)]{2}|[\"”’'])[.!?…][\"'”’»)\]]*\s+(?=[A-Z“\"‘'])")
FEWEST_WORDS, LONG_WORDS, QUESTION_WORDS = 2, 30, 10
LEADS_ON = re.compile(r"[a-z]{2}:$")
QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]")
WORD = re.compile(r"[\w'-]+")
LEAST_SITE_WORDS, LEAST_SITE_SHARE, LONGEST_TALK = 2, 0.08, 900
LETTER = re.compile(r"[^\W\d_]{2}")


def sentence_count(words: str) -> int:
    """The sentences of a line; 0 for a headline, a label or a link. A short question may be a headline and is none."""
    parts = words.split()
    if len(parts) < FEWEST_WORDS or not LETTER.search(words):
        return 0
    breaks = sum(1 for _ in BREAK.finditer(words))
    if not END.search(words):
        is_long = len(parts) > LONG_WORDS or breaks
        return breaks + 1 if is_long and any(part[0].islower() for part in parts[1:]) else 0
    is_heading = words.endswith("?") and len(parts) <= QUESTION_WORDS and not breaks
    return 0 if is_heading else breaks + 1


def is_site_talk(words: str) -> bool:
    """Whether a site speaks to its readers about itself: "We rely on advertising to fund our journalism."."""
    if QUOTED.search(words) or len(words) > LONGEST_TALK:
        return False
    parts = WORD.findall(words.casefold().replace("’", "'"))
    about = {part for part in parts if part in page_words("site")}
    is_dense = len(about) >= max(LEAST_SITE_WORDS, LEAST_SITE_SHARE * len(parts))
    return is_dense and any(part in page_words("reader") for part in parts)


def is_open_ended(words: str) -> bool:
    """Whether the line announces what follows: "The data show:"."""
    return bool(LEADS_ON.search(words))
