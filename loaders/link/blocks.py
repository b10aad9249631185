"""What reports must have in common to be compared at all: two that can agree share one of these keys.

In: a `Report`. Out: `BlockKey`s, each with the year of its days. Pure. Two keys meet in one year, and where one text
lacks the year (0), in any; so what is new is compared with what happened there, or to those parties, in the same month,
and with nothing else.

("day", family, country, month, day) · ("there", family, place, month) · ("land", kind, country, month) ·
("target", family, person) · ("toll", family, month, toll) ·
("guest", kind, country, party, month) · ("pair", kind, month, two parties) · ("rare", kind, place, party) ·
("year", kind, place, year) · ("figures", family, tolls, month of the article) · ("due", kind, month) ·
("deal", kind, two parties) · ("process", kind, two parties, quarter) · ("plan", kind, country, party, quarter)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, product
from typing import Any

from ..facts import Day
from .grounds import GOING_ON, LONGEST_MONTH, NEWS, ONLY_BY_ACTORS, PERSONAL, RARE, RECURRING, SELDOM
from .likeness import COUNTRY_ONLY, FEW, guests, number_of
from .reports import Report
from .windows import as_date, is_dated, is_due, is_whole_year, length

BlockKey = tuple[Any, ...]
Keyed = tuple[BlockKey, int]
ANY = 0


def block_keys(report: Report) -> Iterator[Keyed]:
    """The keys of a report, with their years."""
    pairs = list(combinations(sorted(report.parties), 2))
    if is_due(report) and report.last:
        yield ("due", report.type, report.last.month), report.last.year
    if report.first and report.last:
        yield from _dated_keys(report, report.first, report.last, pairs)
    elif not is_dated(report) and report.told and _has_town(report):
        met = product(_places(report), _news_months(report.told))
        yield from ((("there", report.family, place, month), year) for place, (month, year) in met)
    if report.told and report.tolls and length(report) > LONGEST_MONTH:
        figures = " ".join(sorted(report.tolls))
        yield from ((("figures", report.family, figures, month), year) for month, year in _news_months(report.told))
    if report.family in PERSONAL:
        yield from ((("target", report.family, each), ANY) for each in sorted(report.targets))
    if report.family in SELDOM:
        yield from ((("deal", report.type, *pair), ANY) for pair in pairs)
    if report.family == "consult":
        yield from _told_keys(report, pairs)


def _dated_keys(report: Report, first: Day, last: Day, pairs: list[tuple[str, str]]) -> Iterator[Keyed]:
    if report.country and report.family not in ONLY_BY_ACTORS:
        for day in {first, last}:
            yield ("day", report.family, report.country, day.month, day.day), day.year
    if is_whole_year(report) and report.place_id is not None:
        yield ("year", report.type, report.place_id, first.year), first.year
    if report.type in RARE and report.place_name:
        parties = guests(report) or {""}
        met = product(_places(report), parties, _years(report))
        yield from ((("rare", report.type, place, party), year) for place, party, year in met)
    for month, year in {(first.month, first.year), (last.month, last.year)}:
        yield from ((("pair", report.type, month, *pair), year) for pair in pairs)
        if length(report) <= LONGEST_MONTH:
            yield from ((key, year) for key in _month_keys(report, month))


def _years(report: Report) -> set[int]:
    """The years of its days: all of them, for a window of a year or less has no other."""
    return {day.year for day in (report.first, report.last) if day}


def _month_keys(report: Report, month: int) -> Iterator[BlockKey]:
    if _has_town(report) or report.family == "vote":
        yield from (("there", report.family, place, month) for place in _places(report))
    if report.type in RARE and report.country:
        yield "land", report.type, report.country, month
    yield from (("toll", report.family, month, toll) for toll in report.tolls if number_of(toll) >= FEW)
    if report.country and report.family not in RECURRING:
        yield from (("guest", report.type, report.country, party, month) for party in guests(report))


def _told_keys(report: Report, pairs: list[tuple[str, str]]) -> Iterator[Keyed]:
    """Keys of what is known only as of the day of an article: two articles of 92 days share a quarter of the year."""
    for quarter, year in _quarters(report):
        if report.status in GOING_ON:
            yield from ((("process", report.type, *pair, quarter), year) for pair in pairs)
        if report.status == "planned" and report.country:
            parties = sorted(report.parties)
            yield from ((("plan", report.type, report.country, party, quarter), year) for party in parties)


def _quarters(report: Report) -> tuple[tuple[int, int], ...]:
    told = report.told
    if told is None:
        return ()
    quarter = (told.month - 1) // 3
    return (quarter, told.year), ((quarter + 1) % 4, told.year + 1 if told.year and quarter == 3 else told.year)


def _news_months(told: Day) -> set[tuple[int, int]]:
    day = as_date(told, yearless=told.year == 0)
    before = day - timedelta(days=NEWS)
    return {(each.month, each.year if told.year else ANY) for each in (day, before)}


def _has_town(report: Report) -> bool:
    return report.place_name is not None and report.place_precision != COUNTRY_ONLY


def _places(report: Report) -> set[str]:
    """Its key, and its name, for another text may not tell which place of that name it means."""
    return {str(report.place_id or report.place_name), str(report.place_name)}
