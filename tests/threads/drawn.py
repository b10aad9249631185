"""Reads and draws small articles with their events.

A story is a line `## what it proves`, a day of publication, the article (its lines are joined, paragraphs stand
apart), `---`, and its events in the order of the text:

    consult.conference planned Accra 2019-05-20
      Ghana host confirmed
      Togo participant undecided by Kofi Mensah
    assault.bombing occurred Basra ?
      killed 8.. people by police

A place or day that is not told is `?`; an event that is no news ends with `(background)`; a figure has its kind, its
bounds (`8`, `8..`, `..49`) and its victims. The lines below an event are sorted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.extract import extract
from loaders.facts import ArticleFacts, EventFact, FigureFact, ParticipationFact, Speaker, Window
from loaders.sources.metadata import Metadata

FOLDER = Path(__file__).with_name("stories")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One story: what it proves, day of publication, text, and its events as drawn."""

    title: str
    published: str
    text: str
    events: str


def stories(name: str) -> list[Drawing]:
    """The stories of a file."""
    parts = (FOLDER / name).read_text(encoding="utf-8").split("## ")[1:]
    return [_story(part) for part in parts]


def _story(part: str) -> Drawing:
    head, _, events = part.partition("\n---\n")
    title, published, text = head.split("\n", 2)
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]
    return Drawing(title, published, "\n\n".join(paragraphs) + "\n", events.strip("\n"))


def facts(drawing: Drawing) -> ArticleFacts:
    """The facts of a story."""
    day = date.fromisoformat(drawing.published)
    return extract(drawing.text, metadata=Metadata(published=(day, day)))


def shown(found: ArticleFacts) -> str:
    """The events of an article as they are drawn; acts between actors are drawn in test_acts.py."""
    return "\n".join(line for event in found.events if event.type[:4] != "say." for line in _event(found, event))


def _event(found: ArticleFacts, event: EventFact) -> list[str]:
    place = event.place.name if event.place else "?"
    lines = [_figure(row) for row in event.figures] + [_position(found, row) for row in event.participations]
    head = f"{event.type} {event.status} {place} {days(event.when)}" + ("" if event.is_core else " (background)")
    return [head, *sorted(f"  {line}" for line in lines)]


def _position(found: ArticleFacts, row: ParticipationFact) -> str:
    return f"{found.actors[row.actor].name} {row.role} {row.position}{_by(row.said_by)}"


def _figure(row: FigureFact) -> str:
    ends = ["" if end is None else str(end) for end in (row.low, row.high)]
    bounds = ends[0] if ends[0] and ends[0] == ends[1] else "..".join(ends)
    return f"{row.kind} {bounds} {row.victims}{_by(row.said_by)}"


def _by(speaker: Speaker | None) -> str:
    return f" by {speaker.name}" if speaker else ""


def days(window: Window | None) -> str:
    """`2019-05-14`, `2019-05-14..2019-05-20`, `..2019-05-01`, or `?`."""
    if window is None:
        return "?"
    ends = [end.iso() if end else "" for end in (window.first, window.last)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)
