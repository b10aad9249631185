"""The reports of an event → its row: kind, status, label, days, place. All of it can be derived again at any time.

In: a group of reports. Out: a row of `event` as a dict of columns. Pure, and independent of the order of reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Any

from eventdb.models.codes import EVENT_TYPES

from ..facts import Day
from .names import Named
from .reports import Report
from .windows import MONTH_PRECISION, bounds, has_year, is_closed, length

Row = dict[str, Any]

LABELS = {entry.code: entry.label.lower() for entry in EVENT_TYPES}
ORDER = {entry.code: number for number, entry in enumerate(EVENT_TYPES)}
# Where two reports are equally new, what has come true outweighs what was only planned.
STATUSES = ("occurred", "ongoing", "stalled", "cancelled", "rejected", "planned")
LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4))  # days in a window → UCDP's date_prec; longer is 5
NEVER = Day(0, 1, 1)


def event_row(event: Named) -> Row:
    """The row of `event` for a group of reports."""
    reports = sorted(event.reports, key=lambda report: report.report_id)
    kind, place, days = _kind(reports), _place(reports), _days(reports)
    return {
        "event_id": event.event_id,
        "type_code": kind,
        "status_code": _status(reports),
        "label": _label(kind, place, days, reports),
        "merged_into_id": None,
        **days,
        **place,
    }


def _kind(reports: Collection[Report]) -> str:
    """The kind that most reports give; a named kind before "other"; else the first of the list."""
    counts = Counter(report.type for report in reports)
    return min(counts, key=lambda kind: (kind.endswith("other"), -counts[kind], ORDER[kind]))


def _status(reports: Collection[Report]) -> str:
    """The latest report's status; a plan never outweighs what another report tells of the event itself."""
    told = [report for report in reports if report.status != "planned"] or list(reports)
    newest = max((report.told or NEVER) for report in told)
    latest = {report.status for report in told if (report.told or NEVER) == newest}
    return next(status for status in STATUSES if status in latest)


def _place(reports: Collection[Report]) -> Row:
    """The most exact place; of equally exact ones the one that most reports name."""
    placed = [report for report in reports if report.place_name is not None]
    if not placed:
        return {"place_id": None, "place_name": None, "country_code": None, "place_precision_code": None}
    counts = Counter((report.place_id, report.place_name) for report in placed)
    best = min(placed, key=lambda report: _exactness(report, counts[report.place_id, report.place_name]))
    return {
        "place_id": best.place_id,
        "place_name": best.place_name,
        "country_code": best.country,
        "place_precision_code": best.place_precision,
    }


def _exactness(report: Report, namings: int) -> tuple[int, bool, int, str]:
    return report.place_precision or 9, report.place_id is None, -namings, report.place_name or ""


def _days(reports: Collection[Report]) -> Row:
    """The days that all dated reports have in common; where they have none, those of the most exact report."""
    dated = [report for report in reports if report.first is not None or report.last is not None]
    if not dated:
        return _day_columns(None, None, None, None)
    counts = Counter((report.first, report.last) for report in dated)
    best = min(dated, key=lambda report: _vagueness(report, counts[report.first, report.last]))
    end = best.end if best.is_lasting else None
    common = _in_common([report for report in dated if is_closed(report) and has_year(report.last)])
    if common and has_year(best.last):
        first, last = (Day(day.year, day.month, day.day) for day in common)
        return _day_columns(first, last, None if best.is_lasting and end is None else end or last, _grade(common))
    return _day_columns(best.first, best.last, best.end, best.date_precision)


def _vagueness(report: Report, tellers: int) -> tuple[bool, bool, int, bool, int, int]:
    """What is worse about a report's days: no year, no first day, a long window, a month for a deadline."""
    by_month = report.first is None and report.date_precision == MONTH_PRECISION
    return not has_year(report.last), not is_closed(report), length(report), by_month, -tellers, report.report_id


def _in_common(dated: Collection[Report]) -> tuple[date, date] | None:
    windows = [bounds(report) for report in dated]
    if not windows:
        return None
    first, last = max(window[0] for window in windows), min(window[1] for window in windows)
    return (first, last) if first <= last else None


def _grade(window: tuple[date, date]) -> int:
    days = (window[1] - window[0]).days + 1
    return next((grade for most, grade in LONGEST if days <= most), 5)


def _day_columns(first: Day | None, last: Day | None, end: Day | None, grade: int | None) -> Row:
    columns: Row = {"date_precision_code": grade}
    for column, day in (("starts_from", first), ("starts_to", last), ("ends_to", end)):
        columns[column] = date(day.year, day.month, day.day) if day and day.year else None
        columns[f"{column}_yearless"] = day.iso() if day and not day.year else None
    return columns


def _label(kind: str, place: Row, days: Row, reports: Collection[Report]) -> str:
    """`conference, Moscow, 2021-03-18`; without a place, who took part."""
    where = place["place_name"] or " and ".join(_names(reports)[:2])
    return ", ".join(part for part in (LABELS[kind], where, _when(days)) if part)


def _names(reports: Collection[Report]) -> list[str]:
    """Names of actors, those that most reports have first."""
    counts = Counter(name for report in reports for name in report.actor_names)
    return sorted(counts, key=lambda name: (-counts[name], name))


def _when(days: Row) -> str:
    first, last = (str(days[column] or days[f"{column}_yearless"] or "") for column in ("starts_from", "starts_to"))
    if not first:
        return f"by {last}" if last else ""
    if first == last or not last:
        return first
    shared = {4: 7, 5: 4}.get(days["date_precision_code"], 0) if days["starts_from"] else 0
    return first[:shared] if shared and first[:shared] == last[:shared] else f"{first} to {last}"
