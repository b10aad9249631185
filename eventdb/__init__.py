"""eventdb: what news articles claim about events, kept in PostgreSQL with who says so.

    with eventdb.connect() as session:
        for event in session.scalars(select(Event)):  # from eventdb.models
            print(event.label, [report.article.title for report in event.reports])

`connect` loads on first use, so `import eventdb` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventdb.session import Session, connect

__all__ = ["Session", "connect"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from eventdb import session

    return getattr(session, name)
