"""Figures are told to the story: each finds the attack that it counts. Nothing is counted here."""

from __future__ import annotations

from dataclasses import replace

from loaders.annotate.verbs import VerbGroup
from loaders.facts import FigureFact, PlaceFact, Speaker, Window
from loaders.frames import Claim
from loaders.frames.catalogue import FIGURES
from loaders.threads import cues, mentions, scene, times
from loaders.threads.drafts import EventDraft
from loaders.threads.figures import counted, repeats
from loaders.threads.merging import LEAD
from loaders.threads.parts import with_parts
from loaders.threads.reading import Reading
from loaders.threads.speakers import day_of
from loaders.threads.story import Story, new_event
from loaders.threads.struck import held, struck

OF_AN_ATTACK = tuple(
    f"casualties/{name}" for name in ("pronoun-died", "death-of-somebody", "death-of-a-person", "is-dead")
)
"""Frames whose words tell a natural death as well: they count only where an attack is being told."""
HEADS = ("title", "subhead")
"""Blocks whose numbers give way to those of the report."""
OF_THEM = "casualties/of-them-were"
"""A frame whose words do not say what became of "them": the figure before it does."""
NEAR = 3
"""So many sentences behind an attack a death is taken to be its work."""
BACK = 4
"""So many sentences behind the attack that is being talked about its dead are told."""
CLOSE = 1
"""So many sentences behind an attack that only a noun named they are told."""
SAME_CROWD = 5
"""So many called by the same noun are the same people, wherever the article tells of them."""


def tell_figures(story: Story, reading: Reading, claim: Claim, speaker: Speaker | None) -> None:
    """Add the figures of a claim to the attack that it counts; what was told before is not told twice."""
    found = [] if story.is_staged(reading.start) else list(counted(reading, claim, speaker))
    found = found if story.is_note else list(with_parts(reading, found))
    rows = [_by_name(story, reading, number, row) for number, row in found]
    if claim.frame.rule == OF_THEM:
        rows = _of_before(story, reading, claim, rows)
    if not rows or claim.frame.rule in OF_AN_ATTACK and rows[0].value == 1 and not _near_attack(story, reading):
        return
    event = _told_before(story, reading, claim, rows) or attack_for(story, reading, claim)
    if _are_listed(rows, event):
        rows = []
    new: list[FigureFact] = []
    for row in rows:
        if reading.block not in HEADS:
            _outdate_headline(event, row)
        known = [each for each in event.figures if each not in new or each.victims == row.victims]
        if not repeats(row, known) and not _is_description(story, row, event) and not _is_older(story, row, event):
            new.append(row)
            event.figures.append(row)
            event.in_headline += [row] * (reading.block in HEADS)
    _target_victims(story, reading, claim, event, speaker)
    if event.family != "other":
        story.look_at(event)


def settle_headlines(story: Story) -> None:
    """Take back what only a headline counted, where the report itself has figures of that kind."""
    body = [(event, row) for event in story.events for row in event.figures if row not in event.in_headline]
    kinds = {row.kind for _, row in body}
    for event in story.events:
        outdated = [row for row in event.in_headline if row.kind in kinds]
        event.figures = [row for row in event.figures if row not in outdated]
        event.in_headline = [row for row in event.in_headline if row not in outdated]


def _near_attack(story: Story, reading: Reading) -> bool:
    """Whether an attack is told in the sentence or shortly before it."""
    told = [e.sentence for e in story.events if e.family == "assault" and e.sentence <= reading.number]
    return bool(told) and reading.number - max(told) <= NEAR


def _of_before(story: Story, reading: Reading, claim: Claim, rows: list[FigureFact]) -> list[FigureFact]:
    """The part "five of them were clerks" with the kind of the figure told last, where that is more."""
    whole = story.attack.figures[-1] if story.attack and story.attack.figures else None
    if whole is None or story.is_note:
        return []
    if any(row.value == 1 or (row.value or 0) >= (whole.value or whole.low or 0) for row in rows):
        return []
    who = [reading.masked.words(number) for number in claim.slots.get("x", ())] or ["people"]
    return [replace(row, kind=whole.kind, victims=who[0]) for row in rows]


def _by_name(story: Story, reading: Reading, number: int, row: FigureFact) -> FigureFact:
    """The figure with its victim's full name, where the article knows it."""
    if reading.masked.masks[number].kind not in ("person", "name"):
        return row
    actors = story.cast.resolve(reading, number)
    return replace(row, victims=story.cast.actors[actors[0]].name) if len(actors) == 1 else row


