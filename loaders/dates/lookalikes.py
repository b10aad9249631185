"""What looks like a date and is none: durations, ages, page numbers, resolutions. Recognised in order to be refused."""

from __future__ import annotations

from typing import Final

from loaders.dates import readers, words
from loaders.dates.forms import Form, form
from loaders.dates.words import NUMBER

_UNIT: Final = r"(?P<unit>second(?=s|-long)|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))"

LOOKALIKES: Final[tuple[Form, ...]] = (
    # refused: 20-day, 40 years, three-month, decade-long, year-old
    form(
        "duration",
        ("#", *words.NUMBER_HEADS),
        rf"(?i:{NUMBER}(?:\s+more)?[\s-]{_UNIT}s?(?:[\s-]long)?)",
        readers.read_nothing,
    ),
    form(
        "duration",
        ("several", "many", "few", "some", "a", "dozens"),
        rf"(?i:(?:several|many|few|some|a\s+few|"
        rf"a\s+couple\s+of|dozens\s+of)\s+{_UNIT}s)",
        readers.read_nothing,
    ),
    form(
        "duration",
        ("day", "night", "week", "month", "year", "decade", "decades", "years", "months", "weeks", "days"),
        r"(?i:(?:day|night|week|month|year|decade)s?-long|(?:day|week|month|year|decade)s-old)",
        readers.read_nothing,
    ),
    form(
        "age",
        ("#", *words.NUMBER_HEADS),
        rf"(?i:{NUMBER}-?\s?(?:year|month|week|day)s?[-\s]olds?)",
        readers.read_nothing,
    ),
    # 1 / 13; Resolution 2513
    form("number", ("#",), r"\d{1,3}\s+/\s+\d{1,3}", readers.read_nothing),
    form(
        "number",
        ("resolution", "resolutions", "res", "no", "flight", "article", "decree", "law", "order", "route", "highway"),
        r"(?:(?i:resolutions?|decree|flight|article|law|order|route|highway)|(?i:no|res)\.)\s+(?i:no\.?\s+|number\s+)?"
        r"\d{1,5}(?:\s*(?:,|and)\s*\d{3,5})*",
        readers.read_nothing,
    ),
)
