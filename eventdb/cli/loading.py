"""Commands that read articles: ingest, extract, link, demo.

In: paths. Out: rows or JSON, and a report.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eventdb.cli import STOPPED
from eventdb.cli.inputs import JsonLines, Paths, inputs
from eventdb.cli.lexicons import Lexicons, choose_lexicons
from eventdb.cli.opening import database, reading
from eventdb.cli.running import Executors, Workers, counts_of, crew_of, ingested
from eventdb.cli.showing import in_a_line

if TYPE_CHECKING:
    from loaders.explain import Explanation
    from loaders.ingest import Report
    from loaders.link import Linked
    from loaders.sources import Input

SOME_FILES_REJECTED = 1


class Lines(StrEnum):
    """How `extract` prints articles."""

    JSONL = "jsonl"
    JSON = "json"


def ingest(
    paths: Paths,
    workers: Workers = None,
    executor: Annotated[Executors, typer.Option(help="Where articles are extracted.")] = Executors.PROCESSES,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The scheduler of --executor dask, as tcp://10.0.0.5:8786.")
    ] = None,
    jsonl: JsonLines = False,
    rehash: Annotated[
        bool, typer.Option("--rehash", help="Read files anew whose size, times and inode are as they were.")
    ] = False,
    lexicons: Lexicons = None,
) -> None:
    """Read articles into the database.

    Tables are made or migrated first. Unchanged files are kept as they are; a changed file becomes the next version of
    its article. Rejected files are listed with reasons, stay in report.rejected_file, and make the exit code 1.
    Ctrl-C ends it after the batch that is being written, and links what is new; the next run reads the rest. A second
    Ctrl-C ends it at once: what was written before stays.

    \b
    Examples:
      eventdb ingest news/
      eventdb ingest 'archive/2021-*/*.txt' extra.txt
      eventdb ingest --workers 4 archive/
      eventdb ingest --executor dask --scheduler tcp://10.0.0.5:8786 archive/
      eventdb ingest --lexicons my-words/ news/
      eventdb ingest news.jsonl.gz crawl.warc.gz pages.zip
      zcat dump.gz | jq -c '{text: .body, url}' | eventdb ingest --jsonl -
    """
    folders = choose_lexicons(lexicons)
    report = ingested(inputs(paths, has_lines=jsonl), crew_of(executor, workers, scheduler, folders), rehash=rehash)
    print_report(report)
    raise typer.Exit(STOPPED if report.is_stopped else SOME_FILES_REJECTED if report.rejected else 0)


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
    jsonl: JsonLines = False,
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
      eventdb extract - < article.txt
    """
    choose_lexicons(lexicons)
    given = inputs(paths, has_lines=jsonl)
    if explain or explain_html:
        _explain(given, explain_html, is_printed=explain)
    else:
        _print_objects(given, form, full=full)


def _print_objects(paths: Sequence[Input], form: Lines, *, full: bool) -> None:
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


def _explain(paths: Sequence[Input], page: Path | None, *, is_printed: bool) -> None:
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

    choose_lexicons(None)
    print_report(ingested([str(folder("examples/articles"))], nullcontext()))
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


def print_report(report: Report) -> None:
    print(counts_of(report))
    if report.is_stopped:
        print("stopped before all was read; the next run reads the rest")
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
