"""From readings to an article's actors, mentions and events: the stage's one door.

Readings go in, frozen facts come out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.annotate.atoms import Known
from loaders.annotate.masked import Mask
from loaders.annotate.unknown_names import UnknownName
from loaders.facts import ActorFact, EventFact, Mention, Published
from loaders.lexicons import Entry
from loaders.threads.acts import read_acts, unlike
from loaders.threads.drafts import ActorDraft, EventDraft
from loaders.threads.offices import looks_like_person
from loaders.threads.reading import Reading
from loaders.threads.scene import Scene
from loaders.threads.sharing import share_offices
from loaders.threads.story import Story
from loaders.threads.telling import tell
from loaders.threads.tolls import settle_headlines

WHERE = re.compile(r"\b(?:in|near|across|inside|outside|throughout)\s+(?:the\s+)?$")
"""Behind these a state is a place."""
NAMING = ("person", "actor", "state", "city")


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells: its actors, their mentions, its events.

    `meant` has the numbers of events that mentions stand for, by the numbers of sentence and mask.
    """

    actors: tuple[ActorFact, ...]
    mentions: tuple[Mention, ...]
    events: tuple[EventFact, ...]
    meant: Mapping[tuple[int, int], int]


def assemble(readings: Sequence[Reading], published: Published, countries: tuple[str, ...]) -> Told:
    """The actors and events of an article; `countries` are ISO codes of the states it is about, most named first."""
    story = Story(Scene(published, countries))
    story.cast.only_group = _only_group(readings)
    for reading in readings:
        _meet_people(story, reading)
    for reading in readings:
        _notice(story, reading)
        story.hear(reading)
    acts: list[EventDraft] = []
    story.cast.sides = ()
    for reading in readings:
        _notice(story, reading)
        tell(story, reading)
        acts += read_acts(story, reading)
    settle_headlines(story)
    events = sorted([*unlike(acts), *story.close()], key=_place)
    numbers = {id(event): number for number, event in enumerate(events)}
    return Told(
        tuple(map(_actor, story.cast.actors)),
        tuple(sorted(set(story.cast.mentions), key=lambda m: (m.start, -m.stop))),
        tuple(_event(event, readings) for event in events),
        {mention: numbers[id(event)] for mention, event in story.meant.items() if id(event) in numbers},
    )


def _only_group(readings: Sequence[Reading]) -> Entry | None:
    """The armed group of the lexicon that an article names, where it names only one."""
    entries = [m.value.entry for reading in readings for m in reading.masked.masks if isinstance(m.value, Known)]
    groups = {entry.key: entry for entry in entries if entry.tag == "armed_group"}
    return next(iter(groups.values())) if len(groups) == 1 else None


def _meet_people(story: Story, reading: Reading) -> None:
    """Full names with offices first, so that a surname finds its person wherever it stands."""
    for number, mask in sorted(enumerate(reading.masked.masks), key=lambda pair: pair[1].start):
        if mask.kind == "person":
            story.cast.person(reading, number)
    share_offices(story.cast, reading)
    masks = reading.masked.masks
    text = reading.masked.text
    inner = {n for mask in masks for n in mask.inside if mask.kind == "person" or _opens_office(text, mask, masks[n])}
    for number, mask in enumerate(reading.masked.masks):
        if mask.kind == "name" and number not in inner and looks_like_person(reading, number):
            story.cast.named(reading, number)


def _opens_office(text: str, mask: Mask, name: Mask) -> bool:
    """Whether a name before the title tells where the office is held: "Gozo East MP", not "Ada Obi's aide"."""
    return mask.kind == "office" and mask.start == name.start and text[name.stop : name.stop + 1] not in ("'", "’")


def _notice(story: Story, reading: Reading) -> None:
    """Register who is named in a sentence, in the order of the text."""
    for number, mask in sorted(enumerate(reading.masked.masks), key=lambda pair: pair[1].start):
        if mask.kind in NAMING and not _is_scenery(mask) and not _is_where(reading, mask):
            story.cast.resolve(reading, number)


def _is_scenery(mask: Mask) -> bool:
    """Whether a name only counts when somebody of that name acts: outlets, peoples, forces."""
    if isinstance(mask.value, UnknownName):
        return mask.value.organisation in ("media", "group")
    return isinstance(mask.value, Known) and mask.value.entry.tag in ("media", "group")


def _is_where(reading: Reading, mask: Mask) -> bool:
    """Whether a state is only where something is: "born in Kenya", "towns across Mali"."""
    return mask.kind in ("state", "city") and bool(WHERE.search(reading.masked.text[: mask.start]))


def _actor(draft: ActorDraft) -> ActorFact:
    return ActorFact(draft.name, draft.kind, draft.key, draft.country, tuple(draft.aliases), tuple(draft.roles))


def _event(draft: EventDraft, readings: Sequence[Reading]) -> EventFact:
    return EventFact(
        draft.type,
        draft.status,
        _is_core(draft, readings),
        draft.when,
        draft.place,
        draft.start,
        draft.stop,
        draft.rule,
        tuple(draft.participations),
        tuple(draft.figures),
    )


def _place(draft: EventDraft) -> tuple[int, bool]:
    """Place in the text; the act that a sentence's own verb tells goes before what its words name."""
    return draft.start, draft.family != "say"


def _is_core(draft: EventDraft, readings: Sequence[Reading]) -> bool:
    """Whether the event is the article's news: told in the headline, the opening or with figures; an act never is."""
    if draft.family == "say":
        return False
    body = [r for r in readings if r.block not in ("title", "caption")]
    opening = body[min(2, len(body) - 1)].stop if body else 0
    return draft.start < opening or bool(draft.figures)
