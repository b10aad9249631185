"""Files of data sets that others coded, as they are downloaded → the facts that articles give.

tables      CSV, tab-separated, Excel, or one of these in a ZIP → rows, one at a time   (reads files)
card        a row → a text of one line a column, with the place of each value in it
days        days as the data sets write them → windows
where       country, names and coordinates → a place of the gazetteer, or one that only the record knows
who         names of sides and targets → actors of the lexicon, or by name alone
record      what a row tells → `ArticleFacts` of an article of its own
ucdp_ged · acled · gtd · polecat       what the columns of each data set mean
datasets    the four, by their codes

In: files. Out: for each row facts, or the reason why it is not fit to be an event. A row is an article, whose text is
the row: so each fact stands on the cell that it was made from, and nothing of the row is lost. No rule reads prose
here, and what a coder decided is not judged again.
"""

from __future__ import annotations

from .card import Card, UnfitError
from .datasets import DATASETS, Dataset
from .tables import Line, rows

__all__ = ["DATASETS", "Card", "Dataset", "Line", "UnfitError", "rows"]
