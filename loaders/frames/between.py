"""What parts a subject from its verb and tells nothing of either: a masked string goes in, one with blanks comes out.

"The envoy on Monday met the king" is read as "The envoy met the king". No offset moves, so the day stays where
`threads` looks.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.annotate.atoms import kinds
from loaders.patterns.kinds import FAMILIES, VERB_MASK

SCENE = re.compile(r"(?<!\w)(?:in|at|near|from|across|of|to|inside|outside|around)\s(?:the\s)?(?:[\w-]+\s){0,2}$")
"""Behind these a place is where somebody acts: "monks in Accra on Monday marched"."""


@cache
def day_between() -> re.Pattern[str]:
    """A day between somebody who acts and a verb."""
    codes = kinds().codes
    who = "[" + "".join(codes[kind] for kind in (*FAMILIES["who"], "aside")) + "]."
    when = rf"(?:here\s|late\s|early\s|later\s)?(?:on\s)?{codes['date']}."
    return re.compile(rf"(?<={who})\s{when}(?=\s{VERB_MASK})", re.S)


@cache
def places() -> str:
    """The kinds of places."""
    return "".join(kinds().codes[kind] for kind in FAMILIES["geo"])


def without_days(string: str) -> str:
    """The masked string with blanks for each day between somebody who acts and a verb."""
    return day_between().sub(_blank, string)


def _blank(match: re.Match[str]) -> str:
    before = match.start() - 2
    is_scene = match.string[before] in places() and SCENE.search(match.string[:before])
    return match[0] if is_scene else " " * len(match[0])
