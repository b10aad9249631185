"""Commands that ask: show, evidence, status, check. None of them writes: each runs in a read-only transaction.

In: names of views, conditions in SQL, ids. Out: printed rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eventdb.cli.opening import database, reading
from eventdb.cli.showing import Format, in_a_line, print_rows
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from psycopg import Connection, sql

CHECKS_FAILED = 1
# What readers of a view want first; the first of these columns that a view has orders it, then its first column.
ORDER = ("starts_from", "month", "published_from", "first_published", "known_since", "started_at", "when")

VIEWS = """
select relname, coalesce(obj_description(oid, 'pg_class'), ''), false
from pg_class where relnamespace = 'report'::regnamespace and relkind in ('v', 'm')
union all
select proname, coalesce(obj_description(oid, 'pg_proc'), ''), true
from pg_proc where pronamespace = 'report'::regnamespace and proargtypes = '1082'::oidvector  -- of a day
order by 1
"""
STATUS = """
select 'articles', count(*)::text from eventdb.article where is_current
union all select 'older versions', count(*)::text from eventdb.article where not is_current
union all select 'events', count(*)::text from eventdb.event where merged_into_id is null
union all select 'reports of events', count(*)::text
    from eventdb.event_report inner join eventdb.article using (article_id, version) where is_current
union all select 'actors', count(*)::text from eventdb.actor where merged_into_id is null
union all select 'files rejected', count(*)::text from eventdb.source_file where state_code = 'rejected'
union all select 'last run', coalesce(max(started_at)::text, 'none') from eventdb.ingest_run
union all select 'runs broken off', count(*)::text from eventdb.ingest_run where finished_at is null
union all select 'read by older rules', count(*)::text from eventdb.article
    where is_current and rules_version <> (
        select rules_version from eventdb.ingest_run order by started_at desc limit 1
    )
