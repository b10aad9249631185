"""What linking looks at: reports of events with their days, place and actors.

In: an open connection. Out: `Report`s of current articles. It writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import class_row

from ..facts import Day


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article tells it. `places` are the keys of its place and of all places around it.

    `first` and `last` are the days between which it started, and `told` is the last day on which the article may have
    been published; a day without a year has year 0. `parties` are the actors in any role but speaker, where a
    government or its forces stand for their state (`PARTY`); `tolls` are figures as stated, such as "killed 12".
    `targets` are the persons to whom it was done.
    Of an article without a year, `since` is the last day with a year on which it tells that something happened.
    """

    report_id: int
    article_id: int
    ordinal: int
    event_id: int | None
    type: str
    status: str
    is_core: bool
    is_lasting: bool
    first: Day | None
    last: Day | None
    end: Day | None
    date_precision: int | None
    place_id: int | None
    place_name: str | None
    country: str | None
    place_precision: int | None
    places: frozenset[int]
    parties: frozenset[str]
    tolls: frozenset[str]
    actor_names: tuple[str, ...]
    told: Day | None
    since: Day | None = None
    dataset: str | None = None
    targets: frozenset[str] = frozenset()

    @property
    def teller(self) -> int | str:
        """Who tells of two things as of two: an article, or a data set, whose records are each an event of its own."""
        return self.dataset or self.article_id

    @property
    def family(self) -> str:
        """`consult` of `consult.talks`."""
        return self.type.partition(".")[0]


@dataclass(frozen=True, slots=True)
class _Row:
    report_id: int
    article_id: int
    ordinal: int
    event_id: int | None
    type: str
    status: str
    is_core: bool
    is_lasting: bool
    first: str | None
    last: str | None
    end: str | None
    date_precision: int | None
    place_id: int | None
    place_name: str | None
    country: str | None
    place_precision: int | None
    places: list[int]
    parties: list[str]
    tolls: list[str]
    actor_names: list[str]
    told: str | None
    since: str | None
    dataset: str | None
    targets: list[str]


# Who an actor is to other articles: its state, its key after all merges, or, of a body that no lexicon knows, its name;
# groups of people without a name are nobody in particular.
PARTY = """
case
    when a.kind_code in ('state', 'government') and a.country_code is not null then 'country ' || a.country_code
    when a.actor_id is not null then 'actor ' || coalesce(actor.merged_into_id, a.actor_id)
    when a.kind_code not in ('group', 'person') then a.kind_code || ' ' || lower(a.name)
end
"""
# One row per report of a current article.
REPORTS = f"""
select
    r.event_report_id as report_id,
    r.article_id,
    r.ordinal,
    r.event_id,
    r.type_code as type,
    r.status_code as status,
    r.is_core,
    r.is_lasting,
    coalesce(r.starts_from_yearless, r.starts_from::text) as first,
    coalesce(r.starts_to_yearless, r.starts_to::text) as last,
    coalesce(r.ends_to_yearless, r.ends_to::text) as end,
    r.date_precision_code as date_precision,
    r.place_id,
    r.place_name,
    r.country_code as country,
    r.place_precision_code as place_precision,
    array(
        with recursive around as (
            select place.place_id, place.parent_id from eventdb.place where place.place_id = r.place_id
            union
            select place.place_id, place.parent_id
            from eventdb.place
            inner join around on around.parent_id = place.place_id
        )
        select around.place_id from around
    ) as places,
    array(
        select distinct {PARTY} as party
        from eventdb.participation as p
        inner join eventdb.article_actor as a
            on (a.article_id, a.version, a.ordinal) = (p.article_id, p.version, p.actor_ordinal)
        left join eventdb.actor on a.actor_id = actor.actor_id
        where
            (p.article_id, p.version, p.report_ordinal) = (r.article_id, r.version, r.ordinal)
            and p.role_code <> 'speaker'
            and not p.is_retracted
            and {PARTY} is not null
        order by party
    ) as parties,
    array(
        select f.kind_code || ' ' || f.value
        from eventdb.casualty_figure as f
        where (f.article_id, f.version, f.report_ordinal) = (r.article_id, r.version, r.ordinal) and f.value > 0
            and not f.is_retracted
    ) as tolls,
    array(
        select a.name
        from eventdb.participation as p
        inner join eventdb.article_actor as a
            on (a.article_id, a.version, a.ordinal) = (p.article_id, p.version, p.actor_ordinal)
        where
            (p.article_id, p.version, p.report_ordinal) = (r.article_id, r.version, r.ordinal)
            and p.role_code <> 'speaker'
            and not p.is_retracted
        group by a.name
        order by min(p.ordinal)
    ) as actor_names,
    coalesce(article.published_last_yearless, (upper(article.published) - 1)::text) as told,
    (
        select max(past.starts_from)::text
        from eventdb.event_report as past
        where
            (past.article_id, past.version, past.status_code) = (r.article_id, r.version, 'occurred')
            and past.starts_from_yearless is null
            and not past.is_retracted
            and article.published_last_yearless is not null
    ) as since,
    article.dataset_code as dataset,
    array(
        select distinct coalesce(actor.merged_into_id, a.actor_id)::text
        from eventdb.participation as p
        inner join eventdb.article_actor as a
            on (a.article_id, a.version, a.ordinal) = (p.article_id, p.version, p.actor_ordinal)
        inner join eventdb.actor on a.actor_id = actor.actor_id
        where
            (p.article_id, p.version, p.report_ordinal) = (r.article_id, r.version, r.ordinal)
            and p.role_code = 'target'
            and a.kind_code = 'person'
            and not p.is_retracted
    ) as targets
from eventdb.event_report as r
inner join eventdb.article using (article_id, version)
where article.is_current and not r.is_retracted
"""
BY_ARTICLE = REPORTS + " and r.article_id = any(%(articles)s)"
BY_EVENT = REPORTS + " and r.event_id = any(%(events)s)"
BY_REPORT = REPORTS + " and r.event_report_id = any(%(reports)s)"


def read_reports(connection: Connection, query: str, **asked: Sequence[int] | Sequence[str]) -> list[Report]:
    """The reports that one of the queries above selects."""
    with connection.cursor(row_factory=class_row(_Row)) as cursor:
        return [_report(row) for row in cursor.execute(query, asked).fetchall()]


def _report(row: _Row) -> Report:
    return Report(
        report_id=row.report_id,
        article_id=row.article_id,
        ordinal=row.ordinal,
        event_id=row.event_id,
        type=row.type,
        status=row.status,
        is_core=row.is_core,
        is_lasting=row.is_lasting,
        first=day_of(row.first),
        last=day_of(row.last),
        end=day_of(row.end),
        date_precision=row.date_precision,
        place_id=row.place_id,
        place_name=row.place_name,
        country=row.country,
        place_precision=row.place_precision,
        places=frozenset(row.places),
        parties=frozenset(row.parties),
        tolls=frozenset(row.tolls),
        actor_names=tuple(row.actor_names),
        told=day_of(row.told),
        since=day_of(row.since),
        dataset=row.dataset,
        targets=frozenset(row.targets),
    )


def day_of(written: str | None) -> Day | None:
    """`2021-03-18` or `--03-18` as a day."""
    if written is None:
        return None
    year, month, number = written.rsplit("-", 2)
    return Day(int(year) if year != "-" else 0, int(month), int(number))
