"""Which event a claim means: the one its words name, one that its verb tells, or the one being talked about."""

from __future__ import annotations

import re
from functools import partial

from loaders.frames import Claim
from loaders.patterns.kinds import VERB_MASK
from loaders.threads import mentions, scene, times
from loaders.threads.drafts import EventDraft
from loaders.threads.merging import absorb, kin
from loaders.threads.parties import BEHIND, oppose_government
from loaders.threads.places import place_of
from loaders.threads.positions import STATUS, position, stand_of
from loaders.threads.reading import Reading
from loaders.threads.speakers import day_of
from loaders.threads.story import Story, new_event
from loaders.threads.struck import garrison, held, marchers, struck

ROLE_OF = {"who": "participant"}
ROLES = ("host", "organiser", "mediator", "observer", "signatory", "perpetrator", "target", "speaker", "who", "party")
STORMING = (
    "events/invaded",
    "events/set-fire",
    "events/struck-from-air",
    "events/shelled",
    "events/bombed",
    "events/opened-fire",
)
SITE_WORDS = 40
"""So far behind a verb the site may stand that was hit."""
SCENE = re.compile(r"\b(?:in|at|near|inside|outside|around|across|throughout|from)\s+(?:the\s+)?(?:\w+ern\s+)?$", re.I)
"""Behind these a place is no actor."""


def events_for(story: Story, reading: Reading, claim: Claim) -> list[EventDraft]:
    """The events that a claim tells of: its verb's own, those it names, else the one that is being talked about."""
    if claim.frame.event_type:
        event = _verb_event(story, reading, claim)
        return [event] if event else []
    found: list[EventDraft] = []
    for number in claim.slots.get("event", ()):
        found += [e for e in map(partial(_meant, story), story.events_of(reading, number)) if e not in found]
    if found or claim.slots.get("event"):
        return [_at_place(story, reading, claim, event) for event in found]
    family = "assault" if claim.slots.keys() & {"perpetrator", "target"} else "consult"
    here = [
        _meant(story, e)
        for n in scene.event_numbers(reading, reading.masked.string)
        for e in story.events_of(reading, n)
        if e.family == family
    ]
    current = here[0] if len(set(map(id, here))) == 1 else _talked_of(story, family)
    return [current] if current else []


def _talked_of(story: Story, family: str) -> EventDraft | None:
    """The event of a family that is being talked about, else the one of which a position was told last."""
    current = story.current(family)
    if current is None or current.family == family:
        return current
    told = [
        (row.start, number)
        for number, event in enumerate(story.events)
        if event.family == family and not event.is_set
        for row in event.participations
        if not row.rule.startswith("nouns/")
    ]
    return story.events[max(told)[1]] if told else None


def _meant(story: Story, event: EventDraft) -> EventDraft:
    """The known event that "the talks" or "the sessions" goes back to, where the words say no day and no place."""
    if event.family != "consult" or not (event.is_definite or event.is_set) or event.when or event.place:
        return event
    known = [
        e
        for e in story.events
        if e is not event and not e.is_set and (e.when or e.place) and e.sentence <= event.sentence and kin(e, event)
    ]
    return max(known, key=lambda e: (bool(e.heads & event.heads), e.sentence), default=event)


def _at_place(story: Story, reading: Reading, claim: Claim, event: EventDraft) -> EventDraft:
    """ "invited to Accra for talks": the talks are those in Accra; "the blast struck Accra": that is its place."""
    place = next(filter(None, (place_of(reading, n, story.scene.countries) for n in claim.slots.get("at", ()))), None)
    if not place or event.place and place.precision >= event.place.precision:
        return event
    event.place = place
    if event.family != "consult":
        return event
    known = [e for e in story.events if e is not event and e.place and e.place.name == place.name and kin(e, event)]
    if len(known) != 1 or times.agree(known[0].when, event.when) is False:
        return event
    absorb(known[0], event)
    story.replace(event, known[0])
    return known[0]


def who_is(
    story: Story, reading: Reading, family: str, slot: str, number: int, spokesmen: tuple[int, ...] = ()
) -> tuple[int, ...]:
    """The actors of a slot: who was struck and who marches are called by what they are, not by their number."""
    if slot in ("perpetrator", "who", "organiser") and _is_scene(reading, number):
        return ()
    if slot == "target" and family in ("coerce", "retreat"):
        return held(story.cast, reading, number, spokesmen)
    if slot == "target":
        return struck(story.cast, reading, number, spokesmen)
    if family == "protest":
        return marchers(story.cast, reading, number, spokesmen)
    return story.cast.resolve(reading, number, spokesmen)


def _is_deed(claim: Claim) -> bool:
    """Whether the verb tells an attack: "two rockets hit a clinic" is past, whatever its form."""
    return claim.frame.event_type.startswith(("assault.", "coerce."))


def _is_scene(reading: Reading, number: int) -> bool:
    """Whether a place is where somebody acts and not who acts: "gunmen in Kano attacked"."""
    mask = reading.masked.masks[number]
    return mask.kind in ("city", "state", "place") and bool(SCENE.search(reading.masked.text[: mask.start]))


def _next_verb(reading: Reading, claim: Claim) -> int | None:
    """Where the next verb stands behind a claim; None where there is none."""
    behind = re.compile(VERB_MASK, re.S).search(reading.masked.string, claim.until)
    return behind.start() if behind else None


def _verb_event(story: Story, reading: Reading, claim: Claim) -> EventDraft | None:
    """The event that a verb tells, settled among the known ones; None where its mood tells none."""
    status = STATUS.get(claim.mood)
    if status is None or claim.mood == "undecided" and claim.frame.event_type == "other":  # "she may resign"
        return None
    is_told_once = reading.block in ("caption", "title") or claim.mood == "present" and _is_deed(claim)
    if status == "ongoing" and is_told_once:
        status = "occurred"
    place = next(filter(None, (place_of(reading, n, story.scene.countries) for n in claim.slots.get("at", ()))), None)
    meant = next((e for n in claim.slots.get("event", ()) for e in story.events_of(reading, n)), None)
    is_talk = claim.frame.event_type.startswith("consult.")
    until = _next_verb(reading, claim) if claim.frame.event_type == "other" else None
    here = mentions.local_place(reading, story.scene, at=claim.at, in_clause=is_talk, until=until)
    place = place or (meant.place if meant else None) or here
    when = day_of(story, reading, claim)
    future = times.is_future(when, story.scene.published) if when else None
    status = {True: "planned", False: "occurred" if status == "planned" else status, None: status}[future]
    span = (reading.start + claim.start, reading.start + claim.stop)
    event = new_event(claim.frame.event_type, status, reading, span, claim.frame.rule, place, when)
    event.is_headline, event.block = reading.block == "title", reading.block
    for slot in ROLES:
        for number in claim.slots.get(slot, ()):
            for actor in who_is(story, reading, event.family, slot, number):
                role = ROLE_OF.get(slot, slot)
                stand = position(claim.frame.position, claim.mood, is_planned=status == "planned")
                event.add(actor, role, stand_of(role, stand), None, span, claim.frame.rule)
    if event.family == "assault" and not event.actors("target"):
        words = reading.masked.text[claim.start : claim.stop + SITE_WORDS].partition(",")[0]
        for actor in garrison(story.cast, words) if claim.frame.rule in STORMING else ():
            event.add(actor, "target", "did", None, span, claim.frame.rule)
    oppose_government(event, reading.masked.text[claim.start : claim.stop + BEHIND], story.cast, span)
    return story.settle(event)
