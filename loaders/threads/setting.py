"""Where and when an event was that does not say it itself: drafts and the places of each sentence go in.

A report names the town once and goes on: "Police opened fire. Nine people were arrested." Only what is open is filled.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from loaders.facts import PlaceFact, Window
from loaders.patterns.kinds import number_of
from loaders.threads import cues, lasting, sites, times
from loaders.threads.drafts import EventDraft
from loaders.threads.places import WHOLE_COUNTRY, place_of, stands_in
from loaders.threads.reading import Reading
from loaders.threads.reckoning import REACH, Passage, Turn, turns
from loaders.threads.scene import Scene

SETTLED = ("assault", "coerce", "protest", "mobilize")
"""Families whose events happen somewhere on the ground; talks and treaties do not inherit a place."""
DAY_HOLDS = 2
"""So many sentences back the day of another event of the ground still holds."""
NEAR = 3
"""So many sentences back the place of another event of the ground still holds."""


@dataclass(frozen=True, slots=True)
class Page:
    """The places that one sentence names behind "in", "at", "near": offsets in the text with the place, in order.

    `turns` are its phrases that count from another event; `days` those of its dates that date no words.
    """

    number: int
    paragraph: int
    block: str
    start: int
    stop: int
    sites: tuple[tuple[int, PlaceFact], ...]
    text: str = ""
    turns: tuple[Turn, ...] = ()
    days: tuple[Window, ...] = ()


def page(reading: Reading, scene: Scene, people: Container[str]) -> Page:
    """The places of a sentence; a name that is one of the article's `people` is none."""
    kinds = reading.masked.kinds.codes
    found = []
    opening = "".join(kinds[kind] for kind in ("city", "place", "state", "name"))
    for match in re.finditer(f"[{opening}](.)", reading.masked.string, re.S):
        number = number_of(match[1])
        is_there = stands_in(reading, number) and not sites.is_bearing(reading, number)
        place = place_of(reading, number, scene.countries) if is_there else None
        if place and place.name.split()[-1] not in people:
            found.append((reading.span(number)[0], place))
    windows = (times.window_of(reading, number, scene.published) for _, number in times.free_dates(reading))
    days = tuple(window for window in windows if window is not None)
    head = (reading.number, reading.paragraph, reading.block, reading.start, reading.stop)
    return Page(*head, tuple(found), reading.masked.text, turns(reading), days)


def passages(pages: Sequence[Page]) -> list[Passage]:
    """The sentences with what counts from another event in them."""
    found = []
    for at, each in enumerate(pages):
        if each.turns:
            found.append(Passage(each.start, each.stop, pages[max(0, at - REACH)].start, each.turns))
    return found


def place_events(events: Sequence[EventDraft], pages: Sequence[Page]) -> None:
    """Give each event of the ground that has no place the place around it."""
    for event in sorted(events, key=lambda each: each.start):
        if event.place is None and event.family in SETTLED and not _is_war(event):
            event.place = _around(event, events, pages)


def date_events(events: Sequence[EventDraft], pages: Sequence[Page]) -> None:
    """Give each past event of the ground without a day that of the one told right before it, in the same place."""
    for event in sorted(events, key=lambda each: each.start):
        if event.when is None and event.status == "occurred" and event.family in SETTLED and not _is_war(event):
            event.when = _day_before(event, events, pages)


def stretch_events(events: Sequence[EventDraft], pages: Sequence[Page]) -> None:
    """Let what goes on "for a third day" begin two days before."""
    for event in events:
        own = _page_of(event, pages)
        if own and event.when and event.type not in ("coerce.arrest", "agree.agreement"):
            event.when = lasting.by_its_turn(event.when, own.text, is_over=event.status != "ongoing")


def _day_before(event: EventDraft, events: Sequence[EventDraft], pages: Sequence[Page]) -> Window | None:
    own = _page_of(event, pages)
    if own and own.turns:
        return None
    known = [
        each
        for each in (_told_before(event, events, pages, own, DAY_HOLDS) if own else ())
        if each.when
        and each.when.precision == "day"
        and each.status == "occurred"
        and (event.place is None or each.place is None or each.place.name == event.place.name)
        and (own is None or not own.days or each.when in own.days)
    ]
    return known[-1].when if known else None


def _is_war(event: EventDraft) -> bool:
    return any(cues.within("war", head) or cues.within("condition", head) for head in event.heads)


def _page_of(event: EventDraft, pages: Sequence[Page]) -> Page | None:
    return next((each for each in pages if each.start <= event.start < each.stop), None)


def _around(event: EventDraft, events: Sequence[EventDraft], pages: Sequence[Page]) -> PlaceFact | None:
    own = _page_of(event, pages)
    if own is None:
        return None
    if own.sites:
        return min(own.sites, key=lambda site: (site[1].precision == WHOLE_COUNTRY, abs(site[0] - event.start)))[1]
    return _place_before(event, events, pages, own) or _named_before(pages, own)


def _place_before(
    event: EventDraft, events: Sequence[EventDraft], pages: Sequence[Page], own: Page
) -> PlaceFact | None:
    """The exact place of the nearest event of the ground that is told shortly before, on no other day."""
    known = [
        each.place
        for each in _told_before(event, events, pages, own, NEAR)
        if each.place and each.place.precision < WHOLE_COUNTRY and times.agree(each.when, event.when) is not False
    ]
    return known[-1] if known else None


def _told_before(
    event: EventDraft, events: Sequence[EventDraft], pages: Sequence[Page], own: Page, back: int
) -> list[EventDraft]:
    """The events of the ground that are told before an event, at most so many sentences back, the nearest last."""
    first = next((each.start for each in pages if each.number >= own.number - back), own.start)
    told = [e for e in events if e is not event and e.family in SETTLED and first <= e.start <= event.start]
    return sorted(told, key=lambda each: each.start)


def _named_before(pages: Sequence[Page], own: Page) -> PlaceFact | None:
    """The last exact place that the paragraph named before."""
    before = [each for each in pages if each.paragraph == own.paragraph and each.number < own.number]
    sites = [place for each in before for _, place in each.sites if place.precision < WHOLE_COUNTRY]
    return sites[-1] if sites else None
