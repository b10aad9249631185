"""Sentences with one date phrase, its anchor day and the days that it stands for: `date_phrases.jsonl`.

In: the path of the file, rows {anchor, sentence, phrase, from, to}; null days mean that the words are no date. Out:
figures. A phrase is right if the days found for it lie inside the days given; a row only if nothing else is a date.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from bench.measures.figure import Figure
from loaders.dates import date_spans, find_phrases
from loaders.dates.calendar import to_day
from loaders.facts import DateSpan, Window

Json = dict[str, Any]


def measure(path: Path) -> list[Figure]:
    """The share of rows that are right, and of dates found that are none."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    found = [_spans(row) for row in rows]
    right = sum(map(_is_right, rows, found))
    spurious = sum(len(_spurious(row, spans)) for row, spans in zip(rows, found, strict=True))
    dated = sum(1 for spans in found for span in spans if not span.is_refused)
    return [
        Figure("date phrases right", right / len(rows), len(rows), "found, dated right, and nothing else dated", 1.0),
        Figure(
            "date phrases spurious", spurious / max(dated, 1), dated, "dates found where none is, of all found", 0.0
        ),
    ]


def _spans(row: Json) -> tuple[DateSpan, ...]:
    text = row["sentence"]
    return date_spans(text, find_phrases(text), to_day(date.fromisoformat(row["anchor"])))


def _is_right(row: Json, spans: tuple[DateSpan, ...]) -> bool:
    if _spurious(row, spans):
        return False
    if row["from"] is None:
        return True
    days = (row["from"], row["to"])
    return any(_is_inside(span.window, days) for span in spans if _overlaps(row, span))


def _spurious(row: Json, spans: tuple[DateSpan, ...]) -> list[DateSpan]:
    """Dates where the row has none; other dates of a sentence that has several are not judged."""
    is_date = row["from"] is not None
    return [span for span in spans if not span.is_refused and not is_date]


def _overlaps(row: Json, span: DateSpan) -> bool:
    start: int = row["sentence"].index(row["phrase"])
    return span.start < start + len(row["phrase"]) and start < span.stop


def _is_inside(window: Window | None, days: tuple[str, str]) -> bool:
    if window is None or window.first is None or window.last is None:
        return False
    return days[0] <= window.first.iso() and window.last.iso() <= days[1]
