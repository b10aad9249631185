"""Explicit dates as patterns: each a kind, the words it can begin with, and a reader of its groups.

In goes the text at one position, out comes the match, from which `readers` take the fields of a `DatePhrase`.
Every pattern is bounded: no two of its repeats can share a character, so none can backtrack for long.
"""

from __future__ import annotations

from typing import Final

from loaders.dates import readers, words
from loaders.dates.forms import form
from loaders.dates.words import (
    DAY,
    MONTH,
    MONTH_BEHIND_DAY,
    MONTH_BETWEEN,
    NUMBER,
    ORDINAL,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
)

_TO: Final = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)"
_AND: Final = r"(?:\s*[-–—/]\s*|\s+(?:to|through|until|till|and|or)\s+)"
_NAMED: Final = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?|{SHORT_WEEKDAY},?\s+)?"
_OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
_OF_COUNTED_YEAR: Final = (
    r",?\s+(?:of\s+)?(?i:(?P<which>last|this|next)\s+year(?![’']s)|"
    rf"(?P<n>{NUMBER})\s+years?\s+ago|the\s+(?P<before>year\s+before\s+last))"
)
_DAYPART: Final = r"(?:\s+(?:morning|afternoon|evening|night|noon|midday|midnight))?"

MONTH_HEADS: Final = tuple(name.lower() for name in words.SHORT_HEADS)
WEEKDAY_HEADS: Final = tuple(name.lower() for name in words.WEEKDAY_NAMES)
ABBREVIATED_WEEKDAYS: Final = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")


_I: Final = "(?i:{})".format
NUMBERED: Final = ("#", *words.NUMBER_HEADS, "a", "an")
_MONTH_DAY: Final = rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){ORDINAL}(?!\d|[.,:]\d|\s*(?:%|percent))"
_DAY_MONTH: Final = rf"(?P<day>{DAY}){ORDINAL}(?:\s+of)?\s+(?P<month>{MONTH_BEHIND_DAY})"
_SHIFT_UNIT: Final = r"(?P<unit>day|week|month|year|decade)s?"

