"""Explicit dates and their false friends as patterns: each a kind, the words it can begin with, and a reader.

In goes the text at one position, out comes the match; `READERS` turn its groups into fields of `DatePhrase`.
Every pattern is bounded: no two of its repeats can share a character, so none can backtrack for long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from loaders.dates import readers, words
from loaders.dates.readers import Fields
from loaders.dates.words import DAY, MONTH, MONTH_BEHIND_DAY, NUMBER, ORDINAL, SHORT_WEEKDAY, WEEKDAY, YEAR

_TO: Final = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)"
_AND: Final = r"(?:\s*[-–—/]\s*|\s+(?:to|through|until|till|and|or)\s+)"
_NAMED: Final = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?|{SHORT_WEEKDAY},?\s+)?"
_OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
_UNIT: Final = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))"
_DAYPART: Final = r"(?:\s+(?:morning|afternoon|evening|night|noon|midday|midnight))?"

MONTH_HEADS: Final = tuple(name.lower() for name in words.SHORT_HEADS)
WEEKDAY_HEADS: Final = tuple(name.lower() for name in words.WEEKDAY_NAMES)
ABBREVIATED_WEEKDAYS: Final = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date: what it is, what it can begin with, its pattern, and the reader of its groups."""

    kind: str
    heads: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Fields | None]


def _form(kind: str, heads: tuple[str, ...], pattern: str, read: Callable[[re.Match[str]], Fields | None]) -> Form:
    return Form(kind, heads, re.compile(rf"(?:{pattern})(?![A-Za-z0-9])"), read)


_I: Final = "(?i:{})".format
NUMBERED: Final = ("#", *words.NUMBER_HEADS, "a", "an")
_MONTH_DAY: Final = rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){ORDINAL}(?!\d|[.,:]\d|\s*(?:%|percent))"
_DAY_MONTH: Final = rf"(?P<day>{DAY}){ORDINAL}(?:\s+of)?\s+(?P<month>{MONTH_BEHIND_DAY})"
_SHIFT_UNIT: Final = r"(?P<unit>day|week|month|year|decade)s?"

