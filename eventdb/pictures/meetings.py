"""Who meets whom: actors in a column, an arc for each two with a part in the same events, broader for more of them.

In: `Contents`. Out: a section with a drawing for wide and one for narrow screens. The order of the actors depends on
the pairs alone: who shares most stands beside whom it shares with, so that arcs stay short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from eventdb.markup import Markup, tag
from eventdb.pictures.drawing import cut, drawing, left_out, legend, link, many, section, table
from eventdb.pictures.places import event_links
from eventdb.pictures.values import Contents, Event, Pair

SIZES = {"wide": (760, 330, 44), "narrow": (340, 130, 24)}
"""Width, room for arcs, and letters of a name at most."""
ROW = 24
BROADEST = 7.0
NEAR = 4
ARCS = {
    "together": "only in talks, deals, releases",
    "against": "only against each other",
    "both": "both",
    "other": "neither is told",
}


def meetings(contents: Contents) -> Markup:
    """The section."""
    pairs = contents.pairs
    if not pairs.rows:
        return section("meetings", "Who meets whom", "No two actors are reported in one event.")
    told = (
        f"{many(pairs.total, 'pair')} of actors with a part in the same events, as guests, parties or opponents. "
        "Broader arcs share more events. Mere acts of speech between two are not counted."
    )
    return section(
        "meetings",
        "Who meets whom",
        told,
        tag("figure", [_arcs(pairs.rows, key) for key in SIZES], tag("figcaption", _legend())),
        left_out(pairs.left_out, "pair", "Others share more events, or as many and come first by name."),
        _numbers(pairs.rows, contents.events),
    )


def _legend() -> Markup:
    return legend(*((tag("path", d="M2,13 C8,0 18,0 24,13", class_=f"arc {key}"), said) for key, said in ARCS.items()))


def order(pairs: Sequence[Pair]) -> list[str]:
    """Actors, each beside those that it shares most with; the first is who shares most."""
    shared: dict[str, Counter[str]] = {}
    for pair in pairs:
        shared.setdefault(pair.actor_a, Counter())[pair.actor_b] += pair.events
        shared.setdefault(pair.actor_b, Counter())[pair.actor_a] += pair.events
    waiting = set(shared)
    ordered: list[str] = []
    while waiting:
        nearest = min(waiting, key=lambda name: _distance(name, shared[name], ordered))
        waiting.remove(nearest)
        ordered.append(nearest)
    return ordered


def _distance(name: str, shared: Counter[str], ordered: Sequence[str]) -> tuple[int, int, int, str]:
    """Smaller for who shares more with those just above, then with all above, then with anybody."""
    near, all_above = (sum(shared[each] for each in above) for above in (ordered[-NEAR:], ordered))
    return -near, -all_above, -shared.total(), name


def side_of(pair: Pair) -> str:
    """`together`, `against`, `both` or `other`."""
    if pair.cooperative and pair.hostile:
        return "both"
    return "together" if pair.cooperative else "against" if pair.hostile else "other"


def _arcs(pairs: Sequence[Pair], key: str) -> Markup:
    width, room, letters = SIZES[key]
    names = order(pairs)
    rows = {name: ROW * number + ROW // 2 + 4 for number, name in enumerate(names)}
    height, farthest = ROW * len(names) + 8, max(abs(rows[each.actor_a] - rows[each.actor_b]) for each in pairs)
    broadest = max(pair.events for pair in pairs)
    drawn = [
        _arc(number, pair, rows, room, (room - 12) / farthest, BROADEST * pair.events / broadest)
        for number, pair in reversed(list(enumerate(pairs)))
    ]
    about = "Most shared: " + ", ".join(f"{each.actor_a} and {each.actor_b} {each.events}" for each in pairs[:6])
    dots = [tag("circle", cx=str(room), cy=str(at), r="4", class_="actor") for at in rows.values()]
    told = [tag("text", cut(name, letters), x=str(room + 12), y=str(at + 5)) for name, at in rows.items()]
    drawing_key = f"meetings-{key}"
    return drawing(
        "Actors that share events", about, drawn, tag("g", dots, told, class_="names", aria_hidden="true"),
        key=drawing_key, width=width, height=height, class_=f"arcs {key}",
    )  # fmt: skip


def _arc(number: int, pair: Pair, rows: Mapping[str, int], room: int, reach: float, broad: float) -> Markup:
    top, low = sorted((rows[pair.actor_a], rows[pair.actor_b]))
    out = room - max(14, (low - top) * reach) * 4 / 3
    words = (
        f"{pair.actor_a} and {pair.actor_b}: {many(pair.events, 'event')}, {pair.cooperative:,} together, "
        f"{pair.hostile:,} against each other"
    )
    path = f"M{room},{top}C{out:.0f},{top} {out:.0f},{low} {room},{low}"
    address = f"#e{pair.event_ids[0]}" if pair.events == 1 else f"#pair-{number}"
    arc = tag("path", d=path, stroke_width=f"{max(1.5, broad):.1f}", class_=f"arc {side_of(pair)}")
    return link(words, address, arc)


def _numbers(pairs: Sequence[Pair], events: Mapping[int, Event]) -> Markup:
    rows = [
        (
            tag("span", f"{pair.actor_a} and {pair.actor_b}", id=f"pair-{number}"),
            f"{pair.events:,}",
            f"{pair.cooperative:,}",
            f"{pair.hostile:,}",
            event_links(pair.event_ids, pair.events, events),
        )
        for number, pair in enumerate(pairs)
    ]
    return table("Pairs", ("pair", "events", "together", "against each other", "the words of"), rows)
