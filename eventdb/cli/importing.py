"""The command import: records of data sets that others coded.

In: files as they are downloaded. Out: rows, and a report.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from eventdb.cli import STOPPED
from eventdb.cli.loading import SOME_FILES_REJECTED, print_report
from eventdb.cli.running import imported


class DatasetName(StrEnum):
    """Data sets that can be read."""

    UCDP_GED = "ucdp-ged"
    ACLED = "acled"
    GTD = "gtd"
    POLECAT = "polecat"


def import_records(
    dataset: Annotated[DatasetName, typer.Argument(metavar="DATASET", help="ucdp-ged, acled, gtd or polecat.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="CSV, tab-separated, Excel, or a ZIP of one.")],
    whole: Annotated[
        bool, typer.Option("--whole", help="These files are all of the data set: records that they lack are withdrawn.")
    ] = False,
) -> None:
    """Read files of a data set that others coded, beside what articles tell.

    Each record is an article of its own, whose text is the record. Linking joins it with articles and records of other
    sets that tell of the same event: report.coverage shows which source has which event. Unchanged records are kept; a
    changed one becomes the next version. Rows that are no events are listed with number and reason, and make the exit
    code 1. With --whole, records that the files lack are withdrawn and listed, too; but none where a row has no id,
    which may be any record.

    \b
    Examples:
      eventdb import ucdp-ged ged251-csv.zip
      eventdb import acled 2021-2022-afghanistan.csv
      eventdb import acled --whole acled-all.csv
      eventdb import gtd globalterrorismdb_0522dist.xlsx
      eventdb import polecat ngecEvents.DV.2023.txt
    """
    report = imported(files, dataset, has_all=whole)
    print_report(report)
    raise typer.Exit(STOPPED if report.is_stopped else SOME_FILES_REJECTED if report.rejected else 0)
