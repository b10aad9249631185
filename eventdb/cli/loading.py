"""Commands that read articles: ingest, extract, link, demo.

In: paths. Out: rows or JSON, and a report. Progress is a line that renews itself on a terminal, a plain line a batch
elsewhere, always on stderr.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli.lexicons import Lexicons, choose_lexicons
from eventdb.cli.opening import database, reading
from eventdb.cli.showing import in_a_line

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from loaders.explain import Explanation
    from loaders.ingest import Report
    from loaders.link import Linked

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or patterns such as 'news/*.txt'.")]
SOME_FILES_REJECTED = 1


class Lines(StrEnum):
    """How `extract` prints articles."""

    JSONL = "jsonl"
    JSON = "json"


def ingest(
    paths: Paths,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that extract at the same time.")] = 1,
    lexicons: Lexicons = None,
) -> None:
    """Read articles into the database.

    Tables are made or migrated first. Unchanged files are kept as they are; a changed file becomes the next version of
    its article. Rejected files are listed with reasons, stay in report.rejected_file, and make the exit code 1.

    \b
    Examples:
      eventdb ingest news/
      eventdb ingest 'archive/2021-*/*.txt' extra.txt
      eventdb ingest --jobs 4 archive/
      eventdb ingest --lexicons my-words/ news/
    """
    report = _ingested(paths, jobs, choose_lexicons(lexicons))
    _print_report(report)
    raise typer.Exit(SOME_FILES_REJECTED if report.rejected else 0)


def extract(
    paths: Paths,
    form: Annotated[Lines, typer.Option("--format", help="One object a line, or one list.")] = Lines.JSONL,
    full: Annotated[bool, typer.Option("--full", help="Add text, blocks and spans with their offsets.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print why, in place of JSON: sentences, masks, frames, facts.")
    ] = False,
    explain_html: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Write the same as one page of HTML.")
    ] = None,
    lexicons: Lexicons = None,
) -> None:
    """Print what articles say, as JSON, without any database.

    docs/article.schema.json describes the objects. Files that are no articles are told on stderr, and make the exit
    code 1.

    \b
    Examples:
      eventdb extract article.txt --format json
      eventdb extract news/ > facts.jsonl
      eventdb extract news/ --full | jq '.spans[] | select(.kind == "date")'
      eventdb extract --explain article.txt
      eventdb extract --explain-html why.html article.txt
    """
    choose_lexicons(lexicons)
    if explain or explain_html:
        _explain(paths, explain_html, is_printed=explain)
    else:
        _print_objects(paths, form, full=full)


def _print_objects(paths: list[str], form: Lines, *, full: bool) -> None:
    """Print the facts of articles as JSON, and end the command."""
    from loaders.export import article_json
    from loaders.facts import ArticleFacts
    from loaders.ingest import extracted, readable

    rejected, objects = 0, []
    for path, found in extracted(paths):
        if not isinstance(found, ArticleFacts):
            rejected += 1
            print(in_a_line(f"eventdb: {readable(path)}: {found.reason}"), file=sys.stderr)
        elif form is Lines.JSONL:
            print(json.dumps(article_json(found, file=readable(path), full=full), ensure_ascii=False))
        else:
            objects.append(article_json(found, file=readable(path), full=full))
    if form is Lines.JSON:
        print(json.dumps(objects, ensure_ascii=False, indent=1))
    raise typer.Exit(SOME_FILES_REJECTED if rejected else 0)


def _explain(paths: list[str], page: Path | None, *, is_printed: bool) -> None:
    """Explain articles in place of printing their facts, and end the command."""
    from eventdb.cli.explaining import explanations, print_explained, write_page

    rejected: list[str] = []
    found: Iterable[Explanation] = explanations(paths, rejected)
    if page:
        found = list(found)
        write_page(found, page)
    if is_printed:
        print_explained(found)
    raise typer.Exit(SOME_FILES_REJECTED if rejected else 0)


def link() -> None:
    """Link the reports of all articles anew.

    That is: which of them tell of one event, and which names are one person.
    `ingest` links what is new by itself; this is for after judgements, or new rules of linking. What is linked well
    already is not written again.

    \b
    Example:
      eventdb link
    """
    from loaders.ingest import link_all

    with database() as url:
        _print_linked(link_all(url))


def demo() -> None:
    """Read example articles, and ask three questions.

    The articles come with eventdb and are invented. They stay in the database: give them a home of their own.

    \b
    Example:
      EVENTDB_HOME=/tmp/eventdb-demo eventdb demo
    """
    from eventdb.cli.asking import answer
    from eventdb.cli.showing import Format, print_rows
    from eventdb.schema.folders import folder

    _print_report(_ingested([str(folder("examples/articles"))], 1, choose_lexicons(None)))
    with reading() as connection:
        for question, view, where, columns in QUESTIONS:
            print(f"\n{question}\n")
            print_rows(*answer(connection, view, columns=columns, where=where, limit=12), form=Format.TABLE)


SEVERAL = "event_id in (select event_id from report.timeline where articles > 1)"
RIVAL = """event_id in (select event_id from report.casualty_claim where kind = 'killed'
                        group by event_id having count(distinct said_by) > 1)"""
QUESTIONS = (
    ("What happened, by several articles?  eventdb show timeline --where 'articles > 1'",
     "timeline", "articles > 1", ("starts_from", "label", "status", "articles", "independent_sources")),
    ("Who was to come, and who came?  eventdb show attendance",
     "attendance", SEVERAL, ("event", "actor", "first_position", "latest_position", "did_attend")),
    ("How many victims, by whose count?  eventdb show casualty_claim",
     "casualty_claim", RIVAL, ("event", "kind", "qualifier", "value", "low", "high", "said_by", "evidence")),
)  # fmt: skip


def _ingested(paths: list[str], jobs: int, folders: tuple[Path, ...]) -> Report:
    from loaders.ingest import ingest as run

    with database() as url, _processes(jobs, folders) as executor, _progress() as progress:
        return run(paths, url, clock=_now, executor=executor, progress=progress)


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _processes(jobs: int, folders: tuple[Path, ...] = ()) -> Iterator[Executor | None]:
    """Processes that extract, started afresh so that they share nothing with this one; None for a single job."""
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(folders,)) as executor:
        yield executor


def _begin(folders: tuple[Path, ...]) -> None:
    """In a process that extracts: read the same lexicons; end when the command is killed, which nobody would tell."""
    from threading import Thread

    from loaders.lexicons import choose

    choose(folders)
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(SOME_FILES_REJECTED)


@contextmanager
def _progress() -> Iterator[Callable[[Report], None]]:
    if not sys.stderr.isatty():
        yield lambda report: print(_counts(report), file=sys.stderr)
        return
    from rich.console import Console

    with Console(stderr=True).status("reading …") as status:
        yield lambda report: status.update(_counts(report))


def _counts(report: Report) -> str:
    told = " + ".join(f"{report.counts[name]} {name}" for name in ("inserted", "updated", "kept", "rejected"))
    return f"read {report.read} = {told}"


def _print_report(report: Report) -> None:
    print(_counts(report))
    if report.skipped:
        print("skipped " + ", ".join(f"{number} {why}" for why, number in sorted(report.skipped.items())))
    if report.linked:
        _print_linked(report.linked)
    for each in report.rejected:
        print(in_a_line(f"rejected {each.path}: {each.reason}"))


def _print_linked(linked: Linked) -> None:
    print(
        f"linked {linked.reports} reports: {linked.events_written} events written, {linked.events_gone} gone, "
        f"{linked.actors_linked} persons linked"
    )
