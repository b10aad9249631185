"""How Alembic runs here: on the connection that `eventdb.schema` hands over, or into a script when there is none.

Around the migrations the views are dropped and made again, and the closed lists filled: at head only, since the files
are those of this version. Taken back to base, nothing is left.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from eventdb.models import SCHEMA, Base
from eventdb.schema import lists, views
from eventdb.schema.revisions import revisions
from eventdb.schema.statements import on, runner

COMMENT = "What articles claim, and the events that are made of it"
OPTIONS = {"target_metadata": Base.metadata, "version_table_schema": SCHEMA, "include_schemas": True}


def migrate(connection: Connection) -> None:
    """Migrate the database on this connection, in the transaction that it is in."""
    context.configure(connection=connection, **OPTIONS)
    run = on(connection)
    views.act_as_owner(connection)
    grants = views.drop(connection)
    run(f"create schema if not exists {SCHEMA}; comment on schema {SCHEMA} is '{COMMENT}';")
    context.run_migrations()
    reached = context.get_context().get_current_revision()
    if reached is None:
        run(f"drop schema {SCHEMA} cascade; drop schema if exists {views.SCHEMA} cascade;")
    elif reached == revisions()[-1]:
        lists.fill(run)
        views.create(run)
        views.repeat(connection, grants)


def write() -> None:
    """Write the script that does the same to an empty database."""
    context.configure(dialect_name="postgresql", **OPTIONS)
    run = runner(context.get_context())
    with context.begin_transaction():
        run(f"create schema {SCHEMA}; comment on schema {SCHEMA} is '{COMMENT}';")
        context.run_migrations()
        lists.fill(run)
        views.create(run)


if context.is_offline_mode():
    write()
else:
    migrate(context.config.attributes["connection"])
