"""Where events happened: circles on a coarse map, one for each place, as large as it has events.

In: `Contents`. Out: a section with a map for wide and one for narrow screens. A country or a sea that is all that an
article names is a dashed circle: its middle is no place where anything happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from eventdb.markup import Markup, joined, tag
from eventdb.pictures.drawing import SIDES, cut, drawing, left_out, legend, link, many, name_of, section, table
from eventdb.pictures.land import Frame, frame_of, land, lines
from eventdb.pictures.values import Contents, Event, Spot

SIZES = {"wide": (900, 500, 24), "narrow": (340, 320, 7)}
"""Width, height, and how many names at most."""
LETTER = 7.6
SMALLEST, FASTEST, LARGEST = 3.0, 3.2, 15.0
"""Of circles: the radius of none, what one event adds, and what the most events add."""
LINE = 15

Box = tuple[float, float, float, float]


def places(contents: Contents) -> Markup:
    """The section."""
    if not contents.spots.rows:
        return section("places", "Where", "No place with known coordinates is reported.")
    told = f"{many(contents.spots.total, 'place')}. "
    if contents.without_place:
        told += (
            f"{many(contents.without_place, 'event')} without a place of known coordinates stand only in the lists. "
        )
    told += "A circle leads to the words of its event, or, where it has several, to its line in the table."
    return section(
        "places",
        "Where",
        told,
        tag("figure", [_map(contents.spots.rows, key) for key in SIZES], tag("figcaption", _legend())),
        left_out(contents.spots.left_out, "place", "Others have more events."),
        _numbers(contents.spots.rows, contents.events),
        tag("p", "Outlines: Natural Earth, simplified. They take no side on any border.", class_="source"),
    )


def _legend() -> Markup:
    signs = [
        (tag("circle", cx="13", cy="8", r="6", class_=f"spot {side}"), f"mostly {words}")
        for side, words in SIDES.items()
    ]
    vague = tag("circle", cx="13", cy="8", r="6", class_="spot other vague")
    return legend(*signs, (vague, "only a country or region is named: drawn at its middle"))


def _map(spots: Sequence[Spot], key: str) -> Markup:
    width, height, names = SIZES[key]
    frame = frame_of([(spot.longitude, spot.latitude) for spot in spots], width, height)
    drawn = sorted(enumerate(spots), key=lambda each: -each[1].events)
    about = "Larger circles have more events: " + ", ".join(f"{spot.name} {spot.events}" for spot in spots[:8])
    return drawing(
        "Map of places with events",
        about,
        tag("g", tag("path", d=land(frame), class_="land"), _graticule(frame), aria_hidden="true"),
        [_circle(number, spot, frame, growth(spots)) for number, spot in drawn],
        tag("g", _names(spots, frame, names), class_="names", aria_hidden="true"),
        key=f"map-{key}", width=width, height=height, class_=f"map {key}",
    )  # fmt: skip


def _graticule(frame: Frame) -> list[Markup]:
    return [mark for axis, degrees, at in lines(frame) for mark in _line(axis, degrees, at, frame)]


def _line(axis: str, degrees: float, at: float, frame: Frame) -> Iterator[Markup]:
    """A meridian or parallel, and its name where that runs into no other."""
    place, right, low = f"{at:.0f}", str(frame.width), str(frame.height)
    if axis == "e":
        yield tag("line", x1=place, x2=place, y1="0", y2=low, class_="graticule")
        yield tag("text", _degrees(axis, degrees), x=f"{at + 3:.0f}", y=f"{frame.height - 4}", class_="degrees")
        return
    yield tag("line", x1="0", x2=right, y1=place, y2=place, class_="graticule")
    if at < frame.height - LINE:
        yield tag("text", _degrees(axis, degrees), x="3", y=f"{at - 3:.0f}", class_="degrees")


def _degrees(axis: str, degrees: float) -> str:
    side = ("E" if degrees > 0 else "W") if axis == "e" else ("N" if degrees > 0 else "S")
    return f"{abs(degrees):g}\u00b0{side if degrees else ''}"


def side_of(spot: Spot) -> str:
    """What most of its events are."""
    others = spot.events - spot.together - spot.against
    best = max(spot.together, spot.against, others)
    return "against" if spot.against == best else "together" if spot.together == best else "other"


def growth(spots: Sequence[Spot]) -> float:
    """How fast circles grow: the largest must leave room for others."""
    return min(FASTEST, LARGEST / sqrt(max(spot.events for spot in spots)))


def radius(spot: Spot, grows: float) -> float:
    """As its area, not its radius, grows with the events."""
    return SMALLEST + grows * sqrt(spot.events)


def _circle(number: int, spot: Spot, frame: Frame, grows: float) -> Markup:
    x, y = frame.at(spot.longitude, spot.latitude)
    kinds = f"{spot.together:,} of {SIDES['together']}, {spot.against:,} of {SIDES['against']}"
    words = f"{spot.name}: {many(spot.events, 'event')}, {kinds}"
    address = f"#e{spot.event_ids[0]}" if spot.events == 1 else f"#place-{number}"
    look = f"spot {side_of(spot)}" + " vague" * spot.is_vague
    return link(
        words, address, tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{radius(spot, grows):.1f}", class_=look)
    )


def _names(spots: Sequence[Spot], frame: Frame, most: int) -> Iterator[Markup]:
    """Names beside the circles of most events, where there is room."""
    grows = growth(spots)
    placed = [(spot, frame.at(spot.longitude, spot.latitude)) for spot in spots]
    taken: list[Box] = [_around(x, y, radius(spot, grows) - 1) for spot, (x, y) in placed]
    given = 0
    for own, (spot, (x, y)) in enumerate(placed):
        if given == most:
            return
        words = cut(spot.name, 24)
        others = taken[:own] + taken[own + 1 :]
        for box, anchor, at in _sides(x, y, radius(spot, grows) + 3, LETTER * len(words)):
            if _is_inside(box, frame) and not any(_overlap(box, other) for other in others):
                taken.append(box)
                given += 1
                yield tag("text", words, x=f"{at[0]:.1f}", y=f"{at[1]:.1f}", class_=anchor)
                break


def _sides(x: float, y: float, away: float, long: float) -> Iterator[tuple[Box, str, tuple[float, float]]]:
    half = LINE / 2
    yield (x + away, y - half, x + away + long, y + half), "start", (x + away, y + 4)
    yield (x - away - long, y - half, x - away, y + half), "end", (x - away, y + 4)
    yield (x - long / 2, y - away - LINE, x + long / 2, y - away), "middle", (x, y - away - 3)
    yield (x - long / 2, y + away, x + long / 2, y + away + LINE), "middle", (x, y + away + 11)


def _around(x: float, y: float, away: float) -> Box:
    return x - away, y - away, x + away, y + away


def _is_inside(box: Box, frame: Frame) -> bool:
    return box[0] > 2 and box[1] > 2 and box[2] < frame.width - 2 and box[3] < frame.height - 12


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _numbers(spots: Sequence[Spot], events: Mapping[int, Event]) -> Markup:
    rows = [
        (
            tag("span", spot.name or "unnamed", id=f"place-{number}"),
            f"{spot.latitude:.2f}, {spot.longitude:.2f}" + (" (middle of it)" if spot.is_vague else ""),
            f"{spot.events:,}",
            event_links(spot.event_ids, spot.events, events),
        )
        for number, spot in enumerate(spots)
    ]
    return table("Places", ("place", "latitude, longitude", "events", "the words of"), rows)


def event_links(ids: Sequence[int], total: int, events: Mapping[int, Event]) -> Markup:
    """Links to some of the events behind a mark, and how many more there are."""
    links = joined(
        [tag("a", name_of(events[each]), href=f"#e{each}"), "; " if each != ids[-1] else None] for each in ids
    )
    return joined([links, f" and {total - len(ids):,} more" if total > len(ids) else None])
