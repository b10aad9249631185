"""Events → rows as UCDP's Georeferenced Event Dataset has them, versions 23.1 to 25.1.

In: a `Happening`. Out: a row, or None: GED has attacks with at least one dead. Figures are by UCDP's rule over all
claims. Side A acted, side B was hit; the dead stand as of unknown status, for so GED keeps those of no known side.
"""

from __future__ import annotations

from math import floor
from typing import Any

from .happening import Happening, Names, named

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
ROWS_OF_GRID, COLUMNS_OF_GRID = 360, 720
CELLS_A_DEGREE = 2


def row(event: Happening, names: Names) -> dict[str, Any] | None:
    """The columns that we know."""
    estimate = _estimate(event)
    first = event.first
    if event.family != "assault" or not event.has_happened or first is None or not estimate:
        return None
    low, best, high = estimate
    sides = tuple(map(named, event.actors()))
    return {
        "id": event.event_id,
        "year": first.year,
        "dyad_name": " - ".join(sides) if all(sides) else None,
        "side_a": sides[0],
        "side_b": sides[1],
        **_sources(event),
        **_where(event, names),
        "date_prec": event.date_precision,
        "date_start": first,
        "date_end": event.last,
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": 0,
        "deaths_unknown": best,
        "best": best,
        "high": high,
        "low": low,
    }


def _estimate(event: Happening) -> tuple[int, int, int] | None:
    """Low, best and high in order; an open bound is the best figure, as GED has no open ones. None: nobody died."""
    best = next((each for each in (event.best, event.low, event.high) if each is not None), None)
    if best is None:
        return None
    low, high = (best if each is None else each for each in (event.low, event.high))
    return (min(low, best), best, max(high, best)) if max(best, high) > 0 else None


def _sources(event: Happening) -> dict[str, Any]:
    told = event.articles
    return {
        "number_of_sources": event.independent_sources,
        "source_article": ";".join(f'"{each.outlet or each.file},{each.published},{each.title}"' for each in told),
        "source_office": ";".join(dict.fromkeys(each.outlet for each in told if each.outlet)),
        "source_date": ";".join(each.published for each in told if each.published),
        "source_headline": ";".join(each.title for each in told if each.title),
        "source_original": "; ".join(event.speakers),
    }


def _where(event: Happening, names: Names) -> dict[str, Any]:
    known = event.latitude is not None and event.longitude is not None
    return {
        "where_prec": event.place_precision,
        "where_coordinates": event.place,
        "adm_1": names.province(event.subdivision_code) if event.subdivision_code else None,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "geom_wkt": f"POINT ({event.longitude} {event.latitude})" if known else None,
        "priogrid_gid": priogrid_gid(event.latitude, event.longitude),
        "country": names.country(event.country_code) if event.country_code else None,
    }


def priogrid_gid(latitude: float | None, longitude: float | None) -> int | None:
    """The cell of PRIO-GRID: half a degree wide, counted eastward from 180° W, row by row northward from the pole."""
    if latitude is None or longitude is None:
        return None
    row_of_grid = min(floor((latitude + 90) * CELLS_A_DEGREE), ROWS_OF_GRID - 1)
    column = min(floor((longitude + 180) * CELLS_A_DEGREE), COLUMNS_OF_GRID - 1)
    return row_of_grid * COLUMNS_OF_GRID + column + 1
