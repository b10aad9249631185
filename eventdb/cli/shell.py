"""The command shell: psql on the database, among the views, with hints.

In: words for psql. Out: its exit code. Reads only, unless asked to write; the user's own start-up file is read first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from eventdb.cli.opening import database
from eventdb.errors import ServerError, UsageError

HINTS = (
    (":hints", "this list"),
    (":views", "what can be asked, view by view"),
    (":newest", "the events of the newest articles"),
    (":upcoming", "what is planned and lies ahead"),
    (":disputed", "where articles contradict each other"),
    ("\\d timeline", "the columns of a view; \\d+ with what they mean"),
    ("\\x auto", "one line a value where a row is too wide"),
    ("\\?", "all commands of psql; \\q leaves"),
)
SHORT = {
    "views": """select relname as view, obj_description(oid, 'pg_class') as holds from pg_class
        where relnamespace = 'report'::regnamespace and relkind = 'v' order by 1;""",
    "newest": """select starts, label, status, articles, last_published from report.timeline
        where is_core order by last_published desc nulls last, starts_from desc limit 20;""",
    "upcoming": "select starts, event, place, positions from report.upcoming order by starts_from;",
    "disputed": "select event, field, values from report.disagreement order by event, field;",
}
"""What may be typed after a colon."""


def shell(
    context: typer.Context,
    write: Annotated[bool, typer.Option("--write", help="Let statements change rows; else they only read.")] = False,
) -> None:
    """Open psql among the views, to read; further words are handed on to psql.

    Names such as timeline and attendance need no schema before them. :hints lists what else may be typed.

    \b
    Examples:
      eventdb shell
      eventdb shell --write
      eventdb shell -f questions.sql
    """
    from eventdb.settings import conninfo, without_password

    program, is_interactive = _psql(), sys.stdin.isatty() and not context.args
    own = os.environ.get("PSQLRC") or str(Path.home() / ".psqlrc")
    with database() as found, tempfile.TemporaryDirectory() as folder:
        address, password = without_password(found)
        begin = Path(folder) / "psqlrc"
        begin.write_text(_beginning(Path(own), may_write=write, tells_hints=is_interactive), encoding="utf-8")
        secret = {"PGPASSWORD": password} if password else {}
        sys.stdout.flush()
        words = [program, f"--dbname={conninfo(address)}", *context.args]
        done = subprocess.run(words, env=os.environ | secret | {"PSQLRC": str(begin)}, check=False)
    raise typer.Exit(done.returncode)


def _psql() -> str:
    """The psql that comes along, else the system's."""
    from eventdb.server import pg_tool

    try:
        return str(pg_tool("psql"))
    except ServerError as error:
        if found := shutil.which("psql"):
            return found
        raise UsageError(f"there is no psql: install PostgreSQL's client, then try again ({error})") from None


def _beginning(own: Path, *, may_write: bool, tells_hints: bool) -> str:
    """What psql does before its first prompt."""
    lines = ["\\set QUIET 1"]
    lines += [f"\\i {_quoted(str(own))}"] if own.is_file() else []
    lines += ["set search_path = report, eventdb, public;"]
    lines += [] if may_write else ["set default_transaction_read_only = on;"]
    lines += [f"\\set {name} {_quoted(query)}" for name, query in {**SHORT, "hints": _hints(HINTS)}.items()]
    if tells_hints:
        does = "statements may change rows" if may_write else "the views of schema report, to read"
        lines.append(f"\\echo {_quoted(f'eventdb: {does}. Type :hints and Enter.')}")
    return "\n".join([*lines, "\\unset QUIET", ""])


def _hints(hints: tuple[tuple[str, str], ...]) -> str:
    rows = ", ".join(f"('{typed}', '{meaning}')" for typed, meaning in hints)
    return f"select * from (values {rows}) as hint (type_this, to_see);"


def _quoted(text: str) -> str:
    """As psql's own commands want a text: in quotes, on one line."""
    one_line = " ".join(text.split())
    return "'" + one_line.replace("\\", "\\\\").replace("'", "''") + "'"


CONTEXT: Mapping[str, bool] = {"allow_extra_args": True, "ignore_unknown_options": True}
