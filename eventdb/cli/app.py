"""The frame of the command line: the application, its groups of commands, and options that several commands share.

In: nothing. Out: `app` with every command. Importing it loads typer and nothing else of weight.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from eventdb.cli import (
    asking,
    database,
    deciding,
    exporting,
    finding,
    identity,
    importing,
    lexicons,
    loading,
    nightly,
    picturing,
    rebuilding,
    retrying,
    shell,
)

# typer brings its own click or uses the installed one; its exported exception leads to the class of both.
WrongUse: Any = typer.BadParameter.__mro__[2]

app = typer.Typer(
    name="eventdb",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "News articles about conflicts and peace processes, read into a PostgreSQL database that says who claims what."
        "\n\nWithout EVENTDB_URL an embedded PostgreSQL under EVENTDB_HOME is used; with it, PostgreSQL 15 or newer."
        "\n\nExit codes: 0 all well; 1 ran, but files were rejected or checks failed; 2 wrong use; above 2 an error."
    ),
)
db = typer.Typer(name="db", no_args_is_help=True, help="The database itself: server, tables, views.")

actor = typer.Typer(name="actor", no_args_is_help=True, help="Who is who: two actors are one, or one name is two.")
decisions = typer.Typer(name="decisions", no_args_is_help=True, help="What people decided: list, hand on, take in.")
words = typer.Typer(name="lexicons", no_args_is_help=True, help="Lexicons and frames of your own.")


@app.callback(invoke_without_command=True)
def _frame(version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False) -> None:
    if version:
        from eventdb import __version__

        print(f"eventdb {__version__}")
        raise typer.Exit


for command in (
    loading.ingest,
    loading.demo,
    loading.extract,
    loading.link,
    nightly.nightly,
    retrying.retry,
    rebuilding.rebuild,
):
    app.command()(command)
for question in (
    asking.show,
    finding.search,
    asking.evidence,
    identity.explain,
    exporting.export,
    picturing.report,
    asking.status,
    asking.check,
    rebuilding.diff,
):
    app.command()(question)
app.command(context_settings=dict(shell.CONTEXT))(shell.shell)
app.command("import")(importing.import_records)
for name, task in database.TASKS.items():
    db.command(name, context_settings=database.CONTEXT.get(name))(task)
for usage in (lexicons.check, lexicons.files):
    words.command()(usage)
for decision in (deciding.judge, deciding.correct, deciding.retract, deciding.undo):
    app.command()(decision)
actor.command("merge")(deciding.merge)
actor.command("split")(deciding.split)
decisions.command("list")(deciding.listed)
decisions.command("export")(deciding.exported)
decisions.command("import")(deciding.imported)
app.add_typer(actor)
app.add_typer(decisions)
app.add_typer(db)
app.add_typer(words)
