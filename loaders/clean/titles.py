"""Which line is the headline. In: the candidate lines above the article, and its prose. Out: the best one's number.

A headline shares words with the report below it; a masthead, a slogan or a row of buttons does not. A deck shares as
many, but stands below; a path of sections or a summary only adds to the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.clean.outlets import find_outlets, outlet_named
from loaders.clean.page_words import page_words
from loaders.lexicons.reading import Folders

STAMPED = re.compile(
    r"(?:\w{3,9},? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},?) (?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b"
)
LEAST_WORDS, MOST_WORDS, MOST_CHARACTERS = 3, 32, 220
SUFFIX = re.compile(r"\s*(?: \| | - | – | — | :: | » | \u00b7 )\s*(?=[^|]{2,60}$)")
SENTENCE = re.compile(r"[a-z0-9]{2}\.[”\"’]?$")
SHARED, MOST_SHARED, SHARE, SHORT, UNLIKELY = 0.6, 5, 2.0, 1.0, 2.0
LEAST_FULL_WORDS = 4
STEM, SHORTEST_CONTENT_WORD = 4, 4
LEAST_PART_OF_BEST = 0.34
MOST_MASTHEAD_WORDS = 4
MASTHEAD_END = re.compile(r"\s*(?:\||::|--|—|–| - |,|\d|\bNo\.).*")


def title_among(lines: Sequence[str], prose: str = "", near: Sequence[float] = ()) -> int | None:
    """The number of the headline: of the lines that can be one, the one that speaks most like the report.

    `near` adds to a line what its place on the page says for it. A line right above the best one that shares enough
    words, as a headline above its deck does, wins over it; so does a line that another one only repeats with more.
    """
    stems = _stems(prose)
    scores = {i: _score(line, stems) + (near[i] if near else 0.0) for i, line in enumerate(lines)}
    could_be = [i for i, line in enumerate(lines) if _could_be(line, 1)]
    if not could_be:
        return None
    best = max(could_be, key=lambda i: (scores[i], -i))
    return _bare(lines, could_be, _above_deck(lines, could_be, best, stems))


def _score(line: str, stems: frozenset[str]) -> float:
    own = _stems(line)
    shared = len(own & stems)
    score = SHARED * min(shared, MOST_SHARED) + SHARE * shared / max(1, len(own))
    score -= SHORT * max(0, LEAST_FULL_WORDS - len(line.split()))
    unlikely = (masthead(line) is not None, bool(SENTENCE.search(line) or STAMPED.match(line)), _is_menu(line))
    return score - UNLIKELY * sum(unlikely)


def _is_menu(line: str) -> bool:
    """Whether most words are names of sections."""
    words = re.findall(r"\w+", line.casefold())
    return sum(word in page_words("sections") for word in words) * 2 > len(words)


def _above_deck(lines: Sequence[str], could_be: Sequence[int], best: int, stems: frozenset[str]) -> int:
    enough = max(1, LEAST_PART_OF_BEST * len(_stems(lines[best]) & stems))
    while (above := _next_above(lines, could_be, best)) is not None and _is_headed_by(lines[above], stems, enough):
        best = above
    return best


def _next_above(lines: Sequence[str], could_be: Sequence[int], best: int) -> int | None:
    """The line above, or the one above a deck that is a sentence."""
    is_deck = best > 1 and SENTENCE.search(lines[best - 1]) is not None
    above = best - 1 - is_deck
    return above if above in could_be else None


def _is_headed_by(line: str, stems: frozenset[str], enough: float) -> bool:
    is_full = len(line.split()) >= LEAST_FULL_WORDS and masthead(line) is None and not _is_menu(line)
    return is_full and not SENTENCE.search(line) and not STAMPED.match(line) and len(_stems(line) & stems) >= enough


def _bare(lines: Sequence[str], could_be: Sequence[int], best: int) -> int:
    """The shortest line with which the best one ends or begins, below a path of sections or beside a summary."""
    whole = lines[best].casefold()
    parts = [
        i
        for i in could_be
        if len(lines[i].split()) >= LEAST_WORDS
        and len(lines[i]) < len(whole)
        and (whole.endswith(lines[i].casefold()) or whole.startswith(lines[i].casefold()))
    ]
    return min(parts, key=lambda i: (len(lines[i]), i), default=best)


def _could_be(line: str, least: int) -> bool:
    count = len(line.split())
    if not least <= count <= MOST_WORDS or len(line) > MOST_CHARACTERS or not re.search(r"[^\W\d_]{2}", line):
        return False
    is_speech = line.startswith(("“", '"')) and line.rstrip().endswith(".")
    is_open = line.rstrip().endswith((":", ",", ";")) or line[0].islower() or line[0] in "•◦▪●‣·"
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
