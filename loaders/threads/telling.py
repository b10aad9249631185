"""Claims are told to the story: each finds its event and its actors, and becomes positions or figures there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from loaders.annotate.verbs import VerbGroup
from loaders.facts import FigureFact, PlaceFact, Speaker, Window
from loaders.frames import Claim
from loaders.frames.catalogue import FIGURES
from loaders.threads import mentions, scene, times
from loaders.threads.drafts import EventDraft
from loaders.threads.figures import figures, repeats
from loaders.threads.merging import LEAD, absorb, kin
from loaders.threads.parties import leading_role
from loaders.threads.places import place_of
from loaders.threads.positions import STATUS, position
from loaders.threads.reading import Reading
from loaders.threads.story import Story, new_event

ROLE_OF = {"who": "participant"}
ROLES = ("host", "organiser", "mediator", "observer", "signatory", "perpetrator", "target", "speaker", "who", "party")
ALLEGING = re.compile(r"\b(?:alleg|accus|claim|blam)\w*\b", re.I)


def tell(story: Story, reading: Reading) -> None:
    """Tell the story all claims of a sentence, verb-told events first, so that figures find them."""
    for claim in sorted(reading.claims, key=_turn):
        speaker = speaker_of(story, reading, claim)
        if claim.frame.means == "none" or any(name in FIGURES for name in claim.slots):
            _tell_figures(story, reading, claim, speaker)
        else:
            _tell_positions(story, reading, claim, speaker)


def _turn(claim: Claim) -> tuple[bool, bool, int]:
    """Events that verbs tell come first, then figures and positions, last who is said to have done it."""
    return not claim.frame.event_type, claim.frame.rule.startswith("attribution/"), claim.at


def speaker_of(story: Story, reading: Reading, claim: Claim) -> Speaker | None:
    """Who says so: the speaker of the clause, else the last one where the sentence is all quotation."""
    for number in claim.said_by:
        actors = story.cast.resolve(reading, number)
        mask = reading.masked.masks[number]
        if mask.kind == "office":
            story.last_speaker = Speaker(reading.masked.words(number), None)
            return story.last_speaker
        if actors:
            story.last_speaker = Speaker(story.cast.actors[actors[0]].name, actors[0])
            return story.last_speaker
    text = reading.masked.text.lstrip()
    return story.last_speaker if text[:1] in '“"' else None


def _spokesmen(story: Story, reading: Reading, claim: Claim) -> tuple[int, ...]:
    """Actors for whom "it" and "they" stand in what the speaker says."""
    found: tuple[int, ...] = ()
    for number in claim.said_by:
        if reading.masked.masks[number].kind == "office":
            owner = story.cast.owner(reading, number)
            found += () if owner is None else (owner,)
        else:
            found += story.cast.resolve(reading, number)
    return found


# -- figures ----------------------------------------------------------------------------------------------------
def _tell_figures(story: Story, reading: Reading, claim: Claim, speaker: Speaker | None) -> None:
    rows = list(figures(reading, claim, speaker))
    if not rows:
        return
    event = attack_for(story, reading, claim)
    for row in rows:
        if reading.block != "title":
            _outdate_headline(event, row)
        if not repeats(row, event.figures):
            event.figures.append(row)
            event.in_headline += [row] * (reading.block == "title")
    _target_victims(story, reading, claim, event, speaker)
    story.look_at(event)


def _outdate_headline(event: EventDraft, row: FigureFact) -> None:
    """A headline's number gives way to the report's own words for it ("12 die", then "at least 12 were killed")."""
    for told in [each for each in event.in_headline if (each.kind, each.value) == (row.kind, row.value)]:
        event.in_headline.remove(told)
        event.figures = [each for each in event.figures if each is not told]


def _target_victims(story: Story, reading: Reading, claim: Claim, event: EventDraft, speaker: Speaker | None) -> None:
    """People who were hit and have a name are targets of the event."""
    span = (reading.start + claim.start, reading.start + claim.stop)
    for kind in ("killed", "injured", "captured"):
        for number in claim.slots.get(kind, ()):
            if reading.masked.masks[number].kind in ("person", "name"):
                for actor in story.cast.resolve(reading, number):
                    event.add(actor, "target", "did", speaker, span, claim.frame.rule)


def attack_for(story: Story, reading: Reading, claim: Claim) -> EventDraft:
    """The attack that a figure belongs to: in its sentence, else the last one nearby, else one of its own."""
    inside = [n for n in scene.event_numbers(reading) if reading.masked.masks[n].kind == "attack"]
    near = sorted(inside, key=lambda n: abs(scene.position(reading, n) - claim.at))
    for number in near:
        events = story.events_of(reading, number)
        if events and events[0].family in ("assault", "coerce"):
            return events[0]
    told = [
        e
        for e in story.events
        if e.sentence == reading.number and e.family in ("assault", "coerce", "protest") and not e.is_set
    ]
    place = mentions.local_place(reading, story.scene, at=claim.at)
    when = _day(story, reading, claim)
    if told:
        return _led(told[0], reading, place, when)
    last = story.attack
    if last and reading.number - last.sentence <= 4 and not _elsewhere(last, place, when):
        last.sentence = reading.number
        return _led(last, reading, place, when)
    span = (reading.start + claim.start, reading.start + claim.stop)
    event = new_event(_type_by_verb(reading), "occurred", reading, span, claim.frame.rule, place, when)
    event.block, event.is_headline = reading.block, reading.block == "title"
    return story.settle(event)


def _led(event: EventDraft, reading: Reading, place: PlaceFact | None, when: Window | None) -> EventDraft:
    """The lead says when and where what the headline told has happened."""
    if reading.number <= LEAD:
        event.place = event.place or place
        event.when = event.when or when
    return event


def _elsewhere(event: EventDraft, place: PlaceFact | None, when: Window | None) -> bool:
    apart = times.agree(event.when, when) is False
    return apart or bool(
        place and event.place and place.name != event.place.name and place.precision < 6 and event.place.precision < 6
    )


def _type_by_verb(reading: Reading) -> str:
    table = {
        "shoot": "assault.shooting",
        "bomb": "assault.bombing",
        "shell": "assault.shelling",
        "clash": "assault.clash",
        "airstrike": "assault.airstrike",
        "abduct": "coerce.kidnapping",
        "arrest": "coerce.arrest",
    }
    for mask in reading.masked.masks:
        if isinstance(mask.value, VerbGroup) and mask.value.verb_class in table:
            return table[mask.value.verb_class]
        if isinstance(mask.value, VerbGroup) and mask.value.lemma in ("assassinate", "murder"):
            return "assault.assassination"
        if isinstance(mask.value, VerbGroup) and mask.value.lemma.startswith(("gun down", "shoot")):
            return "assault.shooting"
    return "assault.other"


def _day(story: Story, reading: Reading, claim: Claim) -> Window | None:
    dates = sorted(times.free_dates(reading), key=lambda d: abs(d[0] - claim.at))
    for _, number in dates:
        window = times.window_of(reading, number, story.scene.published, hint=times.hint(claim.mood, reading.block))
        if window is not None:
            return window
    return None


# -- positions --------------------------------------------------------------------------------------------------
def _tell_positions(story: Story, reading: Reading, claim: Claim, speaker: Speaker | None) -> None:
    if claim.frame.rule == "attribution/denied":
        _deny(story, reading, claim, speaker)
        return
    events = _events_for(story, reading, claim)
    spokesmen = _spokesmen(story, reading, claim)
    for event in events:
        if claim.frame.status:
            event.status, event.is_firm = claim.frame.status, claim.frame.status == "rejected"
        for slot in ROLES:
            _take(story, reading, claim, event, slot, speaker, spokesmen)
        _propose(story, reading, claim, event)
        story.look_at(event)
        sides = [p.actor for p in event.participations if p.role in ("participant", "signatory")]
        if len(set(sides)) > 1:
            story.cast.sides = tuple(dict.fromkeys(sides))[:2]
    _remember_subject(story, reading, claim)


def _take(
    story: Story,
    reading: Reading,
    claim: Claim,
    event: EventDraft,
    slot: str,
    speaker: Speaker | None,
    spokesmen: tuple[int, ...],
) -> None:
    role = leading_role(event) if slot == "party" else ROLE_OF.get(slot, slot)
    if role == "host" and claim.frame.rule == "positions/hold-event" and event.type != "consult.conference":
        role, slot = "participant", "host"
    span = (reading.start + claim.start, reading.start + claim.stop)
    for number in claim.slots.get(slot, ()):
        for actor in _whom(story, reading, number, claim, spokesmen):
            stand = _position(story, claim, event, slot, actor, speaker)
            if role == "participant" and slot == "host":
                stand = {"did": "attended"}.get(stand, stand)
            if not stand:
                continue
            said_by = speaker
            if stand in ("denied", "claimed"):
                said_by = speaker or Speaker(story.cast.actors[actor].name, actor)
            if stand == "alleged" and (accuser := _accuser(story, reading, claim)):
                said_by = accuser
            event.add(actor, role, stand, said_by, span, claim.frame.rule)
            _represent(story, event, actor, role, stand, said_by, span, claim.frame.rule)
            if role == "host" and (country := story.cast.actors[actor].country):
                event.land = event.land or country


def _whom(story: Story, reading: Reading, number: int, claim: Claim, spokesmen: tuple[int, ...]) -> tuple[int, ...]:
    """Actors of a slot: an envoy without a sender ("a deputy minister will come") is the speaker's, and who speaks in
    the first person or for a body ("No decision has been taken," said its spokesman) speaks for those who sent him."""
    found = story.cast.resolve(reading, number, spokesmen)
    if not found and reading.masked.masks[number].kind == "office":
        return spokesmen or story.cast.subject
    if claim.frame.rule.startswith("positions/speaker-"):
        owners = tuple(owner for actor in found if (owner := story.cast.actors[actor].owner) is not None)
        return owners or story.cast.subject or found
    return found


def _represent(
    story: Story,
    event: EventDraft,
    actor: int,
    role: str,
    stand: str,
    said_by: Speaker | None,
    span: tuple[int, int],
    rule: str,
) -> None:
    """At a conference an envoy stands for those whose envoy he is."""
    owner = story.cast.actors[actor].owner if story.cast.actors[actor].kind == "person" else None
    if owner is not None and role == "participant" and event.type == "consult.conference":
        event.add(owner, role, stand, said_by, span, rule)


def _accuser(story: Story, reading: Reading, claim: Claim) -> Speaker | None:
    for number in claim.slots.get("x", ()):
        actors = story.cast.resolve(reading, number)
        if actors:
            return Speaker(story.cast.actors[actors[0]].name, actors[0])
    return None


def _position(story: Story, claim: Claim, event: EventDraft, slot: str, actor: int, speaker: Speaker | None) -> str:
    """The position of one slot: invited for whom is invited, confirmed or did for who invites."""
    planned = event.status == "planned"
    if slot == "organiser" and claim.frame.position in ("invited", "declined", "by_invitation"):
        return "confirmed" if planned else "did"
    found = position(claim.frame.position, claim.mood, is_planned=planned)
    if slot == "perpetrator" and found == "did" and speaker and speaker.actor == actor:
        return "claimed"
    if (
        found == "confirmed"
        and slot == "who"
        and speaker
        and speaker.actor is not None
        and not _speaks_for(story, speaker.actor, actor)
    ):
        return "expected"
    return found


def _speaks_for(story: Story, speaker: int, actor: int) -> bool:
    """Whether a speaker belongs to an actor: itself, its officer, or of the same state."""
    said, who = story.cast.actors[speaker], story.cast.actors[actor]
    owner = story.cast.actors[said.owner] if said.owner is not None else said
    return (
        speaker == actor
        or owner is who
        or bool(owner.country and owner.country == who.country)
        or said.kind == "person"
        and said.owner is None
    )


def _events_for(story: Story, reading: Reading, claim: Claim) -> list[EventDraft]:
    if claim.frame.event_type:
        event = _verb_event(story, reading, claim)
        return [event] if event else []
    found: list[EventDraft] = []
    for number in claim.slots.get("event", ()):
        found += [e for e in map(partial(_meant, story), story.events_of(reading, number)) if e not in found]
    if found or claim.slots.get("event"):
        return [_at_place(story, reading, claim, event) for event in found]
    family = "assault" if "perpetrator" in claim.slots else "consult"
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
    if event.place or not place:
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


def _propose(story: Story, reading: Reading, claim: Claim, event: EventDraft) -> None:
    """Who proposes a meeting says who should come; he organises it where nobody else does."""
    span = (reading.start + claim.start, reading.start + claim.stop)
    for actor in [a for n in claim.slots.get("proposer", ()) for a in story.cast.resolve(reading, n)]:
        said_by = Speaker(story.cast.actors[actor].name, actor)
        event.participations = [
            replace(row, said_by=said_by, position="expected")
            if row.said_by is None and span[0] <= row.start < span[1]
            else row
            for row in event.participations
        ]
        if not event.actors("organiser"):
            event.add(actor, "organiser", "expected", None, span, claim.frame.rule)


def _verb_event(story: Story, reading: Reading, claim: Claim) -> EventDraft | None:
    """The event that a verb tells, settled among the known ones; None where its mood tells none."""
    status = STATUS.get(claim.mood)
    if status is None:
        return None
    if status == "ongoing" and reading.block in ("caption", "title"):
        status = "occurred"
    place = next(filter(None, (place_of(reading, n, story.scene.countries) for n in claim.slots.get("at", ()))), None)
    meant = next((e for n in claim.slots.get("event", ()) for e in story.events_of(reading, n)), None)
    place = place or (meant.place if meant else None) or mentions.local_place(reading, story.scene, at=claim.at)
    when = _day(story, reading, claim)
    future = times.is_future(when, story.scene.published) if when else None
    status = {True: "planned", False: "occurred" if status == "planned" else status, None: status}[future]
    span = (reading.start + claim.start, reading.start + claim.stop)
    event = new_event(claim.frame.event_type, status, reading, span, claim.frame.rule, place, when)
    for slot in ROLES:
        for number in claim.slots.get(slot, ()):
            for actor in story.cast.resolve(reading, number):
                role = ROLE_OF.get(slot, slot)
                stand = position(claim.frame.position, claim.mood, is_planned=status == "planned")
                event.add(actor, role, stand, None, span, claim.frame.rule)
    return story.settle(event)


def _deny(story: Story, reading: Reading, claim: Claim, speaker: Speaker | None) -> None:
    """A denial answers every attack of which the actor was accused so far."""
    span = (reading.start + claim.start, reading.start + claim.stop)
    for number in claim.slots.get("perpetrator", ()):
        for actor in story.cast.resolve(reading, number):
            draft = story.cast.actors[actor]
            said_by = Speaker(draft.name, actor)
            accused = draft.owner if draft.kind == "person" and draft.owner is not None else actor
            for event in story.events:
                if any(p.actor == accused and p.position == "alleged" for p in event.participations):
                    event.add(accused, "perpetrator", "denied", said_by, span, claim.frame.rule)


def _remember_subject(story: Story, reading: Reading, claim: Claim) -> None:
    """What "it" and "they" go back to, and the two sides of a conflict."""
    subjects = [a for n in claim.slots.get("who", ()) for a in story.cast.resolve(reading, n)]
    if subjects:
        story.cast.subject = tuple(dict.fromkeys(subjects))
