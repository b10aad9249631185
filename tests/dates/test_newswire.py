"""Sentences of agencies and business pages with the dates of each: as `date_spans` has them, and nothing else found."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.dates import date_spans, find_phrases
from loaders.facts import Day, Window
from tests.dates import drawn

LINES = [
    line
    for line in Path(__file__).with_name("newswire.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _spans(drawing: drawn.Drawing, reference: Window | None = None) -> tuple[tuple[str, str], ...]:
    text = drawing.sentence
    return tuple(
        (text[span.start : span.stop], "refused" if span.is_refused else drawn.shown(span.window))
        for span in date_spans(text, find_phrases(text), drawing.anchor, reference=reference)
    )


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_of_a_news_agency_holds_the_dates_that_are_drawn_in_it(line: str) -> None:
    drawing = drawn.read(line)
    assert _spans(drawing) == drawing.expected


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("1912-07-14", "?: In [September|1912-09-01..1912-09-30] the fort fell."),
        ("1912-07-14", "?: In [early June|1912-06-01..1912-06-10] the fort had been calm."),
        ("1912-07-14", "?: On [3 January|1913-01-03] the fort fell."),
        ("1912-01-01..1912-12-31", "?: On [3 December|1912-12-03] the fort fell."),
        ("1912-01-01..1912-12-31", "?: [Two years later|1914-01-01..1914-12-31] the fort fell."),
        ("1912-07-14", "?: It fell by [the end of the month|1912-07-21..1912-07-31]."),
        ("1912-07-14", "?: It fell [the next day|1912-07-15]; [a week later|1912-07-22..1912-07-28] so did the town."),
        ("1912-07-14", "1998-02-13: In [September|1997-09-01..1997-09-30] the fort fell."),
    ],
)
def test_a_history_counts_from_what_it_told_and_a_report_from_its_day(told: str, line: str) -> None:
    drawing = drawn.read(line)
    assert _spans(drawing, drawn.window(told)) == drawing.expected


def test_since_a_day_lasts_up_to_the_report_and_since_a_year_only_tells_when_it_began() -> None:
    for line in (
        "1998-02-13: Roads have been shut since [Tuesday|1998-02-10..1998-02-13].",
        "1998-02-13: Roads have been shut since [May 1994|1994-05-01..1994-05-31].",
    ):
        drawing = drawn.read(line)
        assert _spans(drawing) == drawing.expected


def test_what_comes_later_counts_from_a_day_that_the_text_has_told() -> None:
    text = "Two days later he fled."
    assert [span.window for span in date_spans(text, find_phrases(text), Day(1998, 2, 13))] == [None]
