"""Mentions of events: a mask of an event goes in, a draft with type, place, days, status and parties comes out."""

from __future__ import annotations

import re

from loaders.facts import PlaceFact
from loaders.lexicons.words import EventNoun
from loaders.patterns.kinds import VERB_MASK, number_of
from loaders.threads import cues, sites
from loaders.threads.cast import Cast
from loaders.threads.days import date_event
from loaders.threads.drafts import EventDraft
from loaders.threads.parties import name_parties
from loaders.threads.places import INTO, WHOLE_COUNTRY, main_capital, place_of, stands_in
from loaders.threads.reading import Reading
from loaders.threads.scene import Scene, below, event_numbers, position, premodifiers, told_in
from loaders.threads.standing import status_of

POINTED = re.compile(r"\b(?:that|this)\s+$", re.I)
"""Before a mention that goes back: "claimed that attack"."""

IN_THE_CAPITAL = re.compile(
    r"\b(?:in|across|around|near|inside|outside|through|throughout|(?:at|on) the edge of) the capital\b"
    r"(?!\s+of|,?\s+[A-Z])"
)
"""Here a capital without a name is that of the article's main country."""
OPENING, EARLIER = 24, 2
"""A place so near to the start opens its sentence; another one before the event counts so many times as far."""
AMID = re.compile(r"\b(?:amid|despite)\s+(?:the\s+)?$", re.I)
"""Behind these a meeting is what happens meanwhile, perhaps elsewhere."""


def draft(reading: Reading, number: int, cast: Cast, scene: Scene) -> EventDraft | None:
    """The event that a mask mentions; None where its head is no event."""
    mask = reading.masked.masks[number]
    noun = mask.value
    if not isinstance(noun, EventNoun):
        return None
    words = reading.masked.words(number)
    start, stop = reading.span(number)
    event = EventDraft(
        noun.type, "occurred", reading.number, start, stop, f"nouns/{noun.head.replace(' ', '-')}", {noun.head}
    )
    event.is_definite = cues.opens("definite", words)
    event.is_definite = event.is_definite or bool(POINTED.search(reading.masked.text[: mask.start]))
    event.is_definite = event.is_definite and not cues.opens("indefinite", words)
    event.is_definite = event.is_definite or bool(re.match(r"\w+day['’]s\b", words))
    event.is_indefinite = cues.opens("indefinite", words) or noun.is_plural and cues.opens("separate", words)
    event.is_set = _is_set(words, noun)
    event.is_elsewhen = cues.ends("background", reading.masked.string[: max(position(reading, number), 0)])
    event.is_headline, event.block = reading.block == "title", reading.block
    is_denied = cues.opens("denied", reading.masked.text[mask.stop :])
    if is_denied and not cues.within("planned", words) or words.lower().startswith(("no ", "neither ")):
        return None
    _place(event, reading, number, scene)
    date_event(event, reading, number, scene)
    event.status = "cancelled" if is_denied else status_of(event, reading, number, scene)
    if event.when and event.when.is_lasting and event.when.last is None and event.status == "occurred":
        event.status = "ongoing"
    name_parties(event, reading, number, cast)
    return event


def _is_set(words: str, noun: EventNoun) -> bool:
    """Whether the words stand for several events: "both summits", "either event", "the conferences"."""
    if noun.kind != "meeting" or cues.within("uncounted", noun.head):
        return False
    return (
        cues.opens("set", words)
        and (noun.is_plural or words.lower().startswith("either"))
        or noun.is_plural
        and cues.opens("definite", words)
    )


def _place(event: EventDraft, reading: Reading, number: int, scene: Scene) -> None:
    slots = reading.masked.masks[number].slots
    event.place = next(filter(None, (place_of(reading, n, scene.countries) for n in slots.get("at", ()))), None)
    if event.place is None:
        event.place = _named_in(reading, number, scene)
    if event.place is None and event.family == "consult":
        for n, relation in premodifiers(reading, number):
            if reading.masked.masks[n].kind in ("city", "state") and relation == "":
                event.place = place_of(reading, n, scene.countries)
    if event.place is None:
        event.place = _place_behind(reading, number, scene)
    alone = event_numbers(reading, reading.masked.string) == [number]
    at = position(reading, number)
    if event.place is None and alone and event.family in ("assault", "coerce", "protest"):
        event.place = local_place(reading, scene, at=at)
    if event.place is None and alone and event.family == "consult" and not AMID.search(reading.masked.string[:at]):
        event.place = local_place(reading, scene, at=at, in_clause=True)


