"""Commands for the database itself: server, tables, views.

In: ports, files, words for psql. Out: a server that runs or stops, a migrated database, its dump.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from eventdb.cli.opening import database
from eventdb.errors import DatabaseError, UsageError

VIEWS_DIFFER = 1


def start(
    tcp: Annotated[int | None, typer.Option(metavar="PORT", help="Listen on 127.0.0.1 for BI tools, too.")] = None,
) -> None:
    """Start the embedded server, and let it run until `eventdb db stop`.

    With --tcp other programs get in as user `reader`, who may read everything and write nothing.

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

    The embedded server ends with its last command: let it run on with `eventdb db start` before you use the URL.

    \b
    Example:
      eventdb db start && psql "$(eventdb db url)"
    """
    from eventdb.settings import conninfo

    with database() as found:
        print(conninfo(found))


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
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else it is printed.")] = None,
) -> None:
    """Dump the whole database as SQL, to be read by psql.

    \b
    Examples:
      eventdb db dump -o backup.sql
      eventdb db dump | gzip > backup.sql.gz
    """
    target = [f"--file={output}"] if output else []
    if code := _tool("pg_dump", "--no-owner", *target):
        raise DatabaseError(f"pg_dump ended with code {code}; what it said stands above")


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


TASKS: Mapping[str, Callable[..., None]] = {
    "start": start, "stop": stop, "url": url, "psql": psql, "upgrade": upgrade, "dump": dump, "drift": drift,
}  # fmt: skip
CONTEXT: Mapping[str, dict[Any, Any]] = {"psql": {"allow_extra_args": True, "ignore_unknown_options": True}}


def _home() -> Path:
    from eventdb.settings import read_settings

    settings = read_settings()
    if not settings.is_embedded:
        raise UsageError("EVENTDB_URL is set, so there is no embedded server to start or stop; unset it to use one")
    return settings.home


def _tool(name: str, *words: str) -> int:
    """Run a program of PostgreSQL on the database; its exit code."""
    from eventdb.server import pg_tool
    from eventdb.settings import conninfo

    with database() as found:
        sys.stdout.flush()
        return subprocess.run([pg_tool(name), f"--dbname={conninfo(found)}", *words], check=False).returncode
