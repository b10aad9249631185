"""Commands for rules that changed: rebuild, which reads stored texts again, and diff, which tells what changed.

In: two runs. Out: rows; printed tables.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eventdb.cli import STOPPED
from eventdb.cli.lexicons import Lexicons, choose_lexicons
from eventdb.cli.opening import database_to_write, reading
from eventdb.cli.running import Executors, Workers, counts_of, crew_of, now, stopping_by_signals
from eventdb.cli.showing import Format, in_a_line, print_rows
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from psycopg import Connection

SOME_FAILED = 1
RUNS = """
select ingest_run_id, started_at, coalesce(finished_at, started_at) as ended_at, rules_version
from report.ingest_run order by started_at desc
"""
FILES = """
select
    coalesce(sum(files_inserted), 0) as inserted, coalesce(sum(files_updated), 0) as updated,
    coalesce(sum(files_kept), 0) as kept, coalesce(sum(files_rejected), 0) as rejected
from report.ingest_run where started_at > %(after)s and started_at <= %(until)s
"""
CHANGED = "from report.change where changed_at > %(after)s and changed_at <= %(until)s"
COUNTED = f"select cause, what, count(*) as changes {CHANGED} group by cause, what order by cause, changes desc, what"
LISTED = f"select what, cause, before, after, file, reason {CHANGED} order by changed_at, file, what limit %(limit)s"
Run = Annotated[str, typer.Argument(metavar="RUN", help="A run's number, or `last`, or `previous`.")]


def rebuild(workers: Workers = None, lexicons: Lexicons = None) -> None:
    """Read the texts in the database again where older rules or lexicons have read them.

    Files are not needed, readers go on meanwhile, and it may be killed and started again. Afterwards report.change says
    what changed, and `eventdb diff` sums it up. The exit code is 1 where the new rules fail on an article, which then
    keeps what it has.

    \b
    Examples:
      eventdb rebuild
      eventdb rebuild && eventdb diff
    """
    from loaders.ingest import rebuild as run

    crews = crew_of(Executors.PROCESSES, workers, None, choose_lexicons(lexicons))
    with database_to_write() as (url, revive), crews as crew, stopping_by_signals() as stopping:
        report, left = run(url, clock=now, crew=crew, progress=_told, stopping=stopping, revive=revive)
    print(f"run {report.number}: {counts_of(report)}")
    for each in report.rejected:
        print(in_a_line(f"kept as it was {each.path}: {each.reason}"))
    if left:
        print(f"{left} articles are still as older rules read them; `eventdb ingest` of their files reads them")
    raise typer.Exit(STOPPED if report.is_stopped else SOME_FAILED if report.rejected else 0)


def _told(report: Any) -> None:
    print(counts_of(report), file=sys.stderr)


def diff(
    older: Run = "previous",
    newer: Run = "last",
    limit: Annotated[int, typer.Option(min=0, help="Changes that are listed one by one at most.")] = 20,
    form: Annotated[
        Format, typer.Option("--format", help="json and csv print only the list of changes.")
    ] = Format.TABLE,
) -> None:
    """Tell what changed after one run, up to the end of a later one, and why.

    Causes are `article` (a new text), `rules` (newer rules or lexicons) and `human` (decisions). `eventdb show
    ingest_run` lists the runs.

    \b
    Examples:
      eventdb diff
      eventdb diff 3865357121098952685 last --limit 100 --format csv
    """
    with reading() as connection:
        runs = connection.execute(RUNS).fetchall()
        first, second = _run(runs, older), _run(runs, newer)
        if second[2] < first[2]:
            first, second = second, first
        asked = {"after": first[2], "until": second[2], "limit": limit}
        if form is Format.TABLE:
            _print_sums(connection, first, second, asked)
        cursor = connection.execute(LISTED, asked)
        print_rows([column.name for column in cursor.description or ()], cursor.fetchall(), form)


def _print_sums(connection: Connection, first: Any, second: Any, asked: dict[str, Any]) -> None:
    for word, run in (("after", first), ("until", second)):
        print(f"{word} run {run[0]}, begun {run[1]:%Y-%m-%d %H:%M:%S %Z}, rules {run[3][:12]}")
    files = connection.execute(FILES, {"after": first[1], "until": second[1]}).fetchone() or (0, 0, 0, 0)
    print("files: " + ", ".join(f"{n} {w}" for n, w in zip(files, ("new", "updated", "kept", "rejected"), strict=True)))
    print()
    print_rows(("cause", "what", "changes"), connection.execute(COUNTED, asked).fetchall(), Format.TABLE)
    print()


def _run(runs: list[Any], word: str) -> Any:
    """The run that a word means; UsageError where there is none."""
    named = {str(run[0]): run for run in runs} | dict(zip(("last", "previous"), runs, strict=False))
    if word not in named:
        raise UsageError(f"there is no run {word}; `eventdb show ingest_run` lists all, and there are {len(runs)}")
    return named[word]
