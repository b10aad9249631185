"""Days that count from another event: "two days after a bomb went off", "a day earlier", "hours later".

In go drafts, the turns of each sentence and the events that its words name; what has no day of its own gets one from
the event that the turn counts from. A turn whose other end has no day changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.dates import DatePhrase, counts_from_an_event, resolve
from loaders.facts import Published, Window
from loaders.threads import times
from loaders.threads.drafts import EventDraft
from loaders.threads.reading import Reading
from loaders.threads.scene import position

REACH = 4
"""So many sentences back an event is still the one that "a day earlier" counts from."""
COUNT = r"(?:(?:several|a\ few|a\ couple\ of|an?|one|two|three|four|five|six|some|just|only)\s)*"
SAME_DAY = re.compile(
    rf"""\b(?:{COUNT}(?:hours?|minutes|moments)|shortly|soon)\s(?P<way>after(?:wards?)?|before|later|earlier)\b
        |\b(?:later|earlier)\s(?:in\ the\ (?:day|morning|afternoon|evening)|that\ (?:morning|afternoon|evening|night))\b
        |\bby\ (?:the\ )?(?:evening|nightfall|noon|midday|late\ afternoon)\b
    """,
    re.I | re.X,
)
"""Words that keep to the day of what was told: "an hour later", "hours after the blast", "later in the morning"."""
SIGNS = (
    *("hour", "minutes", "moments", "shortly", "soon", "later", "earlier"),
    *("evening", "nightfall", "noon", "midday"),
)
"""Of these every one of them has some; most sentences have none."""
SAME = DatePhrase(0, 0, "shift", "the same day", unit="day")
AFTERWARDS = replace(SAME, surface="later that day")
CLAUSE = re.compile(r"[,;:–—]|\b(?:and|but|who|which|that|when|where|as|while)\s")
OF_THE_STORY = re.compile(
    r"(?:it|this|that|the\s+(?:[\w-]+\s+){1,3}?)\s*(?:came|comes|happened|occurred|took place|followed|follows|was|is)"
    r"\s+(?:just\s+|only\s+|barely\s+|less\s+than\s+)?$",
    re.I,
)
"""What stands before "two days after …" where its subject is the story so far."""
AT_FIRST = re.compile(
    r"(?:\W*(?:on|late|early|also)?\s*(?:\w+day|\w+ \d{1,2})(?:\s(?:night|morning|evening|afternoon))?)?\W*", re.I
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A phrase that counts from another event: its offsets in the text, and whether that event follows it.

    `clause` is where the clause begins whose verb the phrase stands behind; `is_of_the_story` where its subject is what
    was told ("It came two days after …"), `is_opening` where nothing stands before it but a date.
    """

    start: int
    stop: int
    phrase: DatePhrase
    is_of_what_follows: bool
    clause: int
    is_of_the_story: bool = False
    is_opening: bool = False


def turns(reading: Reading) -> tuple[Turn, ...]:
    """The turns of a sentence, in the order of the text."""
    text, found = reading.masked.text, []
    free = {number for _, number in times.free_dates(reading)}
    for number, mask in enumerate(reading.masked.masks):
        phrase = mask.value
        if not isinstance(phrase, DatePhrase) or phrase.kind != "shift" or phrase.is_refused or phrase.unit == "eve":
            continue
        if number in free or position(reading, number) < 0:
            found.append(_turn(reading, mask.start, mask.stop, phrase, counts_from_an_event(text, phrase)))
    low = text.lower()
    for match in SAME_DAY.finditer(text) if any(sign in low for sign in SIGNS) else ():
        is_ahead = match["way"] in ("after", "before") and bool(re.match(r"\s+\w", text[match.end() :]))
        phrase = AFTERWARDS if re.match("later|after|by", match[0], re.I) or match["way"] == "later" else SAME
        found.append(_turn(reading, match.start(), match.end(), phrase, is_ahead))
    return tuple(sorted(found, key=lambda turn: turn.start))


