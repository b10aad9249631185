"""The command search: words in, articles and sentences out, for eyes as short passages, for programs as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from shutil import get_terminal_size
from textwrap import wrap
from typing import Annotated, Any

import typer

from eventdb.cli.asking import Form
from eventdb.cli.opening import reading
from eventdb.cli.showing import Format, in_a_line, print_rows

SEARCH = """
select published_to as published, outlet, file, headline, sentence, event_id, event
from report.search(%s, %s, %s)
"""
INDENT = "    "


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="As for a search engine; see the examples.")],
    limit: Annotated[int, typer.Option(min=1, help="Articles at most.")] = 10,
    sentences: Annotated[int, typer.Option(min=1, help="Sentences of each article at most.")] = 3,
    form: Form = Format.TABLE,
) -> None:
    """Find articles and sentences by their words, best first, with the events that they tell of.

    \b
    Examples:
      eventdb search muscat talks                  # both, in any form
      eventdb search '"peace talks" or summit'     # words in this order, or another word
      eventdb search --limit 3 -- muscat -houthis  # without a word
    """
    with reading() as connection:
        cursor = connection.execute(SEARCH, (" ".join(words), limit, sentences))
        rows = cursor.fetchall()
        if form is Format.TABLE:
            _print_found(rows)
            return
        print_rows([column.name for column in cursor.description or ()], rows, form)


def _print_found(rows: Iterable[tuple[Any, ...]]) -> None:
    """Each article with its sentences, and under each sentence the events that it tells of."""
    width = max(40, get_terminal_size().columns)
    for (published, outlet, file, headline), told in groupby(rows, key=lambda row: row[:4]):
        about = "  ".join(str(known) for known in (published, outlet, headline) if known)
        for line in [*_lines(about, width, ""), f"{INDENT}{in_a_line(file)}", *_sentences(told, width)]:
            print(line)
        print()


def _sentences(rows: Iterable[tuple[Any, ...]], width: int) -> Iterator[str]:
    for sentence, told in groupby(rows, key=lambda row: row[4]):
        yield from _lines(sentence or "", width, INDENT)
        yield from (f"{INDENT * 2}→ {in_a_line(event)}  {event_id}" for *_, event_id, event in told if event_id)


def _lines(text: str, width: int, indent: str) -> list[str]:
    return wrap(in_a_line(text), width, initial_indent=indent, subsequent_indent=indent)
