"""What stands around a phrase decides: whether it is a date at all, where it begins, and which end it leaves open.

In goes the text with a phrase in it, out comes the phrase, completed, or the verdict that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loaders.dates.phrase import DatePhrase
from loaders.dates.words import COUNTED, MONTH

_LEFT: Final = 40
_IN: Final = re.compile(
    r"(?:(?<![A-Za-z])(?:in|since|by|until|till|during|of|before|after|from|through|throughout|between|last|next|"
    r"this|past|late|early|mid|up to|prior to|begun|for|as of|around|starting|beginning|ending|back|"
    r"(?:until|till|by|since|in) (?:at least|about))[\s-]+)\Z",
    re.I,
)
_OTHER_MONTH: Final = re.compile(rf"(?:{MONTH}|\d)(?:,|,?\s+(?:and|or|but))\s+\Z")
_BETWEEN: Final = re.compile(r"(?<![A-Za-z])between\s+(?:the\s+)?\Z", re.I)
_NAME_MONTHS: Final = frozenset((4, 5, 6, 8))
_SURE: Final = re.compile(r"(?<![A-Za-z])(?:in|since|until|till|during|throughout|last|next|this)\s+\Z", re.I)
_POSSESSIVE: Final = re.compile(r"['’]s\s[a-z]")
_DETERMINER: Final = re.compile(r"(?:(?<![A-Za-z])(?:the|an?|its|his|her|their|our|last|this|that)|['’]s)\s+\Z", re.I)
_ADJECTIVAL: Final = re.compile(
    r"(?:['’]s?)?\s+(?!(?:on|of|to|for|toward|towards|through|past|in|and|or|was|is|were|had|has|against|from|by|at|as)\b)[a-z]"
)
_NAMED_WEEKDAY: Final = re.compile(r"(?:Bloody|Black|Super|Cyber|Good|Ash|Palm|Sheffield|Holy|Maundy|Shrove|Joe)\s+\Z")
_NEWSPAPER: Final = re.compile(
    r"\s+(?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|Independent|Sun|Review|Club|Group)\b"
)
_MONEY: Final = re.compile(r"(?:[$€£#+.,:/’'(-]|\d[\s-]|US\$ )\Z")
# A number of something else: of a resolution, of the dead.
_NUMBERED: Final = re.compile(
    r"(?<![A-Za-z])(?:resolution|resolutions|no\.?|number|nr\.?|flight|article|articles|decree|law|order|route|highway|"
    r"page|pages|unit|room|box|port|channel|version|model|gate|apartment|suite|chapter|verse|code|bill|docket|platform|"
    r"section|sections|paragraph|boeing|airbus|least|than|some|only|killed|wounded|injured|"
    r"another|further|estimated|tel|phone|call|fax|at|total of|(?:rose|rise|grew|fell|dropped|increased|cut|up) to)"
    r"[\s.:]+\Z",
    re.I,
)
_ROUGHLY: Final = re.compile(r"(?<![A-Za-z])(?:about|nearly|almost|over|to|approximately|roughly)\s+\Z", re.I)
_OF_AN_EVENT: Final = re.compile(r"['’]s\b|\s+(?:by|when|after|before|until)\b")
_NEXT_NUMBER: Final = re.compile(r"\s+(?:and|to)\s+(\d{4})\b")
_TIMED: Final = re.compile(
    r"(?<![A-Za-z])(?:in|since|by|until|till|during|of|before|after|from|through|throughout|between|early|late|mid|year|"
    r"and|or|the|for|summer|spring|autumn|fall|winter|years|copyright|©|\(c\)|as of|back in)[\s-]+\Z|[(–]\Z|©\Z",
    re.I,
)
_TO_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d\s+(?:up\s+)?to\s+\Z")
_AFTER_NUMBER: Final = re.compile(rf"{COUNTED}(?!\s*(?:%|-\w))")
_SEASON_LEFT: Final = re.compile(
    r"(?<![A-Za-z])(?:the|in|by|before|during|since|until|till|this|that|last|next|over|after)\s+\Z", re.I
)


def is_date_here(text: str, phrase: DatePhrase) -> bool:
    """False where the words are a name, a verb, a count of troops or the number of a resolution."""
    check = _CHECKS.get(phrase.kind)
    return True if check is None else check(text[max(0, phrase.start - _LEFT) : phrase.start], text, phrase)


def _is_month(left: str, text: str, phrase: DatePhrase) -> bool:
    if phrase.year or phrase.modifier:
        return True
    right = text[phrase.stop : phrase.stop + 24]
    if phrase.month not in _NAME_MONTHS and _POSSESSIVE.match(right):
        return True
    if _SURE.search(left):
        return True
    if _IN.search(left) or _OTHER_MONTH.search(left):
        return not (phrase.month in _NAME_MONTHS and re.match(r"\s+[A-Z]", right))
    return bool(_DETERMINER.search(left) and _ADJECTIVAL.match(right))


def _is_months(left: str, text: str, phrase: DatePhrase) -> bool:
    is_sure = phrase.last_year or _IN.search(left) or "-" in phrase.surface or "–" in phrase.surface
    return bool(is_sure) and _is_range(left, text, phrase)


def _is_range(left: str, text: str, phrase: DatePhrase) -> bool:
    """ "March 3 and 4" is one stretch of days, "March 3 and March 25" two dates, unless they come after "between"."""
    if not re.search(r"\s(?:and|or)\s", phrase.surface) or _BETWEEN.search(left) or "night" in phrase.surface.lower():
        return True
    if phrase.kind == "months":
        return phrase.last_month == phrase.month % 12 + 1
    return phrase.last_month == phrase.month and phrase.last_day == phrase.day + 1


def _is_weekday(left: str, text: str, phrase: DatePhrase) -> bool:
    return not _NAMED_WEEKDAY.search(left) and not _NEWSPAPER.match(text, phrase.stop)


def _is_year(left: str, text: str, phrase: DatePhrase) -> bool:
    if len(phrase.surface) == 2:  # '68
        return bool(_TIMED.search(left[:-1])) and text[phrase.stop : phrase.stop + 1] not in ("'", "’", "-", "%")
    if _NUMBERED.search(left) or (_MONEY.search(left) and not left.endswith("(")):
        return False
    if _ROUGHLY.search(left) and not (_TO_YEAR.search(left) or _OF_AN_EVENT.match(text, phrase.stop)):
        return False
    other = _NEXT_NUMBER.match(text, phrase.stop)
    if not _AFTER_NUMBER.match(text, phrase.stop) or (other and not _AFTER_NUMBER.match(text, other.end())):
        return False
    if other and int(other[1]) < 1000:  # "between 1800 and 0500": a curfew's hours
        return False
    return 1900 <= phrase.year <= 2099 or bool(_TIMED.search(left))


def _are_years(left: str, text: str, phrase: DatePhrase) -> bool:
    if not phrase.year < phrase.last_year < phrase.year + 150 or not _AFTER_NUMBER.match(text, phrase.stop):
        return False
    is_long = len(phrase.surface) >= 9  # two years in full: hardly a count
    return is_long and not _MONEY.search(left) or _is_year(left, text, phrase)


def _is_season(left: str, text: str, phrase: DatePhrase) -> bool:
    return bool(phrase.year or phrase.modifier or _SEASON_LEFT.search(left))


def _is_shift(left: str, text: str, phrase: DatePhrase) -> bool:
    return (
        phrase.unit != "day"
        or phrase.count != 0
        or bool(re.search(r"(?:the|on|later|earlier)\s+\Z", left, re.I))
        or (phrase.surface.lower().startswith("that"))
    )


def _is_number(left: str, text: str, phrase: DatePhrase) -> bool:
    return not phrase.surface.startswith("no.")


def _is_duration(left: str, text: str, phrase: DatePhrase) -> bool:
    return not phrase.surface.lower().startswith(("a ", "an ")) or phrase.surface.lower().startswith(
        ("a few", "a couple")
    )


_CHECKS: Final = {
    "month": _is_month,
    "days": _is_range,
    "months": _is_months,
    "weekday": _is_weekday,
    "year": _is_year,
    "years": _are_years,
    "season": _is_season,
    "shift": _is_shift,
    "number": _is_number,
    "duration": _is_duration,
}

_ATTRIBUTE: Final = re.compile(r"-(?:old|day|long)\b|recently", re.I)
_WITH_ARTICLE: Final = frozenset(
    ("row", "season", "decade", "century", "quarter", "half", "shift", "nights", "days", "day")
)


def with_article(text: str, phrase: DatePhrase) -> DatePhrase:
    """The phrase with the "the" before it, where the two are one: "the weekend", "the 1990s"."""
    start = phrase.start - 4
    if start < 0 or phrase.kind not in _WITH_ARTICLE or text[start : phrase.start].lower() != "the ":
        return phrase
    if phrase.kind in ("day", "days") and not phrase.surface.lower().startswith("night"):
        return phrase
    if text[start - 1 : start].isalnum() or _ATTRIBUTE.search(phrase.surface):
        return phrase
    return replace(phrase, start=start, surface=text[start : phrase.stop])


_BOUND: Final = re.compile(
    r"(?<![A-Za-z])(by|since|until|till|before|after|from|through|around|about|circa|ahead of|prior to|up to|"
    r"as early as|no later than|as late as|starting|beginning|effective|not before|as of)\s+"
    r"(?:(?:on|in|around|about|roughly|at|least|late|early|the(?=\s+\Z))\s+){0,2}\Z",
    re.I,
)
_SAME_BOUND: Final = {
    "till": "until",
    "through": "until",
    "up to": "until",
    "no later than": "by",
    "ahead of": "before",
    "prior to": "before",
    "about": "around",
    "circa": "around",
    "starting": "from",
    "beginning": "from",
    "effective": "from",
    "not before": "from",
    "as of": "",
    "as early as": "",
    "as late as": "",
}
_CLOSED_KINDS: Final = frozenset(("shift", "days", "months", "years", "nights"))
_DEADLINE: Final = re.compile(r"\s+(?:\w+\s+)?(?:deadline|cut-?off|expiry)\b")


def bound_of(text: str, phrase: DatePhrase) -> DatePhrase:
    """The phrase with the word that opens one of its ends: by, since, until, before, after, from; or around."""
    if phrase.is_refused or phrase.kind in _CLOSED_KINDS:
        return phrase
    if _DEADLINE.match(text, phrase.stop):
        return replace(phrase, bound="by")
    match = _BOUND.search(text, max(0, phrase.start - _LEFT), phrase.start)
    if match is None:
        return phrase
    word = " ".join(match[1].lower().split())
    if match[0].lower().endswith("the ") and not phrase.surface[0].isdigit():
        return phrase  # "before the March 18 talks": the talks themselves are on that day
    return replace(phrase, bound=_SAME_BOUND.get(word, word))


_ATTACKS: Final = re.compile(r"['’]?s?,?\s+(?:terror(?:ist)?\s+attacks?|attacks|hijack\w+|(?:and\s+)?2001)\b")


def with_known_year(text: str, found: Sequence[DatePhrase]) -> tuple[DatePhrase, ...]:
    """The Sept. 11 attacks are those of 2001: a day of the calendar that has become a name."""
    return tuple(
        replace(one, year=2001)
        if (one.kind, one.month, one.day, one.year) == ("day", 9, 11, 0) and _ATTACKS.match(text, one.stop)
        else one
        for one in found
    )
