"""Planned, ongoing, occurred, stalled, cancelled: a mention goes in, its status by days, words and verb comes out."""

from __future__ import annotations

import re

from loaders.annotate.verbs import VerbGroup
from loaders.patterns.kinds import VERB_MASK, number_of
from loaders.threads import cues, times
from loaders.threads.drafts import EventDraft
from loaders.threads.reading import Reading
from loaders.threads.scene import Scene, position

OWN_CLAUSE = r"(?:and|but|or|before|after|while|when|as|that|if|because|since|until|who)\b"
"""Behind these another clause begins: its verb says nothing of an event before it."""


def status_of(event: EventDraft, reading: Reading, number: int, scene: Scene) -> str:
    """planned, ongoing, occurred, stalled, cancelled: by its days, its own words, then the verb that governs it."""
    words = reading.masked.words(number)
    governed = _by_verb(reading, number)
    if governed == "wished":
        event.is_wished, governed = True, "planned"
    if cues.within("stalled", words) or governed == "stalled":
        return "stalled"
    if governed == "cancelled":
        return governed
    future = times.is_future(event.when, scene.published) if event.when else None
    if future is not None and not (event.when and event.when.is_lasting):
        return "planned" if future else "occurred"
    if governed:
        return governed
    if cues.opens("may_be", reading.masked.text[reading.masked.masks[number].stop :]):
        return "planned"
    around = reading.masked.text[max(0, reading.masked.masks[number].start - 50) : reading.masked.masks[number].start]
    if cues.within("planned", words) or cues.within("planned", around):
        return "planned"
    return "ongoing" if cues.within("ongoing", words) or cues.within("ongoing", around[-28:]) else "occurred"


def _by_verb(reading: Reading, number: int) -> str | None:
    """What the nearest verb group of the clause says of an event: "will be held", "have stalled", "was called off"."""
    at = position(reading, number)
    if at < 0:
        return None
    string, masks = reading.masked.string, reading.masked.masks
    aside, verb = re.escape(reading.masked.kinds.codes["aside"]), VERB_MASK.removesuffix(".") + "(.)"
    behind = re.match(rf"..(?:\s*{aside}.)?,?\s*(?:(?!{OWN_CLAUSE})\w+\s){{0,2}}?{verb}", string[at:], re.S)
    before = re.search(rf"{verb}\s*(?:(?:to|in|on|for|at|the|a|its|their)\s+)*$", string[:at], re.S)
    for match in filter(None, (behind, before)):
        mask = masks[number_of(match[1])]
        if isinstance(mask.value, VerbGroup) and not (match is behind and _is_purpose(mask.value)):
            status = status_by_group(mask.value)
            if status:
                return status
    return None


def _is_purpose(group: VerbGroup) -> bool:
    """Whether a verb behind an event tells what it is for: "talks to end the war" are not ahead for that."""
    return group.form == "to" and group.verb_class not in ("host", "hold")


def status_by_group(group: VerbGroup) -> str | None:
    """The status that a verb group gives the event it governs."""
    if group.verb_class in ("postpone",):
        return "stalled" if group.lemma not in ("postpone", "delay", "put off") else "planned"
    if group.verb_class == "cancel":
        return "cancelled"
    if group.verb_class in ("propose", "urge", "invite") or group.lemma in ("announce", "order", "approve"):
        return "planned"
    if group.mood == "wished" and group.verb_class in ("hold", "go", "agree"):
        return "wished"
    if group.mood in ("planned", "expected", "undecided", "declined", "wished"):
        return "planned"
    if group.mood == "ongoing" or group.lemma in ("continue", "step up", "intensify", "maintain"):
        return "ongoing"
    if group.mood in ("done", "begun") and group.verb_class in (
        "host",
        "hold",
        "meet",
        "agree",
        "go",
        "withdraw",
        "mediate",
        "clash",
        "invade",
        "kill",
    ):
        return "occurred"
    return None
