"""Explanations for eyes: on a terminal in colour, as plain lines elsewhere, or as a page of HTML.

In: paths. Out: printed text, or a written file; files that are no articles are told on stderr. There is no
colour where output is no terminal or NO_COLOR is set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from eventdb.cli.showing import in_a_line
from eventdb.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from loaders.explain import Explanation, Match, Piece, Sentence, Stretch
    from loaders.sources import Input

COLOURS = {
    "actor": "bold blue", "people": "bold red", "date": "magenta", "place": "green", "event": "bold yellow",
    "verb": "cyan", "outlet": "italic", "aside": "",
}  # fmt: skip
MARGIN = 10
UNREAD = "bright_black"


def explanations(paths: Iterable[Input], rejected: list[str]) -> Iterator[Explanation]:
    """Each article under the paths, explained; what is none is told, and its path kept in `rejected`."""
    from dataclasses import replace

    from loaders.explain import Explanation, explain
    from loaders.ingest import read_by, readable

    for path, found in read_by(explain, paths):
        if isinstance(found, Explanation):
            yield replace(found, file=readable(path))
        else:
            rejected.append(readable(path))
            print(in_a_line(f"eventdb: {readable(path)}: {found.reason}"), file=sys.stderr)


def print_explained(found: Iterable[Explanation]) -> None:
    """Print explanations, sentence by sentence, then the facts."""
    from rich.console import Console

    is_plain = bool(os.environ.get("NO_COLOR"))
    console = Console(highlight=False, markup=False, emoji=False, color_system=None if is_plain else "auto")
    for each in found:
        _print(console, each)


def write_page(found: Iterable[Explanation], path: Path) -> None:
    """Write explanations as one page of HTML."""
    from loaders.explain import page

    written = page(list(found))
    try:
        path.write_text(written, encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}; a file in a folder of yours would be right"
        ) from None


def _print(console: Console, each: Explanation) -> None:
    from loaders.explain import published_words

    _row(console, "file", _plain(each.file, "bold"))
    _row(console, "published", _plain(published_words(each.facts.published)))
    console.print()
    for stretch in each.stretches:
        _print_stretch(console, stretch)
    _print_facts(console, each)


def _print_stretch(console: Console, stretch: Stretch) -> None:
    if not stretch.sentences:
        for line in filter(str.strip, stretch.text.splitlines()):
            _row(console, stretch.kind, _plain(line.strip(), UNREAD if stretch.kind == "clutter" else "italic"))
    for sentence in stretch.sentences:
        _row(console, stretch.kind, _sentence(sentence))
        _row(console, "", _plain(sentence.masked, UNREAD))
        for match in sentence.matches:
            _print_match(console, match)
        if not sentence.matches:
            _row(console, "", _plain("\u00b7 no frame matched", UNREAD))
    console.print()


def _print_match(console: Console, match: Match) -> None:
    notes = [f"{name}: {words}" for name, words in match.slots if name != "how"]
    notes += [f"mood {match.mood}"] if match.mood else []
    notes += [f"means {match.means}"] if match.means else []
    notes += [f"says {match.said_by}"] if match.said_by else []
    line = _plain("\u2713 " if match.facts else "\u00b7 ", "green" if match.facts else UNREAD)
    line.append_text(_plain(match.rule, "bold" if match.facts else UNREAD))
    line.append_text(_plain(f" \u201c{match.words}\u201d " + " \u00b7 ".join(notes), "" if match.facts else UNREAD))
    if match.why:
        line.append_text(_plain(f" \u2014 {match.why}", "yellow"))
    _row(console, "", line)
    for ref in match.facts:
        _row(console, "", _plain(f"    \u2192 e{ref.event + 1} {ref.words}", "green"))


def _print_facts(console: Console, each: Explanation) -> None:
    from loaders.explain import event_words

    if not each.facts.events:
        _row(console, "facts", _plain("none was found"))
    for number, event in enumerate(each.facts.events):
        told = _plain(" \u00b7 ".join(event_words(event)), "bold")
        told.append_text(_plain(" \u00b7 main story" if event.is_core else ""))
        _row(console, f"e{number + 1}", told)
        for words in _parts(each, number):
            _row(console, "", _plain(f"    {words}"))
    console.print()


def _parts(each: Explanation, number: int) -> Iterator[str]:
    from loaders.explain import figure_words, participation_words

    event = each.facts.events[number]
    yield from (participation_words(each.facts, row) for row in event.participations)
    yield from map(figure_words, event.figures)


def _sentence(sentence: Sentence) -> Text:
    from rich.text import Text

    line = Text()
    for piece in sentence.pieces:
        _add(line, piece, "")
    return line


def _add(line: Text, piece: Piece, style: str) -> None:
    """A piece in its colour; what lies inside it in its own."""
    own = COLOURS.get(piece.category, style) or style
    if not piece.inside:
        line.append(in_a_line(piece.text), own)
    for inner in piece.inside:
        _add(line, inner, own)


def _plain(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(in_a_line(words), style)


def _row(console: Console, label: str, words: Text) -> None:
    """A line behind its label; on a terminal it is broken under itself, elsewhere it stays one line."""
    from rich.padding import Padding
    from rich.table import Table

    head = _plain(f"{label:>{MARGIN}}  ", UNREAD)
    if not console.is_terminal:
        console.print(head + words, soft_wrap=True)
        return
    grid = Table.grid()
    grid.add_column(width=MARGIN + 2, no_wrap=True)
    grid.add_column()
    grid.add_row(head, Padding(words, 0))
    console.print(grid)
