"""Names that are also something else: rows of cautions.csv, by which a hit says that the words alone prove nothing.

In: the user's folders. Out: name → word, given_name or surname. It drops no name: the reader of a sentence decides.
"""

from __future__ import annotations

from loaders.lexicons.entries import CAUTIONS
from loaders.lexicons.reading import Folders, Row, checked, read_table
from loaders.lexicons.spelling import fold

COLUMNS = ("name", "caution", "reason")


def read_cautions(folders: Folders = ()) -> dict[str, str]:
    """Each name with the class of its double."""
    rows = read_table("cautions.csv", COLUMNS, folders)
    return {fold(name): _caution(row) for name, row in rows.items()}


def _caution(row: Row) -> str:
    caution = checked(row, COLUMNS)[1]
    if caution not in CAUTIONS:
        raise row.fault(f"caution is {caution!r}; one of {', '.join(CAUTIONS)} would be right")
    return caution
