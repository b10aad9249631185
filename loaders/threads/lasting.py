"""How long an event lasts by its words: a window and words go in, a window with first and last day comes out.

"A two-day summit from Monday" ends on Tuesday; "clashed for a third day on Tuesday" began on Sunday. Only a single day
is stretched, and only one whose year and month the calendar can count.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from loaders.facts import Day, Window

COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
LONG = re.compile(rf"\b({'|'.join(COUNTS)}|\d{{1,2}})[- ]day\b", re.I)
NTH = re.compile(
    rf"\bfor (?:an?|the|its|their) ({'|'.join(ORDINALS)}) (?:(?:straight|consecutive|successive|full|running) )?"
    r"(?:day|night)\b",
    re.I,
)
LEAP_YEAR = 2000
"""A day without a year is counted in this one, which has all days."""
ENDED = re.compile(r"\b(?:end(?:s|ed|ing)?|conclud\w+|wrap\w*|wound up|clos(?:e[sd]?|ing)|finish\w*|last day)\b", re.I)


def by_its_length(window: Window, words: str, sentence: str) -> Window:
    """The days of "a two-day summit": from the day on, or up to it where the sentence tells that it ended."""
    match = LONG.search(words)
    first = _single(window)
    if match is None or first is None:
        return window
    days = timedelta(days=COUNTS.get(match[1].lower()) or int(match[1])) - timedelta(days=1)
    if ENDED.search(sentence):
        return replace(window, first=_day(first - days, window), is_lasting=True)
    return replace(window, last=_day(first + days, window), is_lasting=True)


def by_its_turn(window: Window, sentence: str, *, is_over: bool) -> Window:
    """The days of what goes on "for a third day"; open at its end unless it is over."""
    match, day = NTH.search(sentence), _single(window)
    if match is None or day is None:
        return window
    first = _day(day - timedelta(days=ORDINALS[match[1].lower()] - 1), window)
    return replace(window, first=first, last=window.last if is_over else None, is_lasting=True)


def _single(window: Window) -> date | None:
    """The day of a window that is one day, or that only begins on one."""
    if window.first is None or window.precision != "day" or window.last not in (None, window.first):
        return None
    return date(window.first.year or LEAP_YEAR, window.first.month, window.first.day)


def _day(day: date, window: Window) -> Day:
    return Day(day.year if window.first and window.first.year else 0, day.month, day.day)
