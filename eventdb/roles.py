"""Who may do what in a database: owner, loader and reader.

In: a connection of somebody who may make roles, names, passwords. Out: roles and their rights, in the caller's
transaction. The owner has tables and views and changes them; the loader reads and writes rows; the reader reads views
of schema `report` and nothing else. A role that eventdb has not made is never changed. The server is sent digests of
passwords, so that no log of it can hold one.

Of the functions of schema `report` only `search` runs with rights other than its caller's; its search path is pinned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from psycopg import Connection, sql

from eventdb.errors import DatabaseError

MARK = "made by eventdb"
TIMEOUT = "60s"
SCHEMAS = ("eventdb", "report")


class Duty(StrEnum):
    """What a role is for."""

    OWNER = "owner"
    LOADER = "loader"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it stands: `has_password` tells whether it was given one now."""

    duty: Duty
    name: str
    is_new: bool
    has_password: bool


OWNER = """
grant create, temporary on database {database} to {owner};
"""
OWNED = """
select format('alter schema %%I owner to ', nspname)
from pg_namespace where nspname = any(%(schemas)s) and nspowner <> to_regrole(%(owner)s)
union all
select format('alter table %%s owner to ', oid::regclass)
from pg_class
where relnamespace::regnamespace::text = any(%(schemas)s) and relkind in ('r', 'p', 'v', 'm')
    and relowner <> to_regrole(%(owner)s)
union all
select format('alter routine %%s owner to ', oid::regprocedure)
from pg_proc where pronamespace::regnamespace::text = any(%(schemas)s) and proowner <> to_regrole(%(owner)s)
"""
LOADER = """
grant temporary on database {database} to {loader};
grant usage on schema eventdb, report to {loader};
grant select, insert, update, delete on all tables in schema eventdb to {loader};
revoke insert, update, delete on eventdb.alembic_version from {loader};
grant select on all tables in schema report to {loader};
grant execute on all functions in schema report to {loader};
alter default privileges for role {owner} in schema eventdb grant select, insert, update, delete on tables to {loader};
alter default privileges for role {owner} in schema report grant select on tables to {loader};
alter default privileges for role {owner} in schema report grant execute on functions to {loader};
"""
READER = """
alter role {reader} in database {database} set default_transaction_read_only = on;
alter role {reader} in database {database} set statement_timeout = {timeout};
alter role {reader} in database {database} set idle_in_transaction_session_timeout = '10min';
alter role {reader} in database {database} set search_path = report, pg_temp;
grant connect on database {database} to {reader};
grant usage on schema report to {reader};
grant select on all tables in schema report to {reader};
grant execute on all functions in schema report to {reader};
alter default privileges for role {owner} in schema report grant select on tables to {reader};
alter default privileges for role {owner} in schema report grant execute on functions to {reader};
"""
CLOSED = """
revoke temporary on database {database} from public;
do $$ begin
    if to_regnamespace('public') is not null then
        revoke create on schema public from public;
    end if;
end $$;
"""
WRITERS_OF_LARGE_OBJECTS = """
select oid::regprocedure::text from pg_proc
where pronamespace = 'pg_catalog'::regnamespace
    and proname in (
        'lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_truncate', 'lo_truncate64', 'lo_unlink', 'lowrite'
    )
"""
"""Whoever is not kept from it may call them, read-only being a default only, and they would fill the disk."""
OPEN_DOORS = """
select 'temporary tables' where has_database_privilege(%(reader)s, current_database(), 'temporary')
union all
select 'new objects in the database' where has_database_privilege(%(reader)s, current_database(), 'create')
union all
select 'new tables in schema public' where has_schema_privilege(%(reader)s, to_regnamespace('public'), 'create')
union all
select 'large objects' where has_function_privilege(%(reader)s, 'pg_catalog.lo_from_bytea(oid, bytea)', 'execute')
"""
STANDING = """
select
    coalesce(shobj_description(oid, 'pg_authid'), '') = %(mark)s as is_ours,
    rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as is_mighty,
    (select string_agg(roleid::regrole::text, ', ') from pg_auth_members where member = pg_roles.oid) as member_of
from pg_roles where rolname = %(name)s
"""


