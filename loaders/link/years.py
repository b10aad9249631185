"""Days without a year → days with one, where another article tells of the same event and knows it.

In: events with their reports. Out: `dated`, the reports with the years that follow; `published_years`. Pure, and
independent of the order of reports. It never changes which reports are one event, and never guesses: where two other
articles give two years, there is none.

An article without a year takes it from an event that lies within a quarter of its day of publication: what it plans
lies ahead of it, all else behind. From then on its other days without a year have one, too.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ..facts import Day
from .grounds import QUARTER
from .names import Named
from .reports import Report
from .windows import as_date, has_year

SLACK = 31  # days; a day of publication is an interval, of which `Report.told` is the end
NEARBY = (-1, 0, 1)


def published_years(events: Iterable[Named]) -> dict[int, int]:
    """Article → year of the last day on which it may have been published, where that day has none of its own."""
    found: dict[int, set[int]] = defaultdict(set)
    for report, hint in hints(events):
        found[report.article_id].add(hint)
    return {article_id: year for article_id, years in found.items() if (year := agreed(years))}


def hints(events: Iterable[Named]) -> Iterator[tuple[Report, int]]:
    """Reports of articles without a year, with the year of publication that follows from their event."""
    for event in events:
        for report in event.reports:
            if is_without_year(report) and (day := _known(report.last or report.first, event.reports)):
                year = _year_told(report, day)
                if year:
                    yield report, year


def agreed(years: Collection[int]) -> int | None:
    """The year that all hints give."""
    return min(years) if len(set(years)) == 1 else None


def is_without_year(report: Report) -> bool:
    """Whether the day of publication is known, but not its year."""
    return report.told is not None and not has_year(report.told)


def dated(event: Named, years: Mapping[int, int]) -> Named:
    """The event with the years of its reports filled in, where they are known."""
    reports = frozenset(_dated(report, event.reports, years.get(report.article_id)) for report in event.reports)
    return replace(event, reports=reports)


def lacks_year(report: Report) -> bool:
    """Whether the article, or one of the days of the report, has no year."""
    return any(day is not None and not has_year(day) for day in (report.told, report.first, report.last, report.end))


def _dated(report: Report, others: Collection[Report], year: int | None) -> Report:
    if not lacks_year(report):
        return report
    told = _in_year(report.told, year)
    first = report.first and (_known(report.first, others) or _by_publication(report, report.first, told))
    last = report.last and (_after(report.last, first) or _known(report.last, others))
    last = last or (report.last and _by_publication(report, report.last, told))
    end = report.end and (_after(report.end, last or first) or _by_publication(report, report.end, told))
    return replace(report, told=told or report.told, first=first, last=last, end=end)


def _known(day: Day | None, others: Collection[Report]) -> Day | None:
    """The day with the year in which all others of the event have theirs; itself where it has one."""
    if day is None or has_year(day):
        return day
    theirs = [other.last or other.first for other in others]
    found = {near for each in theirs if each and has_year(each) and (near := _nearest(day, each))}
    return found.pop() if len(found) == 1 else None


def _nearest(day: Day, other: Day) -> Day | None:
    """The day in the year that brings it nearest to another."""
    dated = [found for step in NEARBY if (found := _in_year(day, other.year + step))]
    return min(dated, key=lambda each: abs((as_date(each) - as_date(other)).days), default=None)


def _year_told(report: Report, day: Day) -> int | None:
    """The year that puts the article's day of publication before what it plans, or after what it tells."""
    ahead = report.status == "planned"
    for step in NEARBY:
        told = _in_year(report.told, day.year + step)
        if told and not (report.since and told < report.since):
            apart = (as_date(day) - as_date(told)).days * (1 if ahead else -1)
            if -SLACK <= apart <= QUARTER:
                return told.year
    return None


def _by_publication(report: Report, day: Day, told: Day | None) -> Day:
    """The day in the next year that fits a plan, or the last one that fits what has been; as it is if none is known."""
    if has_year(day) or told is None:
        return day
    candidates = [found for step in NEARBY if (found := _in_year(day, told.year + step))]
    if report.status == "planned":
        ahead = [each for each in candidates if (as_date(told) - as_date(each)).days <= SLACK]
        return min(ahead, default=day)
    return max((each for each in candidates if each <= told), default=day)


def _after(day: Day, first: Day | None) -> Day | None:
    """The first such day that does not lie before another one, which has a year."""
    if has_year(day) or first is None or not has_year(first):
        return day if has_year(day) else None
    same = _in_year(day, first.year)
    return same if same and same >= first else _in_year(day, first.year + 1)


def _in_year(day: Day | None, year: int | None) -> Day | None:
    """The day in that year, unless it has none such (29 February)."""
    if day is None or not year or has_year(day):
        return day if day and has_year(day) else None
    return Day(year, day.month, day.day) if day.day <= monthrange(year, day.month)[1] else None
