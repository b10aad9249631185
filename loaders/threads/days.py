"""Days of a mention: those in its own words, a deadline, else the date of its clause."""

from __future__ import annotations

import re

from loaders.facts import Window
from loaders.patterns.kinds import VERB_MASK, number_of
from loaders.threads import cues, times
from loaders.threads.drafts import EventDraft
from loaders.threads.reading import Reading
from loaders.threads.scene import Scene, below, event_numbers, position


def date_event(event: EventDraft, reading: Reading, number: int, scene: Scene) -> None:
    """Set the days of a mention; one that stands for several events gets none."""
    if event.is_set:
        return
    inside = [n for n in below(reading, number) if reading.masked.masks[n].kind == "date"]
    windows = [times.window_of(reading, n, scene.published) for n in inside]
    event.when = next((w for w in windows if w is not None), None)
    if event.when and cues.within("begun", reading.masked.words(number)):
        event.when = Window(event.when.first, None, event.when.precision, is_lasting=True)
    if event.when is None:
        event.when = _deadline(reading, number, scene) or nearest_date(reading, number, scene)


def _deadline(reading: Reading, number: int, scene: Scene) -> Window | None:
    """ "a May 1 deadline for the withdrawal": an open start and that last day."""
    at = position(reading, number)
    date = re.escape(reading.masked.kinds.codes["date"])
    before = re.search(
        rf"{date}(.)\sdeadline\s(?:[\w-]+\s){{0,2}}?for\s(?:the\s)?$", reading.masked.string[: max(at, 0)], re.S
    )
    window = times.window_of(reading, number_of(before[1]), scene.published) if before else None
    return Window(None, window.last, window.precision) if window else None


def nearest_date(reading: Reading, number: int, scene: Scene) -> Window | None:
    """The date of the main string that dates the event: the next behind it, no event between, else the opening one."""
    at = position(reading, number)
    if at < 0 or cues.ends("background", reading.masked.string[:at]):
        return None
    others = [p for p in (position(reading, n) for n in event_numbers(reading)) if p >= 0 and p != at]
    for place, date_number in sorted(times.free_dates(reading), key=lambda d: (d[0] < at, abs(d[0] - at))):
        low, high = sorted((place, at))
        if place > at and (
            any(low < other < high for other in others) or _other_clause(reading.masked.string[low:high])
        ):
            continue
        if place < at and (
            any(other < at for other in others) and place > 6 or _leads_on(reading.masked.string[low:high])
        ):
            continue
        window = times.window_of(reading, date_number, scene.published)
        if window is not None:
            return window
    return None


def _leads_on(string: str) -> bool:
    """Whether a date dates something that stands before the event: "on Monday ahead of talks"."""
    return bool(re.search(r"\b(?:ahead of|before|after|following|since|until|amid|despite|for)\s", string))


def _other_clause(string: str) -> bool:
    """Whether a stretch of a masked sentence leads into another clause."""
    string = re.sub(
        rf"(?:which|that) (?:was |were |is |are |will be )?(?:{VERB_MASK}|held|due|set)", "", string, flags=re.S
    )
    verbs = re.findall(VERB_MASK, string, re.S)
    return len(verbs) > 1 or bool(
        re.search(r"\b(?:after|before|when|since|as|while|until|that|who|which|and|but)\s", string[2:])
    )
