"""Two events are the same, or are not: judgements over their reports, which last longer than events do.

In: ids of events, reports or articles, as the views give them, or names of files. Out: rows of `judgement`, and the
events linked anew.

"Same" joins the first report of each side with every report of the other; "different" parts every report of one side
from every report of the other, so that no later report can join them again. What is told apart from an event that it
is part of is taken out of it. A judgement in force that says the opposite of one of these pairs is withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product

from psycopg import Connection

from eventdb.errors import UsageError

from ..keys import key
from ..link import Linked, link
from .signed import Signed

REPORTS = """
with recursive standing as (
    select event_id, merged_into_id from eventdb.event where event_id = %(id)s
    union all
    select event.event_id, event.merged_into_id
    from standing
    inner join eventdb.event on standing.merged_into_id = event.event_id
)

select r.event_report_id, r.article_id, r.event_id
from eventdb.event_report as r
inner join eventdb.article using (article_id, version)
where
    article.is_current
    and not r.is_retracted
    and (
        r.event_report_id = %(id)s
        or r.article_id = %(id)s
        or r.event_id in (select standing.event_id from standing)
    )
order by r.event_report_id
"""
IN_FILE = """
select r.event_report_id, r.article_id, r.event_id
from eventdb.event_report as r
inner join eventdb.article using (article_id, version)
inner join eventdb.source_file using (source_file_id)
where
    article.is_current
    and not r.is_retracted
    and (location = %(file)s or right(location, length(%(file)s) + 1) = '/' || %(file)s)
order by r.event_report_id
"""
WITHDRAW = """
update eventdb.judgement set withdrawn_at = %(at)s, withdrawn_by = %(by)s, withdrawn_reason = %(why)s
from unnest(%(left)s::bigint[], %(right)s::bigint[]) as pair (left_id, right_id)
where
    (judgement.left_id, judgement.right_id) = (pair.left_id, pair.right_id)
    and judgement.subject_code = 'event_report'
    and judgement.origin_code = 'human'
    and judgement.verdict_code <> %(verdict)s
    and judgement.withdrawn_at is null
"""
ADD = """
insert into eventdb.judgement (
    judgement_id, decision_id, subject_code, left_id, right_id, left_article_id, right_article_id, verdict_code,
    origin_code, made_by, reason, made_at
)
values (%s, %s, 'event_report', %s, %s, %s, %s, %s, 'human', %s, %s, %s)
on conflict (subject_code, left_id, right_id, origin_code) where withdrawn_at is null do nothing
"""
EVENTS = """
select distinct r.event_id from eventdb.event_report as r
inner join eventdb.article using (article_id, version)
where article.is_current and r.event_report_id = any(%s)
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A report: its id, its article and its event."""

    report_id: int
    article_id: int
    event_id: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement did: its id, pairs of reports judged, opposite judgements withdrawn, the events now."""

    decision_id: int
    pairs: int
    withdrawn: int
    events: tuple[int, ...]
    linked: Linked


Id = int | str
"""Of an event, a report or an article; or the name of its file."""


def judge(connection: Connection, verdict: str, left: Id, right: Id | Sequence[Id], signed: Signed) -> Judged:
    """Judge an event, or a report, to be the `same` as others, or `different` from them.

    Raises UsageError where nothing is new in it.
    """
    others = [right] if isinstance(right, int | str) else right
    ours, theirs = (_joined if verdict == "same" else _parted)(connection, left, others)
    pairs = sorted({_ordered(one, other) for one, other in _pairs(verdict, ours, theirs)}, key=_ids)
    decision = key("decision", "judgement", verdict, left, *others, signed.at.isoformat())
    with connection.transaction():
        withdrawn = _withdraw(connection, verdict, pairs, signed)
        added = _add(connection, verdict, pairs, signed, decision)
        if not added:
            raise UsageError(f"these are judged to be {verdict} already; `eventdb decisions list` tells by whom")
        events = {each.event_id for each in (*ours, *theirs) if each.event_id is not None}
        linked = link(connection, articles=(), events=events)
        reports = [each.report_id for each in (*ours, *theirs)]
        now = sorted(event_id for (event_id,) in connection.execute(EVENTS, (reports,)).fetchall())
    return Judged(decision, added, withdrawn, tuple(now), linked)


