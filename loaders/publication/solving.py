"""Evidence → the interval of publication: yearless days laid on the circle of a year, then the year that fits.

In go bounds, out comes `Published`. Where bounds contradict each other, the interval spans them; where several
years fit, none is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from loaders.dates.calendar import month_end, to_day
from loaders.facts import Day, Published
from loaders.publication.evidence import Evidence, Point

Bounds = tuple[date | None, date | None]
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=6)
_HALF_YEAR: Final = timedelta(days=183)
_UNKNOWN: Final = Published(None, None, "unknown")
_COMMON_YEAR: Final = 2001
_YEARS_AFTER: Final = 2
# Beyond these years a text without any bound is not searched for a fitting one.
_EARLIEST, _LATEST = 1945, 2080


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch of the year, from one (month, day) to another, both included; it may run over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]

    def in_year(self, year: int) -> tuple[date, date]:
        """The stretch that begins in a year."""
        return _fitted(year, self.first), _fitted(year + (self.last < self.first), self.last)


def _fitted(year: int, day: tuple[int, int]) -> date:
    return min(date(year, day[0], 1) + timedelta(days=day[1] - 1), month_end(year, day[0]))


def solve(evidence: Evidence, terms: Sequence[Bounds]) -> Published:
    """The interval that all evidence allows."""
    bounds = _bounds(evidence)
    arc = arc_of(evidence)
    if arc is not None:
        return _dated(arc, evidence, bounds, _within_terms(bounds, terms))
    held = _within_terms(bounds, terms)
    if bounds[0] and bounds[1]:
        found = _published(*_narrowed(evidence, _by_points(evidence, (bounds[0], bounds[1]))))
        return replace(found, basis="metadata") if bounds == evidence.known else found
    if bounds[0] and evidence.is_lower_exact:
        return _published(*_narrowed(evidence, bounds))
    if held[0] and held[1] and terms:
        return _published(*held)
    return _half_open(evidence)


def _published(first: date | None, last: date | None) -> Published:
    return Published(to_day(first) if first else None, to_day(last) if last else None, "text")


def _bounds(evidence: Evidence) -> Bounds:
    """Lower and upper bound; if they contradict each other, what spans both. A copyright year closes an open end."""
    lower, upper = evidence.lower, evidence.upper
    if evidence.known:
        lower, upper = evidence.known
    if lower and upper and upper < lower:
        if (lower - upper).days == 1:  # planned for the day of which something is reported: of that very day
            return lower, lower
        lower, upper = upper, lower
    if evidence.copyright_year and upper is None:
        closing = date(evidence.copyright_year, 12, 31)
        if lower is None or lower <= closing:
            return lower or date(evidence.copyright_year, 1, 1), closing
    return lower, upper


def _by_points(evidence: Evidence, bounds: tuple[date, date]) -> tuple[date, date]:
    """Bounds of less than a year narrowed by the days without a year that lie between them."""
    lower, upper = bounds
    if (upper - lower).days > 365:
        return bounds
    for point in evidence.points:
        inside = [
            day
            for year in range(lower.year, upper.year + 1)
            if lower <= (day := _fitted(year, (point.month, point.day))) <= upper
        ]
        if point.is_exact and len(inside) == 1:
            lower = lower if point.is_ahead else max(lower, inside[0])
            upper = max(lower, inside[0] - _DAY) if point.is_ahead and not point.may_be_today else upper
    return lower, upper


def _narrowed(evidence: Evidence, bounds: Bounds) -> Bounds:
    """A bare weekday is within the last seven days: that of the newest dated day bounds the article to a week."""
    lower, upper = bounds
    if lower and evidence.is_lower_exact and lower == evidence.lower and lower.weekday() in evidence.weekdays:
        return lower, min(upper or date.max, lower + _WEEK, *_before_announced(evidence, lower))
    return bounds


def _before_announced(evidence: Evidence, lower: date) -> Iterator[date]:
    """News is reported at once: a weekday announced without more is the next one after what is reported."""
    return (lower + timedelta(days=(weekday - lower.weekday() - 1) % 7) for weekday in evidence.weekdays_ahead)


def _within_terms(bounds: Bounds, terms: Sequence[Bounds]) -> Bounds:
    """The bounds narrowed by terms of office; terms that contradict them, or each other, say nothing."""
    lower = max((day for day in (bounds[0], *(term[0] for term in terms)) if day), default=None)
    upper = min((day for day in (bounds[1], *(term[1] for term in terms)) if day), default=None)
    return bounds if lower and upper and lower > upper else (lower, upper)


def arc_of(evidence: Evidence) -> Arc | None:
    """Between the newest past day and the nearest announced one, if the circle of the year has one such gap."""
    if evidence.dateline is not None:
        day = (evidence.dateline.month, evidence.dateline.day)
        return Arc(day, day)
    points = evidence.points
    gaps = _gaps(points)
    if len(gaps) != 1:
        gaps = _gaps(tuple(point for point in points if point.is_exact))
    if len(gaps) == 1:
        return _between(*gaps[0])
    return _month_before(evidence)


def _gaps(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    circle = sorted(set(points), key=lambda point: (point.month, point.day, point.is_ahead))
    following = circle[1:] + circle[:1]
    return [(one, other) for one, other in zip(circle, following, strict=True) if not one.is_ahead and other.is_ahead]


def _between(past: Point, ahead: Point) -> Arc:
    first, last = (past.month, past.day), (ahead.month, ahead.day)
    if first != last and not ahead.may_be_today:
        before = _fitted(_COMMON_YEAR, last) - _DAY
        last = (before.month, before.day)
    return Arc(first, last)


def _month_before(evidence: Evidence) -> Arc | None:
    """ "Next month", and the only day announced is in a month that has a name: the article is of the month before."""
    months = {point.month for point in evidence.points if point.is_ahead and point.is_exact}
    if not evidence.is_next_month or len(months) != 1 or any(not point.is_ahead for point in evidence.points):
        return None
    month = (months.pop() - 2) % 12 + 1
    return Arc((month, 1), (month, month_end(_COMMON_YEAR, month).day))


def _dated(arc: Arc, evidence: Evidence, bounds: Bounds, held: Bounds) -> Published:
    basis = "byline" if evidence.dateline is not None else "text"
    year = _year(arc, evidence, bounds, held)
    if year is None:
        return Published(Day(0, *arc.first), Day(0, *arc.last), basis)
    first, last = arc.in_year(year)
    if bounds[0] and first < bounds[0] <= last:
        first = bounds[0]
    if bounds[1] and first <= bounds[1] < last:
        last = bounds[1]
    return replace(_published(*_narrowed_by_weekday(evidence, first, last)), basis=basis)


def _narrowed_by_weekday(evidence: Evidence, first: date, last: date) -> tuple[date, date]:
    """As `_narrowed`, for the newest past day whose year has just been found."""
    exact = any((point.month, point.day) == (first.month, first.day) and point.is_exact for point in evidence.points)
    if exact and first.weekday() in evidence.weekdays:
        return first, min(last, first + _WEEK)
    return first, last


def _year(arc: Arc, evidence: Evidence, bounds: Bounds, held: Bounds) -> int | None:
    years = _fitting(arc, held, evidence)
    if len(years) == 1 and (held[0] or held[1] or evidence.fixed_weekdays):
        return years[0]
    if (year := _year_of_lead(arc, evidence, years)) is not None:
        return year
    if evidence.linked_year is not None:
        # A month that needs its year is not of this year: the first that fits comes after it.
        later = [year for year in years if year > evidence.linked_year]
        return min(later, default=None)
    if evidence.is_lower_exact and bounds[0] and years:
        return min(years) if min(years) - bounds[0].year <= 1 else None
    if evidence.copyright_year in years:
        return evidence.copyright_year
    return None


def _year_of_lead(arc: Arc, evidence: Evidence, years: Sequence[int]) -> int | None:
    """The year in which the dateline's day is the first weekday told, of the three that begin with the newest year."""
    if evidence.dateline is None or evidence.lead_weekday is None or evidence.lower is None:
        return None
    near = (year for year in years if 0 <= year - evidence.lower.year <= _YEARS_AFTER)
    fitting = [year for year in near if arc.in_year(year)[0].weekday() == evidence.lead_weekday]
    return fitting[0] if len(fitting) == 1 else None


