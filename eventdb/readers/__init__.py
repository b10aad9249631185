"""Readers: questions as Python functions, whose answers are typed rows and turn into frames.

    with eventdb.connect() as session:
        for row in eventdb.attendance(event, session=session):
            print(row.actor, row.latest_position)
        frame = eventdb.casualties(event, rule="ucdp", session=session).to_pandas()

rows      one class a view
sequence  `Rows`, which a reader returns
asking    the readers

An `event` is an id, or anything that has an `event_id`: a row, or `eventdb.models.Event`; an id that was merged away
means the event that stands for it. A reader without a `session` opens one for itself, by the settings. Nothing here
writes.
"""

from __future__ import annotations

from eventdb.readers.asking import (
    attendance,
    casualties,
    casualty_claims,
    disagreements,
    evidence,
    participations,
    planned,
    positions,
    responsibilities,
    search,
    timeline,
)
from eventdb.readers.sequence import Rows

__all__ = [
    "Rows",
    "attendance",
    "casualties",
    "casualty_claims",
    "disagreements",
    "evidence",
    "participations",
    "planned",
    "positions",
    "responsibilities",
    "search",
    "timeline",
]
