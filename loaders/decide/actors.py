"""Two actors are one, or some articles speak of another person of the same name.

In: ids of actors as the views give them, keys of articles. Out: a judgement of the two actors, or a correction for each
article that says who its person is; and actors linked anew.

A merge leaves a redirect, like one of events: the id of the actor that was merged away stays valid. Of two actors the
lexicon's stands, else the one a person made, else the one of the smaller id, so that the order of merges does not
matter. A split makes an actor of its own; what later articles say of the name is still read as before.
"""

from __future__ import annotations

from collections.abc import Collection

from psycopg import Connection

from eventdb.errors import UsageError

from ..keys import key
from ..link import link
from ..link.actors import fact_id
from ..link.merging import canonical
from .signed import Signed

KNOWN = "select actor_id, name from eventdb.actor where actor_id = any(%s)"
ADD = """
insert into eventdb.judgement (
    judgement_id, decision_id, subject_code, left_id, right_id, verdict_code, origin_code, made_by, reason, made_at
)
values (%s, %s, 'actor', %s, %s, 'same', 'human', %s, %s, %s)
on conflict (subject_code, left_id, right_id, origin_code) where withdrawn_at is null do nothing
"""
NAMED = """
select a.article_id, a.name
from eventdb.article_actor as a
inner join eventdb.article using (article_id, version)
where article.is_current and a.kind_code = 'person' and a.actor_id = %s
order by a.article_id, a.name
"""
NAMING = """
with recursive one as (
    select actor_id, merged_into_id from eventdb.actor where actor_id = any(%s)
    union
    select near.actor_id, near.merged_into_id
    from one
    inner join eventdb.actor as near
        on near.merged_into_id in (one.actor_id, one.merged_into_id) or near.actor_id = one.merged_into_id
)

select distinct a.article_id
from eventdb.article_actor as a
inner join eventdb.article using (article_id, version)
inner join one using (actor_id)
where article.is_current
"""
# A name that was placed before is placed anew; it keeps what it was read as.
REPLACE = """
update eventdb.correction set state_code = 'withdrawn', withdrawn_at = %s, withdrawn_by = %s, withdrawn_reason = %s
where (fact_kind_code, fact_id, field_name) = ('article_actor', %s, 'actor') and withdrawn_at is null
"""
PLACE = """
insert into eventdb.correction (
    correction_id, fact_kind_code, article_id, fact_id, field_name, original_value, corrected_value, original_quote,
    state_code, made_by, reason, made_at
)
values (%s, 'article_actor', %s, %s, 'actor', %s, %s, %s, 'active', %s, %s, %s)
"""


def merge_actors(connection: Connection, one: int, other: int, signed: Signed) -> tuple[int, int]:
    """Make two actors one; the decision's id and the actor that stands. UsageError: unknown ids, or one already."""
    known = {actor_id for actor_id, _ in connection.execute(KNOWN, ([one, other],)).fetchall()}
    for each in (one, other):
        if each not in known:
            raise UsageError(f"there is no actor {each}; `eventdb show actor` gives the ids of actors")
    stands = canonical(connection)
    if one == other or stands.get(one, one) == stands.get(other, other):
        raise UsageError(f"{one} and {other} are one actor already")
    left, right = min(one, other), max(one, other)
    decision = key("judgement", "actor", left, right, "human", signed.at.isoformat())
    with connection.transaction():
        connection.execute(ADD, (decision, decision, left, right, signed.by, signed.why, signed.at))
        link(connection, articles=naming(connection, [one, other]))
        return decision, canonical(connection)[one]


def naming(connection: Connection, actors: Collection[int]) -> list[int]:
    """The articles that name one of these actors, or one that was merged with it: who takes part there has moved."""
    return [article_id for (article_id,) in connection.execute(NAMING, (list(actors),)).fetchall()]


def split_actor(connection: Connection, actor: int, articles: Collection[int], signed: Signed) -> tuple[list[int], int]:
    """Make the persons of this name in some articles another actor; the decisions' ids and the new actor's."""
    named = connection.execute(NAMED, (actor,)).fetchall()
    chosen = [(article_id, name) for article_id, name in named if article_id in articles]
    if missing := set(articles) - {article_id for article_id, _ in chosen}:
        raise UsageError(f"no person of actor {actor} is named in {', '.join(map(str, sorted(missing)))}")
    if len(chosen) == len(named):
        raise UsageError(f"all articles that name actor {actor} were given; a split leaves some of them")
    new = key("actor", "human", actor, *sorted(articles))
    with connection.transaction():
        decisions = [_place(connection, article_id, name, actor, new, signed) for article_id, name in chosen]
        link(connection, articles=sorted(articles))
    return decisions, new


def _place(connection: Connection, article_id: int, name: str, old: int, new: int, signed: Signed) -> int:
    fact = fact_id(article_id, name)
    decision = key("correction", "article_actor", fact, "actor", signed.at.isoformat())
    values = (decision, article_id, fact, str(old), str(new), name, signed.by, signed.why, signed.at)
    connection.execute(REPLACE, (signed.at, signed.by, f"split anew: {signed.why}", fact))
    connection.execute(PLACE, values)
    return decision
