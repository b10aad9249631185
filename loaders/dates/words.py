"""The words that dates are made of, as pattern fragments and as numbers.

In goes nothing, out come fragments to build patterns from and tables to read the matches with. Months and
weekdays are case-sensitive ("may", "march" and "sun" are verbs and nouns far more often than dates).
"""

from __future__ import annotations

from typing import Final

MONTH_NAMES: Final = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
MONTHS: Final = {name.lower(): number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS: Final = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

UNITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_HEADS: Final = (*UNITS, *TEENS, *TENS)
DECADES: Final = {
    **{"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950},
    **{"sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990},
}
ORDINALS: Final = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "latter": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}


def number(word: str) -> int:
    """The number that a word or digits stand for: "two" → 2, "Twenty-five" → 25, "a" → 1, "40" → 40."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    ten, _, unit = word.partition("-")
    if ten in TENS:
        return 20 + 10 * TENS.index(ten) + (UNITS.index(unit) + 1 if unit else 0)
    if ten in TEENS:
        return 10 + TEENS.index(ten)
    return UNITS.index(ten) + 1 if ten in UNITS else 1


def month_number(name: str) -> int:
    """1 for "January", "Jan" or "Jan."."""
    return MONTHS[name.rstrip(".").lower()]


_FULL: Final = "|".join(names[0] for names in MONTH_NAMES)
_SHORT: Final = "|".join(sorted((name for names in MONTH_NAMES for name in names[1:]), key=len, reverse=True))
# In capitals a month counts beside a day only: "LIMA, MARCH 3", but not "MALI MAY ACT".
CAPITAL_MONTHS: Final = "|".join(
    sorted((name.upper() for names in MONTH_NAMES for name in names), key=len, reverse=True)
)
# A shortened month needs its point, or a digit behind it: "Sept. 11", "Sept 11", but not "Jan Kubis", "Dec".
MONTH: Final = rf"(?:(?:{_FULL})(?![A-Za-z])|(?:{_SHORT})(?:\.|(?=\s+\d))|(?:{CAPITAL_MONTHS})\.?(?=\s+\d))"
# Between a day and a year of two digits even "may" is a month: "4 may 89 --".
MONTH_BETWEEN: Final = rf"(?:{_FULL}|(?:{_SHORT}|{CAPITAL_MONTHS})\.?|may)"
MONTH_BEHIND_DAY: Final = rf"(?:{_FULL}|(?:{_SHORT}|{CAPITAL_MONTHS})\.?)(?![A-Za-z])"
SHORT_HEADS: Final = tuple(name for names in MONTH_NAMES for name in names)
WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAY_NAMES)})"
SHORT_WEEKDAY: Final = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?"
# Troops, not a year: "2001 men", "2,000"; nor a clock, a height or a price.
COUNTED: Final = (
    r"(?!\s+(?:men|women|people|persons|troops|soldiers|civilians|fighters|militants|rebels|police|officers|children|"
    r"families|houses|homes|homicides|deaths|casualties|wounded|dead|injured|refugees|prisoners|detainees|members|"
    r"villagers|residents|residential|hectares|acres|kilomet\w+|met\w+|miles|km|feet|tons|tonnes|dollars|euros|"
    r"pounds|rupees|percent|per\s+cent|hours|hrs|GMT|UTC|local\s+time|others|students|protesters|demonstrators|"
    r"workers|voters|votes|points|seats|shares|barrels|jobs|rooms|beds|vehicles|cars|ships|aircraft|planes|missiles|"
    r"bombs|weapons|rifles|mines|yen|yuan|francs|marks|rou?bles|kilos?|kg|square|cubic|yards|inches|words|units|"
    r"migrants|guards|personnel|victims|delegates|participants|pages|MW|cases|tanks|rounds)\b)"
)
YEAR: Final = rf"(?:1[0-9]|20)\d\d(?![\d%]|[,.:]\d|-(?![A-Z])\w){COUNTED}"
ORDINAL: Final = r"(?:st|nd|rd|th)?"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
NUMBER: Final = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(UNITS)}))?|{'|'.join(TEENS)}|{'|'.join(UNITS)}|an?)"
)
