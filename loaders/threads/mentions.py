"""Mentions of events: a mask of an event goes in, a draft with type, place, days, status and parties comes out."""

from __future__ import annotations

import re

from loaders.facts import PlaceFact
from loaders.lexicons.words import EventNoun
from loaders.patterns.kinds import VERB_MASK, number_of
from loaders.threads import cues
from loaders.threads.cast import Cast
from loaders.threads.days import date_event
from loaders.threads.drafts import EventDraft
from loaders.threads.parties import name_parties
from loaders.threads.places import WHOLE_COUNTRY, place_of, stands_in
from loaders.threads.reading import Reading
from loaders.threads.scene import Scene, event_numbers, position, premodifiers
from loaders.threads.standing import status_of

NAMED_PLACE = re.compile(r"\b(?:city|town|village|district|province|port|camp|county|hamlet|suburb|township) of\s+$")
"""Behind these an unknown name is a place's."""

POINTED = re.compile(r"\b(?:that|this)\s+$", re.I)
"""Before a mention that goes back: "claimed that attack"."""

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
    geo = kinds["city"] + kinds["place"] + kinds["state"]
    behind = re.match(
        rf"..\s*(?:{VERB_MASK}\s*)?(?:(?:{kinds['date']}.|on)\s*)*(?:in|at)\s(?:the\s)?(?:[\w-]+\s(?:of\s)?){{0,3}}?[{geo}](.)",
        reading.masked.string[at:],
        re.S,
    )
    return place_of(reading, number_of(behind[1]), scene.countries) if at >= 0 and behind else None


def local_place(
    reading: Reading, scene: Scene, *, at: int = -1, in_clause: bool = False, until: int | None = None
) -> PlaceFact | None:
    """A place of the main string behind "in", "at", "near": the nearest to `at`, the most exact first.

    `in_clause` refuses one that another clause lies between ("said in Accra that talks will go on"),
    `until` one behind it.
    """
    kinds = reading.masked.kinds.codes
    hits = []
    for match in re.finditer(
        f"[{kinds['city']}{kinds['place']}{kinds['state']}](.)", reading.masked.string[:until], re.S
    ):
        number = number_of(match[1])
        if in_clause and _leads_elsewhere(reading, *sorted((match.start(), at))):
            continue
        place = place_of(reading, number, scene.countries) if stands_in(reading, number) else None
        if place and (not in_clause or place.precision < 4):
            hits.append((abs(match.start() - at) if at >= 0 else 0, place))
    for match in re.finditer(f"{kinds['name']}(.)", reading.masked.string[:until], re.S):
        if NAMED_PLACE.search(reading.masked.string[: match.start()]):
            hits.append((0, PlaceFact(reading.masked.words(number_of(match[1])), None, 1)))
    return min(hits, key=lambda hit: (hit[1].precision == WHOLE_COUNTRY, hit[0]))[1] if hits else None


def _leads_elsewhere(reading: Reading, start: int, stop: int) -> bool:
    """Whether a stretch of the main string holds a verb of saying or opens another clause."""
    between, codes = reading.masked.string[start:stop], reading.masked.kinds.codes
    says = "".join(codes[f"say.{form}"] for form in ("active", "bare", "passive", "ing"))
    return bool(re.search(rf"[{says}]|\b(?:that|who|which|where|when|after|before|while|as|but|since)\s", between[2:]))