def _place_behind(reading: Reading, number: int, scene: Scene) -> PlaceFact | None:
    """A place that follows the event or its verb: "a summit will be held in Accra"."""
    at = position(reading, number)
    kinds = reading.masked.kinds.codes
    geo = "".join(kinds[kind] for kind in (*GEO, "name", "adjective"))
    behind = re.match(
        rf"..\s*(?:{VERB_MASK}\s*)?(?:(?:{kinds['date']}.|on)\s*)*(?:in|at)\s(?:the\s)?(?:[\w-]+\s(?:of\s)?){{0,3}}?[{geo}](.)",
        reading.masked.string[at:],
        re.S,
    )
    if at < 0 or behind is None or not _stands_there(reading, number_of(behind[1])):
        return None
    return place_of(reading, number_of(behind[1]), scene.countries)


def _named_in(reading: Reading, number: int, scene: Scene) -> PlaceFact | None:
    """A place inside the words of an event, or in the clause behind it that tells when and where it is."""
    within = [n for n in below(reading, number) if sites.is_site(reading, n)]
    aside = told_in(reading, number)
    within += [] if aside is None else [n for n in below(reading, aside) if _is_where(reading, n)]
    found = (place_of(reading, n, scene.countries) for n in within if not sites.is_bearing(reading, n))
    return next((place for place in found if place is not None), None)


GEO = ("city", "place", "state")


def _is_where(reading: Reading, number: int) -> bool:
    """Whether a mask stands behind "in", "at", "near" … in the text, wherever it is nested."""
    mask, text = reading.masked.masks[number], reading.masked.text
    if mask.kind == "adjective":
        return text[mask.stop : mask.stop + 9].startswith(" capital")
    return sites.is_site(reading, number) or mask.kind in GEO and bool(INTO.search(text[: mask.start][-60:]))


def local_place(
    reading: Reading, scene: Scene, *, at: int = -1, in_clause: bool = False, until: int | None = None
) -> PlaceFact | None:
    """A place of the main string behind "in", "at", "near": the nearest to `at`, the most exact first.

    `in_clause` refuses one that another clause lies between ("said in Accra that talks will go on"),
    `until` one behind it.
    """
    kinds = reading.masked.kinds.codes
    hits = []
    opening = "".join(kinds[kind] for kind in (*GEO, "name", "adjective"))
    for match in re.finditer(f"[{opening}](.)", reading.masked.string[:until], re.S):
        number = number_of(match[1])
        if not _stands_there(reading, number) or in_clause and _leads_elsewhere(reading, match.start(), at):
            continue
        place = place_of(reading, number, scene.countries)
        if place and (not in_clause or place.precision < 4):
            away = 0 if sites.is_called_one(reading, number) else _away(match.start(), at)
            hits.append(((place.precision == WHOLE_COUNTRY, sites.is_bearing(reading, number), away), place))
    if hits:
        return min(hits, key=lambda hit: hit[0])[1]
    return main_capital(scene.countries) if IN_THE_CAPITAL.search(reading.masked.text) and not in_clause else None


def _away(place: int, at: int) -> int:
    """How far a place stands from an event; one before it counts more, since it may belong to a clause before."""
    return 0 if at < 0 else abs(place - at) if place >= at or place < OPENING else EARLIER * (at - place)


def _stands_there(reading: Reading, number: int) -> bool:
    kind = reading.masked.masks[number].kind
    if kind in GEO:
        return stands_in(reading, number)
    return _is_where(reading, number)


def _leads_elsewhere(reading: Reading, place: int, at: int) -> bool:
    """Whether a verb of saying or another clause lies between a place and an event, but "in Oslo, where he met"."""
    start, stop = sorted((place, at))
    between, codes = reading.masked.string[start:stop], reading.masked.kinds.codes
    says = "".join(codes[f"say.{form}"] for form in ("active", "bare", "passive", "ing"))
    between = re.sub(r",?\swhere\s", " ", between) if place < at else between
    leads = rf"[{says}]|\b(?:that|who|which|where|when|after|before|while|as|but|since)\s|\bto\s[a-z]{{3,}}\s"
    return bool(re.search(leads, between[2:]))
