"""How far a date reaches in its sentence: stretches of a masked string go in, whether they lead elsewhere comes out.

It reads masks and words between a date and what it may date, and decides nothing about days.
"""

from __future__ import annotations

import re
from functools import partial

from loaders.annotate.verbs import VerbGroup
from loaders.patterns.kinds import NOUN_MASK, VERB_MASK, number_of
from loaders.threads.reading import Reading

OPENING = re.compile(
    r"""[\s"'“”‘’(,.…-]*(?:(?:also|and|but|then|later|earlier|late|early|meanwhile|separately|elsewhere|only|just|again|further|
            in\ an?(?:other)?\ (?:separate|second|third|related|similar|different|unrelated|further|another)?\ ?
            (?:incident|attack|development|case|operation|move|statement|strike|raid|clash|shooting|blast|explosion))
        [,\s]*)*(?:on|in|at|by|over|during|since)?\s*(?:the\s)?""",
    re.I | re.X,
)
"""What may stand before a date that opens its sentence and so dates all of it: "Also on Monday, …"."""
RELATIVE = re.compile(
    rf"""(?:which|that)\s(?:{NOUN_MASK}\s*)?
        (?:(?:was|were|is|are|will\ be|had\ been|has\ been|have\ been|would\ be|would\ have\ been)\s)?
        (?:(?P<verb>{VERB_MASK})|held|due|set|scheduled|expected|planned|slated|called|arranged)""",
    re.S | re.X,
)
"""A relative clause that tells when the event before it is: "which had been due on Monday", "that India hosts"."""
CLAUSE = re.compile(
    r"\b(?:after|before|when|since|as|while|until|that|who|whom|whose|where|because|which|and|but)\s", re.I
)
LEADS_ON = re.compile(
    r"\b(?:ahead of|before|after|following|since|until|amid|despite|for|(?:over|about|against)\s(?:an?|the)|"
    r"to\s[a-z]{3,})\s"
)
SINCE = re.compile(r"\bsince\s(?:at\sleast\s|the\s|about\s|late\s|early\s)?\Z")
PAIRED = re.compile(rf"(?:\s*(?:,|and|or)\s+{NOUN_MASK})+", re.S)
ENCLOSED = re.compile(rf"^(..),\s[^,{VERB_MASK[1:-2]}]{{0,60}},", re.S)
"""What commas close behind a date that opens its sentence: "On Monday, hours before the truce, …"."""
NO_VERB = re.compile(r"without|not\b", re.I)


def opens(string: str, place: int) -> bool:
    """Whether a date opens its sentence."""
    return bool(OPENING.fullmatch(string[:place]))


def leads_on(string: str) -> bool:
    """Whether a date dates something that stands before the event: "on Monday ahead of talks"."""
    return bool(LEADS_ON.search(ENCLOSED.sub(r"\1,", string)))


def past_its_pair(string: str) -> int:
    """How many characters behind an event name what is told with it: "raids and ambushes"."""
    paired = PAIRED.match(string, 2)
    return paired.end() if paired else 2


def is_since(string: str) -> bool:
    """Whether what leads up to a date tells that it is only the first day."""
    return bool(SINCE.search(string))


def is_other_clause(reading: Reading, string: str) -> bool:
    """Whether a stretch that begins with an event leads into another clause before the date behind it."""
    string = RELATIVE.sub(partial(_left_out, reading), SINCE.sub("", string))
    return _verbs(reading, string) > 1 or bool(CLAUSE.search(string[2:]))


def _left_out(reading: Reading, match: re.Match[str]) -> str:
    """A relative clause without its opening; "that they signed on Monday" tells of the paper only and stays."""
    group = reading.masked.masks[number_of(match["verb"][1])].value if match["verb"] else None
    return match[0] if isinstance(group, VerbGroup) and group.verb_class == "agree" else ""


def is_elsewhere(reading: Reading, claim_until: int, claim_at: int, place: int) -> bool:
    """Whether another clause lies between a claim and a date of the main string; a date that opens it dates all."""
    string = reading.masked.string
    if place > claim_until > 0:
        between = string[claim_until:place]
        return bool(_verbs(reading, SINCE.sub("", between)) or CLAUSE.search(SINCE.sub("", between)))
    if place < claim_at and not opens(string, place):
        return bool(_verbs(reading, string[place + 2 : claim_at]))
    return False


def _verbs(reading: Reading, string: str) -> int:
    """How many verb groups a stretch has; "without charge" is none."""
    groups = (number_of(match[0][1]) for match in re.finditer(VERB_MASK, string, re.S))
    return sum(not NO_VERB.match(reading.masked.words(number)) for number in groups)
