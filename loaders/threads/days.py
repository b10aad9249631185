"""Days of a mention: those in its own words, a deadline, else the date of its clause."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.facts import Window
from loaders.lexicons.words import EventNoun
from loaders.patterns.kinds import number_of
from loaders.threads import cues, lasting, reach, times
from loaders.threads.drafts import EventDraft
from loaders.threads.reading import Reading
from loaders.threads.scene import Scene, below, event_numbers, position, told_in


def date_event(event: EventDraft, reading: Reading, number: int, scene: Scene) -> None:
    """Set the days of a mention; one that stands for several events gets none."""
    if event.is_set:
        return
    inside = [n for n in below(reading, number) if reading.masked.masks[n].kind == "date"]
    event.is_dated = bool(inside)
    windows = [times.window_of(reading, n, scene.published, inside=number) for n in inside]
    event.when = next((w for w in windows if w is not None), None)
    if event.when and cues.within("begun", reading.masked.words(number)):
        event.when = Window(event.when.first, None, event.when.precision, is_lasting=True)
    if event.when is None:
        event.when = _deadline(reading, number, scene) or _in_aside(reading, number, scene)
        event.when = event.when or nearest_date(reading, number, scene)
    if event.when and event.family == "consult":
        event.when = lasting.by_its_length(event.when, reading.masked.words(number), reading.masked.text)


def _deadline(reading: Reading, number: int, scene: Scene) -> Window | None:
    """ "a May 1 deadline for the withdrawal": an open start and that last day."""
    at = position(reading, number)
    date = re.escape(reading.masked.kinds.codes["date"])
    before = re.search(
        rf"{date}(.)\sdeadline\s(?:[\w-]+\s){{0,2}}?for\s(?:the\s)?$", reading.masked.string[: max(at, 0)], re.S
    )
    window = times.window_of(reading, number_of(before[1]), scene.published) if before else None
    return Window(None, window.last, window.precision) if window else None


def _in_aside(reading: Reading, number: int, scene: Scene) -> Window | None:
    """The date of a clause in commas right behind an event: "talks, which had been due on Monday, …"."""
    aside = told_in(reading, number)
    dates = [] if aside is None else [n for n in below(reading, aside) if _is_date(reading, n)]
    windows = (times.window_of(reading, n, scene.published) for n in dates)
    found = next((window for window in windows if window is not None), None)
    is_begun = aside is not None and cues.within("begun", reading.masked.words(aside))
    return replace(found, last=None, is_lasting=True) if found and is_begun else found


def _is_date(reading: Reading, number: int) -> bool:
    return reading.masked.masks[number].kind == "date"


def nearest_date(reading: Reading, number: int, scene: Scene) -> Window | None:
    """The date of the main string that dates the event: the next behind it, no event between, else the opening one."""
    at = position(reading, number)
    string = reading.masked.string
    if at < 0 or cues.ends("background", string[:at]):
        return None
    others = [p for p in (position(reading, n) for n in event_numbers(reading)) if p >= 0 and p != at]
    for place, date_number in sorted(times.free_dates(reading), key=lambda d: (d[0] < at, abs(d[0] - at))):
        low, high = sorted((place, at))
        between = string[low:high]
        behind = at + reach.past_its_pair(between)
        if place > at and (any(behind <= other < high for other in others) or reach.is_other_clause(reading, between)):
            continue
        if place < at and (
            any(other < at for other in others) and not reach.opens(string, place) or reach.leads_on(between)
        ):
            continue
        if place > at and reach.is_since(between) and not _lasts(reading, number):
            continue
        window = times.window_of(reading, date_number, scene.published)
        if window is not None:
            return window
    return None


def _lasts(reading: Reading, number: int) -> bool:
    """Whether an event can go on "since May": several, or one that lasts, but not "the worst attacks since 2012"."""
    noun, words = reading.masked.masks[number].value, reading.masked.words(number)
    if not isinstance(noun, EventNoun) or noun.type.startswith(("consult.", "agree.")):
        return False
    return (noun.is_plural or cues.within("condition", words)) and not cues.within("unmatched", words)
