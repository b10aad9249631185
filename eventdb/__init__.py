"""eventdb: what news articles claim about events, kept in PostgreSQL with who says so."""

from __future__ import annotations

__version__ = "0.1.0"
