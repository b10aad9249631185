"""HTML to an article's text. In: the bytes of a page. Out: its headline and body, decoded, with what the page says of
itself; or why there is none. Pure. Needs the package trafilatura, which brings htmldate.

The text that comes out is what is stored, and all offsets refer to it; the page itself is not kept. Scripts, menus and
comments are left out. What a page says of itself is often dirt: a value that is malformed counts as absent, and what is
known beside the page wins. The day is that of first publication, and never later than the day on which it was fetched.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from eventdb.errors import MetadataError
from loaders.sources.decoding import Decoded, Refused, checked, decode_bytes
from loaders.sources.met import Page
from loaders.sources.metadata import KEYS, Metadata, metadata
from loaders.sources.reasons import Reason
from loaders.sources.stated import published_words

PACKAGES = ("trafilatura", "htmldate", "warcio")
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
CHARSETS = re.compile(r"(?:iso-?8859|windows|cp125|koi8|gb|big5|euc|shift|mac|latin|us-ascii)[\w-]{0,12}", re.I)
LATIN = ("iso8859-1", "ascii")  # in which pages say they are written where they are in Windows' form of it
HEAD = 4096
# What code raises that met a page of a kind that its author did not think of.
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
LATEST = "2199-12-31"


def is_installed() -> bool:
    """Whether pages can be read here."""
    return all(map(find_spec, PACKAGES))


def page_text(raw: bytes, page: Page, known: Metadata) -> tuple[Decoded, Metadata] | Refused:
    """The text of a page's article, and its metadata."""
    markup = _decoded(raw, page.charset)
    if isinstance(markup, Refused):
        return markup
    if not is_installed():
        return Refused(Reason.NO_PACKAGE)
    found = _article(markup.text, page)
    if found is None:
        return Refused(Reason.NO_BODY)
    text = checked(_with_headline(found.text, found.title), markup.encoding)
    return text if isinstance(text, Refused) else (text, _filled(known, dict(_said(found, page, markup.text))))


def _decoded(raw: bytes, charset: str | None) -> Decoded | Refused:
    """The page's markup: UTF-8 where it is that, else what the server or the page says, else as any text."""
    if not raw.strip():
        return Refused(Reason.ONLY_SPACE if raw else Reason.EMPTY)
    declared = DECLARED.search(raw[:HEAD])
    found = decode_bytes(raw)
    if isinstance(found, tuple) and found[1].startswith("utf"):
        return Decoded(*found)
    for name in (charset or "", declared[1].decode("ascii") if declared else ""):
        if CHARSETS.fullmatch(name) and (read := _read_as(raw, name)):
            return read
    return found if isinstance(found, Refused) else Decoded(*found)


def _read_as(raw: bytes, name: str) -> Decoded | None:
    try:
        codec = codecs.lookup(name).name
        codec = "cp1252" if codec in LATIN else codec
        return Decoded(raw.decode(codec), codec)
    except (LookupError, UnicodeError):
        return None


@cache
def _library() -> ModuleType:
    """trafilatura, which would warn on stderr of each page that it cannot read."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura


def _article(markup: str, page: Page) -> Any:
    """As trafilatura finds it; dates only where the page states them, and none that depends on today.

    None where there is none, or where the page is so odd that trafilatura fails on it.
    """
    dates = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d", "max_date": LATEST}
    library = _library()
    try:
        return library.bare_extraction(
            DECLARATION.sub("", markup, count=1),
            url=page.address,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dates,
        )
    except FAULTS:
        return None


def _with_headline(body: str, title: str | None) -> str:
    """The headline above the paragraphs, an empty line between each two, as on a page that was saved as text."""
    paragraphs = [line.strip() for line in body.splitlines() if line.strip()]
    headline = " ".join((title or "").split())
    if headline and headline not in paragraphs[:2]:
        paragraphs.insert(0, headline)
    return "\n\n".join(paragraphs)


def _filled(known: Metadata, said: Mapping[str, Any]) -> Metadata:
    """What is known beside the page, and what the page says where nothing is."""
    return Metadata(**{key: getattr(known, key) or said.get(key) or getattr(Metadata(), key) for key in KEYS})


def _said(found: Any, page: Page, markup: str) -> Iterator[tuple[str, Any]]:
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    values = {
        "url": _address(found.url, page.address),
        "publisher": None if found.sitename == found.hostname else found.sitename,
        "published": published_words(found.date, page.fetched, markup),
        "authors": authors,
        "title": found.title,
    }
    for key, value in values.items():
        try:
            yield key, getattr(metadata({key: value}, "the page"), key)
        except MetadataError:
            continue


def _address(canonical: str | None, asked: str | None) -> str | None:
    """The page's own address where it lies on the host that was asked; a page of many copies may name any."""
    return asked if asked and canonical and _host(asked) != _host(canonical) else canonical or asked


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