def _fitting(arc: Arc, held: Bounds, evidence: Evidence) -> list[int]:
    """All years in which the arc lies within the bounds and every named weekday falls on its day."""
    earliest = held[0].year - 1 if held[0] else _EARLIEST
    latest = held[1].year + 1 if held[1] else _LATEST
    return [
        year
        for year in range(earliest, latest + 1)
        if _meets(arc.in_year(year), held) and all(_falls_on(year, arc, *one) for one in evidence.fixed_weekdays)
    ]


def _meets(days: tuple[date, date], held: Bounds) -> bool:
    return (held[0] is None or days[1] >= held[0]) and (held[1] is None or days[0] <= held[1])


def _falls_on(year: int, arc: Arc, month: int, day: int, weekday: int) -> bool:
    """Whether a day near the arc is that weekday in the year of the arc."""
    first = arc.in_year(year)[0]
    near = min(
        (_fitted(one, (month, day)) for one in (year - 1, year, year + 1)), key=lambda one: abs((one - first).days)
    )
    return near.weekday() == weekday


def _half_open(evidence: Evidence) -> Published:
    """One bound without a year: after the newest day past, or before the only one announced."""
    exact = sorted({point for point in evidence.points if point.is_exact}, key=lambda point: (point.month, point.day))
    ahead = [point for point in exact if point.is_ahead]
    newest = _newest_on_circle([_fitted(_COMMON_YEAR, (point.month, point.day)) for point in exact])
    if newest is not None and not ahead:
        return Published(Day(0, newest.month, newest.day), None, "text")
    if len(ahead) == len(exact) == 1:
        before = _fitted(_COMMON_YEAR, (ahead[0].month, ahead[0].day)) - _DAY
        return Published(None, Day(0, before.month, before.day), "text")
    return _UNKNOWN


def _newest_on_circle(days: Sequence[date]) -> date | None:
    """Past days of one story lie close together: the newest stands before a gap of half a year, if there is one."""
    following = [*days[1:], *(day.replace(year=day.year + 1) for day in days[:1])]
    gaps = [one for one, other in zip(days, following, strict=True) if other - one > _HALF_YEAR]
    return gaps[0] if len(gaps) == 1 else None
