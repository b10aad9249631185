"""Who says so, and for whom "it" and "they" stand in what is said. A claim goes in, a speaker comes out."""

from __future__ import annotations

import re

from loaders.facts import Speaker, Window
from loaders.frames import Claim
from loaders.threads import cues, reach, times
from loaders.threads.cast import ARTICLE
from loaders.threads.reading import Reading
from loaders.threads.scene import below
from loaders.threads.story import Story

PERFECT = re.compile(r"(?:has|have|had)\b", re.I)
"""What went on up to now or then: "have been arrested since May"."""


def speaker_of(story: Story, reading: Reading, claim: Claim) -> Speaker | None:
    """Who says so: the speaker of the clause, else the last one where the sentence is all quotation."""
    for number in claim.said_by:
        actors = story.cast.resolve(reading, number)
        mask = reading.masked.masks[number]
        if mask.kind == "office" or mask.kind == "actor" and cues.within("officials", reading.masked.words(number)):
            story.last_speaker = Speaker(ARTICLE.sub("", reading.masked.words(number)), None)
            return story.last_speaker
        if actors:
            story.last_speaker = Speaker(story.cast.actors[actors[0]].name, actors[0])
            return story.last_speaker
    text = reading.masked.text.lstrip()
    return story.last_speaker if text[:1] in '“"' else None


def spokesmen_of(story: Story, reading: Reading, claim: Claim) -> tuple[int, ...]:
    """Actors for whom "it" and "they" stand in what the speaker says."""
    found: tuple[int, ...] = ()
    for number in claim.said_by:
        if reading.masked.masks[number].kind == "office":
            owner = story.cast.owner(reading, number)
            found += () if owner is None else (owner,)
        else:
            found += story.cast.resolve(reading, number)
    return found


def day_of(story: Story, reading: Reading, claim: Claim) -> Window | None:
    """The days that the sentence gives a claim, by the nearest date of its own clause; None without one."""
    aside = _aside_of(reading, claim)
    if aside is not None:
        dates = [(claim.at, n) for n in below(reading, aside) if reading.masked.masks[n].kind == "date"]
    else:
        dates = sorted(times.free_dates(reading), key=lambda d: abs(d[0] - claim.at))
    for place, number in dates:
        if aside is None and reach.is_elsewhere(reading, claim.until, claim.at, place):
            continue
        if aside is None and reach.is_since(reading.masked.string[:place]) and not _is_perfect(reading, claim):
            continue
        is_deed = claim.mood == "done" and claim.frame.event_type.startswith(("assault.", "coerce."))
        hint = "past" if is_deed else times.hint(claim.mood, reading.block)
        window = times.window_of(reading, number, story.scene.published, hint=hint)
        if window is not None:
            return window
    return None


def _aside_of(reading: Reading, claim: Claim) -> int | None:
    """The aside that a claim was read in; it has days of its own."""
    for number, mask in enumerate(reading.masked.masks):
        if mask.kind == "aside" and (mask.start, mask.stop) == (claim.start, claim.stop):
            return number
    return None


def _is_perfect(reading: Reading, claim: Claim) -> bool:
    return any(PERFECT.match(reading.masked.words(number)) for number in claim.slots.get("how", ()))
