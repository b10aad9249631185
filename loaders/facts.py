"""What one article says, as frozen values: the pure stages produce them, `store` writes them.

Nothing here knows a database, a clock or an environment. Text positions are half-open character
offsets `[start, stop)` into `ArticleFacts.text`. A day may lack its year (an article that never
names it), so days are `Day` values and not `datetime.date`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A calendar day; `year` 0 means that no year is known, and `iso()` then begins with `--`."""

    year: int
    month: int
    day: int

    def iso(self) -> str:
        """`2021-03-18`, or `--03-18` without a year."""
        head = f"{self.year:04}-" if self.year else "--"
        return f"{head}{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `first` to `last`, both included; None is an open end ("by May 1" has only a last day).

    `precision` is day, week, month, season, year or unknown. `is_lasting` tells an event that goes on from
    `first` to `last` (None: still going on) from one that happened once, some day between them. `graded` is UCDP's
    date_prec where a coded record gives it; None: it follows from the days.
    """

    first: Day | None
    last: Day | None
    precision: str
    is_lasting: bool = False
    graded: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication as an interval; basis is metadata, byline, text, corpus or unknown."""

    first: Day | None
    last: Day | None
    basis: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page; kind is one of `loaders.clean.BLOCK_KINDS`."""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that the article credits; kind is based_on, written_by, photo or cited."""

    agency: str
    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Role:
    """A title that the text gives a person, with the organisation or state if it names one."""

    title: str
    organisation: str | None
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class ActorFact:
    """Somebody the article names. `key` is the lexicon's key, or None for an actor that only rules found."""

    name: str
    kind: str
    key: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor: its number in `ArticleFacts.actors`, or None where it stays unresolved."""

    start: int
    stop: int
    actor: int | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a coded record says that a place is, of which no gazetteer knows; `parent` is the place around it."""

    latitude: float
    longitude: float
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A place as named; precision 1–7 follows UCDP's where_prec; `key` is the gazetteer's, if it knows the place.

    A place with a `spot` is known by a coded record only, and its key is made of its country, name and coordinates.
    """

    name: str
    country: str | None
    precision: int
    key: str | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: words as written, and the actor's number if it is one of the article's actors."""

    name: str
    actor: int | None = None


@dataclass(frozen=True, slots=True)
class ParticipationFact:
    """One reported position of an actor in an event."""

    actor: int
    role: str
    position: str
    said_by: Speaker | None
    start: int
    stop: int
    rule: str


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A casualty figure as stated; `low` and `high` are the inclusive bounds that the words imply, None is open."""

    kind: str
    victims: str
    value: int | None
    qualifier: str
    low: int | None
    high: int | None
    includes_attackers: bool | None
    said_by: Speaker | None
    start: int
    stop: int
    rule: str


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event as this article tells it; `start` and `stop` bound the evidence."""

    type: str
    status: str
    is_core: bool
    when: Window | None
    place: PlaceFact | None
    start: int
    stop: int
    rule: str
    participations: tuple[ParticipationFact, ...] = ()
    figures: tuple[FigureFact, ...] = ()


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date phrase in the text: its days, or `is_refused` where it is a duration and no date."""

    start: int
    stop: int
    window: Window | None
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article says; the same bytes, metadata, rules and lexicons always give the same value.

    `dataset` names the data set of which it is one coded record; None: it is a news article.
    """

    text: str
    language: str
    published: Published
    title: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    blocks: tuple[Block, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    dates: tuple[DateSpan, ...] = ()
    actors: tuple[ActorFact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventFact, ...] = field(default_factory=tuple)
    dataset: str | None = None
