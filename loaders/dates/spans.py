"""Date phrases → `DateSpan` values: what `ArticleFacts.dates` keeps of them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.dates.narrative import told
from loaders.dates.phrase import DatePhrase
from loaders.dates.resolve import Interval
from loaders.facts import DateSpan, Day, Window


def date_spans(
    text: str, phrases: Sequence[DatePhrase], anchor: Interval | Day | None, *, reference: Window | None = None
) -> tuple[DateSpan, ...]:
    """Each phrase with its own days, both ends closed: "by May 1" spans May 1. Refused ones have none.

    `reference` is what was spoken of before the text begins: the date that "two days earlier" in it counts from.
    """
    return tuple(
        DateSpan(one.start, one.stop, window, is_refused=one.is_refused)
        for one, window in zip(phrases, told(text, phrases, anchor, reference), strict=True)
    )