def _turn(reading: Reading, start: int, stop: int, phrase: DatePhrase, is_of_what_follows: bool) -> Turn:
    """A turn at offsets of a sentence."""
    before = reading.masked.text[:start]
    clause = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    return Turn(
        reading.start + start,
        reading.start + stop,
        phrase,
        is_of_what_follows,
        reading.start + clause,
        bool(OF_THE_STORY.search(before[clause:])),
        bool(AT_FIRST.fullmatch(before)),
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its number, its offsets and its turns, with the first offset from which an event is near."""

    start: int
    stop: int
    near: int
    turns: tuple[Turn, ...]


def reckon(
    events: Sequence[EventDraft],
    passages: Sequence[Passage],
    mentions: Sequence[tuple[int, EventDraft]],
    published: Published,
) -> None:
    """Give events without a day the one that a turn of their sentence counts; `mentions` are offsets with events."""
    for passage in passages:
        for turn in passage.turns:
            named = sorted(_named(events, mentions, passage), key=lambda each: each[0])
            before = [event for at, event in named if at < turn.start]
            behind = [event for at, event in named if at >= turn.stop]
            if turn.is_of_what_follows:
                _between(before, behind, _told(events, passage), turn, published)
            else:
                close = [event for event in before if 0 <= turn.clause <= event.start]
                _from_what_was_told(behind or close[-1:], _told(events, passage), turn, published)


def _named(
    events: Sequence[EventDraft], mentions: Sequence[tuple[int, EventDraft]], passage: Passage
) -> Iterator[tuple[int, EventDraft]]:
    """The events that a sentence tells or names, with their offsets."""
    yield from ((event.start, event) for event in events if passage.start <= event.start < passage.stop)
    yield from ((at, event) for at, event in mentions if passage.start <= at < passage.stop)


def _told(events: Sequence[EventDraft], passage: Passage) -> EventDraft | None:
    """The last event with a day that is told shortly before a sentence."""
    told = [e for e in events if _has_day(e) and passage.near <= e.start < passage.start]
    return max(told, key=lambda each: each.start, default=None)


def _has_day(event: EventDraft) -> bool:
    return event.when is not None and event.when.precision == "day" and event.status != "planned"


def _is_open(event: EventDraft) -> bool:
    return event.when is None and event.status in ("occurred", "cancelled", "stalled")


def _between(
    before: Sequence[EventDraft], behind: Sequence[EventDraft], told: EventDraft | None, turn: Turn, day: Published
) -> None:
    """ "The attack came two days after a bomb went off": either end gives the other its day."""
    second = next(iter(behind), None)
    first = next((event for event in before[::-1] if event is not second), None)
    if turn.is_of_the_story and not (first and _has_day(first)):
        first = told
    if first is None and turn.is_opening:  # "hours before the truce, a clash …"
        first = next((event for event in behind if event is not second), None)
    if first is None or second is None or first is second:
        return
    if _has_day(first) and _is_open(second):
        second.when = _shifted(turn.phrase, -turn.phrase.count, first.when, day)
    elif _has_day(second) and _is_open(first):
        first.when = _shifted(turn.phrase, turn.phrase.count, second.when, day)


def _from_what_was_told(named: Sequence[EventDraft], told: EventDraft | None, turn: Turn, day: Published) -> None:
    """ "A day earlier, …": all that its sentence tells without a day counts from what was told before."""
    reference = told or next((event for event in named if _has_day(event)), None)
    if reference is None:
        return
    for event in named:
        if event is not reference and _is_open(event):
            event.when = _shifted(turn.phrase, turn.phrase.count, reference.when, day)


def _shifted(phrase: DatePhrase, count: int, reference: Window | None, published: Published) -> Window | None:
    if reference is None or phrase not in (SAME, AFTERWARDS):
        return resolve(replace(phrase, count=count), published, reference=reference, is_open=False)
    return replace(reference, first=reference.last if phrase is AFTERWARDS else reference.first, is_lasting=False)
