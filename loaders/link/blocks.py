"""What reports must have in common to be compared at all: two that can agree share one of these keys.

In: a `Report`. Out: `BlockKey`s. Pure. None has a year, for some texts lack it; so what is new is compared with what
happened there, or to those parties, in the same month of any year, and with nothing else.

("day", family, country, month, day) · ("there", family, place, month) · ("land", kind, country, month) ·
("target", family, person) · ("toll", family, month, toll) ·
("guest", kind, country, party, month) · ("pair", kind, month, two parties) · ("rare", kind, place, party) ·
("year", kind, place, year) · ("figures", family, tolls, month of the article) · ("due", kind, month) ·
("deal", kind, two parties) · ("process", kind, two parties, quarter) · ("plan", kind, country, party, quarter)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import Any

from ..facts import Day
from .grounds import GOING_ON, LONGEST_MONTH, NEWS, ONLY_BY_ACTORS, PERSONAL, RARE, RECURRING, SELDOM
from .likeness import COUNTRY_ONLY, FEW, guests, number_of
from .reports import Report
from .windows import as_date, is_dated, is_due, is_whole_year, length

BlockKey = tuple[Any, ...]


def block_keys(report: Report) -> Iterator[BlockKey]:
    """The keys of a report."""
    pairs = list(combinations(sorted(report.parties), 2))
    if is_due(report) and report.last:
        yield "due", report.type, report.last.month
    if report.first and report.last:
        yield from _dated_keys(report, report.first, report.last, pairs)
    elif not is_dated(report) and report.told and _has_town(report):
        months = _news_months(report.told)
        yield from (("there", report.family, place, month) for place in _places(report) for month in months)
    if report.told and report.tolls and length(report) > LONGEST_MONTH:
        figures = " ".join(sorted(report.tolls))
        yield from (("figures", report.family, figures, month) for month in _news_months(report.told))
    yield from (("target", report.family, each) for each in sorted(report.targets) if report.family in PERSONAL)
    if report.family in SELDOM:
        yield from (("deal", report.type, *pair) for pair in pairs)
    if report.family == "consult":
        yield from _told_keys(report, pairs)


def _dated_keys(report: Report, first: Day, last: Day, pairs: list[tuple[str, str]]) -> Iterator[BlockKey]:
    if report.country and report.family not in ONLY_BY_ACTORS:
        for day in {first, last}:
            yield "day", report.family, report.country, day.month, day.day
    if is_whole_year(report) and report.place_id is not None:
        yield "year", report.type, report.place_id, first.year
    if report.type in RARE and report.place_name:
        parties = guests(report) or {""}
        yield from (("rare", report.type, place, party) for place in _places(report) for party in parties)
    for month in {first.month, last.month}:
        yield from (("pair", report.type, month, *pair) for pair in pairs)
        if length(report) <= LONGEST_MONTH:
            yield from _month_keys(report, month)


def _month_keys(report: Report, month: int) -> Iterator[BlockKey]:
    if _has_town(report) or report.family == "vote":
        yield from (("there", report.family, place, month) for place in _places(report))
    if report.type in RARE and report.country:
        yield "land", report.type, report.country, month
    yield from (("toll", report.family, month, toll) for toll in report.tolls if number_of(toll) >= FEW)
    if report.country and report.family not in RECURRING:
        yield from (("guest", report.type, report.country, party, month) for party in guests(report))


def _told_keys(report: Report, pairs: list[tuple[str, str]]) -> Iterator[BlockKey]:
    """Keys of what is known only as of the day of an article: two articles of 92 days share a quarter of the year."""
    for quarter in _quarters(report):
        if report.status in GOING_ON:
            yield from (("process", report.type, *pair, quarter) for pair in pairs)
        if report.status == "planned" and report.country:
            yield from (("plan", report.type, report.country, party, quarter) for party in sorted(report.parties))


def _quarters(report: Report) -> tuple[int, ...]:
    if report.told is None:
        return ()
    quarter = (report.told.month - 1) // 3
    return quarter, (quarter + 1) % 4


def _news_months(told: Day) -> set[int]:
    day = as_date(told, yearless=told.year == 0)
    return {day.month, (day - timedelta(days=NEWS)).month}


def _has_town(report: Report) -> bool:
    return report.place_name is not None and report.place_precision != COUNTRY_ONLY


def _places(report: Report) -> set[str]:
    """Its key, and its name, for another text may not tell which place of that name it means."""
    return {str(report.place_id or report.place_name), str(report.place_name)}
