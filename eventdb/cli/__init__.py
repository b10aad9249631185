"""The command line: words in, one call, a printed report; the only part of eventdb that prints.

app         the commands' frame
opening     which database, and read-only connections to it
showing     rows → table, CSV, JSON
inputs      what PATH may be, - for standard input; --jsonl
loading     ingest, extract, link, demo
running     who extracts, what Ctrl-C means, how far a run has come
nightly     nightly
retrying    retry
rebuilding  rebuild, diff
explaining  extract --explain, --explain-html
asking      show, evidence, status, check
finding     search
identity    explain
exporting   export
shell       shell
importing   import
naming      names of places by their codes
deciding    judge, correct, retract, undo, actor merge, actor split, decisions list, export, import
lexicons    lexicons check, files; the option --lexicons
database    db start, stop, url, psql, upgrade, dump, restore, move, drift, roles

Exit codes: 0 all well · 1 ran, but files were rejected or checks failed · 2 wrong use · above 2 as `eventdb.errors`
says · 130 stopped by Ctrl-C. Every error of ours is caught here and nowhere else; a fault that is none of them ends
with 3 after its traceback. `--help` loads neither database nor rules.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import TracebackType

from eventdb.errors import EventdbError

STOPPED = 130


def main(words: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code."""
    try:
        code = run(sys.argv[1:] if words is None else list(words))
    finally:
        sys.excepthook = _fault  # only now, because typer sets one of its own
    sys.exit(code)


def run(words: list[str]) -> int:
    """Run a command; its exit code. What went wrong is told on stderr, in one line."""
    import typer

    from eventdb.cli.app import WrongUse, app

    try:
        code = int(app(words, prog_name="eventdb", standalone_mode=False) or 0)
    except EventdbError as error:
        print(f"eventdb: {error}", file=sys.stderr)
        return error.exit_code
    except WrongUse as error:
        error.show()
        return int(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except (BrokenPipeError, SystemExit):  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    if code == STOPPED:
        print("eventdb: stopped", file=sys.stderr)
    return code


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What none of our errors foresaw: Python's own exit code would be 1, which stands for rejected files."""
    sys.__excepthook__(kind, error, trace)
    print("eventdb: this is a fault of eventdb; please report it with the lines above", file=sys.stderr)
    raise SystemExit(EventdbError.exit_code)
