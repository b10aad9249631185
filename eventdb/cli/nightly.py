"""The command `nightly`: stages of a night, told on stderr as they end, and a report on stdout and in files.

In: an inbox. Out: rows, reports, figures for Prometheus. On a terminal the stages are lines for a person, elsewhere one
JSON object a line, with the run's number and counts.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eventdb.cli import STOPPED
from eventdb.cli.lexicons import Lexicons, choose_lexicons
from eventdb.cli.opening import database_to_write, reading
from eventdb.cli.running import Executors, Workers, crew_of, now, stopping_by_signals
from eventdb.cli.showing import in_a_line
from eventdb.errors import EventdbError, UsageError

if TYPE_CHECKING:
    from loaders.nightly import Night

NOT_WELL = 1
FORMS = (".html", ".json", ".txt")


class Logs(StrEnum):
    """How stages are told."""

    AUTO = "auto"
    JSON = "json"
    LINES = "lines"


def nightly(
    inbox: Annotated[Path, typer.Argument(metavar="INBOX", exists=True, file_okay=False, help="A folder of articles.")],
    archive: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Move files that were read to DIR/DAY; else nothing is moved.")
    ] = None,
    reports: Annotated[
        list[Path] | None,
        typer.Option("--report", metavar="FILE", help="Write the report, too: .txt, .json or .html; may be repeated."),
    ] = None,
    metrics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write figures for Prometheus' textfile collector.")
    ] = None,
    log: Annotated[Logs, typer.Option(help="How stages are told; auto: lines on a terminal, else JSON.")] = Logs.AUTO,
    wait: Annotated[bool, typer.Option("--wait", help="Wait for another night to end, in place of leaving.")] = False,
    workers: Workers = None,
    lexicons: Lexicons = None,
) -> None:
    """Read what is new, link, refresh, check, and report: for a scheduler.

    A second start while one is at work says who is, and ends with 0. It may be killed at any moment: the next start
    goes on. Exit code 1: files were rejected or checks failed; docs/operations.md says what to do.

    \\b
    Examples:
      eventdb nightly inbox/
      eventdb nightly inbox/ --archive read/ --report night.html --metrics /var/lib/node_exporter/eventdb.prom
    """
    _check_words(inbox, archive, reports or [])
    folders = choose_lexicons(lexicons)
    say = _sayer(log)
    try:
        night = _held_night(inbox, archive, say, wait=wait, workers=workers, folders=folders)
    except EventdbError:
        _write_metrics(metrics, None)
        raise
    if night is None:
        return
    _report(night, reports or [])
    _write_metrics(metrics, night)
    raise typer.Exit(STOPPED if night.is_stopped else 0 if night.is_well else NOT_WELL)


def _check_words(inbox: Path, archive: Path | None, reports: list[Path]) -> None:
    from loaders.nightly import check_archive

    if archive:
        check_archive(inbox, archive)
    for path in reports:
        if path.suffix not in FORMS:
            raise UsageError(f"--report {path}: the name must end in {', '.join(FORMS)}")


def _held_night(
    inbox: Path, archive: Path | None, say: Any, *, wait: bool, workers: int | None, folders: tuple[Path, ...]
) -> Night | None:
    """The night, or None where another one is at work."""
    from loaders.nightly import night_lock, nightly

    crews = crew_of(Executors.PROCESSES, workers, None, folders)
    with (
        database_to_write() as (url, revive),
        night_lock(url, process=os.getpid(), host=platform.node(), is_waiting=wait) as holder,
    ):
        if holder:
            say("another night is at work", None, holder=str(holder))
            return None
        with crews as crew, stopping_by_signals() as stopping:
            tell: Callable[[str], None] = lambda words: say(words, None)  # noqa: E731
            return nightly(
                inbox,
                url,
                clock=now,
                say=say,
                archive_to=archive,
                crew=crew,
                stopping=stopping,
                tell=tell,
                revive=revive,
            )


def _sayer(log: Logs) -> Any:
    """What tells of a stage on stderr."""
    import structlog

    is_json = log is Logs.JSON or (log is Logs.AUTO and not sys.stderr.isatty())
    shown: Any = structlog.processors.JSONRenderer() if is_json else _line
    logger = structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[structlog.processors.TimeStamper(fmt="iso", utc=True), shown],
    )

    def say(stage: str, night: Night | None, /, **counts: Any) -> None:
        bound = {"run": night.run, "seconds": round(night.seconds.get(stage, 0.0), 3)} if night else {}
        logger.msg(stage, **bound, **counts)

    return say


def _line(_: Any, __: str, told: Any) -> str:
    """A stage as a line for a person."""
    stage, at = told.pop("event"), told.pop("timestamp")[11:19]
    told.pop("run", None)
    seconds = told.pop("seconds", None)
    counts = ", ".join(f"{name} {value}" for name, value in told.items())
    took = f" ({seconds:.1f} s)" if seconds is not None else ""
    return in_a_line(f"{at} {stage}{took}{': ' if counts else ''}{counts}")


def _report(night: Night, files: list[Path]) -> None:
    """Print the report, and write it to files."""
    from loaders.nightly import night_json, night_lines
    from loaders.nightly.page import night_page

    lines = "\n".join(map(in_a_line, night_lines(night))) + "\n"
    print(lines, end="")
    texts = {
        ".txt": lambda: lines,
        ".json": lambda: json.dumps(night_json(night), ensure_ascii=False, indent=1) + "\n",
        ".html": lambda: night_page(night),
    }
    for path in files:
        unfinished = path.with_name(f"{path.name}.new")
        try:
            unfinished.write_text(texts[path.suffix](), encoding="utf-8")
            unfinished.replace(path)
        except OSError as error:
            raise UsageError(f"the report {path} cannot be written: {error.strerror}") from None


def _write_metrics(path: Path | None, night: Night | None) -> None:
    """Write figures; what the database holds is left out where it cannot be asked."""
    if path is None:
        return
    from loaders.nightly.metrics import held, write_metrics

    holds: dict[str, int] = {}
    if night:
        with reading() as connection:
            holds = held(connection)
    try:
        write_metrics(path, night, holds, at=now().timestamp())
    except OSError as error:
        raise UsageError(f"the metrics {path} cannot be written: {error.strerror}") from None