def _joined(connection: Connection, left: Id, others: Sequence[Id]) -> tuple[list[Told], list[Told]]:
    """The reports of both sides that are to be one."""
    ours = reports_of(connection, left)
    theirs = {each.report_id: each for named in others for each in reports_of(connection, named)}
    for side in (ours, list(theirs.values())):
        if len({each.event_id for each in side}) > 1 and len({each.article_id for each in side}) == 1:
            told = ", ".join(str(each.report_id) for each in side)
            raise UsageError(f"that article tells of several events; give the one report that is meant, of {told}")
    if shared := {each.report_id for each in ours} & theirs.keys():
        raise UsageError(f"they already share {len(shared)} reports of one event")
    return ours, list(theirs.values())


def _parted(connection: Connection, left: Id, others: Sequence[Id]) -> tuple[list[Told], list[Told]]:
    """The reports of both sides that are to be two; of an article that tells of several events, those inside."""
    ours = {each.report_id: each for each in reports_of(connection, left)}
    theirs: dict[int, Told] = {}
    for named in others:
        found = {each.report_id: each for each in reports_of(connection, named)}
        theirs |= {each: found[each] for each in found.keys() & ours.keys()} or found
    rest = [each for report_id, each in sorted(ours.items()) if report_id not in theirs]
    if not rest:
        raise UsageError(
            f"all reports of {left} were given; to take some out of an event give these alone: a file, or fact_ids of"
            " reports, as `eventdb explain` shows them"
        )
    return rest, [theirs[each] for each in sorted(theirs)]


def reports_of(connection: Connection, named: Id) -> list[Told]:
    """The reports of an event, also of one that was merged away; of an article or a file; or the one of that id."""
    query, asked = (REPORTS, {"id": named}) if isinstance(named, int) else (IN_FILE, {"file": named})
    found = [Told(*row) for row in connection.execute(query, asked).fetchall()]
    if not found:
        raise UsageError(
            f"there is no event, report or article {named}; `eventdb show timeline` gives the ids of events,"
            " `eventdb show article` the files"
        )
    if isinstance(named, str) and len({each.article_id for each in found}) > 1:
        raise UsageError(f"several files are called {named}; give more of the path")
    return found


def _pairs(verdict: str, ours: list[Told], theirs: list[Told]) -> Collection[tuple[Told, Told]]:
    if verdict == "different":
        return list(product(ours, theirs))
    return [*product(ours[:1], theirs), *product(ours, theirs[:1])]


def _ordered(one: Told, other: Told) -> tuple[Told, Told]:
    return (one, other) if one.report_id < other.report_id else (other, one)


def _ids(pair: tuple[Told, Told]) -> tuple[int, int]:
    return pair[0].report_id, pair[1].report_id


def _withdraw(connection: Connection, verdict: str, pairs: list[tuple[Told, Told]], signed: Signed) -> int:
    columns = {"left": [left.report_id for left, _ in pairs], "right": [right.report_id for _, right in pairs]}
    told = {"verdict": verdict, "at": signed.at, "by": signed.by, "why": f"judged {verdict}: {signed.why}"}
    return connection.execute(WITHDRAW, columns | told).rowcount


def _add(connection: Connection, verdict: str, pairs: list[tuple[Told, Told]], signed: Signed, decision: int) -> int:
    added = 0
    for left, right in pairs:
        judgement = key("judgement", "event_report", left.report_id, right.report_id, "human", signed.at.isoformat())
        ids = (judgement, decision, left.report_id, right.report_id, left.article_id, right.article_id)
        added += connection.execute(ADD, (*ids, verdict, signed.by, signed.why, signed.at)).rowcount
    return added
