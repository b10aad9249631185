"""Files to articles' texts. In: paths. Out: raw sources in a fixed order, decoded text, metadata; or a rejection.

The only stage that reads files of articles. Every file it meets is handed on, rejected with a reason, or counted as
skipped.
"""

from __future__ import annotations

from loaders.sources.decoding import Decoded, Refused, decode
from loaders.sources.documents import Document, document
from loaders.sources.languages import language
from loaders.sources.met import Met, Page, Source, Whole, file_of
from loaders.sources.metadata import Metadata
from loaders.sources.reasons import Ignored, Reason, Rejection, Skipped
from loaders.sources.standard import Input, StandardInput
from loaders.sources.unread import Unread
from loaders.sources.walking import sources, walked

__all__ = [
    "Decoded",
    "Document",
    "Ignored",
    "Input",
    "Met",
    "Metadata",
    "Page",
    "Reason",
    "Refused",
    "Rejection",
    "Skipped",
    "Source",
    "StandardInput",
    "Unread",
    "Whole",
    "decode",
    "document",
    "file_of",
    "language",
    "sources",
    "walked",
]
