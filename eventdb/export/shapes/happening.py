"""Events as other projects see one: with parties, days, place, figures and sources in one value.

In: a connection that may read the views. Out: `Happening`s, in the order of their days. It reads views of `report`
only, so that the reader role may ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Protocol

from psycopg import Connection, sql

from ..relations import Row, read

HAPPENED = frozenset({"occurred", "ongoing", "stalled"})
SURE, BLAMED = frozenset({"did", "claimed"}), frozenset({"alleged"})

# One row per event of the timeline, with lists of who did what in it and of the articles that tell of it.
QUERY = sql.SQL("""
with party as (
    select
        event_id,
        array_agg(
            distinct array[role, position, coalesce(actor_kind, ''), coalesce(actor_country_code, ''), actor]
        ) as parties
    from report.participation
    group by event_id
),

telling as (
    select distinct event_id, article_id from report.event_claim
),

told as (
    select
        telling.event_id,
        array_agg(
            array[
                coalesce(article.outlet, ''), coalesce(article.published_from::text, ''), coalesce(article.title, ''),
                coalesce(article.url, ''), article.file
            ]
            order by article.published_from asc nulls last, article.article_id
        ) as articles
    from telling
    inner join report.article using (article_id)
    group by telling.event_id
),

speaker as (
    select event_id, array_agg(distinct said_by order by said_by) as speakers
    from report.casualty_claim
    where kind = 'killed' and said_by is not null
    group by event_id
)

select
    timeline.event_id, timeline.event_type, timeline.label, timeline.status,
    timeline.starts_from, timeline.starts_to, timeline.ends_to, timeline.date_precision,
    timeline.place, timeline.place_precision, timeline.country_code, timeline.subdivision_code,
    timeline.latitude, timeline.longitude, timeline.is_core, timeline.independent_sources,
    timeline.cameo_root, timeline.quad_class,
    ucdp.low, ucdp.best, ucdp.high, acled.best as acled_fatalities,
    coalesce(party.parties, array[]::text[]) as parties,
    coalesce(told.articles, array[]::text[]) as articles,
    coalesce(speaker.speakers, array[]::text[]) as speakers
from report.timeline
left join party using (event_id)
left join told using (event_id)
left join speaker using (event_id)
left join report.casualty as ucdp
    on timeline.event_id = ucdp.event_id and ucdp.kind = 'killed' and ucdp.rule = 'ucdp'
left join report.casualty as acled
    on timeline.event_id = acled.event_id and acled.kind = 'killed' and acled.rule = 'acled'
order by timeline.starts_from, timeline.starts_to, timeline.event_id
""")


class Names(Protocol):
    """Names of places by their codes; None where a code is not known."""

    def country(self, code: str) -> str | None:
        """The name of a country, by ISO 3166-1 alpha-2."""

    def iso3(self, code: str) -> str | None:
        """Its ISO 3166-1 alpha-3 code."""

    def province(self, code: str) -> str | None:
        """The name of a province, by ISO 3166-2."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's part in an event."""

    role: str
    position: str
    kind: str
    country: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells of an event; what is not known is empty."""

    outlet: str
    published: str
    title: str
    url: str
    file: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event; `low`, `best` and `high` are of its dead by UCDP's rule, `acled_fatalities` by ACLED's."""

    event_id: int
    event_type: str
    label: str
    status: str
    starts_from: date | None
    starts_to: date | None
    ends_to: date | None
    date_precision: int | None
    place: str | None
    place_precision: int | None
    country_code: str | None
    subdivision_code: str | None
    latitude: float | None
    longitude: float | None
    is_core: bool
    independent_sources: int
    cameo_root: str | None
    quad_class: int | None
    low: int | None
    best: int | None
    high: int | None
    acled_fatalities: int | None
    parties: tuple[Party, ...]
    articles: tuple[Told, ...]
    speakers: tuple[str, ...]

    @property
    def family(self) -> str:
        """`assault` of `assault.bombing`."""
        return self.event_type.partition(".")[0]

    @property
    def has_happened(self) -> bool:
        """Whether it is more than a plan, and on days that are known."""
        return self.status in HAPPENED and self.first is not None

    @property
    def first(self) -> date | None:
        """The first day on which it may have begun; of an open window the day that is known."""
        return self.starts_from or self.starts_to or self.ends_to

    @property
    def last(self) -> date | None:
        """The last day of it that is known."""
        return self.ends_to or self.starts_to or self.starts_from

    @property
    def middle(self) -> date | None:
        """The day between its first and its last."""
        if self.first is None or self.last is None:
            return None
        return self.first + timedelta(days=(self.last - self.first).days // 2)

    def actors(self) -> tuple[list[Party], list[Party]]:
        """Who acts and upon whom; where nobody does either, the first who takes part and the others."""
        acting = self._acting("perpetrator") or self._acting("speaker", "host", "organiser", "mediator")
        upon = [each for each in self.parties if each.role == "target"]
        others = [each for each in self.parties if each.role in ("participant", "signatory") and each not in acting]
        return (acting, upon or others) if acting or upon else (others[:1], others[1:])

    def _acting(self, *roles: str) -> list[Party]:
        """Who did it, or says so; only where there is nobody, those who are blamed."""
        own = [each for each in self.parties if each.role in roles]
        sure = [each for each in own if each.position not in BLAMED and each.position != "denied"]
        return sure or [each for each in own if each.position in BLAMED]


def happenings(connection: Connection) -> Iterator[Happening]:
    """All events of the timeline."""
    with read(connection, QUERY) as rows:
        yield from map(_happening, rows)


def _happening(row: Row) -> Happening:
    told = dict(zip((each.name for each in fields(Happening)), row, strict=True))
    told["parties"] = _distinct(Party(*each) for each in told["parties"])
    told["articles"] = tuple(Told(*each) for each in told["articles"])
    told["speakers"] = tuple(told["speakers"])
    return Happening(**told)


def _distinct(parties: Iterator[Party]) -> tuple[Party, ...]:
    """Each actor once a role and position, in the order of names."""
    return tuple(sorted(parties, key=lambda each: (each.role, each.position, each.name)))


def named(parties: list[Party]) -> str:
    """The names of parties, each once."""
    return "; ".join(dict.fromkeys(each.name for each in parties))
