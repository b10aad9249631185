"""Facts drawn by hand for the tests of a run: what `extract` would give for a few invented articles.

In: an article's text and the words that each fact rests on. Out: `ArticleFacts`. It reads no file.
"""

from __future__ import annotations

from typing import Any

from loaders.facts import (
    ActorFact,
    ArticleFacts,
    Block,
    Credit,
    DateSpan,
    Day,
    EventFact,
    FigureFact,
    Mention,
    ParticipationFact,
    PlaceFact,
    Published,
    Role,
    Speaker,
    Window,
)

SUMMIT = (
    "Norway invites both sides to Oslo summit\n\n"
    "OSLO, 4 May 2022\n\n"
    "Norway has invited Peru and the Shining Path to a peace conference in Oslo on May 20.\n"
    "Peruvian envoy Ana Ruiz said on Wednesday that Lima would attend. Ruiz did not elaborate.\n"
    "A bomb in Ayacucho killed at least four people last week, police said.\n\n"
    "With reporting by EFE"
)


def where(text: str, words: str) -> dict[str, Any]:
    """The offsets of the first place where `words` stand, as the keywords start and stop."""
    start = text.index(words)
    return {"start": start, "stop": start + len(words)}


def day(iso: str) -> Day:
    """`2022-05-20`, or `--05-20` without a year."""
    year, month, number = iso.rsplit("-", 2)
    return Day(int(year) if year != "-" else 0, int(month), int(number))


def window(first: str, last: str | None = None, precision: str = "day") -> Window:
    """One day, or the days from first to last."""
    return Window(day(first), day(last or first), precision)


def published(first: str, last: str | None = None, basis: str = "byline") -> Published:
    """A day of publication, or an interval."""
    return Published(day(first), day(last or first), basis)


def event(text: str, words: str, kind: str = "consult.conference", **fields: Any) -> EventFact:
    """An event that rests on `words`; planned, core, undated and without a place unless told otherwise."""
    told: dict[str, Any] = {"status": "planned", "is_core": True, "when": None, "place": None, "rule": "drawn"} | fields
    return EventFact(type=kind, **where(text, words), **told)


def position(text: str, words: str, actor: int, stance: str, **fields: Any) -> ParticipationFact:
    """A position of the actor with that number."""
    told: dict[str, Any] = {"role": "participant", "said_by": None, "rule": "drawn"} | fields
    return ParticipationFact(actor=actor, position=stance, **where(text, words), **told)


def figure(text: str, words: str, kind: str, qualifier: str, low: int | None, high: int | None, **fields: Any) -> Any:
    """A casualty figure among `people`; its value is the lower bound unless told otherwise."""
    told: dict[str, Any] = {
        "victims": "people",
        "value": low,
        "includes_attackers": None,
        "said_by": None,
        "rule": "drawn",
    } | fields
    return FigureFact(kind=kind, qualifier=qualifier, low=low, high=high, **where(text, words), **told)


ACTORS = (
    ActorFact("Norway", "state", key="country:NO", country="NO"),
    ActorFact("Peru", "state", key="country:PE", country="PE", aliases=("Lima",)),
    ActorFact("Shining Path", "armed_group", key="group:shining-path", country="PE"),
    ActorFact(
        "Ana Ruiz", "person", country="PE", aliases=("Ruiz",), roles=(Role("envoy", "Peru", **where(SUMMIT, "envoy")),)
    ),
)


def summit_facts(text: str = SUMMIT) -> ArticleFacts:
    """The article above: a planned conference with three positions, and a bombing with one figure."""
    return ArticleFacts(
        text=text,
        language="en",
        published=published("2022-05-04"),
        title="Norway invites both sides to Oslo summit",
        publisher="Fjord Wire",
        dateline="OSLO",
        credits=(Credit("EFE", "based_on", **where(text, "EFE")), Credit("EFE", "cited", **where(text, "EFE"))),
        blocks=(Block("title", 0, text.index("\n")), Block("dateline", **where(text, "OSLO, 4 May 2022"))),
        sentences=((text.index("Norway has"), text.index("Peruvian") - 1),),
        dates=(
            DateSpan(**where(text, "May 20"), window=window("2022-05-20")),
            DateSpan(**where(text, "last week"), window=window("2022-04-25", "2022-05-01", "week")),
            DateSpan(**where(text, "Wednesday"), window=None, is_refused=True),
        ),
        actors=ACTORS,
        mentions=(
            Mention(**where(text, "Shining Path"), actor=2),
            Mention(**where(text, "police"), actor=None),
        ),
        events=(_conference(text), _bombing(text)),
    )


def _conference(text: str) -> EventFact:
    return event(
        text,
        "a peace conference in Oslo on May 20",
        when=window("2022-05-20"),
        place=PlaceFact("Oslo", "NO", 1),
        participations=(
            position(text, "Norway has invited", 0, "confirmed", role="host"),
            position(text, "invited Peru and the Shining Path", 2, "invited"),
            position(text, "Lima would attend", 1, "confirmed", said_by=Speaker("Ruiz", 3)),
        ),
    )


def _bombing(text: str) -> EventFact:
    return event(
        text,
        "A bomb in Ayacucho",
        "assault.bombing",
        status="occurred",
        when=window("2022-04-25", "2022-05-01", "week"),
        place=PlaceFact("Ayacucho", "PE", 1),
        figures=(figure(text, "at least four people", "killed", "at_least", 4, None, said_by=Speaker("police")),),
    )
