"""A draft as its house prints it: a page with masthead, byline, day and clutter, and the head of its annotation.

In: a `Draft`, chance. Out: `Page`: the text, the annotation's "article", whether the page names its year. Paragraphs
stand in it word for word. Papers and stations are invented, agencies are real.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from .articles import Draft
from .people import Json

AGENCIES = ("Reuters", "AP", "AFP")
PAPERS = ("The Harbour Chronicle", "Northern Ledger", "The Meridian Post", "Lakeside Tribune", "The Morning Courier")
STATIONS = ("Channel Nine News", "World Service Radio", "Delta Broadcasting", "Gulf Television")
REPORTERS = ("Dana Whitlow", "Imre Castell", "Rosa Lindqvist", "Peter Okafor", "Hana Silberg", "Tom Arkwright")
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
RELATED = (
    "In pictures: a winter on the river", "Why bread costs more this year", "Letters: readers on the new timetable",
    "Cup final: how the underdogs did it", "Ten recipes for the end of summer", "The quiet boom in second-hand phones",
    "Podcast: voices from the market", "What the census tells us", "Opinion: leave the trees alone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed, and what the annotation says of it as a whole."""

    text: str
    article: Json
    has_year: bool


def page(draft: Draft, chance: Random) -> Page:
    """The draft in the style of its house."""
    return HOUSES[draft.plan.house](draft, chance)


def _wire(draft: Draft, chance: Random) -> Page:
    """A dateline with day and month and no year, paragraphs, who wrote."""
    agency, writer = chance.choice(AGENCIES), chance.choice(REPORTERS)
    day, city = draft.plan.published, draft.city.upper()
    lead = f"{city}, {SHORT[day.month - 1]} {day.day} ({agency}) - {draft.paragraphs[0]}"
    foot = f"(Reporting by {writer}; Editing by {chance.choice(REPORTERS)})"
    text = "\n\n".join((draft.title, lead, *draft.paragraphs[1:], foot))
    published = {"earliest": f"--{day:%m-%d}", "latest": f"--{day:%m-%d}", "year_in_text": False}
    article = _article(draft, agency, city, [writer], [agency]) | {"published": published}
    return Page(text, article, has_year=False)


def _broadsheet(draft: Draft, chance: Random) -> Page:
    """Menus, a byline, a day with its year, other headlines."""
    paper, writer = _printer(draft, PAPERS), chance.choice(REPORTERS)
    day = draft.plan.published
    agency = chance.choice(AGENCIES) if draft.plan.copy_of is not None else None
    top = f"{paper}\nNews | Sport | Weather | Obituaries | Subscribe\nMy account\n\n{draft.title}"
    byline = f"By {agency}" if agency else f"By {writer}"
    head = f"{byline}\n{day:%B} {day.day}, {day.year}"
    middle = max(2, len(draft.paragraphs) // 2)
    body = [*draft.paragraphs[:middle], f"Read more: {chance.choice(RELATED)}", *draft.paragraphs[middle:]]
    foot = "\n".join(("Most read", *chance.sample(RELATED, 3), f"© {day.year} {paper}. All rights reserved."))
    text = "\n\n".join((top, head, *body, foot))
    article = _article(draft, paper, None, [] if agency else [writer], [agency] if agency else [])
    return Page(text, article | _published(day), has_year=True)


def _broadcaster(draft: Draft, chance: Random) -> Page:
    """A short head, a day with its year, a subhead, links."""
    station, day = _printer(draft, STATIONS), draft.plan.published
    agency = chance.choice(AGENCIES) if draft.plan.copy_of is not None else None
    head = f"{station}\nHome | World | Video\n\n{draft.title}\n\nPublished {day.day} {day:%B} {day.year}"
    foot = "\n".join((f"Source: {agency}" if agency else "Related", *chance.sample(RELATED, 2), "Share this page"))
    text = "\n\n".join((head, *draft.paragraphs, foot))
    article = _article(draft, station, None, [], [agency] if agency else [])
    return Page(text, article | _published(day), has_year=True)


def _live(draft: Draft, chance: Random) -> Page:
    """Entries with a time each, the newest first; the lead stands above them."""
    station, day, hour = chance.choice(STATIONS), draft.plan.published, chance.randint(9, 20)
    head = f"{station}\nLIVE\n\n{draft.title}\n\n{day.day} {day:%B} {day.year}"
    entries = [f"{hour - n // 4:02}:{(53 - 13 * (n % 4)):02}\n\n{each}" for n, each in enumerate(draft.paragraphs)]
    text = "\n\n".join((head, *entries, "Follow us\nTerms of use"))
    return Page(text, _article(draft, station, None, [], []) | _published(day), has_year=True)


HOUSES: dict[str, Callable[[Draft, Random], Page]] = {
    "wire": _wire, "broadsheet": _broadsheet, "broadcaster": _broadcaster, "live": _live,
}  # fmt: skip


def _printer(draft: Draft, names: tuple[str, ...]) -> str:
    return names[draft.plan.number % len(names)]


def _article(draft: Draft, outlet: str, dateline: str | None, authors: list[str], credits_: list[str]) -> Json:
    return {
        "title": draft.title, "publisher": outlet, "dateline": dateline, "authors": authors, "credits": credits_,
    }  # fmt: skip


def _published(day: date) -> Json:
    return {"published": {"earliest": day.isoformat(), "latest": day.isoformat(), "year_in_text": True}}
