"""Which line is the headline. In: the candidate lines above the article, and its prose. Out: the best one's number.

A headline shares words with the report below it; a masthead, a slogan or a row of buttons does not. The first line that
shares a good part of the most that any line shares wins: no section's name, no quotation pulled out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.clean.outlets import find_outlets, outlet_named
from loaders.clean.page_words import page_words
from loaders.lexicons.reading import Folders

LEAST_WORDS, MOST_WORDS, MOST_CHARACTERS = 3, 32, 220
SUFFIX = re.compile(r"\s*(?: \| | - | – | — | :: | » | \u00b7 )\s*(?=[^|]{2,60}$)")
SENTENCE = re.compile(r"[a-z0-9]{2}\.[”\"’]?$")
STEM, SHORTEST_CONTENT_WORD = 4, 4
LEAST_PART_OF_BEST = 0.34
MOST_MASTHEAD_WORDS = 4
MASTHEAD_END = re.compile(r"\s*(?:\||::|--|—|–| - |,|\d|\bNo\.).*")


def title_among(lines: Sequence[str], prose: str = "") -> int | None:
    """The number of the headline: the first line that shares words with the prose, else the first that is long enough.

    A masthead, or a line that ends as sentences do, is only taken where nothing else is there.
    """
    could_be = [i for i, line in enumerate(lines) if _could_be(line, LEAST_WORDS)]
    unnamed = [i for i in could_be if masthead(lines[i]) is None and not SENTENCE.search(lines[i])]
    stems = _stems(prose)
    shared = {i: len(_stems(lines[i]) & stems) for i in unnamed}
    enough = max(1, LEAST_PART_OF_BEST * max(shared.values(), default=0))
    sharing = [i for i in unnamed if shared[i] >= enough]
    short = [i for least in (2, 1) for i, line in enumerate(lines) if _could_be(line, least)]
    short.sort(key=lambda i: masthead(lines[i]) is not None)
    return next(iter([*sharing, *unnamed, *could_be, *short]), None)


def _could_be(line: str, least: int) -> bool:
    count = len(line.split())
    if not least <= count <= MOST_WORDS or len(line) > MOST_CHARACTERS or not re.search(r"[^\W\d_]{2}", line):
        return False
    is_speech = line.startswith(("“", '"')) and line.rstrip().endswith(".")
    is_open = line.rstrip().endswith((":", ",", ";")) or line[0].islower()
    return not (is_speech or is_open or is_pulled_quote(line))


def _stems(words: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning."""
    found = re.findall(rf"[^\W\d_]{{{SHORTEST_CONTENT_WORD},}}", words.casefold())
    return frozenset(word[:STEM] for word in found if word not in page_words("small"))


def is_pulled_quote(line: str) -> bool:
    """Whether the line is one quotation from first to last character, longer than a quoted headline."""
    inside = re.fullmatch(r"[“\"‘'«]([^“”\"«»]{1,600})[”\"’'»][.,]?", line.strip())
    return bool(inside and (len(inside[1].split()) > 14 or inside[1].rstrip().endswith((".", ","))))


def masthead(line: str) -> str | None:
    """The name of an outlet that a line above the headline gives, without its slogan: "Radio Beira 88.1 FM".

    Two to four capitalised words, the first or last of which papers, stations and their like bear.
    """
    name = MASTHEAD_END.sub("", line).strip()
    words = name.split()
    if not 2 <= len(words) <= MOST_MASTHEAD_WORDS or re.search(r"[.!?]$", line):
        return None
    is_name = all(word[0].isupper() or word in ("of", "the", "de", "and", "&") for word in words)
    is_press = any(word.casefold() in page_words("press") for word in (words[0], words[-1]))
    return (name.title() if name.isupper() else name) if is_name and is_press else None


def title_end(line: str, folders: Folders = ()) -> int:
    """Where the headline ends: a site's name after a bar or dash is not part of it."""
    for match in SUFFIX.finditer(line):
        rest = line[match.end() :]
        if outlet_named(rest, folders) or (
            find_outlets(rest, folders) and len(rest.split()) <= 5 and match.start() > 0
        ):
            return match.start()
    return len(line.rstrip())
