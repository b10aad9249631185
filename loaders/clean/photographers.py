"""The credit of a picture as written: "AP Photo/Ada Obi, Pool". In: a credit line's words. Out: its span, or None.

The label before it ("Photo:", "Image source,", "©") and brackets are no part of it. Who is named without any agency is
credited only where the label speaks of the photographer; "Image: Navy." is how pages name the owner of a drawing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clean.outlets import find_outlets, outlet_named
from loaders.clean.shapes import NAME
from loaders.lexicons.reading import Folders

PICTURE = r"(?:photo(?:graph)?|image|picture|video|graphic|map|illustration|cover|credit|file|pic|courtesy|media)s?"
AFTER = r"(?:[ -](?:credit|source|by|courtesy|of|copyright|from|image|photo|file|taken by)s?)*"
LABEL = re.compile(
    rf"[\s\[(*_•–—-]*(?:(?:file|handout|archive|representational|representative)\s+)?"
    rf"(?:{PICTURE}\b{AFTER}\s*[:,|/–—-]?\s+|(?:©|\(c\))\s*(?:(?:19|20)\d\d,? )?|by\s+)",
    re.IGNORECASE,
)
OPENING = re.compile(r"[\s\[(*_•–—-]*")
PHOTOGRAPHER = re.compile(r"(?:photo(?:graph)?|pic(?:ture)?|credit)|©", re.IGNORECASE)
NOBODY = re.compile(r"(?:stringer|staff|handout|pool|file(?: photo)?|archive|undated)\s*,\s*", re.IGNORECASE)
END = re.compile(r"\s*(?:[|\n\])]|(?<=[a-z]{2})\.\s|\.$|$| - | – )")
SUFFIX = re.compile(r"(?<=\S)[ ,(-]*\b(?:file )?(?:photos?|pictures?|images?|file)$", re.IGNORECASE)
OWNER = re.compile(rf"{NAME}(?:\s*/\s*[A-Z][\w .'’&-]+)?|[A-Z][\w.'’-]+(?: (?:of|the|for|and|&|[A-Z][\w.'’-]+)){{1,6}}")
# "Ada Obi for The Times": who took it, no agency.
FREELANCE = re.compile(r"\b[Ff]or (?:[Tt]he )?$|\b[Ff]or [A-Z]")
LONGEST = 90


@dataclass(frozen=True, slots=True)
class PhotoCredit:
    """Characters `[start, stop)` of the line, and the agency there, or the whole where it names none."""

    start: int
    stop: int
    agency: str


def photo_credit(words: str, folders: Folders = ()) -> PhotoCredit | None:
    """The first credit of a line that credits pictures."""
    label = LABEL.match(words)
    start = label.end() if label else OPENING.match(words).end()  # type: ignore[union-attr]
    if nobody := NOBODY.match(words, start):
        start = nobody.end()
    end = END.search(words, start)
    stop = _without_suffix(words, start, end.start() if end else len(words), folders)
    written = words[start:stop]
    if not written or len(written) > LONGEST:
        return None
    hits = [hit for hit in find_outlets(written, folders) if not FREELANCE.search(written, 0, hit.start)]
    if hits:
        return PhotoCredit(start, stop, hits[0].outlet.name)
    is_labelled = bool(label and PHOTOGRAPHER.search(label[0]))
    is_owner = OWNER.fullmatch(written) and (is_labelled or "/" in written or FREELANCE.search(written))
    return PhotoCredit(start, stop, written) if is_owner else None


def _without_suffix(words: str, start: int, stop: int, folders: Folders) -> int:
    """ "PTI File Photo" names PTI; "AP Photo/Ada Obi" is a credit as a whole."""
    found = None if outlet_named(words[start:stop], folders) else SUFFIX.search(words, start, stop)
    return found.start() if found and outlet_named(words[start : found.start()], folders) else stop
