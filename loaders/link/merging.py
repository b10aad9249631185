"""What people judged of actors: which are one, and which person an article means.

In: an open connection. Out: `canonical`, the actor that stands for each one merged; `placed`, the actors that people
gave to persons of articles; `settle_merges` writes redirects where they differ from that.
"""

from __future__ import annotations

from collections.abc import Collection

from psycopg import Connection

SAME = """
select left_id, right_id
from eventdb.judgement
where subject_code = 'actor' and verdict_code = 'same' and origin_code = 'human' and withdrawn_at is null
"""
RANKS = """
select actor_id, coalesce(array_position(array['lexicon', 'human'], origin_code), 3)
from eventdb.actor where actor_id = any(%s)
"""
REDIRECT = """
update eventdb.actor set merged_into_id = made.standing_id
from unnest(%s::bigint[], %s::bigint[]) as made (actor_id, standing_id)
where actor.actor_id = made.actor_id and actor.merged_into_id is distinct from made.standing_id
"""
RELEASE = """
update eventdb.actor set merged_into_id = null where actor_id = any(%s)
"""
RELEASED = """
select actor_id, merged_into_id
from eventdb.actor
where merged_into_id is not null and not (actor_id = any(%s))
"""
PLACED = """
select fact_id, corrected_value::bigint
from eventdb.correction
where fact_kind_code = 'article_actor' and field_name = 'actor' and state_code = 'active' and article_id = any(%s)
"""


def canonical(connection: Connection) -> dict[int, int]:
    """Each actor of a merge → the one that stands for all of them: the lexicon's, a person's, the smallest id."""
    pairs = connection.execute(SAME).fetchall()
    ids = sorted({each for pair in pairs for each in pair})
    ranks: dict[int, int] = dict(connection.execute(RANKS, (ids,)).fetchall())
    group = {each: {each} for each in ids if each in ranks}
    for left, right in pairs:
        if left in group and right in group and group[left] is not group[right]:
            group[left] |= group[right]
            for each in group[right]:
                group[each] = group[left]
    return {each: min(members, key=lambda one: (ranks[one], one)) for each, members in group.items()}


def settle_merges(connection: Connection) -> set[int]:
    """Make redirects what people judged: lead merged actors to the one that stands; those that are let be."""
    merged = {actor: stands for actor, stands in canonical(connection).items() if actor != stands}
    released = connection.execute(RELEASED, (list(merged),)).fetchall()
    connection.execute(RELEASE, ([actor for actor, _ in released],))
    connection.execute(REDIRECT, (list(merged), list(merged.values())))
    return {each for pair in released for each in pair}


def placed(connection: Connection, articles: Collection[int]) -> dict[int, int]:
    """Persons of these articles, as `fact_id` names them → the actor that people say they are."""
    return dict(connection.execute(PLACED, (sorted(articles),)).fetchall())
