"""Does the clause around a phrase speak of the past or of the future? Its own verb group tells.

In goes the text with a phrase in it, out comes "past", "future" or "unknown". Never a guess from the anchor.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.dates.phrase import DatePhrase

_REACH: Final = 220
# A sentence ends here, unless the point belongs to an initial or a title.
_SENTENCE_END: Final = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:Gen|Col|Sgt|Mrs|Rep|Sen|Gov|Adm))[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n|;"
)
_CLAUSE_BREAK: Final = re.compile(
    r",?\s+(?:but|while|whereas|although|though|because)\s|[—–]|\s--\s|,\s+(?:and|which|who|where|when|as)\s|[:“”\"]"
)
_ADVERB: Final = r"(?:\s+(?:not|also|now|still|currently|reportedly|likely|officially|never|only|be|been|being))*"
_FUTURE: Final = (
    rf"(?:(?:will|shall|won['’]t|would|could|should|must|(?-i:may)|might|can)|['’]ll){_ADVERB}\s+\w+"
    r"|(?:is|are|being|remains?|['’]s|was|were)\s+(?:also\s+|now\s+|still\s+|currently\s+|reportedly\s+|tentatively\s+)?"
    r"(?:set|due|scheduled|expected|planned|slated|poised|likely|supposed|preparing|planning|going|hoping|aiming|"
    r"intended|to\s+(?:be\s+)?\w+|about\s+to)\b(?:\s+(?:to|for)(?:\s+\w+)?)?"
    r"|(?:plans?|planning|intends?|hopes?|aims?|expects?|vows?|vowed|pledged?|agreed|promised?|prepares?|wants?|urged\s+\w+)"
    r"\s+(?:to\s+\w+|for)"
    r"|to\s+(?:be|attend|begin|start|hold|host|visit|meet|resume|leave|travel|open|take|vote|convene|discuss|sign|"
    r"withdraw|end|depart|arrive|return|go|finalize|launch|join|participate)(?:\s+\w+)?"
    r"|(?:planned|scheduled|slated|due|set|expected|upcoming|forthcoming|looming|invited|invitations?|bids?|preparing|"
    r"preparations)\b(?:\s+\w+){0,4}?(?:\s+(?:for|to))?|deadline\s+\w+|looms?|ahead\s+of"
)
_PRESENT: Final = (
    r"(?:opens|begins|starts|meets|resumes|arrives|visits|expires|convenes|travels|leaves|departs|hosts|holds|votes|"
    r"takes\s+(?:place|effect|office)|goes|kicks\s+off|runs|returns|reopens|faces|ends|gathers|comes\s+into)"
)
_IRREGULAR: Final = (
    "said|told|was|were|had|did|met|began|took|held|came|went|shot|struck|hit|left|fell|broke|gave|got|made|saw|sent|"
    "spoke|won|lost|led|fought|fled|flew|drove|wrote|read|heard|found|kept|brought|bought|caught|chose|cut|died|grew|"
    "hurt|knew|laid|lay|let|paid|put|quit|ran|rose|sat|set|shut|sank|slew|stood|stole|swore|threw|tore|woke|wore|burst|"
    "became|blew|built|drew|ended|dealt|rode|sought|sold|spent|split|spread|swept|taught|thought|understood|withdrew|"
    "overran|overthrew|undertook|forbade"
)
_PAST: Final = (
    rf"(?:has|have|had|having|['’]ve){_ADVERB}\s+\w+|(?:{_IRREGULAR})"
    r"|(?<![-\w])[a-z]{2,}ed"
)
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT}))(?![\w-])", re.I
)
_ATTRIBUTIVE: Final = re.compile(r"(?<![a-z])(?:an?|the|of|its|their|his|her|more|some|these|those|many)\s+\Z", re.I)
_NOT_VERBS: Final = frozenset(
    ("united", "hundred", "need", "indeed", "speed", "seed", "red", "bed", "used", "based", "armed")
)
_TAKES_PLACE_LATER: Final = re.compile(r"['’]s\b|\s+[a-z]")


def clause_of(text: str, start: int, stop: int) -> tuple[int, int]:
    """The clause around `[start, stop)`: the sentence, cut where another clause begins."""
    left_edge, right_edge = max(0, start - _REACH), min(len(text), stop + _REACH)
    left, right = left_edge, right_edge
    for pattern in (_SENTENCE_END, _CLAUSE_BREAK):
        for match in pattern.finditer(text, left, start):
            left = match.end() if match.end() <= start else left
        following = pattern.search(text, stop, right)
        right = following.start() if following else right
    return left, right


def direction(text: str, phrase: DatePhrase) -> str:
    """ "past", "future" or "unknown", by the verb group next to the phrase in its own clause.

    "The envoy will land on Saturday" looks ahead, "said on Saturday" back; a present tense with a day in it is a
    timetable ("the fair opens Tuesday") and looks ahead as well.
    """
    left, right = clause_of(text, phrase.start, phrase.stop)
    best, best_distance = "unknown", 10_000.0
    for match in _CUE.finditer(text, left, right):
        if match.start() < phrase.stop and match.end() > phrase.start and match.end() > phrase.stop:
            continue
        verdict = _verdict(text, match)
        distance = _distance(text, match, phrase)
        if verdict and distance < best_distance:
            best, best_distance = verdict, distance
    return best


def _verdict(text: str, match: re.Match[str]) -> str:
    if match.lastgroup == "past" and match[0].lower().endswith("ed") and " " not in match[0]:
        if match[0].lower() in _NOT_VERBS or _ATTRIBUTIVE.search(text, max(0, match.start() - 8), match.start()):
            return ""
        return "past"
    return {"future": "future", "past": "past", "present": "future"}.get(match.lastgroup or "", "")


def _distance(text: str, match: re.Match[str], phrase: DatePhrase) -> float:
    if match.end() <= phrase.start:
        between = text[match.end() : phrase.start]
        return len(between) + 25.0 * between.count(",")
    between = text[phrase.stop : match.start()]
    # A verb behind the phrase is its own only if the phrase opens the clause; else the verb before it is nearer.
    return 1.5 * len(between) + 15 + 25.0 * between.count(",")
