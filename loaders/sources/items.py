"""Formats that hold articles: plain text, HTML, JSON Lines, WARC. In: a name or first bytes. Out: the reader of it.

To read another format, write one function from `Container` to what it finds, and give it a row of `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from loaders.sources.containers import Container, Reader
from loaders.sources.decoding import is_markup
from loaders.sources.jsonlines import json_lines
from loaders.sources.met import Met, Page
from loaders.sources.pages import is_installed
from loaders.sources.reasons import Reason, rejection
from loaders.sources.warcs import warc_pages


def one_text(container: Container) -> Iterator[Met]:
    """The stream as one article in plain text."""
    yield container.whole()


def one_page(container: Container) -> Iterator[Met]:
    """The stream as one page of HTML."""
    yield container.whole(Page())


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the suffixes of its files' names, how to tell it by its first bytes, who reads it."""

    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Reader
    is_one: bool = False  # one article a file, with metadata beside it
    needs_packages: bool = False

    def largest(self, container: Container) -> int | None:
        """The largest file of this format; None where it holds any number of articles."""
        if not self.is_one:
            return None
        return container.page_limit if self.needs_packages else container.limit


def _is_page(head: bytes) -> bool:
    return is_markup(head.decode("utf-8-sig", "replace"))


def _never(head: bytes) -> bool:
    return False


TEXT = Format((".txt", ".text", ".md"), _never, one_text, is_one=True)
PAGE = Format((".html", ".htm", ".xhtml"), _is_page, one_page, is_one=True, needs_packages=True)
LINES = Format((".jsonl", ".ndjson"), _never, json_lines)
WARC = Format((".warc",), lambda head: head.startswith(b"WARC/"), warc_pages, needs_packages=True)
FORMATS = (TEXT, PAGE, LINES, WARC)


def format_of(name: str) -> Format | None:
    """The format that a file's name tells."""
    suffix = PurePath(name).suffix.casefold()
    return next((each for each in FORMATS if suffix in each.suffixes), None)


def format_by(head: bytes) -> Format:
    """The format that a file's first bytes tell; plain text where they tell none."""
    return next((each for each in FORMATS if each.begins(head)), TEXT)


def items(container: Container, form: Format) -> Iterator[Met]:
    """What a stream in a format holds."""
    if form.needs_packages and not is_installed():
        yield rejection(container.path, Reason.NO_PACKAGE)
    else:
        yield from form.read(container)
