"""The data sets that can be read, by their codes.

In: a code. Out: a `Dataset`: the columns that it must have, and what a row tells. Adding one is a module and a
row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..facts import ArticleFacts
from . import acled, gtd, polecat, ucdp_ged
from .card import Card
from .record import Told, article


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set: its code, its name for readers, the column of its ids, the columns that a file must have."""

    code: str
    label: str
    id_column: str
    required: tuple[str, ...]
    told: Callable[[Card], Told]

    def facts(self, card: Card) -> ArticleFacts:
        """The facts of a record; UnfitError says why it has none."""
        return article(card, self.label, self.told(card))


DATASETS = {
    each.code: each
    for each in (
        Dataset("ucdp-ged", "UCDP GED", ucdp_ged.ID, ucdp_ged.REQUIRED, ucdp_ged.told),
        Dataset("acled", "ACLED", acled.ID, acled.REQUIRED, acled.told),
        Dataset("gtd", "GTD", gtd.ID, gtd.REQUIRED, gtd.told),
        Dataset("polecat", "POLECAT", polecat.ID, polecat.REQUIRED, polecat.told),
    )
}
