"""What parts a subject from its verb and tells nothing of either: a masked string goes in, the same with blanks comes out.

"The envoy on Monday met the king" is read as "The envoy met the king". No offset moves, so the day stays where `threads` looks.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.annotate.atoms import kinds
from loaders.patterns.kinds import FAMILIES, VERB_MASK


@cache
def day_between() -> re.Pattern[str]:
    """A day between somebody who acts and a verb."""
    codes = kinds().codes
    who = "[" + "".join(codes[kind] for kind in (*FAMILIES["who"], "aside")) + "]."
    when = rf"(?:here\s|late\s|early\s|later\s)?(?:on\s)?{codes['date']}."
    return re.compile(rf"(?<={who})\s{when}(?=\s{VERB_MASK})", re.S)


def without_days(string: str) -> str:
    """The masked string with blanks for each day between somebody who acts and a verb."""
    return day_between().sub(lambda match: " " * len(match[0]), string)
