"""Who decides, why, and when: every decision carries it, and so does taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from eventdb.errors import UsageError


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature; both words are needed, since a decision without them helps nobody a year later."""

    by: str
    why: str
    at: datetime

    def __post_init__(self) -> None:
        """Raise UsageError where a word is missing."""
        if not self.by.strip() or not self.why.strip():
            raise UsageError("a decision needs a name and a reason: --by NAME --why 'REASON'")
