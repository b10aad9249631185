"""Tables and views brought to this version, or away: in goes the URL of a database, the database changes.

All of it is one transaction under an advisory lock, so that two processes which start together do it once, and a
failure leaves the database as it was. Never deletes an article or a decision, except in `downgrade`.
"""

from __future__ import annotations

from io import StringIO

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from eventdb.schema import views
from eventdb.schema.folders import folder
from eventdb.schema.revisions import require_ours, revision_of, revisions
from eventdb.session import connection

LOCK = 0x6576656E746462
"""The advisory lock of everybody who changes the schema: the letters of eventdb."""
PATIENCE = "60s"
"""Whoever waits to drop a view keeps new readers waiting; an old transaction left open must not do so to all."""


def upgrade(url: str, *, rebuild: bool = False) -> bool:
    """Bring tables, closed lists and views to this version; False if there was nothing to do.

    `rebuild` makes the views again even if their files have not changed, which repairs what `drift` finds. Raises
    SchemaError if the database is not ours or newer, DatabaseError if it cannot be reached.
    """
    with connection(url) as link:
        _lock(link)
        if require_ours(link) == revisions()[-1] and views.signature_of(link) == views.signature() and not rebuild:
            return False
        command.upgrade(_config(link), "head")
    return True


def downgrade(url: str, revision: str = "base") -> None:
    """Take migrations back to `revision`; `base` leaves nothing of eventdb, and no data."""
    with connection(url) as link:
        _lock(link)
        if require_ours(link) is not None:
            command.downgrade(_config(link), revision)


def current(url: str) -> str | None:
    """The revision of the database's tables; None if it has none of ours."""
    with connection(url) as link:
        return revision_of(link)


def offline_sql() -> str:
    """One script, from nothing to this version, for those who may not let a program change their database."""
    script = StringIO()
    config = _config(None)
    config.output_buffer = script
    command.upgrade(config, "head", sql=True)
    return script.getvalue()


def _lock(link: Connection) -> None:
    """Wait for others who change the schema; then wait for readers of views, but not for ever."""
    link.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    link.execute(text("select set_config('lock_timeout', :patience, true)"), {"patience": PATIENCE})


def _config(link: Connection | None) -> Config:
    """Alembic's settings, from code: the current folder does not matter."""
    config = Config(attributes={"connection": link})
    config.set_main_option("script_location", str(folder("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
