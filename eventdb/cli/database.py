"""Commands for the database itself: server, tables, views.

In: ports, files, words for psql. Out: a server that runs or stops, a migrated database, its dump.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eventdb.cli.opening import database
from eventdb.errors import DatabaseError, UsageError

if TYPE_CHECKING:
    from eventdb.roles import Role

VIEWS_DIFFER = 1


def start(
    tcp: Annotated[int | None, typer.Option(metavar="PORT", help="Listen on 127.0.0.1 for BI tools, too.")] = None,
) -> None:
    """Start the embedded server, and let it run until `eventdb db stop`.

    With --tcp other programs get in as user `reader`, who may read the views and write nothing.

    \b
    Examples:
      eventdb db start
      eventdb db start --tcp 54321
    """
    from eventdb.schema import upgrade
    from eventdb.server.tools import start_and_keep, start_for_tools

    home = _home()
    with database() as found:  # tables and views must stand before a tool looks for them
        upgrade(found)
    if tcp is None:
        print(start_and_keep(home))
        return
    access = start_for_tools(home, tcp)
    print(f"{access.url}\nuser {access.user}, password in {access.password_file}")


def stop(force: Annotated[bool, typer.Option("--force", help="Even while eventdb commands use it.")] = False) -> None:
    """Stop the embedded server.

    \b
    Example:
      eventdb db stop
    """
    from eventdb.server.tools import stop_server

    print("stopped" if stop_server(_home(), is_forced=force) else "no server was running")


def url() -> None:
    """Print the URL of the database, for SQLAlchemy or psql. It names a socket that only you can open, or EVENTDB_URL.

    A password of EVENTDB_URL is left out, since words of a command are seen by everybody on the machine: give it in
    PGPASSWORD or a file of PGPASSFILE. The embedded server ends with its last command: let it run on with
    `eventdb db start` before you use the URL.

    \b
    Example:
      eventdb db start && psql "$(eventdb db url)"
    """
    from eventdb.settings import conninfo, without_password

    with database() as found:
        print(conninfo(without_password(found)[0]))


def psql(context: typer.Context) -> None:
    """Open psql, which comes with eventdb; further words are handed on to it.

    \b
    Examples:
      eventdb db psql
      eventdb db psql -c 'select label from report.timeline'
    """
    raise typer.Exit(_tool("psql", *context.args))


def upgrade(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the views again even if their files are as they were.")
    ] = False,
) -> None:
    """Bring tables and views to this version; `ingest` does so by itself.

    \b
    Example:
      eventdb db upgrade
    """
    from eventdb.schema import upgrade as run

    with database() as found:
        print("upgraded" if run(found, rebuild=rebuild) else "nothing to do")


def dump(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; .dump is compressed, else it is SQL. Else: printed.")
    ] = None,
) -> None:
    """Dump the whole database, for `eventdb db restore`: a back-up as of one moment, while others read and write.

    Roles and rights are no part of it; `eventdb db roles` makes them.

    \b
    Examples:
      eventdb db dump -o eventdb.dump
      eventdb db dump | gzip > eventdb.sql.gz
    """
    from eventdb.backup import WHAT
    from eventdb.backup import dump as run

    if output:
        with database() as found:
            run(found, output)
    elif code := _tool("pg_dump", *WHAT):
        raise DatabaseError(f"pg_dump ended with code {code}; what it said stands above")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="Of `eventdb db dump`.")],
) -> None:
    """Fill an empty database from a dump, all of it or nothing, and bring it to this version.

    \b
    Examples:
      EVENTDB_HOME=/srv/eventdb-new eventdb db restore eventdb.dump
      eventdb db restore eventdb.sql.gz
    """
    from eventdb.backup import restore as run
    from eventdb.schema import upgrade

    with database() as found:
        run(found, file)
        upgrade(found)
    print(f"restored {file}")


def move(
    url: Annotated[str, typer.Argument(metavar="URL", help="An empty database, as postgresql://user@host/database.")],
    password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", exists=True, help="Its first line is the password of URL.")
    ] = None,
) -> None:
    """Copy this database into an empty one elsewhere, and prove that both say the same.

    Nobody can load meanwhile. This database stays as it is; set EVENTDB_URL to use the new one.

    \b
    Example:
      eventdb db move postgresql://eventdb@db.example:5432/eventdb --password-file secret
    """
    from eventdb.backup import copy
    from eventdb.schema import upgrade
    from eventdb.settings import redacted, target_url
    from loaders.ingest import writing

    target = target_url(url, password_file)
    with database() as found:
        upgrade(found)
        with writing(found):
            rows = copy(found, target)
    print(f"moved {rows} rows; both databases say the same. From now on: export EVENTDB_URL={redacted(target)}")


def drift() -> None:
    """Tell whether the views are those of this version's files; differences make the exit code 1.

    \b
    Example:
      eventdb db drift
    """
    from eventdb.schema import drift as run

    with database() as found:
        differences = run(found)
    print("\n".join(differences) or "no view differs from its file")
    raise typer.Exit(VIEWS_DIFFER if differences else 0)


def roles(
    prefix: Annotated[str, typer.Option(help="What the names of the roles begin with, on a shared cluster.")] = "",
    timeout: Annotated[str, typer.Option(help="How long a query of the reader may take, as 30s or 5min.")] = "60s",
) -> None:
    """Make the roles owner, loader and reader, or bring them up to date.

    The owner has tables and views and brings them to a new version; the loader reads and writes rows (`ingest`); the
    reader reads views of schema report, read-only and for no longer than the timeout.
    Passwords come from EVENTDB_OWNER_PASSWORD, EVENTDB_LOADER_PASSWORD and EVENTDB_READER_PASSWORD, or from the first
    line of the files that EVENTDB_READER_PASSWORD_FILE and so on name. A role without one keeps what it has.

    \b
    Examples:
      EVENTDB_READER_PASSWORD_FILE=/run/secrets/reader eventdb db roles
      eventdb db roles --prefix news_ --timeout 5min
    """
    import psycopg

    from eventdb.cli.showing import Format, print_rows
    from eventdb.roles import Duty, make_roles, open_doors
    from eventdb.schema import upgrade as run
    from eventdb.settings import conninfo, redacted, role_passwords

    passwords = role_passwords(os.environ, Duty)
    with database() as found:
        run(found)
        try:
            with psycopg.connect(conninfo(found), application_name="eventdb") as connection:
                made = make_roles(connection, prefix=prefix, passwords=passwords, timeout=timeout)
                doors = open_doors(connection, f"{prefix}{Duty.READER}")
        except psycopg.Error as error:
            raise DatabaseError(f"the database {redacted(found)} refuses: {str(error).strip()}") from error
    rows = [(role.name, "new" if role.is_new else "kept", _told_password(role)) for role in made]
    print_rows(("role", "is", "password"), rows, Format.TABLE)
    for door in doors:
        print(f"still open to {prefix}{Duty.READER}: {door}; only a superuser or the database's owner can close that")


def _told_password(role: Role) -> str:
    if role.has_password:
        return "set"
    return "none: it cannot log in with one yet" if role.is_new else "as it was"


TASKS: Mapping[str, Callable[..., None]] = {
    "start": start, "stop": stop, "url": url, "psql": psql, "upgrade": upgrade, "dump": dump, "restore": restore,
    "move": move, "drift": drift,
    "roles": roles,
}  # fmt: skip
CONTEXT: Mapping[str, dict[Any, Any]] = {"psql": {"allow_extra_args": True, "ignore_unknown_options": True}}


def _home() -> Path:
    from eventdb.settings import read_settings

    settings = read_settings()
    if not settings.is_embedded:
        raise UsageError("EVENTDB_URL is set, so there is no embedded server to start or stop; unset it to use one")
    return settings.home


def _tool(name: str, *words: str) -> int:
    """Run a program of PostgreSQL on the database; its exit code. The password goes by the environment."""
    from eventdb.server import pg_tool
    from eventdb.settings import conninfo, without_password

    with database() as found:
        address, password = without_password(found)
        secret = {"PGPASSWORD": password} if password else {}
        sys.stdout.flush()
        called = [str(pg_tool(name)), f"--dbname={conninfo(address)}", *words]
        return subprocess.run(called, env=os.environ | secret, check=False).returncode