FORMS: Final = (
    # 2021-03-13T10:00Z
    form(
        "day",
        ("#",),
        r"(?P<year>(?:1[89]|20)\d\d)([-/])(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)"
        r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        readers.read_iso,
    ),
    # 13/03/2021, 13.3.2021, 3-13-2021
    form(
        "day",
        ("#",),
        r"(?P<first>\d{1,2})(?P<point>[/.-])(?P<second>\d{1,2})(?P=point)(?P<year>(?:19|20)\d\d)",
        readers.read_numeric,
    ),
    # Thursday, March 18, 2021
    form(
        "day",
        (*MONTH_HEADS, *WEEKDAY_HEADS, *ABBREVIATED_WEEKDAYS),
        rf"{_NAMED}{_MONTH_DAY}{_OF_YEAR}",
        readers.read_day,
    ),
    # Thursday 18 March 2021, 4th of January
    form("day", ("#", *WEEKDAY_HEADS, *ABBREVIATED_WEEKDAYS), rf"{_NAMED}{_DAY_MONTH}{_OF_YEAR}", readers.read_day),
    # 18 Mar 89 --
    form(
        "day",
        ("#",),
        rf"(?P<day>{DAY})\s+(?P<month>{MONTH_BETWEEN})\s+['’]?(?P<short_year>\d\d)"
        r"(?=\s*(?:--|[—–(\[,.;)\n]|\Z))",
        readers.read_day,
    ),
    # 3/18/21, 03-18-21
    form("day", ("#",), r"(?P<first>\d\d?)(?P<point>/)(?P<second>\d\d?)/(?P<year>\d\d)(?![/\d])", readers.read_numeric),
    form(
        "day",
        ("#",),
        r"(?<!\d[-–])(?P<first>[01]\d)(?P<point>-)(?P<second>[0-3]\d)-(?P<year>\d\d)(?![-–/\d])",
        readers.read_numeric,
    ),
    # March 18-20, 2021; March 30 to April 2
    form(
        "days",
        MONTH_HEADS,
        rf"{_MONTH_DAY}(?:,?\s+(?P<first_year>{YEAR}))?{_AND}(?:(?P<last_month>{MONTH})\s+)?"
        rf"(?P<last_day>{DAY}){ORDINAL}(?!\d|[,.:]\d|\s+[A-Z]){_OF_YEAR}",
        readers.read_days,
    ),
    # 18-20 March 2021, the night of 3 to 4 March
    form(
        "days",
        ("#",),
        rf"(?P<day>{DAY}){ORDINAL}{_AND}(?P<last_day>{DAY}){ORDINAL}(?:\s+of)?\s+"
        rf"(?P<month>{MONTH}){_OF_YEAR}",
        readers.read_days,
    ),
    # 30 March to 2 April 2021
    form(
        "days",
        ("#",),
        rf"{_DAY_MONTH}(?:,?\s+(?P<first_year>{YEAR}))?{_AND}(?P<last_day>{DAY}){ORDINAL}\s+"
        rf"(?P<last_month>{MONTH}){_OF_YEAR}",
        readers.read_days,
    ),
    form(
        "days",
        ("night",),
        rf"(?i:night\s+(?:of|between)\s+(?:the\s+)?)(?P<day>{DAY}){ORDINAL}{_AND}(?:the\s+)?"
        rf"(?P<last_day>{DAY}){ORDINAL}(?:\s+of)?\s+(?P<month>{MONTH}){_OF_YEAR}",
        readers.read_days,
    ),
    form(
        "days",
        ("night",),
        rf"(?i:night\s+(?:of|between)\s+){_MONTH_DAY}{_AND}(?:(?P<last_month>{MONTH})\s+)?"
        rf"(?P<last_day>{DAY}){ORDINAL}{_OF_YEAR}",
        readers.read_days,
    ),
    form("day", ("night",), rf"(?i:night\s+of\s+)(?:{_MONTH_DAY}){_OF_YEAR}", readers.read_day),
    form("day", ("night",), rf"(?i:night\s+of\s+)(?:the\s+)?(?:{_DAY_MONTH}){_OF_YEAR}", readers.read_day),
    # the night between Sunday and Monday
    form(
        "nights",
        ("night",),
        rf"(?i:night\s+(?:of|between|from)\s+)(?P<weekday>{WEEKDAY}){_AND}"
        rf"(?P<last_weekday>{WEEKDAY})",
        readers.read_nights,
    ),
    form(
        "nights",
        ("overnight",),
        rf"(?i:overnight\s+(?:on|from|between)\s+)(?P<weekday>{WEEKDAY}){_AND}"
        rf"(?P<last_weekday>{WEEKDAY})",
        readers.read_nights,
    ),
    form(
        "nights",
        WEEKDAY_HEADS,
        rf"(?P<weekday>{WEEKDAY})(?:\s+night)?{_TO}(?P<last_weekday>{WEEKDAY})",
        readers.read_nights,
    ),
    # last September, this past May
    form(
        "month",
        ("last", "next", "this"),
        rf"(?P<modifier>(?i:last|next|this(?:\s+past|\s+coming)?))\s+"
        rf"(?P<month>{MONTH})(?!\s+\d)",
        readers.read_month,
    ),
    # August last year, 3 March two years ago
    form(
        "day",
        MONTH_HEADS,
        rf"{_MONTH_DAY}{_OF_COUNTED_YEAR}",
        readers.read_of_counted_year,
    ),
    form("day", ("#",), rf"{_DAY_MONTH}{_OF_COUNTED_YEAR}", readers.read_of_counted_year),
    form("month", MONTH_HEADS, rf"(?P<month>{MONTH}){_OF_COUNTED_YEAR}", readers.read_of_counted_year),
    # that October, August of that year
    form("month", ("that",), rf"(?P<modifier>(?i:that))\s+(?P<month>{MONTH})(?!\s+\d)", readers.read_month),
    form(
        "month",
        MONTH_HEADS,
        rf"(?P<month>{MONTH})\s+of\s+(?P<modifier>that|the\s+same)\s+year",
        readers.read_month_of_that_year,
    ),
    form("month", MONTH_HEADS, rf"(?P<month>{MONTH})\s+['’‘](?P<short_year>\d\d)", readers.read_month),
    # September 2020, Sept. 2020
    form("month", MONTH_HEADS, rf"(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})", readers.read_month),
    form(
        "months",
        MONTH_HEADS,
        rf"(?P<month>{MONTH})(?:,?\s+(?P<first_year>{YEAR}))?{_AND}(?P<last_month>{MONTH})"
        rf"(?!\s+\d{{1,2}}(?!\d)){_OF_YEAR}",
        readers.read_months,
    ),
    # in September (what stands around it decides)
    form("month", MONTH_HEADS, rf"(?P<month>{MONTH})(?!\s+\d)", readers.read_month),
    # Monday, Monday morning, last Monday
    form("weekday", WEEKDAY_HEADS, rf"(?P<weekday>{WEEKDAY}){_DAYPART}", readers.read_named_weekday),
    form(
        "weekday",
        ("last", "next", "this", "coming", "following", "previous"),
        rf"(?P<modifier>(?i:last|next|this(?:\s+past|\s+coming)?|coming|following|previous))\s+"
        rf"(?P<weekday>{WEEKDAY}){_DAYPART}",
        readers.read_named_weekday,
    ),
    form(
        "weekday",
        ("late", "early"),
        rf"(?i:late|early)\s+(?:on\s+)?(?P<weekday>{WEEKDAY}){_DAYPART}",
        readers.read_named_weekday,
    ),
    form(
        "weekday",
        ("night", "morning", "evening", "afternoon"),
        rf"(?i:night|morning|evening|afternoon)\s+of\s+"
        rf"(?P<weekday>{WEEKDAY})",
        readers.read_named_weekday,
    ),
    # last summer, summer of 2019, winter 2019
    form(
        "season",
        ("last", "next", "this"),
        _I(
            r"(?P<modifier>last|next|this)\s+(?P<season>spring|summer|autumn|"
            r"fall|winter)"
        ),
        readers.read_season,
    ),
    form(
        "season",
        ("spring", "summer", "autumn", "fall", "winter"),
        _I(
            r"(?P<season>spring|summer|autumn|fall|winter)"
            rf",?\s+(?:of\s+)?(?:(?P<year>{YEAR})|['’‘](?P<short_year>\d\d)|(?P<first_year>(?:19|20)\d\d)[-–/]\d\d(?!\d))"
        ),
        readers.read_season,
    ),
    form(
        "season",
        ("spring", "summer", "autumn", "fall", "winter"),
        r"(?P<season>spring|summer|autumn|fall|winter)"
        r"(?!\s+(?i:offensive|camp|house|palace|olympics?|games|school|university|sports?|coats?|wheat|residence|capital|"
        r"collection|league|cup|soldier|of\s)|-)",
        readers.read_season,
    ),
    # the 1990s, the 20th century
    form("decade", ("#",), r"(?P<year>(?:1[0-9]|20)\d0)['’]?s", readers.read_decade),
    # the '60s, the sixties
    form("decade", ("#",), r"(?<=['’‘])(?P<year>[2-9]0)s", readers.read_decade),
    form("decade", tuple(words.DECADES), rf"(?<=the )(?P<named>{'|'.join(words.DECADES)})", readers.read_decade),
    form("century", ("#",), _I(r"(?P<nth>\d\d?)(?:st|nd|rd|th)\s+century"), readers.read_century),
    # 2014-16; from 2014 to 2016
    form(
        "years",
        ("#",),
        rf"(?P<year>(?:1[0-9]|20)\d\d){_TO}(?P<last_year>(?:1[0-9]|20)\d\d(?!-)|(?<=[-–])\d\d)(?!\d)",
        readers.read_year,
    ),
    form("year", ("#",), rf"(?P<year>{YEAR})", readers.read_year),
    form("year", ("year",), rf"(?i:year)\s+(?P<year>{YEAR})", readers.read_year),
    # '68
    form("year", ("#",), r"(?<=['’‘])(?P<short_year>\d\d)", readers.read_year),
    # two days earlier, a day after
    form(
        "shift",
        NUMBERED,
        rf"(?i:(?P<n>{NUMBER})\s+{_SHIFT_UNIT}\s+(?P<way>earlier|later|before|after|prior))",
        readers.read_shift,
    ),
    form(
        "shift",
        ("previous", "following", "same", "that", "preceding", "next"),
        _I(
            r"(?P<way>(?:previous|following|"
            r"preceding|same|that)(?=\s+(?:day|week|month|year))|next(?=\s+day))\s+(?P<unit>day|week|month|year)"
        ),
        readers.read_shift,
    ),
    # that same day, the same night
    form(
        "shift",
        ("same", "that"),
        _I(r"(?P<way>that\s+same|that|same)\s+(?:(?P<unit>day|week|month|year)|morning|afternoon|evening|night)"),
        readers.read_shift,
    ),
    form("shift", ("day",), _I(r"(?P<unit>day)\s+(?P<way>before|after|following)"), readers.read_shift),
    # the night before
    form(
        "shift",
        ("night", "evening", "afternoon", "morning"),
        _I(r"(?:night|evening|afternoon|morning)\s+(?P<way>before|earlier|after)"),
        readers.read_shift,
    ),
    form("shift", ("eve",), _I(r"(?P<way>eve)(?=\s+of)"), readers.read_shift),
)
