"""Facts in words for people: frozen facts go in, short lines come out. No line is made of anything but facts."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.facts import ArticleFacts, EventFact, FigureFact, ParticipationFact, PlaceFact, Published, Speaker, Window

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "actor": ("actor", "force", "state", "adjective", "nationals", "person", "name", "office", "pronoun", "group"),
    "people": ("number", "people", "individual"),
    "date": ("date",),
    "place": ("city", "place"),
    "event": ("meeting", "attack", "pact"),
    "outlet": ("outlet",),
    "aside": ("aside",),
}
"""Kinds of masks by what readers see in one colour; verb groups are `verb`."""
ABOUT = {
    "actor": "who: states, groups, bodies, people",
    "people": "people counted",
    "date": "when",
    "place": "where",
    "event": "a noun that names an event",
    "verb": "a verb with its auxiliaries",
    "outlet": "a news outlet",
    "aside": "words between commas or brackets",
}
NO_PLACE = "no place"


def category_of(kind: str) -> str:
    """The category of a kind of mask."""
    return next((name for name, kinds in CATEGORIES.items() if kind in kinds), "verb")


def event_words(event: EventFact) -> tuple[str, str, str, str]:
    """Type, status, days and place of an event; what is not known is said."""
    return event.type, event.status, day_words(event.when), place_words(event.place)


def day_words(when: Window | None) -> str:
    """`2021-03-18`, `2021-03-01 to 2021-03-31 (month)`, `no date`."""
    if when is None:
        return "no date"
    ends = [end.iso() if end else "open" for end in (when.first, when.last)]
    days = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    return days if when.precision == "day" else f"{days} ({when.precision})"


def place_words(place: PlaceFact | None) -> str:
    """`Herat, AF`, or that there is none."""
    if place is None:
        return NO_PLACE
    return place.name if place.country is None else f"{place.name}, {place.country}"


def participation_words(facts: ArticleFacts, row: ParticipationFact) -> str:
    """`Togo as host: confirmed, says its foreign ministry`."""
    return f"{facts.actors[row.actor].name} as {row.role}: {row.position}{_says(row.said_by)}"


def figure_words(figure: FigureFact) -> str:
    """`killed: 14 guards (at least 14), says the police`."""
    value = "" if figure.value is None else f"{figure.value} "
    low, high = ("?" if end is None else str(end) for end in (figure.low, figure.high))
    bounds = f"exactly {low}" if low == high != "?" else f"{low} to {high}"
    return f"{figure.kind}: {value}{figure.victims} ({bounds}){_says(figure.said_by)}"


def _says(speaker: Speaker | None) -> str:
    return f", says {speaker.name}" if speaker else ""


def published_words(published: Published) -> str:
    """`2021-03-18 (byline)`."""
    ends = [end.iso() if end else "open" for end in (published.first, published.last)]
    days = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    return "not known" if published.basis == "unknown" else f"{days} ({published.basis})"