FORMS: Final = (
    # 2021-03-13T10:00Z
    _form(
        "day",
        ("#",),
        r"(?P<year>(?:1[89]|20)\d\d)([-/])(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)"
        r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        readers.read_iso,
    ),
    # 13/03/2021, 13.3.2021, 3-13-2021
    _form(
        "day",
        ("#",),
        r"(?P<first>\d{1,2})(?P<point>[/.-])(?P<second>\d{1,2})(?P=point)(?P<year>(?:19|20)\d\d)",
        readers.read_numeric,
    ),
    # Thursday, March 18, 2021
    _form(
        "day",
        (*MONTH_HEADS, *WEEKDAY_HEADS, *ABBREVIATED_WEEKDAYS),
        rf"{_NAMED}{_MONTH_DAY}{_OF_YEAR}",
        readers.read_day,
    ),
    # Thursday 18 March 2021, 4th of January
    _form("day", ("#", *WEEKDAY_HEADS, *ABBREVIATED_WEEKDAYS), rf"{_NAMED}{_DAY_MONTH}{_OF_YEAR}", readers.read_day),
    # March 18-20, 2021; March 30 to April 2
    _form(
        "days",
        MONTH_HEADS,
        rf"{_MONTH_DAY}(?:,?\s+(?P<first_year>{YEAR}))?{_AND}(?:(?P<last_month>{MONTH})\s+)?"
        rf"(?P<last_day>{DAY}){ORDINAL}(?!\d|[,.:]\d|\s+[A-Z]){_OF_YEAR}",
        readers.read_days,
    ),
    # 18-20 March 2021, the night of 3 to 4 March
    _form(
        "days",
        ("#",),
        rf"(?P<day>{DAY}){ORDINAL}{_AND}(?P<last_day>{DAY}){ORDINAL}(?:\s+of)?\s+"
        rf"(?P<month>{MONTH}){_OF_YEAR}",
        readers.read_days,
    ),
    # 30 March to 2 April 2021
    _form(
        "days",
        ("#",),
        rf"{_DAY_MONTH}(?:,?\s+(?P<first_year>{YEAR}))?{_AND}(?P<last_day>{DAY}){ORDINAL}\s+"
        rf"(?P<last_month>{MONTH}){_OF_YEAR}",
        readers.read_days,
    ),
    _form(
        "days",
        ("night",),
        rf"(?i:night\s+(?:of|between)\s+(?:the\s+)?)(?P<day>{DAY}){ORDINAL}{_AND}(?:the\s+)?"
        rf"(?P<last_day>{DAY}){ORDINAL}(?:\s+of)?\s+(?P<month>{MONTH}){_OF_YEAR}",
        readers.read_days,
    ),
    _form(
        "days",
        ("night",),
        rf"(?i:night\s+(?:of|between)\s+){_MONTH_DAY}{_AND}(?:(?P<last_month>{MONTH})\s+)?"
        rf"(?P<last_day>{DAY}){ORDINAL}{_OF_YEAR}",
        readers.read_days,
    ),
    _form("day", ("night",), rf"(?i:night\s+of\s+)(?:{_MONTH_DAY}){_OF_YEAR}", readers.read_day),
    _form("day", ("night",), rf"(?i:night\s+of\s+)(?:the\s+)?(?:{_DAY_MONTH}){_OF_YEAR}", readers.read_day),
    # the night between Sunday and Monday
    _form(
        "nights",
        ("night",),
        rf"(?i:night\s+(?:of|between|from)\s+)(?P<weekday>{WEEKDAY}){_AND}"
        rf"(?P<last_weekday>{WEEKDAY})",
        readers.read_nights,
    ),
    _form(
        "nights",
        ("overnight",),
        rf"(?i:overnight\s+(?:on|from|between)\s+)(?P<weekday>{WEEKDAY}){_AND}"
        rf"(?P<last_weekday>{WEEKDAY})",
        readers.read_nights,
    ),
    _form(
        "nights",
        WEEKDAY_HEADS,
        rf"(?P<weekday>{WEEKDAY})(?:\s+night)?{_TO}(?P<last_weekday>{WEEKDAY})",
        readers.read_nights,
    ),
    # 9/11
    _form("name", ("#",), r"9/11(?![/\d])", lambda match: {"year": 2001, "month": 9, "day": 11}),
    # last September, this past May
    _form(
        "month",
        ("last", "next", "this"),
        rf"(?P<modifier>(?i:last|next|this(?:\s+past|\s+coming)?))\s+"
        rf"(?P<month>{MONTH})(?!\s+\d)",
        readers.read_month,
    ),
    # September 2020, Sept. 2020
    _form("month", MONTH_HEADS, rf"(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})", readers.read_month),
    _form(
        "months",
        MONTH_HEADS,
        rf"(?P<month>{MONTH})(?:,?\s+(?P<first_year>{YEAR}))?{_AND}(?P<last_month>{MONTH})"
        rf"(?!\s+\d{{1,2}}(?!\d)){_OF_YEAR}",
        readers.read_months,
    ),
    # in September (what stands around it decides)
    _form("month", MONTH_HEADS, rf"(?P<month>{MONTH})(?!\s+\d)", readers.read_month),
    # Monday, Monday morning, last Monday
    _form("weekday", WEEKDAY_HEADS, rf"(?P<weekday>{WEEKDAY}){_DAYPART}", readers.read_named_weekday),
    _form(
        "weekday",
        ("last", "next", "this", "coming"),
        rf"(?P<modifier>(?i:last|next|this(?:\s+past|\s+coming)?|coming))\s+"
        rf"(?P<weekday>{WEEKDAY}){_DAYPART}",
        readers.read_named_weekday,
    ),
    _form(
        "weekday",
        ("late", "early"),
        rf"(?i:late|early)\s+(?:on\s+)?(?P<weekday>{WEEKDAY}){_DAYPART}",
        readers.read_named_weekday,
    ),
    _form(
        "weekday",
        ("night", "morning", "evening", "afternoon"),
        rf"(?i:night|morning|evening|afternoon)\s+of\s+"
        rf"(?P<weekday>{WEEKDAY})",
        readers.read_named_weekday,
    ),
    # last summer, summer of 2019, winter 2019
    _form(
        "season",
        ("last", "next", "this"),
        _I(
            r"(?P<modifier>last|next|this)\s+(?P<season>spring|summer|autumn|"
            r"fall|winter)"
        ),
        readers.read_season,
    ),
    _form(
        "season",
        ("spring", "summer", "autumn", "fall", "winter"),
        _I(
            r"(?P<season>spring|summer|autumn|fall|winter)"
            rf",?\s+(?:of\s+)?(?P<year>{YEAR})"
        ),
        readers.read_season,
    ),
    _form(
        "season",
        ("spring", "summer", "autumn", "fall", "winter"),
        r"(?P<season>spring|summer|autumn|fall|winter)"
        r"(?!\s+(?:offensive|camp|house|of\s)|-)",
        readers.read_season,
    ),
    # the first quarter of 2020, the second half of last year
    _form(
        "quarter",
        ("first", "second", "third", "fourth", "last"),
        _I(
            r"(?P<nth>first|second|third|fourth|last)\s+"
            rf"quarter(?:\s+of\s+(?:(?P<year>{YEAR})|(?P<modifier>last|this|next|the)\s+year))?"
        ),
        readers.read_part_of_year,
    ),
    _form(
        "half",
        ("first", "second", "last"),
        _I(
            r"(?P<nth>first|second|last)\s+half\s+of\s+"
            rf"(?:(?P<year>{YEAR})|(?P<modifier>last|this|next|the)\s+year)"
        ),
        readers.read_part_of_year,
    ),
    # the 1990s, the 20th century
    _form("decade", ("#",), r"(?P<year>(?:1[0-9]|20)\d0)['’]?s", readers.read_decade),
    _form("century", ("#",), _I(r"(?P<nth>\d\d?)(?:st|nd|rd|th)\s+century"), readers.read_century),
    # 2014-16; from 2014 to 2016
    _form(
        "years",
        ("#",),
        rf"(?P<year>(?:1[0-9]|20)\d\d){_TO}(?P<last_year>(?:1[0-9]|20)\d\d(?!-)|(?<=[-–])\d\d)(?!\d)",
        readers.read_year,
    ),
    _form("year", ("#",), rf"(?P<year>{YEAR})", readers.read_year),
    # two days earlier, a day after
    _form(
        "shift",
        NUMBERED,
        rf"(?i:(?P<n>{NUMBER})\s+{_SHIFT_UNIT}\s+(?P<way>earlier|later|before|after|prior))",
        readers.read_shift,
    ),
    _form(
        "shift",
        ("previous", "following", "same", "that", "preceding", "next"),
        _I(
            r"(?P<way>(?:previous|following|"
            r"preceding|same|that)(?=\s+(?:day|week|month|year))|next(?=\s+day))\s+(?P<unit>day|week|month|year)"
        ),
        readers.read_shift,
    ),
    _form("shift", ("day",), _I(r"(?P<unit>day)\s+(?P<way>before|after)"), readers.read_shift),
    _form("shift", ("eve",), _I(r"(?P<way>eve)(?=\s+of)"), readers.read_shift),
    # refused: 20-day, 40 years, three-month, decade-long, year-old
    _form(
        "duration",
        ("#", *words.NUMBER_HEADS),
        rf"(?i:{NUMBER}(?:\s+more)?[\s-]{_UNIT}s?(?:[\s-]long)?)",
        readers.read_nothing,
    ),
    _form(
        "duration",
        ("several", "many", "few", "some", "a", "dozens"),
        rf"(?i:(?:several|many|few|some|a\s+few|"
        rf"a\s+couple\s+of|dozens\s+of)\s+{_UNIT}s)",
        readers.read_nothing,
    ),
    _form(
        "duration",
        ("day", "night", "week", "month", "year", "decade", "decades", "years", "months", "weeks", "days"),
        r"(?i:(?:day|night|week|month|year|decade)s?-long|(?:day|week|month|year|decade)s-old)",
        readers.read_nothing,
    ),
    _form(
        "age",
        ("#", *words.NUMBER_HEADS),
        rf"(?i:{NUMBER}-?\s?(?:year|month|week|day)s?[-\s]olds?)",
        readers.read_nothing,
    ),
    # 1 / 13; Resolution 2513
    _form("number", ("#",), r"\d{1,3}\s+/\s+\d{1,3}", readers.read_nothing),
    _form(
        "number",
        ("resolution", "resolutions", "res", "no", "flight", "article", "decree", "law", "order", "route", "highway"),
        r"(?:(?i:resolutions?|decree|flight|article|law|order|route|highway)|(?i:no|res)\.)\s+(?i:no\.?\s+|number\s+)?"
        r"\d{1,5}(?:\s*(?:,|and)\s*\d{3,5})*",
        readers.read_nothing,
    ),
)
