"""Which line is the headline. In: the candidate lines above the article. Out: the best one's number, or None.

A headline is the first line of its length: not a section's name, not a quotation pulled out, not a lone name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.clean.outlets import find_outlets, outlet_named
from loaders.lexicons.reading import Folders

LEAST_WORDS, MOST_WORDS, MOST_CHARACTERS = 3, 32, 220
SUFFIX = re.compile(r"\s*(?: \| | - | – | — | :: | » | \u00b7 )\s*(?=[^|]{2,60}$)")


def title_among(lines: Sequence[str]) -> int | None:
    """The number of the line that is the headline: the first that is long enough, else the first of two words."""
    for least in (LEAST_WORDS, 2, 1):
        for number, line in enumerate(lines):
            if _could_be(line, least):
                return number
    return None


def _could_be(line: str, least: int) -> bool:
    count = len(line.split())
    if not least <= count <= MOST_WORDS or len(line) > MOST_CHARACTERS or not re.search(r"[^\W\d_]{2}", line):
        return False
    return not (is_pulled_quote(line) or line.rstrip().endswith((":", ",", ";")) or line[0].islower())


def is_pulled_quote(line: str) -> bool:
    """Whether the line is one quotation from first to last character, longer than a quoted headline."""
    inside = re.fullmatch(r"[“\"‘'«]([^“”\"«»]{1,600})[”\"’'»][.,]?", line.strip())
    return bool(inside and (len(inside[1].split()) > 14 or inside[1].rstrip().endswith((".", ","))))


def title_end(line: str, folders: Folders = ()) -> int:
    """Where the headline ends: a site's name after a bar or dash is not part of it."""
    for match in SUFFIX.finditer(line):
        rest = line[match.end() :]
        if outlet_named(rest, folders) or (
            find_outlets(rest, folders) and len(rest.split()) <= 5 and match.start() > 0
        ):
            return match.start()
    return len(line.rstrip())
