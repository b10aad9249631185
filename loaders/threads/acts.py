"""What one actor says or does to another: claims of the frames in verbal.yaml go in, events of two parties come out.

The subject of the verb acts and the first other actor behind it is acted upon; in the passive it is the reverse.
Acts stand beside the story: they never change what it talks about, and no act is ever another event's mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.annotate.verbs import VerbGroup
from loaders.frames import Claim
from loaders.threads import scene, sides
from loaders.threads.drafts import ActorDraft, EventDraft
from loaders.threads.reading import Reading
from loaders.threads.speakers import spokesmen_of
from loaders.threads.story import Story

RELATIVE = re.compile(r"(?<!\w)(?:that|which|who|whom)\s*(?:(?:have|had|has|was|were|is|are)\s*)?$")
"""Before a verb whose subject is what a relative clause hangs on."""
ATTRIBUTE = re.compile(r"(?<!\w)(?:the|an?|its|his|her|their|of|these|those|any|some|all|newly|previously)\s+$", re.I)
"""Before a participle that is an adjective: "the banned party"."""
NEW_CLAUSE = re.compile(r"[¦;]|,\s(?:and|but|while)\s|(?<!\w)(?:while|but)(?!\w)|(?<!\w)and\s(?=[\ue000-\uefff])")
"""Behind these a verb no longer belongs to what an act says or wants."""


def read_acts(story: Story, reading: Reading) -> Iterator[EventDraft]:
    """The acts of a sentence, in its order; what stands in the complement of an act is no act of its own."""
    end = -1
    for claim in sorted((each for each in reading.claims if each.frame.is_act), key=lambda each: each.at):
        start, stop = _verb_span(reading, claim)
        if _is_attribute(reading, claim, start):
            continue
        if end < 0 or NEW_CLAUSE.search(reading.masked.string, end, claim.at):
            end = stop
            act = _act(story, reading, claim, start, stop)
            if act.participations:
                yield act


def unlike(acts: Sequence[EventDraft]) -> list[EventDraft]:
    """The acts of an article without those that tell again what the same parties did."""
    first: dict[object, EventDraft] = {}
    for act in acts:
        parties = frozenset((row.actor, row.role) for row in act.participations)
        first.setdefault((act.type, parties), act)
    return list(first.values())


def _group(reading: Reading, claim: Claim) -> VerbGroup | None:
    values = (reading.masked.masks[n].value for n in claim.slots.get("how", ()))
    return next((value for value in values if isinstance(value, VerbGroup)), None)


def _is_attribute(reading: Reading, claim: Claim, start: int) -> bool:
    """Whether the verb is an adjective, or belongs to a relative clause."""
    before = reading.masked.string[:start]
    group = _group(reading, claim)
    is_participle = group is not None and group.form == "bare"
    return bool(RELATIVE.search(before) or is_participle and ATTRIBUTE.search(before))


def _verb_span(reading: Reading, claim: Claim) -> tuple[int, int]:
    """Where the act's verb stands in the masked string; the claim's own place where it has none."""
    numbers = claim.slots.get("how", ())
    at = scene.position(reading, numbers[0]) if numbers else -1
    return (at, at + 2) if at >= 0 else (claim.at, claim.at + 1)


def _act(story: Story, reading: Reading, claim: Claim, start: int, stop: int) -> EventDraft:
    span = (reading.start + claim.start, reading.start + claim.stop)
    draft = EventDraft(claim.act, "occurred", reading.number, *span, claim.frame.rule, block=reading.block)
    speakers, targets = _sides(reading, claim, start, stop)
    spokesmen = spokesmen_of(story, reading, claim)
    for role, numbers in (("speaker", speakers), ("target", targets)):
        for actor in _known(story, reading, numbers, spokesmen):
            if actor not in draft.actors():
                draft.add(actor, role, "did", None, span, claim.frame.rule)
    return draft


def _sides(reading: Reading, claim: Claim, start: int, stop: int) -> tuple[Sequence[int], Sequence[int]]:
    """Masks of who acts and of who is acted upon."""
    group = _group(reading, claim)
    speakers, targets = claim.slots.get("speaker", ()), claim.slots.get("target", ())
    if claim.frame.position == "passive" or group and group.form == "passive":
        return speakers or sides.agent(reading, stop), targets or sides.subject(reading, start)
    return speakers or sides.subject(reading, start), targets or sides.object_of(reading, stop)


def _known(story: Story, reading: Reading, numbers: Sequence[int], spokesmen: tuple[int, ...]) -> Iterator[int]:
    """The actors of masks; whom only an act tells, with no name ("nine journalists") or no office, becomes no actor."""
    cast = story.cast
    for number in numbers:
        before, heard = len(cast.actors), len(cast.mentions)
        found = cast.resolve(reading, number, spokesmen)
        is_new = len(cast.actors) > before
        if is_new and (_is_nameless(cast.actors[-1]) or reading.masked.masks[number].kind == "name"):
            del cast.actors[before:], cast.mentions[heard:]
        else:
            yield from found


def _is_nameless(actor: ActorDraft) -> bool:
    return actor.kind == "group" or not actor.name[:1].isupper()
