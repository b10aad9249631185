"""Which tables a database has: in goes a connection, out comes a revision or a refusal. Never changes anything.

A revision is the number that a file in `migrations/versions` begins with. It is read from the file's name, because
loading Alembic for it would cost every command half a second.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, text

from eventdb.errors import SchemaError
from eventdb.schema.folders import folder


@cache
def revisions() -> tuple[str, ...]:
    """All revisions that this version knows, oldest first."""
    return tuple(sorted(path.name.partition("_")[0] for path in folder("migrations").glob("versions/[0-9]*.py")))


def revision_of(connection: Connection) -> str | None:
    """The revision of the database's tables; None if it has none of ours."""
    if connection.scalar(text("select to_regclass('eventdb.alembic_version')")) is None:
        return None
    found = connection.scalar(text("select version_num from eventdb.alembic_version"))
    return None if found is None else str(found)


def require_ours(connection: Connection) -> str | None:
    """The database's revision; SchemaError if its schemas are somebody else's, or made by a newer version."""
    found = revision_of(connection)
    if found is None and (taken := _taken(connection)):
        raise SchemaError(
            f"the database has a schema {taken} that eventdb did not make: "
            "choose another database, or rename that schema"
        )
    if found is not None and found not in revisions():
        raise SchemaError(
            f"the database's tables are at revision {found}, which this version of eventdb does not know "
            f"(it knows {revisions()[0]} to {revisions()[-1]}): install the newer eventdb that made them"
        )
    return found


def require_head(connection: Connection) -> None:
    """SchemaError unless the database's tables are this version's; who may read only views sees that there are some."""
    if _sees_views_only(connection):
        return
    found = require_ours(connection)
    if found != revisions()[-1]:
        raise SchemaError(
            f"the database's tables are {'missing' if found is None else f'at revision {found}'}, "
            f"and this version of eventdb needs {revisions()[-1]}: run `eventdb db upgrade`"
        )


def _sees_views_only(connection: Connection) -> bool:
    """Whether the caller is a reader: tables are closed to him, and views stand."""
    closed = "select not has_schema_privilege(oid, 'usage') from pg_namespace where nspname = 'eventdb'"
    views = "select has_schema_privilege(oid, 'usage') from pg_namespace where nspname = 'report'"
    return bool(connection.scalar(text(closed))) and bool(connection.scalar(text(views)))


def _taken(connection: Connection) -> str | None:
    """A schema of ours by name that holds relations although no revision is recorded."""
    found = connection.scalar(
        text(
            "select min(relnamespace::regnamespace::text) from pg_class"
            " where relnamespace in (to_regnamespace('eventdb'), to_regnamespace('report'))"
        )
    )
    return None if found is None else str(found)
