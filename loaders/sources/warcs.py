"""WARC files: one article an HTML response. In: a stream of records. Out: pages, placed by the record's number.

The address that was asked for and the day on which it was go with a page. Other records, other kinds of response and
answers other than 200 are counted. Needs the package warcio.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import date
from typing import TYPE_CHECKING

from eventdb.errors import DamagedError
from loaders.sources.containers import Container
from loaders.sources.met import Met, Page
from loaders.sources.opening import too_large
from loaders.sources.packed import Piecewise
from loaders.sources.reasons import Ignored, Reason

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML = ("text/html", "application/xhtml+xml")
OK = "200"
CHUNK = 1 << 16


def warc_pages(container: Container) -> Iterator[Met]:
    """The pages of a WARC file."""
    for number, record in enumerate(_records(container), start=1):
        why = _no_page(record)
        met = container.skipped(number, why) if why else _guarded_page(container, number, record)
        if not record.rec_type or _is_cut(record):
            raise DamagedError(f"record {number} is no record, or shorter than it says")
        yield met


def _records(container: Container) -> Iterator[ArcWarcRecord]:
    """Records in order; warcio tells of damage on stderr or by errors of several kinds."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    reader = ArchiveIterator(Piecewise(container.stream))
    while True:
        try:
            with redirect_stderr(io.StringIO()):
                record = next(reader, None)
        except (ArchiveLoadFailed, StatusAndHeadersParserException, LookupError, ValueError) as error:
            raise DamagedError(" ".join(str(error).split())[:200]) from error
        if reader.err_count:
            raise DamagedError("a record is longer or shorter than it says")
        if record is None:
            return
        yield record


def _no_page(record: ArcWarcRecord) -> Ignored | None:
    """Why a record is no page."""
    if record.rec_type != "response" or record.http_headers is None:
        return Ignored.OTHER_RECORD
    if record.http_headers.get_statuscode() != OK:
        return Ignored.NOT_OK
    return None if _content_type(record).startswith(HTML) else Ignored.NOT_HTML


def _content_type(record: ArcWarcRecord) -> str:
    return (record.http_headers.get_header("Content-Type") or "").strip().casefold()


def _guarded_page(container: Container, number: int, record: ArcWarcRecord) -> Met:
    try:
        return _page(container, number, record)
    except (zlib.error, EOFError, LookupError, ValueError) as error:
        return container.rejected(number, Reason.DAMAGED, str(error))


def _page(container: Container, number: int, record: ArcWarcRecord) -> Met:
    raw = record.content_stream().read(container.page_limit + 1)
    if len(raw) > container.page_limit:
        return container.rejected(number, Reason.TOO_LARGE, too_large(None, container.page_limit))
    _, _, charset = _content_type(record).partition("charset=")
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    page = Page(charset.strip(" \"';") or None, address.strip("<>") or None, _day(record))
    return container.item(number, raw, container.known, page)


def _is_cut(record: ArcWarcRecord) -> bool:
    """Whether the file ended before the record did."""
    while record.raw_stream.read(CHUNK):
        continue
    return bool(record.raw_stream.limit)


def _day(record: ArcWarcRecord) -> date | None:
    try:
        return date.fromisoformat((record.rec_headers.get_header("WARC-Date") or "")[:10])
    except ValueError:
        return None
