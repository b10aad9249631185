"""With what an attack was made: events and the sentences that tell them go in, types that were left open are filled in.

A report says "attack" in one sentence and "suicide bomber" in the next; two armed sides make a clash, an official who
is shot dead on purpose was assassinated. It reads only what is told of the event itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.threads import cues
from loaders.threads.drafts import ActorDraft, EventDraft
from loaders.threads.setting import Page

OPEN = "assault.other"
ARMS = (
    ("assault.suicide_bombing", "suicide"),
    ("assault.airstrike", "from_the_air"),
    ("assault.shelling", "artillery"),
    ("assault.bombing", "explosives"),
)
"""Type and cue; the first that is heard decides."""
HARDER = {
    "assault.bombing": (("assault.suicide_bombing", "suicide"),),
    "assault.shooting": (("assault.airstrike", "aircraft"),),
    "assault.shelling": (("assault.airstrike", "missiles"),),
}
"""What a type that is told already gives way to, where the words of the event itself have the cue."""
BEHIND = 3
"""So many sentences behind an attack its bomber is described."""
KILLED = 2
"""Of so many dead at most one was the target of an assassination."""


def arm(events: Sequence[EventDraft], pages: Sequence[Page], actors: Sequence[ActorDraft]) -> None:
    """Give each attack the type that everything told of it makes of it."""
    for event in [each for each in events if each.type == "coerce.kidnapping"]:
        event.type = _by_captor(event, " ".join(_told(event, pages, {})), actors)
    attacks = [each for each in events if each.family == "assault" and not _is_war(each)]
    alone = {page.number: sum(page.start <= each.start < page.stop for each in attacks) <= 1 for page in pages}
    for event in attacks:
        words = " ".join([*_told(event, pages, alone), *_told_behind(event, attacks, pages)])
        if _is_labour(event, words):
            event.type = "protest.demonstration"
            continue
        rows = ARMS if event.type == OPEN else HARDER.get(event.type, ())
        event.type = next((type_ for type_, cue in rows if cues.within(cue, words)), event.type)
        if event.type == "assault.bombing" and _is_flown(event, actors):
            event.type = "assault.airstrike"
        if event.type in (OPEN, "assault.shooting") and _is_murder_of_office(event, words, actors):
            event.type = "assault.assassination"
        if event.type == OPEN:
            event.type = _by_sides(event, words, actors)


def _is_labour(event: EventDraft, words: str) -> bool:
    """Whether a strike that struck nobody is one of workers."""
    is_bare = bool(event.heads) and event.heads <= {"strike", "strikes"} and not event.figures
    is_armed = any(cues.within(cue, words) for cue in ("from_the_air", "artillery", "explosives", "fighters"))
    return is_bare and not is_armed and cues.within("labour", words)


def _is_flown(event: EventDraft, actors: Sequence[ActorDraft]) -> bool:
    """Whether those who bombed are flyers."""
    return any(
        row.role == "perpetrator" and cues.ends("flyers", actors[row.actor].name) for row in event.participations
    )


def _by_captor(event: EventDraft, words: str, actors: Sequence[ActorDraft]) -> str:
    """Whom the police lead away is arrested, whoever else does it kidnaps."""
    doers = [actors[row.actor].name for row in event.participations if row.role == "perpetrator"]
    is_state = any(cues.within("state_forces", name) for name in doers) or cues.within("custody", words)
    return "coerce.arrest" if is_state else event.type


def _is_war(event: EventDraft) -> bool:
    return any(cues.within("war", head) or cues.within("condition", head) for head in event.heads)


def _told(event: EventDraft, pages: Sequence[Page], alone: dict[int, bool]) -> list[str]:
    """The sentences that tell an event alone, and its own words in the others."""
    spans = [(event.start, event.stop), *((row.start, row.stop) for row in event.participations)]
    spans += [(row.start, row.stop) for row in event.figures]
    found: dict[str, None] = {}
    for start, stop in spans:
        for page in pages:
            if page.start <= start < page.stop:
                whole = alone.get(page.number) and page.start <= event.start < page.stop
                found[page.text if whole else page.text[start - page.start : stop - page.start]] = None
    return list(found)


def _told_behind(event: EventDraft, attacks: Sequence[EventDraft], pages: Sequence[Page]) -> Iterator[str]:
    """What is told of the bomber right behind the attack, where no other attack is told before it."""
    own = next((page.number for page in pages if page.start <= event.start < page.stop), 0)
    after = min((each.start for each in attacks if each.start > event.start), default=pages[-1].stop if pages else 0)
    for page in pages:
        if own < page.number <= own + BEHIND and page.start < after and cues.within("bomber", page.text):
            yield page.text[: after - page.start]


def _is_murder_of_office(event: EventDraft, words: str, actors: Sequence[ActorDraft]) -> bool:
    """Whether somebody known for an office was killed by hands that aimed at him alone."""
    dead = [row for row in event.figures if row.kind == "killed"]
    if not dead or sum(row.value or KILLED + 1 for row in dead) > KILLED or not cues.within("aimed", words):
        return False
    targets = [actors[row.actor] for row in event.participations if row.role == "target"]
    doers = [actors[row.actor] for row in event.participations if row.role == "perpetrator"]
    if any(cues.within("state_forces", doer.name) for doer in doers):
        return False
    return any(cues.within("prominent", role.title) for each in targets for role in each.roles)


def _by_sides(event: EventDraft, words: str, actors: Sequence[ActorDraft]) -> str:
    """A clash where two armed sides meet, a shooting where one fires, else what it was."""
    sides = [actors[row.actor].name for row in event.participations if row.role in ("perpetrator", "target")]
    sides += [row.victims for row in event.figures]
    armed = [any(cues.within(cue, side) for side in sides) for cue in ("state_forces", "fighters")]
    are_two = all(armed) or any(armed) and "ambush" in event.heads
    if cues.within("fought", words) or cues.within("posts", words) or are_two:
        return "assault.clash"
    return "assault.shooting" if cues.within("gunfire", words) else OPEN
