"""Institutions called by what they are ("the constitutional court"): their words go in, a name and a kind come out.

Which words are institutions of a state and which are bodies of the public is data (`civicbody`, `publicbody` in
words.yaml). Whether the article has named that very body before is not asked here.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.lexicons.words import noun_classes

LEADING = re.compile(r"^(?:(?:the|its|their|this)\s+)?(?:(?:country|nation|kingdom|republic)['’]s\s+)?", re.I)
OTHERS = r"\w+ ministry|army|military|police|parliament"


@cache
def _ending(name: str, others: str = "") -> re.Pattern[str]:
    words = sorted(noun_classes()[name], key=len, reverse=True)
    said = [re.escape(word).replace("\\ '", "['’]").replace("'s", "s") for word in words]
    return re.compile(rf"(?:^|\s)(?:{'|'.join([*said, *filter(None, [others])])})$", re.I)


def institution(words: str) -> tuple[str, str] | None:
    """The name and kind of an institution by its common words; None where they are none of the classes."""
    name = LEADING.sub("", words)
    if _ending("civicbody", OTHERS).search(f" {name}") and name != "ministry":
        return name, "government"
    if _ending("publicbody").search(f" {name}"):
        return name, "group"
    return None
