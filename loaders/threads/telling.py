"""Claims are told to the story: each finds its event and its actors and becomes positions; figures go to `tolls`."""

from __future__ import annotations

from dataclasses import replace

from loaders.annotate.verbs import VerbGroup
from loaders.facts import Speaker
from loaders.frames import Claim
from loaders.frames.catalogue import FIGURES
from loaders.threads.drafts import EventDraft
from loaders.threads.meant import ROLE_OF, ROLES, events_for, who_is
from loaders.threads.parties import leading_role, with_leaders
from loaders.threads.positions import AHEAD, position, stand_of
from loaders.threads.reading import Reading
from loaders.threads.scene import event_numbers
from loaders.threads.speakers import speaker_of, spokesmen_of
from loaders.threads.story import Story
from loaders.threads.tolls import tell_figures

CALLING = ("call", "arrange", "convene")
"""Verbs of who makes others meet."""
DENIALS = ("attribution/denied", "attribution/denied-it", "attribution/denied-doing")
"""Frames of denials that name no attack."""


def tell(story: Story, reading: Reading) -> None:
    """Tell the story all claims of a sentence, verb-told events first, so that figures find them."""
    for number in event_numbers(reading):
        if event := story.meant.get((reading.number, number)):
            here = [p.actor for p in event.participations if reading.start <= p.start < reading.stop]
            story.cast.face(dict.fromkeys(a for a in here if a in event.of_roles("participant", "signatory")))
    for claim in sorted((each for each in reading.claims if not each.frame.is_act), key=_turn):
        speaker = speaker_of(story, reading, claim)
        if claim.frame.means == "none" or any(name in FIGURES for name in claim.slots):
            tell_figures(story, reading, claim, speaker)
        else:
            tell_positions(story, reading, claim, speaker)


def _turn(claim: Claim) -> tuple[bool, bool, int]:
    """Events that verbs tell come first, then figures and positions, last who is said to have done it."""
    return not claim.frame.event_type, claim.frame.rule.startswith("attribution/"), claim.at


def tell_positions(story: Story, reading: Reading, claim: Claim, speaker: Speaker | None) -> None:
    """Add the positions of a claim to its events; a claim without an event adds none."""
    if claim.frame.rule in DENIALS:
        _deny(story, reading, claim, speaker)
        return
    events = events_for(story, reading, claim)
    spokesmen = spokesmen_of(story, reading, claim)
    for event in events:
        if claim.frame.status:
            event.status, event.is_firm = claim.frame.status, claim.frame.status == "rejected"
        for slot in ROLES:
            _take(story, reading, claim, event, slot, speaker, spokesmen)
        _propose(story, reading, claim, event)
        story.look_at(event)
        story.cast.face(event.of_roles("participant", "signatory"))
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
        role, slot = "organiser" if _lemma(reading, claim) in CALLING else "participant", "host"
    span = (reading.start + claim.start, reading.start + claim.stop)
    for number in with_leaders(reading, claim.slots.get(slot, ())):
        for actor in _whom(story, reading, number, claim, event.family, slot, spokesmen):
            stand = _position(story, claim, event, slot, actor, speaker)
            if role == "participant" and slot == "host":
                stand = {"did": "attended"}.get(stand, stand)
            stand = stand_of(role, stand)
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


def _lemma(reading: Reading, claim: Claim) -> str:
    values = (reading.masked.masks[n].value for n in claim.slots.get("how", ()))
    return next((value.lemma for value in values if isinstance(value, VerbGroup)), "")


def _whom(
    story: Story,
    reading: Reading,
    number: int,
    claim: Claim,
    family: str,
    slot: str,
    spokesmen: tuple[int, ...],
) -> tuple[int, ...]:
    """Actors of a slot: an envoy without a sender ("a deputy minister will come") is the speaker's, and who speaks in
    the first person or for a body ("No decision has been taken," said its spokesman) speaks for those who sent him."""
    found = who_is(story, reading, family, slot, number, spokesmen)
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
    planned = event.status in AHEAD
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
