"""What a page states of its day. In: the day that htmldate found, the page. Out: the day, or its month, or nothing.

htmldate gives a day even where a page has only a month: the missing part is the first of its kind, or today's. So it
counts only where the page has it beside the greater parts, in figures or in English words.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from datetime import date

TH = r"(?:st|nd|rd|th)?"
APART = r"[\s,./-]{1,3}"


def published_words(found: str | None, fetched: date | None, markup: str) -> str | None:
    """`2021-03-18` or `2021-03`; None also for a day after the one on which the page was fetched."""
    if not found or (fetched and date.fromisoformat(found) > fetched):
        return None
    year, month, day = found.split("-")
    if _has(_day_forms(year, int(month), int(day)), markup):
        return found
    return f"{year}-{month}" if _has(_month_forms(year, int(month)), markup) else None


def _has(forms: tuple[str, ...], markup: str) -> bool:
    return any(re.search(rf"(?<!\d){form}(?!\d)", markup, re.IGNORECASE) for form in forms)


def _day_forms(year: str, month: int, day: int) -> tuple[str, ...]:
    """`2021-03-18`, `20210318`; `18/3/21`, `3/18/2021`; `18th of March, 2021`; `March 18, 2021`."""
    short = f"(?:{year[:2]})?{year[2:]}"
    return (
        rf"{year}\D?0?{month}\D?0?{day}",
        rf"0?{day}{APART}0?{month}{APART}{short}",
        rf"0?{month}{APART}0?{day}{APART}{short}",
        rf"0?{day}{TH}(?: of)?{APART}{month_abbr[month]}[a-z]*{APART}{year}",
        rf"{month_abbr[month]}[a-z]*{APART}0?{day}{TH}{APART}{year}",
    )


def _month_forms(year: str, month: int) -> tuple[str, ...]:
    """`2021-03`; `3/2021`; `March 2021`, also with a day that was read otherwise."""
    return (
        rf"{year}\D0?{month}",
        rf"0?{month}[/.-]{year}",
        rf"{month_abbr[month]}[a-z]*{APART}(?:\d\d?{TH}{APART})?{year}",
    )