def make_roles(
    connection: Connection, *, prefix: str = "", passwords: Mapping[str, str] | None = None, timeout: str = TIMEOUT
) -> list[Role]:
    """Make the three roles, or bring them up to date, and hand all that is eventdb's to the owner.

    A role without a password among `passwords` keeps the one that it has. DatabaseError where a role of that name is
    not eventdb's, or where the caller may not do this.
    """
    given = passwords or {}
    roles = [_ensure(connection, duty, f"{prefix}{duty}", given.get(duty, "")) for duty in Duty]
    names = {role.duty.value: sql.Identifier(role.name) for role in roles}
    _join(connection, names["owner"])
    _run(connection, OWNER, **names)
    _hand_over(connection, f"{prefix}{Duty.OWNER}")
    _run(connection, LOADER, **names)
    _run(connection, READER, timeout=sql.Literal(timeout), **names)
    close_doors(connection)
    return roles


def admit_reader(connection: Connection, name: str, password: str) -> None:
    """Let one role log in with this password and read the views, on a cluster of eventdb's own."""
    adopted = connection.execute("select 1 from pg_roles where rolname = %s", [name]).fetchone()
    if adopted:
        connection.execute(sql.SQL("comment on role {} is {}").format(sql.Identifier(name), sql.Literal(MARK)))
        connection.execute(sql.SQL("revoke pg_read_all_data from {}").format(sql.Identifier(name)))
    _ensure(connection, Duty.READER, name, password)
    close_doors(connection)
    owner = connection.execute("select nspowner::regrole::text from pg_namespace where nspname = 'report'").fetchone()
    if owner:  # else there is nothing to read yet
        names = {"owner": sql.SQL(owner[0]), "reader": sql.Identifier(name)}
        _run(connection, READER, timeout=sql.Literal(TIMEOUT), **names)


def close_doors(connection: Connection) -> None:
    """Take from everybody what lets a reader write: temporary tables, schema public, and large objects."""
    _run(connection, CLOSED)
    if _is_superuser(connection):
        for (routine,) in connection.execute(WRITERS_OF_LARGE_OBJECTS).fetchall():
            connection.execute(sql.SQL("revoke execute on function {} from public").format(sql.SQL(routine)))


def _ensure(connection: Connection, duty: Duty, name: str, password: str) -> Role:
    """A role of this name that is eventdb's and may do nothing by itself."""
    role, is_new = sql.Identifier(name), not _is_standing(connection, name)
    if is_new:
        connection.execute(sql.SQL("create role {}").format(role))
        connection.execute(sql.SQL("comment on role {} is {}").format(role, sql.Literal(MARK)))
    connection.execute(sql.SQL("alter role {} login").format(role))
    if password:
        digest = connection.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
        connection.execute(sql.SQL("alter role {} password {}").format(role, sql.Literal(digest)))
    return Role(duty=duty, name=name, is_new=is_new, has_password=bool(password))


def _is_standing(connection: Connection, name: str) -> bool:
    found = connection.execute(STANDING, {"mark": MARK, "name": name}).fetchone()
    if found is None:
        return False
    is_ours, is_mighty, member_of = found
    if not is_ours:
        raise DatabaseError(f"there is a role {name} that eventdb did not make: choose other names with --prefix")
    if is_mighty or member_of:
        more = f"is a member of {member_of}" if member_of else "may make roles or databases, or pass by their rules"
        raise DatabaseError(f"role {name} may do more than its duty: it {more}; take that away first")
    return True


def open_doors(connection: Connection, reader: str) -> list[str]:
    """What the reader could still write, because the caller was not allowed to take it from everybody."""
    return [door for (door,) in connection.execute(OPEN_DOORS, {"reader": reader})]


def _is_superuser(connection: Connection) -> bool:
    return connection.execute("select rolsuper from pg_roles where rolname = current_user").fetchone() == (True,)


def _join(connection: Connection, owner: sql.Identifier) -> None:
    """Let the caller act for the owner; a superuser may anyway."""
    if not _is_superuser(connection):
        connection.execute(sql.SQL("grant {} to current_user").format(owner))


def _hand_over(connection: Connection, owner: str) -> None:
    """Let all that is eventdb's belong to one role, whoever made it."""
    statements = connection.execute(OWNED, {"schemas": list(SCHEMAS), "owner": sql.Identifier(owner).as_string()})
    for (beginning,) in statements.fetchall():
        connection.execute(sql.SQL("{}{}").format(sql.SQL(beginning), sql.Identifier(owner)))


def _run(connection: Connection, script: str, **parts: sql.Composable) -> None:
    database = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL(script).format(database=database, **parts))
