"""A source's bytes to a text that can be read. In: `Source`. Out: `Document`, or a rejection with its reason. Pure.

Decodes, lifts front matter out of texts and the article out of pages, joins metadata, and refuses other languages than
English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import MetadataError
from loaders.sources.decoding import Refused, decode
from loaders.sources.languages import ENGLISH, UNSURE, language, language_name
from loaders.sources.met import Page, Source
from loaders.sources.metadata import Metadata, agreed
from loaders.sources.pages import page_text
from loaders.sources.reasons import Reason, Rejection, rejection
from loaders.sources.sidecars import front_matter

MOST_UNSURE_WORDS = 60


@dataclass(frozen=True, slots=True)
class Document:
    """A text in normal form, to which every later offset refers, and all that is known beside it.

    `language` is `en`, or `und` for a text too short to tell.
    """

    text: str
    encoding: str
    language: str
    metadata: Metadata


def document(source: Source) -> Document | Rejection:
    """The document of a source, or why there is none."""
    return _page(source, source.page) if source.page else _text(source)


def _page(source: Source, page: Page) -> Document | Rejection:
    found = page_text(source.raw, page, source.metadata)
    if isinstance(found, Refused):
        return rejection(source.path, found.code, found.detail)
    decoded, known = found
    return _in_english(source.path, Document(decoded.text, decoded.encoding, language(decoded.text), known))


def _text(source: Source) -> Document | Rejection:
    decoded = decode(source.raw)
    if isinstance(decoded, Refused):
        return rejection(source.path, decoded.code, decoded.detail)
    try:
        above, text = front_matter(decoded.text, source.name)
        known = agreed([("the files beside it", source.metadata), ("its front matter", above)])
    except MetadataError as error:
        return Rejection(source.path, Reason.BAD_METADATA, str(error))
    if not text.strip():
        return rejection(source.path, Reason.ONLY_SPACE, "below its front matter")
    return _in_english(source.path, Document(text, decoded.encoding, language(text), known))


def _in_english(path: Path, found: Document) -> Document | Rejection:
    stated = (found.metadata.language or ENGLISH).casefold().split("-")[0]
    if stated not in (ENGLISH, "eng"):
        return rejection(path, Reason.NOT_ENGLISH, f"its metadata say {stated}")
    if found.language not in (ENGLISH, UNSURE):
        return rejection(path, Reason.NOT_ENGLISH, f"it reads as {language_name(found.language)}")
    if found.language == UNSURE and len(re.findall(r"[^\W\d_]+", found.text)) > MOST_UNSURE_WORDS:
        return rejection(path, Reason.NOT_ENGLISH, "no language could be told by its small words")
    return found
