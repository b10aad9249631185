"""Parts of years that business news counts by: quarters, halves, fiscal years, and the same part a year before.

A fiscal year is given the days of the year that names it: when it begins is known to its owner only.
"""

from __future__ import annotations

from typing import Final

from loaders.dates import readers
from loaders.dates.forms import Form, form
from loaders.dates.words import YEAR

_I: Final = "(?i:{})".format
_NTH: Final = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"
_NTHS: Final = ("first", "second", "third", "fourth", "fiscal", "#")
_OF_YEAR: Final = (
    rf"\s+(?:of\s+|in\s+)?(?:fiscal\s+(?:year\s+)?)?"
    rf"(?:(?P<year>{YEAR})(?:[-–/]\d\d(?!\d))?|['’‘](?P<short_year>\d\d))"
)
_OF_NAMED_YEAR: Final = r"\s+(?:of\s+)?(?P<modifier>last|this|next|the)\s+(?:fiscal\s+)?year"
# Halves are of matches more often than of years.
_RESULTS: Final = (
    r"(?=[\s-]+(?:\w+\s+){0,2}?(?:earnings|profits?|results?|net|revenues?|sales|growth|loss(?:es)?|figures|output|"
    r"gdp|income|production|deficit|exports|imports|data|numbers|report|gain|performance|orders|dividend)\b)"
)
_OTHER_QUARTERS: Final = r"(?!\s+(?:of|century|finals?|mile|miles|back|backs|horse|note|point|million|tons?|inch)\b|-)"
_YEAR_BEFORE: Final = (
    r"(?:last\s+year|(?:a|the)\s+year\s+(?:ago|earlier|before)|(?:of\s+)?the\s+(?:previous|prior)\s+year)"
)

BUSINESS: Final[tuple[Form, ...]] = (
    # the first quarter, third-quarter net, the fiscal second quarter of 2020, the fourth quarter of last year
    form(
        "quarter",
        _NTHS,
        _I(rf"(?:fiscal\s+)?{_NTH}[\s-]quarter(?:{_OF_YEAR}|{_OF_NAMED_YEAR})?(?!\s+(?:of|century|finals?|mile)\b|-)"),
        readers.read_part_of_year,
    ),
    # the last quarter of 2020
    form(
        "quarter",
        ("last", "final"),
        _I(rf"(?P<nth>last|final)\s+quarter(?:{_OF_YEAR}|{_OF_NAMED_YEAR})"),
        readers.read_part_of_year,
    ),
    # the 2020 third quarter, 2020's third quarter
    form(
        "quarter",
        ("#",),
        _I(rf"(?P<first_year>(?:19|20)\d\d)(?:['’]s)?\s+{_NTH}[\s-]quarter"),
        readers.read_part_of_year,
    ),
    # last year's third quarter
    form(
        "quarter",
        ("last", "this", "next"),
        _I(rf"(?P<modifier>last|this|next)\s+year['’]s\s+{_NTH}[\s-]quarter"),
        readers.read_part_of_year,
    ),
    # Q3 2020, Q1
    form(
        "quarter",
        ("q1", "q2", "q3", "q4"),
        rf"Q(?P<nth>[1-4])(?:{_OF_YEAR}|(?=\s+(?:of|in|to|from|for|and|as|was|is|results?|earnings|sales|profits?|revenues?)\b|[,.;]))(?!:)",
        readers.read_part_of_year,
    ),
    form("quarter", ("#",), rf"(?P<nth>[1-4])Q{_OF_YEAR}", readers.read_part_of_year),
    # the latest quarter, this quarter
    form(
        "quarter",
        ("latest", "last", "previous", "past", "prior", "preceding", "current", "this", "next", "coming", "following"),
        _I(
            rf"(?P<modifier>latest|last|previous|past|prior|preceding|current|this|next|coming|following)\s+(?:fiscal\s+)?quarter{_OTHER_QUARTERS}"
        ),
        readers.read_counted_quarter,
    ),
    # in the quarter, for the quarter
    form(
        "quarter",
        ("quarter",),
        _I(
            r"(?:(?<=in the )|(?<=for the )|(?<=during the ))quarter"
            r"(?!\s+(?:of|end\w+|century|mile|that|which|final|to)\b|-)"
        ),
        readers.read_latest_quarter,
    ),
    # the year-earlier quarter, the same quarter last year
    form("quarter", ("year",), _I(r"year-(?:earlier|ago|before)\s+quarter"), readers.read_year_earlier_quarter),
    form(
        "quarter",
        ("same", "corresponding", "comparable", "equivalent", "like"),
        _I(rf"(?:same|corresponding|comparable|equivalent|like)\s+quarter,?\s+(?:in\s+)?{_YEAR_BEFORE}"),
        readers.read_year_earlier_quarter,
    ),
    # the year-earlier period, the same period last year
    form(
        "shift",
        ("year",),
        _I(r"year-(?:earlier|ago)(?:\s+(?:period|month|figures?|level|results?))?"),
        readers.read_year_earlier,
    ),
    form(
        "shift",
        ("same", "corresponding", "comparable", "equivalent", "like"),
        _I(
            rf"(?:same|corresponding|comparable|equivalent|like)\s+(?:period|time|point|stage|month|week|day),?\s+(?:in\s+)?{_YEAR_BEFORE}"
        ),
        readers.read_year_earlier,
    ),
    # the first half of 2020, first-half sales
    form(
        "half",
        ("first", "second", "last", "latter"),
        _I(rf"(?P<nth>first|second|last|latter)\s+half(?:{_OF_YEAR}|{_OF_NAMED_YEAR})"),
        readers.read_part_of_year,
    ),
    form("half", ("first", "second"), _I(rf"(?P<nth>first|second)[\s-]half{_RESULTS}"), readers.read_part_of_year),
    # fiscal 2020, financial year 2020-21, FY20
    form(
        "year",
        ("fiscal", "financial"),
        _I(
            rf"(?:fiscal|financial)(?:\s+year)?\s+(?P<year>{YEAR}|(?:19|20)\d\d(?=[-–/]\d\d(?!\d)))(?:[-–/]\d\d(?!\d))?"
        ),
        readers.read_fiscal_year,
    ),
    form("year", ("fy",), r"FY\s?['’‘]?(?:(?P<year>(?:19|20)\d\d)|(?P<short_year>\d\d))", readers.read_fiscal_year),
)
