"""Coarse outlines of countries for small maps, and the way from degrees to the places of a drawing.

In: places in degrees, the size of a drawing. Out: a `Frame` that holds them all, and paths of the land inside it. The
outlines are Natural Earth's (public domain), simplified by `tools/build_outline.py`; they take no side on any border.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from pathlib import Path

STEPS = 20
"""Steps of the outlines in a degree."""
SMALLEST = 8.0
"""Degrees of latitude that a map shows at least: fewer would pretend to an exactness that outlines lack."""
MARGIN = 1.25
WHOLE = 360.0

Point = tuple[float, float]


@cache
def rings() -> tuple[tuple[Point, ...], ...]:
    """Closed lines around land, in degrees east and north."""
    lines = Path(__file__).with_name("outline.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_ring(line) for line in lines)


def _ring(line: str) -> tuple[Point, ...]:
    x, y, found = 0, 0, []
    for step in line.split()[1:]:
        east, _, north = step.partition(",")
        x, y = x + int(east), y + int(north)
        found.append((x / STEPS, y / STEPS))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that a drawing shows: its west and north edge, and units of the drawing for a degree."""

    west: float
    north: float
    across: float
    down: float
    width: int
    height: int

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place lies in the drawing."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down

    @property
    def east(self) -> float:
        """Degrees at the right edge."""
        return self.west + self.width / self.across

    @property
    def south(self) -> float:
        """Degrees at the lower edge."""
        return self.north - self.height / self.down


def frame_of(places: Sequence[Point], width: int, height: int) -> Frame:
    """The smallest frame with all places and some room around them; it keeps shapes as they are at its middle."""
    east, north = [x for x, _ in places], [y for _, y in places]
    middle = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
    squeezed = cos(radians(min(abs(middle[1]), 60)))
    broad, high = (max(east) - min(east)) * MARGIN, (max(north) - min(north)) * MARGIN
    tall = min(WHOLE / 2, max(SMALLEST, high, broad * squeezed * height / width))
    down = height / tall
    across = width / min(WHOLE, max(broad, width / (down * squeezed)))
    top = min(90.0, max(middle[1] + tall / 2, -90.0 + tall))
    return Frame(middle[0] - width / across / 2, top, across, down, width, height)


def land(frame: Frame) -> str:
    """One path of all land inside the frame; points that fall on one another are left out."""
    return "".join(_path(ring, frame) for ring in rings() if _meets(ring, frame))


def _meets(ring: tuple[Point, ...], frame: Frame) -> bool:
    east, north = [x for x, _ in ring], [y for _, y in ring]
    inside = min(east) < frame.east and max(east) > frame.west
    return inside and min(north) < frame.north and max(north) > frame.south


def _path(ring: tuple[Point, ...], frame: Frame) -> str:
    points: list[tuple[int, int]] = []
    for place in ring:
        x, y = frame.at(*place)
        point = (round(_held(x, frame.width)), round(_held(y, frame.height)))
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 3:
        return ""
    return "M" + "L".join(f"{x},{y}" for x, y in points) + "Z"


def _held(at: float, size: int) -> float:
    """Far outside of the drawing is just outside of it: the numbers stay short."""
    return max(-size / 2, min(at, size * 1.5))


def lines(frame: Frame) -> Iterator[tuple[str, float, float]]:
    """Meridians and parallels: `e` or `n`, degrees, and where in the drawing."""
    tall = frame.north - frame.south
    step = next((each for each in (1, 2, 5, 10, 20, 30) if tall / each <= 6), 45)
    for degrees in range(int(frame.west // step) * step, int(frame.east) + step, step):
        yield "e", degrees, frame.at(degrees, 0)[0]
    for degrees in range(int(frame.south // step) * step, int(frame.north) + step, step):
        yield "n", degrees, frame.at(0, degrees)[1]
