"""Names as sites of events, by the words around them: masks go in, places that a name stands for come out.

"Peshawar's Daudzai area" is Daudzai; "in the village of Mbau, in Beni territory" is Mbau and lies where Beni lies;
"40 km east of Kathmandu" is only a bearing. What the gazetteer does not know is a site where its words say so.
"""

from __future__ import annotations

import re

from loaders.annotate.atoms import Known
from loaders.annotate.unknown_names import UnknownName
from loaders.facts import PlaceFact
from loaders.threads.reading import Reading

TYPE = (
    r"(?:neighbou?rhood|sub-?district|district|area|village|town|city|province|region|county|valley|camp|suburb|sector|"
    r"quarter|municipality|township|department|governorate|territory|tehsil|commune|locality|hamlet|settlement|island|"
    r"islet|oblast|prefecture|parish|canton|ward|enclave|outpost|junction|pass|local\sgovernment\sarea)"
)
"""What kinds of places are called behind their names."""
NAMED = re.compile(
    rf"(?:\b{TYPE}|\bport|\bhills|\bhighlands|\boutskirts|\bedge|\bsuburbs|\bstreets|\bvillages|\btowns)"
    r" of\s+(?:the\s+)?$",
    re.I,
)
BEHIND = re.compile(rf"\s+{TYPE}s?\b(?!\s+(?:of\s+)?(?:police|council|court|officials?|governor|chief|administrator))")
APPOSED = re.compile(rf",\s+an?\s+(?:[\w-]+\s+){{0,4}}?{TYPE}\b")
DIRECT = re.compile(
    r"\b(?:in|at|near|outside|inside)\s+(?:(?:north|south|east|west|central|downtown|rural|nearby|neighbou?ring)\w*\s+)?$"
)
LED = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|on|against|into|over|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?$"
)
INNER = re.compile(
    r"['’]s?\s+(?:(?:restive|remote|volatile|troubled|rural|northern|southern|eastern|western|central|coastal)\s+)?"
)
ENCLOSING = re.compile(
    rf"(?:\s+{TYPE})?(?:,?\s+(?:in|inside|of|near|on|an?|the|[a-z]+ern|central|restive|remote|main|largest|"
    rf"(?:second|third)-\w+|{TYPE})\b){{0,7}}?,?\s+(?:the\s+)?"
)
"""What may stand between a name and the place that it lies in."""
BEARING = re.compile(
    r"""\b(?:km|kms|kilomet(?:er|re)s?|miles?)(?:\s\([^)]*\))?\b[^.;]{0,40}?\b(?:of|from)\s+
        (?:the\s+)?(?:(?:\w+\s){0,3}(?:capital|city|town|village|border)\s(?:of\s)?,?\s*)?$""",
    re.I | re.X,
)
"""What stands before a name that only tells where another one lies."""
REACH = 48
"""So far behind a name the place that it lies in may begin."""


def is_bearing(reading: Reading, number: int) -> bool:
    """Whether a name tells only from where to measure: "230 miles northwest of Bogota"."""
    start = reading.masked.masks[number].start
    return bool(BEARING.search(reading.masked.text, max(0, start - 90), start))


def is_site(reading: Reading, number: int) -> bool:
    """Whether a name that no lexicon knows is a place's: "the village of X", "in the X district", "X, a town"."""
    mask, text = reading.masked.masks[number], reading.masked.text
    if not isinstance(mask.value, UnknownName) or mask.value.organisation is not None:
        return False
    before, behind = text[max(0, mask.start - 60) : mask.start], text[mask.stop : mask.stop + 60]
    if re.match("['’]", behind):
        return False
    if NAMED.search(before) or APPOSED.match(behind):
        return True
    return bool(DIRECT.search(before) or BEHIND.match(behind) and LED.search(before))


def is_called_one(reading: Reading, number: int) -> bool:
    """Whether the words before a name that no lexicon knows tell that it is a place's: "the village of Mbau"."""
    start = reading.masked.masks[number].start
    return reading.masked.masks[number].kind == "name" and bool(
        NAMED.search(reading.masked.text, max(0, start - 60), start)
    )


def inner(reading: Reading, number: int) -> int | None:
    """The part of a place that its possessive leads to: "Puno's Lampa Alta district" → Lampa Alta."""
    masks, text = reading.masked.masks, reading.masked.text
    tie = INNER.match(text, masks[number].stop)
    if tie is None:
        return None
    for other, mask in enumerate(masks):
        if mask.start == tie.end() and mask.kind in ("name", "city", "place") and BEHIND.match(text, mask.stop):
            return other
    return None


def enclosing(reading: Reading, number: int) -> str | None:
    """The country of the place that a name lies in, as the words behind it tell."""
    mask, text = reading.masked.masks[number], reading.masked.text
    for other in reading.masked.masks:
        if mask.stop < other.start <= mask.stop + REACH and isinstance(other.value, Known):
            entry = other.value.entry
            if (
                entry.kind in ("place", "country")
                and entry.country
                and ENCLOSING.fullmatch(text, mask.stop, other.start)
            ):
                return entry.country
    return None


def unknown(reading: Reading, number: int, country: str | None = None) -> PlaceFact:
    """A place that only its name tells, in the country of what it lies in."""
    return PlaceFact(reading.masked.words(number), country or enclosing(reading, number), 1)
