"""eventdb: what news articles claim about events, kept in PostgreSQL with who says so.

    with eventdb.connect() as session:
        for event in eventdb.timeline(event_type="consult", session=session):
            print(event.label, eventdb.attendance(event, session=session))

connect, Session   a session of SQLAlchemy on the tables, whose classes are in `eventdb.models`
timeline, …        readers, which return rows of the views: `eventdb.readers` lists them
models             the tables as classes, with their relationships

All of it loads on first use, so `import eventdb` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventdb import models
    from eventdb.readers import (
        Rows,
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
    from eventdb.session import Session, connect

__all__ = [
    "Rows",
    "Session",
    "attendance",
    "casualties",
    "casualty_claims",
    "connect",
    "disagreements",
    "evidence",
    "models",
    "participations",
    "planned",
    "positions",
    "responsibilities",
    "search",
    "timeline",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "models":
        return import_module("eventdb.models")
    home = "session" if name in ("Session", "connect") else "readers"
    return getattr(import_module(f"eventdb.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
