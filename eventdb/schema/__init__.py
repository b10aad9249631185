"""The schema of a database: in goes its URL, and tables, closed lists and views become those of this version.

folders     where migrations and SQL files lie, in a checkout and in a wheel
revisions   which tables a database has, and whether they are ours
statements  how SQL text is run
lists       the rows of the closed lists
views       the files of `sql/views`, made again after each migration
migrate     upgrade, downgrade, current, offline_sql
differences whether views still are those of the files
checks      what the data must not hold

The names below load on first use: Alembic takes half a second, which commands that only read need not pay.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventdb.schema.checks import Breach, breach_lines, run_checks
    from eventdb.schema.differences import drift
    from eventdb.schema.migrate import current, downgrade, offline_sql, upgrade

__all__ = ["Breach", "breach_lines", "current", "downgrade", "drift", "offline_sql", "run_checks", "upgrade"]

_HOMES = {"Breach": "checks", "breach_lines": "checks", "run_checks": "checks", "drift": "differences"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'migrate')}"), name)
