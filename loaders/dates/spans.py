"""Date phrases → `DateSpan` values: what `ArticleFacts.dates` keeps of them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.dates.direction import direction
from loaders.dates.phrase import DatePhrase
from loaders.dates.resolve import Interval, resolve
from loaders.facts import DateSpan, Day


def date_spans(text: str, phrases: Sequence[DatePhrase], anchor: Interval | Day | None) -> tuple[DateSpan, ...]:
    """Each phrase with its own days, both ends closed: "by May 1" spans May 1. Refused ones have none."""
    return tuple(
        DateSpan(
            one.start,
            one.stop,
            resolve(one, anchor, direction=direction(text, one), is_open=False),
            is_refused=one.is_refused,
        )
        for one in phrases
    )