def _told_before(story: Story, reading: Reading, claim: Claim, rows: list[FigureFact]) -> EventDraft | None:
    """The event that told all these figures already: nobody dies twice, and twelve clerks are the twelve clerks."""
    place, when = mentions.local_place(reading, story.scene, at=claim.at), day_of(story, reading, claim)
    for event in story.events:
        is_told = not event.is_set and all(_is_same(row, event) for row in rows)
        if is_told and (rows[0].value == 1 or not _elsewhere(event, place, when)):
            return event
    return None


def _is_older(story: Story, row: FigureFact, event: EventDraft) -> bool:
    """Whether a page that tells the newest first has a higher toll already."""
    tolls = [f.value or 0 for f in event.figures if f.kind == row.kind and f.victims == "people"]
    return story.is_live and row.victims == "people" and (row.value or 0) < max(tolls, default=0)


def _are_listed(rows: list[FigureFact], event: EventDraft) -> bool:
    """Whether people told one by one are those of a number that the event has: "two were held; X and Y were"."""
    is_list = len(rows) > 1 and all(row.value == 1 and row.kind == rows[0].kind for row in rows)
    return is_list and any((f.kind, f.value) == (rows[0].kind, len(rows)) for f in event.figures)


def _is_same(row: FigureFact, event: EventDraft) -> bool:
    """Whether an event has a figure of the same people: one with a name, or five and more called by the same noun."""
    is_named = row.value == 1 and row.kind == "killed" and row.victims.istitle() and " " in row.victims
    is_crowd = (row.value or row.low or 0) >= SAME_CROWD and row.victims != "people"
    same = [f for f in event.figures if (f.kind, f.value, f.low, f.high) == (row.kind, row.value, row.low, row.high)]
    return (is_named or is_crowd) and any(f.victims.split()[-1] == row.victims.split()[-1] for f in same)


def _is_description(story: Story, row: FigureFact, event: EventDraft) -> bool:
    """Whether "the minister" is somebody whose name the event's figures have."""
    if row.value != 1:
        return False
    head = row.victims.split()[-1].lower()
    named = {f.victims for f in event.figures if f.kind == row.kind and f.value == 1}
    roles = [role.title.lower() for actor in story.cast.actors if actor.name in named for role in actor.roles]
    return any(head in title.split() for title in roles)


def _outdate_headline(event: EventDraft, row: FigureFact) -> None:
    """A headline's number gives way to the report's own words for it ("12 die", then "at least 12 were killed")."""
    for told in [each for each in event.in_headline if (each.kind, each.value) == (row.kind, row.value)]:
        event.in_headline.remove(told)
        event.figures = [each for each in event.figures if each is not told]


def _target_victims(story: Story, reading: Reading, claim: Claim, event: EventDraft, speaker: Speaker | None) -> None:
    """People who were hit are targets of the event by their name or by what they are; "people" and "others" are not."""
    span = (reading.start + claim.start, reading.start + claim.stop)
    for kind in ("killed", "injured", "captured"):
        for number in claim.slots.get(kind, ()) if claim.mood != "negated" else ():
            hit = held if event.family == "coerce" else struck
            for actor in hit(story.cast, reading, number):
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
    when = day_of(story, reading, claim)
    if told:
        return _led(told[0], reading, place, when)
    for last in filter(None, (story.attack, _named_before(story, reading))):
        if reading.number - last.sentence <= BACK and not _elsewhere(last, place, when):
            last.sentence = reading.number
            return _led(last, reading, place, when)
    span = (reading.start + claim.start, reading.start + claim.stop)
    told_as = _type_by_verb(reading)
    if told_as == "assault.other" and set(FIGURES) & claim.slots.keys() == {"captured"}:
        told_as = "coerce.kidnapping"
    event = new_event(told_as, "occurred", reading, span, claim.frame.rule, place, when)
    event.block, event.is_headline = reading.block, reading.block == "title"
    return story.settle(event)


def _named_before(story: Story, reading: Reading) -> EventDraft | None:
    """The attack that a noun told last: "a bomb went off in Kano. Nine people died"."""
    told = [e for e in story.events if e.family == "assault" and not e.is_set and e.sentence < reading.number]
    told = [e for e in told if e.status == "occurred" and (e.place or e.when) and reading.number - e.sentence <= CLOSE]
    return max(told, key=lambda e: e.sentence, default=None)


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
    """The type of what only its dead tell: a flood is no attack."""
    if cues.within("disaster", reading.masked.text) and not cues.within("explosives", reading.masked.text):
        return "other"
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
