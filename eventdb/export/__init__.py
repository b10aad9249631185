"""What readers may ask → files: CSV, JSON Lines, GeoJSON and Parquet, of one view or of all.

relations   views and functions of a day, with columns, types and comments; a query that gives all rows in one order
cells       values → what CSV and JSON have for them
writers     rows → CSV, JSON Lines, GeoJSON
parquet     rows → Parquet (needs the extra `parquet`)
shapes      events → tables as UCDP GED, ACLED and GDELT publish theirs
package     all views and codes → a Frictionless data package
ftm         actors, events, articles and what joins them → FollowTheMoney entities
files       a file is whole or not there: written beside its place, then put into it

In: a connection that may read. Out: files. It writes nothing to the database, holds a few thousand rows at a time, and
gives the same bytes for the same rows.
"""

from __future__ import annotations

from .files import replaced
from .relations import Column, Kind, Relation, columns_of, reading_all, relations, snapshot
from .writers import WRITERS, Layout

__all__ = [
    "WRITERS",
    "Column",
    "Kind",
    "Layout",
    "Relation",
    "columns_of",
    "reading_all",
    "relations",
    "replaced",
    "snapshot",
]
