"""Dates of histories of wars, one a row with its sentence and the value that it stands for: `wikiwars_dates.jsonl`.

In: the path of the file. Out: figures. Histories count from what they tell, never from the day of writing: a date
with its year needs nothing, all others count from the value of the row before them in the same text.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measures.figure import Figure
from loaders.dates import date_spans, find_phrases
from loaders.facts import DateSpan, Day, Window

Json = dict[str, Any]
_PLACE = re.compile(r"wikiwars:(?P<text>.+):(?P<offset>\d+)\Z")


def measure(path: Path) -> list[Figure]:
    """Shares of values that come out right: of dates with a year, of those that the narrative dates, and found."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    judged = [(row["gold"]["relative"], *verdict(row, reference)) for row, reference in with_references(rows)]
    explicit = [is_right for is_relative, _, is_right in judged if not is_relative]
    relative = [is_right for is_relative, _, is_right in judged if is_relative]
    found = [is_found for _, is_found, _ in judged]
    return [
        Figure("wikiwars explicit", _share(explicit), len(explicit), "dates with a year whose days are right", 0.95),
        Figure(
            "wikiwars by narrative", _share(relative), len(relative), "right when counted from the date before", None
        ),
        Figure("wikiwars found", _share(found), len(found), "dates found at all", None),
    ]


def with_references(rows: list[Json]) -> Iterator[tuple[Json, Window | None]]:
    """Each row with the days that the text spoke of before it; None at its beginning."""
    last: dict[str, Window] = {}
    for row in sorted(rows, key=_place):
        text = _place(row)[0]
        yield row, last.get(text)
        last[text] = Window(*days_of(row["gold"]["value"]), row["gold"]["granularity"])


def _place(row: Json) -> tuple[str, int]:
    match = _PLACE.match(row["id"])
    if match is None:
        raise ValueError(f"id is {row['id']!r}; wikiwars:TEXT:OFFSET would be right")
    return match["text"], int(match["offset"])


def verdict(row: Json, reference: Window | None) -> tuple[bool, bool]:
    """Whether the date is found, and whether its days are right."""
    spans = [span for span in spans_of(row, reference) if not span.is_refused and _overlaps(row, span)]
    days = days_of(row["gold"]["value"])
    return bool(spans), any(_is_right(span.window, days, row["gold"]["mod"]) for span in spans)


def spans_of(row: Json, reference: Window | None) -> tuple[DateSpan, ...]:
    """The dates of the row's sentence."""
    return date_spans(row["text"], find_phrases(row["text"]), None, reference=reference)


def _overlaps(row: Json, span: DateSpan) -> bool:
    words = row["gold"]["expression"]
    return any(
        span.start < match.end() and match.start() < span.stop
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", row["text"])
    )


def _is_right(window: Window | None, days: tuple[Day, Day], mod: str | None) -> bool:
    """Just the days; the early or late part of them; or a stretch of days that begins or ends with them."""
    if window is None or window.first is None or window.last is None:
        return False
    first, last = days
    if mod:
        return first <= window.first and window.last <= last
    is_end_of_stretch = window.is_lasting and (window.first == first or window.last == last)
    return (window.first, window.last) == days or is_end_of_stretch


def days_of(value: str) -> tuple[Day, Day]:
    """First and last day of "1941-07-03", "1941-07", "1941" or "194" (a decade)."""
    parts = [int(part) for part in value.split("-")]
    if len(value) == 3:
        return Day(parts[0] * 10, 1, 1), Day(parts[0] * 10 + 9, 12, 31)
    if len(parts) == 1:
        return Day(parts[0], 1, 1), Day(parts[0], 12, 31)
    if len(parts) == 2:
        return Day(parts[0], parts[1], 1), Day(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    day = Day(parts[0], parts[1], parts[2])
    return day, day


def _share(verdicts: list[bool]) -> float:
    return sum(verdicts) / len(verdicts) if verdicts else 0.0
