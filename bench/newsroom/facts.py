"""An invented article → the facts that perfect rules would read in it: `ArticleFacts` from its annotation.

In: an `Article`. Out: its facts, with the keys that the lexicons give to its places and actors. A thousand times
faster than reading the text, which is what filling a large database asks for. What nobody annotates is missing: verbal
acts, groups without a name, sentences, dates. Pure.

Invented articles share a tenth of their runs of words, for they are made of one small stock of sentences; real ones of
different stories share next to none. So the text is what the annotation quotes, and words of its story's own.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

from loaders.facts import (
    ActorFact,
    ArticleFacts,
    Day,
    EventFact,
    FigureFact,
    ParticipationFact,
    PlaceFact,
    Published,
    Role,
    Window,
)
from loaders.lexicons import names
from loaders.lexicons.resolving import resolve_place

from .corpus import Article
from .people import Json

RULE = "annotation"
SYLLABLES = ["ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we"]
WORDS = 150  # of a story's own
TOWN = 1  # UCDP's precision of a place that the gazetteer does not know


def facts_of(article: Article) -> ArticleFacts:
    """The facts of an article."""
    head, published, text = article.annotation["article"], _published(article), _text(article)
    actors = tuple(_actors(article, text))
    numbers = {actor.name: number for number, actor in enumerate(actors)}
    return ArticleFacts(
        text=text,
        language="en",
        title=head["title"],
        publisher=head["publisher"],
        published=published,
        actors=actors,
        events=tuple(_event(text, event, numbers, published.last) for event in article.annotation["events"]),
    )


def _published(article: Article) -> Published:
    if article.metadata:
        day = _day(article.metadata["published"])
        return Published(day, day, "metadata")
    told = article.annotation["article"]["published"]
    first, last = _day(told["earliest"]), _day(told["latest"])
    return Published(first, last, "byline" if first or last else "unknown")


def _text(article: Article) -> str:
    chance = Random(article.clusters["story"])
    own = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(WORDS))
    names = ", ".join(row["name"] for row in article.annotation["actors"])
    quoted = (event["evidence"] for event in article.annotation["events"])
    return "\n\n".join([article.annotation["article"]["title"] or "", *quoted, own, names])


def _actors(article: Article, text: str) -> Iterator[ActorFact]:
    for row in article.annotation["actors"]:
        start = max(text.find(row["name"]), 0)
        roles = tuple(Role(role["title"], role["of"], start, start + len(row["name"])) for role in row["roles"])
        key, country = (None, None) if row["kind"] == "person" else _known_actor(row["name"])
        yield ActorFact(row["name"], row["kind"], key, country, tuple(row["aliases"]), roles)


@cache
def _known_actor(name: str) -> tuple[str | None, str | None]:
    found = next((entry for entry in names().lookup(name) if entry.kind in ("actor", "country")), None)
    return (found.key, found.country) if found else (None, None)


def _event(text: str, event: Json, numbers: dict[str, int], told: Day | None) -> EventFact:
    start, stop = _span(text, event["evidence"])
    return EventFact(
        type=event["type"],
        status=event["status"],
        is_core=event["core"],
        when=_window(event, told),
        place=_place(event["place"], event["country"]) if event["place"] else None,
        start=start,
        stop=stop,
        rule=RULE,
        participations=tuple(
            ParticipationFact(numbers[each["actor"]], each["role"], each["status"], None, start, stop, RULE)
            for each in event["participants"]
            if each["actor"] in numbers
        ),
        figures=tuple(_figure(each, start, stop) for each in event["casualties"]),
    )


def _span(text: str, evidence: str) -> tuple[int, int]:
    start = text.find(evidence)
    return (start, start + len(evidence)) if start >= 0 else (0, len(text))


def _figure(each: Json, start: int, stop: int) -> FigureFact:
    said = {name: each[name] for name in ("kind", "victims", "value", "qualifier", "low", "high")}
    return FigureFact(**said, includes_attackers=None, said_by=None, start=start, stop=stop, rule=RULE)


def _window(event: Json, told: Day | None) -> Window | None:
    """Its days, in the years that a reader gives them who knows when the article appeared, from its feed perhaps."""
    first, last = _day(event["start"]), _day(event["end"])
    if last and not last.year and told and told.year:
        last = _in_year(last, _year(last, told, is_plan=event["status"] == "planned"))
        first = first and _in_year(first, last.year - (first > replace(last, year=0)))
    return Window(first, last, event["precision"]) if first or last else None


def _year(day: Day, told: Day, *, is_plan: bool) -> int:
    """Of a day without a year: a plan lies ahead, all else behind."""
    is_later = (day.month, day.day) > (told.month, told.day)
    return told.year + (is_plan and not is_later) - (is_later and not is_plan)


def _in_year(day: Day, year: int) -> Day:
    return replace(day, year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _day(written: str | None) -> Day | None:
    """`2021-03-18` or `--03-18` as a day."""
    if written is None:
        return None
    year, month, number = written.rsplit("-", 2)
    return Day(int(year) if year != "-" else 0, int(month), int(number))


@cache
def _place(name: str, country: str | None) -> PlaceFact:
    entry = resolve_place(names().lookup(name), [country] if country else [])
    found = names().place(entry.key) if entry else None
    if entry is None or found is None:
        return PlaceFact(name, country, TOWN)
    return PlaceFact(entry.name, found.country, found.precision, found.key)
