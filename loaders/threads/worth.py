"""Whether an event says more than its name: a draft goes in, yes or no comes out. "The talks" alone are no event."""

from __future__ import annotations

from loaders.frames.catalogue import TELLING
from loaders.threads import cues
from loaders.threads.drafts import EventDraft
from loaders.threads.merging import LOOSE_MEETINGS

TOLD_BY_VERBS = ("assault", "protest", "retreat", "coerce", "mobilize", "sanction", "other", "vote")
"""Families of which a verb with a party or a place tells enough: "police clashed with students". """
HELD = ("events/arrested", "events/abducted", "events/released", "events/protested")
"""Frames whose people need no name: "two men were arrested", "thousands marched"."""
GATHERINGS = ("consult.conference", "consult.visit")
"""Meetings that a town alone makes one of a kind: "the summit in Lome"."""


def is_worth_telling(event: EventDraft) -> bool:
    """Whether an event has figures, days, a place, or the parties that its type needs."""
    if event.figures or event.is_firm:
        return True
    if event.is_set or event.is_wished:
        return False
    parties = len(event.actors())
    if event.status in ("cancelled", "rejected") and (event.place or event.when or parties):
        return True
    if event.heads and all(cues.within("condition", head) for head in event.heads):
        return bool(event.when)
    if event.rule.startswith(HELD):
        return True
    if event.rule.startswith(TELLING) and (parties or event.place) and event.family in TOLD_BY_VERBS:
        return True
    match event.family:
        case "assault":
            return _is_attack(event)
        case "consult":
            return _is_meeting(event, parties)
        case "vote" | "sanction":
            return bool(event.when or event.is_dated or parties > 1)
        case "protest" if event.place or event.when:
            return True
    if event.type == "agree.ceasefire" and (event.when or _is_done(event)):
        return True
    if event.family == "protest" and _is_done(event):
        return True
    if event.type == "agree.agreement":
        return parties > 1 or bool(event.when and parties and not event.rule.startswith(TELLING))
    return _is_located(event, parties)


def _is_attack(event: EventDraft) -> bool:
    answered = any(row.position in ("alleged", "claimed", "denied") for row in event.participations)
    is_back = event.is_definite and event.rule.startswith("nouns/") and not event.when  # the one it means was not found
    if is_back and not answered:
        return False
    return bool(event.actors("target") or answered or event.when or event.place and event.actors("perpetrator"))


def _is_meeting(event: EventDraft, parties: int) -> bool:
    in_town = event.place is not None and event.place.precision < 4
    if event.status == "planned" and event.place and event.type == "consult.conference":
        return True
    if event.status == "planned" and event.when and event.when.precision == "day" and event.is_indefinite:
        return True
    if in_town and event.status == "planned":
        return True
    if parties and _is_told(event) or event.type == "consult.meeting" and (event.when or event.is_dated):
        return True
    if event.heads and not event.heads <= LOOSE_MEETINGS and (event.when or in_town and event.type in GATHERINGS):
        return True
    return _is_located(event, parties)


def _is_located(event: EventDraft, parties: int) -> bool:
    return bool(event.when and (event.place or parties) or parties > 1 or parties and event.place)


def _is_told(event: EventDraft) -> bool:
    """Whether a verb tells who takes part and how: "chaired an emergency meeting", "spoke by phone with the king"."""
    return any(not row.rule.startswith("nouns/") for row in event.participations)


def _is_done(event: EventDraft) -> bool:
    """Whether a verb tells who did it: "declared a ceasefire", "began a hunger strike"."""
    return any(row.rule.startswith(TELLING) for row in event.participations)