"""
EVIDENCE = """
select fact_id, fact_kind, file, quote, sentence, rule
from report.evidence
where event_id = coalesce(
    (select standing_id from report.standing_event where event_id = %(event)s), %(event)s
)
order by file, start, stop, fact_kind
"""
Form = Annotated[Format, typer.Option("--format", help="A table for eyes, CSV for spreadsheets, JSON for programs.")]


def view_names(begun: str) -> list[str]:
    """The views whose names begin so, for the completion of shells; no database is asked."""
    from eventdb.schema.folders import folder

    no_rows = {"day_span", "search"}
    names = (path.stem for path in folder("sql/views").glob(f"{begun}*.sql"))
    return sorted(name for name in names if name not in no_rows)


def show(
    view: Annotated[
        str,
        typer.Argument(metavar="VIEW", help="A view of schema report, such as timeline.", autocompletion=view_names),
    ] = "",
    where: Annotated[str, typer.Option(help="A condition in SQL over the view's columns.")] = "",
    on: Annotated[str, typer.Option(help="The day for planned_as_of and position_as_of, as 2021-03-18.")] = "",
    limit: Annotated[int | None, typer.Option(min=0, help="Rows at most.")] = None,
    form: Form = Format.TABLE,
) -> None:
    """Print the rows of a view. Without VIEW: the views that there are.

    \b
    Examples:
      eventdb show
      eventdb show timeline --limit 20
      eventdb show casualty --where "kind = 'killed' and rule = 'ucdp'" --format csv
      eventdb show planned_as_of --on 2021-03-15
    """
    with reading() as connection:
        if not view:
            print_rows(("view", "holds"), [(name, about) for name, about, _ in _views(connection)], form)
            return
        print_rows(*answer(connection, view, where=where, on=on, limit=limit), form=form)


def evidence(
    event_id: Annotated[int, typer.Argument(metavar="EVENT_ID", help="As `eventdb show timeline` gives it.")],
    form: Form = Format.TABLE,
) -> None:
    """Print the words that an event rests on.

    Each with its sentence, its file and the rule that found it.

    \b
    Examples:
      eventdb evidence 4273690125487612345
      eventdb evidence 4273690125487612345 --format json
    """
    with reading() as connection:
        cursor = connection.execute(EVIDENCE, {"event": event_id})
        rows = cursor.fetchall()
        if not rows:
            raise UsageError(f"there is no event {event_id}; `eventdb show timeline` gives the ids of all")
        print_rows([column.name for column in cursor.description or ()], rows, form)


def status(
    form: Form = Format.TABLE,
    digest: Annotated[
        bool, typer.Option("--digest", help="Add a hash of all that it says: the same for the same content.")
    ] = False,
) -> None:
    """Print what the database is and holds.

    Two databases with one digest say the same of the same files, whatever runs wrote them, and when, and in which
    order. It reads every row.

    \b
    Examples:
      eventdb status
      eventdb status --digest
    """
    from eventdb.settings import redacted

    with database() as url, reading() as connection:
        server = connection.execute("select current_setting('server_version')").fetchone()
        rows = [("database", redacted(url)), ("server", f"PostgreSQL {server[0] if server else '?'}")]
        rows += connection.execute(STATUS).fetchall()
        print_rows(("what", "value"), rows + (_digests(connection) if digest else []), form)


def _digests(connection: Connection) -> list[tuple[str, str]]:
    """The digest of all, then of each table, so that what differs is found."""
    from eventdb.digest import table_digests, whole

    found = table_digests(connection)
    each = [(f"digest of {table}", f"{one.digest} ({one.rows} rows)") for table, one in found.items()]
    return [("digest", whole(found)), *each]


def check(
    strict: Annotated[bool, typer.Option("--strict", help="Warnings make the exit code 1, too.")] = False,
) -> None:
    """Look for what the data must not hold.

    Each breach is told with examples. A failure means that data are wrong, and makes the exit code 1; a warning, that a
    person should look. docs/operations.md says what to do about each.

    \b
    Examples:
      eventdb check
      eventdb check --strict
    """
    from eventdb.schema import breach_lines, run_checks

    with reading() as connection:
        breaches = run_checks(connection)
    for line in breach_lines(breaches):
        print(in_a_line(line))
    raise typer.Exit(CHECKS_FAILED if any(strict or breach.is_failure for breach in breaches) else 0)


def answer(
    connection: Connection,
    view: str,
    *,
    columns: Sequence[str] = (),
    where: str = "",
    on: str = "",
    limit: int | None = None,
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Columns and rows of a view or a function of a day; UsageError says what is wrong with the words."""
    import psycopg
    from psycopg import sql

    _require(_views(connection), view, on)
    source = sql.SQL("report.{}").format(sql.Identifier(view))
    if on:
        source += sql.SQL("({}::date)").format(sql.Literal(on))
    chosen = sql.SQL(", ").join(map(sql.Identifier, columns)) if columns else sql.SQL("*")
    query = sql.SQL("select {} from {} as {}").format(chosen, source, sql.Identifier(view))
    if where:
        query += sql.SQL(" where (" + where + "\n)")
    try:
        query += _order(connection, source) + sql.SQL(" limit {}").format(sql.Literal(limit))
        # Prepared: the server then takes one statement only, so that a condition cannot end it and begin another.
        cursor = connection.execute(query, prepare=True)
        return [column.name for column in cursor.description or ()], cursor.fetchall()
    except psycopg.errors.InsufficientPrivilege:  # no fault of the words
        raise
    except UnicodeEncodeError:
        raise UsageError(f"view {view} cannot be asked this: the condition holds bytes that are no UTF-8") from None
    except (psycopg.ProgrammingError, psycopg.DataError, psycopg.errors.ReadOnlySqlTransaction) as error:
        told = str(error).splitlines()[0]
        raise UsageError(f"view {view} cannot be asked this: {told}") from None


def _views(connection: Connection) -> list[tuple[str, str, bool]]:
    """Name, what it holds, and whether it asks for a day."""
    return connection.execute(VIEWS).fetchall()


def _require(views: list[tuple[str, str, bool]], view: str, on: str) -> None:
    asks_for_day = {name: is_function for name, _, is_function in views}
    if view not in asks_for_day:
        raise UsageError(f"there is no view {view!r}; there are {', '.join(asks_for_day)}")
    if asks_for_day[view] and not on:
        raise UsageError(f"{view} is as of a day: add it as --on 2021-03-18")
    if on and not asks_for_day[view]:
        raise UsageError(
            f"view {view} takes no day; --on is for {', '.join(v for v in asks_for_day if asks_for_day[v])}"
        )


def _order(connection: Connection, source: sql.Composed) -> sql.Composed:
    """Readers get the earliest first, and the same order each time."""
    from psycopg import sql

    described = connection.execute(sql.SQL("select * from {} limit 0").format(source)).description or ()
    names = [column.name for column in described]
    first = [name for name in ORDER if name in names][:1]
    return sql.SQL(" order by ") + sql.SQL(", ").join(map(sql.Identifier, [*first, *names[:3]]))
