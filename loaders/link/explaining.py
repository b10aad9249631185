"""Why the reports of an event are one, and what nearly joined them, from the database as it is.

In: an open connection, the id of an event. Out: `Explained`: its reports with their words, the links that hold it
together, what people judged, and other events that share something with it, each with what stands between. It writes
nothing, and looks no further than linking does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import class_row

from eventdb.errors import UsageError

from .closure import in_blocks
from .reasons import in_common, obstacle, reason
from .reports import BY_EVENT, Report, read_reports

NEAREST = 10
STANDING = """
with recursive standing as (
    select event_id, merged_into_id, label, status_code from eventdb.event where event_id = %s
    union all
    select event.event_id, event.merged_into_id, event.label, event.status_code
    from standing
    inner join eventdb.event on standing.merged_into_id = event.event_id
)

select event_id, label, status_code from standing where merged_into_id is null
"""
TOLD = """
select
    r.event_report_id as report_id,
    source_file.location as file,
    lower(article.published)::text as published_from,
    (upper(article.published) - 1)::text as published_to,
    r.type_code as type,
    r.status_code as status,
    substr(article.text, r.start + 1, r.stop - r.start) as quote,
    substr(article.text, sentence.start + 1, sentence.stop - sentence.start) as sentence
from eventdb.event_report as r
inner join eventdb.article using (article_id, version)
inner join eventdb.source_file using (source_file_id)
left join eventdb.sentence
    on
        (sentence.article_id, sentence.version) = (r.article_id, r.version)
        and sentence.start <= r.start
        and r.start < sentence.stop
where article.is_current and r.event_id = %s
order by lower(article.published), source_file.location, r.start
"""
LINKS = """
select left_id, right_id, verdict_code as verdict, origin_code as origin, made_by, reason, score
from eventdb.judgement
where
    subject_code = 'event_report' and withdrawn_at is null
    and (left_id = any(%(reports)s) or right_id = any(%(reports)s))
order by score desc nulls first, left_id, right_id
"""
LABELS = "select event_id, label from eventdb.event where event_id = any(%s)"


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the event, with the words that it rests on, and the sentence that they stand in."""

    report_id: int
    file: str
    published_from: str | None
    published_to: str | None
    type: str
    status: str
    quote: str
    sentence: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """What rules or a person judged of two reports, at least one of them of the event."""

    left_id: int
    right_id: int
    verdict: str
    origin: str
    made_by: str
    reason: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Near:
    """Another event that nearly joined: what it has in common with this one, and what stands between."""

    event_id: int
    label: str
    common: str
    against: str


@dataclass(frozen=True, slots=True)
class Explained:
    """An event and the reasons for it."""

    event_id: int
    label: str
    status: str
    reports: tuple[Told, ...]
    ties: tuple[Tie, ...]
    near: tuple[Near, ...]


def explain_event(connection: Connection, event_id: int) -> Explained:
    """The reasons for an event; of one that was merged away, for the one that stands. UsageError: there is none."""
    found = connection.execute(STANDING, (event_id,)).fetchone()
    if found is None:
        raise UsageError(f"there is no event {event_id}; `eventdb show timeline` gives the ids of all")
    standing, label, status = found
    with connection.cursor(row_factory=class_row(Told)) as cursor:
        told = cursor.execute(TOLD, (standing,)).fetchall()
    reports = [each.report_id for each in told]
    with connection.cursor(row_factory=class_row(Tie)) as cursor:
        ties = cursor.execute(LINKS, {"reports": reports}).fetchall()
    return Explained(standing, label, status, tuple(told), tuple(ties), _near(connection, standing, ties))


def _near(connection: Connection, event_id: int, ties: Iterable[Tie]) -> tuple[Near, ...]:
    members = read_reports(connection, BY_EVENT, events=[event_id])
    others = {each.report_id: each for each in in_blocks(connection, members) if each.event_id not in (event_id, None)}
    apart = {frozenset((tie.left_id, tie.right_id)): tie for tie in ties if tie.verdict == "different"}
    best = _nearest(members, list(others.values()))
    labels: dict[int, str] = dict(connection.execute(LABELS, ([other for other, _ in best],)).fetchall())
    return tuple(
        Near(other, labels[other], "; ".join(in_common(*pair)), _against(members, pair, apart)) for other, pair in best
    )


Pair = tuple[Report, Report]


def _nearest(members: Sequence[Report], others: Sequence[Report]) -> list[tuple[int, Pair]]:
    """For each other event the two reports that have most in common, the nearest event first."""
    best: dict[int, tuple[int, Pair]] = {}
    for other in sorted(others, key=lambda report: report.report_id):
        for member in sorted(members, key=lambda report: report.report_id):
            if other.event_id is not None and member.article_id != other.article_id:
                weight = _weight(member, other)
                if weight > best.get(other.event_id, (0, None))[0]:
                    best[other.event_id] = weight, (member, other)
    ordered = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    return [(event_id, pair) for event_id, (_, pair) in ordered[:NEAREST]]


def _weight(one: Report, other: Report) -> int:
    """How near two reports are: a link that the rules would make weighs most, then kind, place, days and parties."""
    days = (one.first, one.last) == (other.first, other.last) and one.last is not None
    place = one.place_name is not None and one.place_name == other.place_name
    return (
        8 * (reason(one, other) is not None)
        + 2 * (one.type == other.type)
        + 2 * place
        + 2 * days
        + len(one.parties & other.parties)
    )


def _against(members: Sequence[Report], pair: Pair, apart: dict[frozenset[int], Tie]) -> str:
    judged = apart.get(frozenset(each.report_id for each in pair))
    if judged:
        return f"{judged.made_by} judged them different: {judged.reason}"
    if against := obstacle(*pair):
        return against
    if reason(*pair) is None:
        return "too little in common for any ground"
    for member in members:
        if against := obstacle(member, pair[1]):
            return f"it would fit one report, but not another: {against}"
    return "more than one event fits it as well"
