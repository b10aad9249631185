"""What is known so far in one article: its events and what each mention stands for. The only place with memory."""

from __future__ import annotations

from loaders.annotate.atoms import Known
from loaders.facts import PlaceFact, Speaker, Window
from loaders.threads import arms, cues, mentions
from loaders.threads import scene as scenes
from loaders.threads.cast import Cast
from loaders.threads.drafts import EventDraft
from loaders.threads.merging import absorb, are_one, kin
from loaders.threads.places import country_place
from loaders.threads.reading import Reading
from loaders.threads.reckoning import reckon
from loaders.threads.scene import Scene
from loaders.threads.setting import Page, date_events, page, passages, place_events, stretch_events
from loaders.threads.staged import staged
from loaders.threads.worth import is_worth_telling

PAIR = 2
"""So many sides a war has."""


class Story:
    """Events of one article, in the order in which it tells them."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.cast = scene, Cast(scene.countries[0] if scene.countries else None)
        self.events: list[EventDraft] = []
        self.meant: dict[tuple[int, int], EventDraft] = {}
        self.focus: EventDraft | None = None
        self.attack: EventDraft | None = None
        self.last_speaker: Speaker | None = None
        self.named: dict[int, frozenset[str]] = {}
        self.pages: list[Page] = []
        self.staged: frozenset[int] | None = None
        self.offsets: dict[tuple[int, int], int] = {}

    @property
    def is_note(self) -> bool:
        """Whether the article is one paragraph, as databases of incidents write: its parts would add to its wholes."""
        return len({page.paragraph for page in self.pages}) <= 1

    @property
    def is_live(self) -> bool:
        """Whether the article is a page of live updates, the newest first."""
        return any(page.block == "title" and cues.within("live", page.text) for page in self.pages)

    # -- mentions -----------------------------------------------------------------------------------------------
    def hear(self, reading: Reading) -> None:
        """Take in the event mentions of a sentence."""
        entries = [m.value.entry for m in reading.masked.masks if isinstance(m.value, Known)]
        self.named[reading.number] = frozenset(e.country for e in entries if e.country)
        self.pages.append(page(reading, self.scene, self.cast.surnames()))
        for number in scenes.event_numbers(reading):
            event = mentions.draft(reading, number, self.cast, self.scene)
            if event is not None:
                self.cast.face(event.of_roles("participant", "signatory"))
                self.meant[reading.number, number] = self.settle(event)
                self.offsets[reading.number, number] = reading.span(number)[0]

    def settle(self, event: EventDraft) -> EventDraft:
        """The known event that a mention tells again, or the mention as a new event."""
        same = [e for e in self.events if are_one(e, event)]
        if same and (best := self._best(same, event)):
            absorb(best, event)
            return best
        self.events.append(event)
        return event

    def _best(self, same: list[EventDraft], event: EventDraft) -> EventDraft:
        return max(
            same,
            key=lambda e: (
                bool(e.place and event.place),
                bool(e.when and event.when),
                len(e.actors() & event.actors()),
                e.sentence if event.family == "assault" and event.is_definite else 0,
                bool(e.when) + bool(e.place) if event.family == "consult" else 0,
                bool(e.heads & event.heads),
                e.status == event.status,
                e.sentence,
            ),
        )

    def events_of(self, reading: Reading, number: int) -> list[EventDraft]:
        """The events that a mask stands for: one, those of a set, or none."""
        event = self.meant.get((reading.number, number))
        if event is None:
            return []
        return self.members(event) if event.is_set else [event]

    def members(self, event: EventDraft) -> list[EventDraft]:
        """The events that "both conferences" stands for: the planned ones of its kin, else the set itself."""
        kins = [
            e for e in self.events if not e.is_set and kin(e, event) and e.status == "planned" and (e.place or e.when)
        ]
        conferences = [e for e in kins if e.type == "consult.conference"]
        return conferences or kins or [event]

    def replace(self, event: EventDraft, other: EventDraft) -> None:
        """Let every mention of an event stand for another one that took it in."""
        self.events.remove(event)
        self.meant = {key: other if meant is event else meant for key, meant in self.meant.items()}

    def current(self, family: str) -> EventDraft | None:
        """The event of a family that is being talked about."""
        event = self.attack if family == "assault" else self.focus
        if event is not None:
            return event
        told = [e for e in self.events if e.family == family and not e.is_set]
        return told[0] if told and (len(told) == 1 or family == "assault") else None

    def look_at(self, event: EventDraft) -> None:
        """Make an event the one that is being talked about."""
        if event.family in ("assault", "coerce"):
            self.attack = event
        else:
            self.focus = event

    # -- the end ------------------------------------------------------------------------------------------------
    def close(self) -> list[EventDraft]:
        """Merge what turned out to be one, hand on what was said of sets, leave out what says nothing."""
        self._spread()
        self._merge()
        for event in self.events:
            event.place = event.place or self._host_country(event)
        told = [e for e in self.events if is_worth_telling(e) and not self._is_staged(e)]
        self._name_sides(told)
        arms.arm(told, self.pages, self.cast.actors)
        place_events(told, self.pages)
        mentioned = [(self.offsets[key], event) for key, event in self.meant.items()]
        reckon(told, passages(self.pages), mentioned, self.scene.published)
        date_events(told, self.pages)
        stretch_events(told, self.pages)
        for event in told:
            event.place = event.place or self._country_around(event)
        return told

    def _is_staged(self, event: EventDraft) -> bool:
        """Whether an attack is none: played, invented, taken back, or a quarrel called by its name."""
        words = next((page.text for page in self.pages if page.start <= event.start < page.stop), "")
        if event.type == "agree.ceasefire":
            return event.heads <= {"truce", "truces"} and cues.within("bargainers", words)
        return event.family in ("assault", "coerce") and self.is_staged(event.start)

    def is_staged(self, at: int) -> bool:
        """Whether the sentence at a place of the article tells what was staged, invented or taken back."""
        if self.staged is None:
            self.staged = staged(self.pages)
        return next((p.number in self.staged for p in self.pages if p.start <= at < p.stop), False)

    def _name_sides(self, told: list[EventDraft]) -> None:
        """Those who agree to a truce are the two who fight, where the fighting itself names nobody."""
        truces = [e for e in told if e.type == "agree.ceasefire" and len(e.actors("signatory", "participant")) == PAIR]
        fights = [e for e in told if e.type == "assault.clash" and not e.participations]
        for fight in fights if len(truces) == 1 else ():
            for actor in sorted(truces[0].actors("signatory", "participant")):
                fight.add(actor, "participant", "did", None, (fight.start, fight.stop), fight.rule)

    def _country_around(self, event: EventDraft) -> PlaceFact | None:
        """The article's main country, where the event's sentence names it and no party comes from it."""
        if event.family not in ("assault", "retreat", "vote", "protest"):
            return None
        is_war = event.status == "ongoing" or any(cues.within("war", head) for head in event.heads)
        if event.family == "assault" and not is_war:
            return None
        doers = {
            self.cast.actors[a].country
            for a in event.actors("perpetrator", "participant")
            if self.cast.actors[a].kind != "armed_group"
        }
        named = self.named.get(event.sentence, frozenset()) & set(self.scene.countries) - doers
        return country_place(next(iter(named))) if len(named) == 1 else None

    def _host_country(self, event: EventDraft) -> PlaceFact | None:
        """Where nothing else tells, a meeting is in its host's country."""
        hosts = {self.cast.actors[a].country for a in event.actors("host")} - {None}
        return country_place(hosts.pop() or "") if event.family == "consult" and len(hosts) == 1 else None

    def _spread(self) -> None:
        for event in [e for e in self.events if e.is_set]:
            members = self.members(event)
            if members == [event]:
                continue
            for member in members:
                for row in event.participations:
                    if row.role == "participant":
                        member.add(row.actor, row.role, row.position, row.said_by, (row.start, row.stop), row.rule)
            self.events.remove(event)

    def _merge(self) -> None:
        merged = True
        while merged:
            merged = False
            for i, first in enumerate(self.events):
                for second in self.events[i + 1 :]:
                    if are_one(first, second):
                        absorb(first, second)
                        self.replace(second, first)
                        merged = True
                        break


def new_event(
    type_: str,
    status: str,
    reading: Reading,
    span: tuple[int, int],
    rule: str,
    place: PlaceFact | None,
    when: Window | None,
) -> EventDraft:
    """An event that a verb tells."""
    return EventDraft(type_, status, reading.number, *span, rule, place=place, when=when, is_firm=False)
