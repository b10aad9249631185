"""Feasts without a fixed day in the calendar: Easter and what counts from it, the fourth Thursday of November.

In goes a rule ("easter-2", "thursday 4 of 11", "monday -1 of 5") and a year, out comes a day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from loaders.dates import calendar
from loaders.dates.words import WEEKDAYS

RULE: Final = re.compile(
    rf"easter(?P<days>[+-]\d{{1,2}})?|(?P<weekday>{'|'.join(WEEKDAYS)}) (?P<nth>[1-4]|-1) of (?P<month>\d\d?)"
)


@cache
def feast_day(rule: str, year: int) -> date:
    """The day of a feast in a year. Raises ValueError for a rule that is none."""
    match = RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"rule is {rule!r}; easter-2 or thursday 4 of 11 would be right")
    if not match["weekday"]:
        return easter(year) + timedelta(days=int(match["days"] or 0))
    weekday, nth, month = WEEKDAYS[match["weekday"]], int(match["nth"]), int(match["month"])
    if nth < 0:
        last = calendar.month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, centuries = divmod(century, 4)
    lunar = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    fours, ones = divmod(rest, 4)
    sunday = (32 + 2 * centuries + 2 * fours - lunar - ones) % 7
    month, day = divmod(lunar + sunday - 7 * ((golden + 11 * lunar + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)
