"""A user's own lexicons: the option that other commands share, and the commands that check and list them.

In: folders, or EVENTDB_LEXICONS. Out: lexicons chosen for this process; printed entries and examples.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli.showing import in_a_line

if TYPE_CHECKING:
    from loaders.proof import Entered, Trial

Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicons",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder with lexicons of your own (docs/lexicons.md); may stand more than once. "
        "Without it: the folders of EVENTDB_LEXICONS.",
    ),
]
EXAMPLES_FAILED = 1
MOST_WORDS = 8


def choose_lexicons(given: list[Path] | None) -> tuple[Path, ...]:
    """Have this process read the folders given, else those of the environment; a wrong entry is told at once."""
    from eventdb.settings import lexicon_folders
    from loaders.lexicons import choose
    from loaders.proof import load_lexicons

    folders = tuple(given) if given else lexicon_folders(os.environ)
    choose(folders)
    load_lexicons()
    return folders


def check(
    folders: Annotated[
        list[Path], typer.Argument(metavar="DIR", exists=True, file_okay=False, help="Folders of your own.")
    ],
    quiet: Annotated[bool, typer.Option("--quiet", help="Print only what fails.")] = False,
) -> None:
    """Check lexicons of your own: print what they add and override, and run their examples.

    An example that fails is shown with the sentence as the patterns see it, and makes the exit code 1. A wrong entry
    ends the command with its file and line.

    \b
    Examples:
      eventdb lexicons check my-words/
      eventdb lexicons check --quiet my-words/ our-words/
    """
    from loaders.proof import entries, trials

    choose_lexicons(folders)
    failed = total = 0
    for folder in folders:
        for each in [] if quiet else entries(folder):
            print(in_a_line(_entry(each)))
        for trial in trials(folder):
            total, failed = total + 1, failed + (not trial.is_right)
            if not trial.is_right:
                _print_failure(trial)
    print(f"{failed} of {total} examples fail" if failed else f"all {total} examples hold")
    raise typer.Exit(EXAMPLES_FAILED if failed else 0)


def files() -> None:
    """List the files that a folder of your own may hold, and where the built-in ones lie.

    \b
    Example:
      eventdb lexicons files
    """
    from loaders.lexicons.own import BUILT_IN, extensible

    for name in extensible():
        print(BUILT_IN / name)


def _entry(each: Entered) -> str:
    words = ", ".join(each.words[:MOST_WORDS]) + (
        f" and {len(each.words) - MOST_WORDS} more" * (len(each.words) > MOST_WORDS)
    )
    return f"{each.file}: {each.does} {each.name}" + (f" ({words})" if words else "")


def _print_failure(trial: Trial) -> None:
    print(in_a_line(f"{trial.file}: {trial.entry} fails"))
    rows = [("counter-example" if trial.is_counter else "example", trial.line)]
    rows += [("wanted", "silence" if trial.is_counter else trial.wanted), ("found", trial.got or "nothing")]
    rows += [("as masked", trial.masked)] if trial.masked else []
    for name, text in rows:
        print(in_a_line(f"  {name:<15} {text}"))
