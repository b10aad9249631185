"""The command `retry`: files that were rejected are read again, once what was wrong with them is mended.

In: nothing; the database knows the places. Out: rows and a report.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from eventdb.cli.lexicons import Lexicons, choose_lexicons
from eventdb.cli.opening import reading
from eventdb.cli.running import Executors, Workers, crew_of, ingested
from eventdb.cli.showing import in_a_line

STILL_REJECTED = 1
REJECTED = "select file from report.rejected_file order by file"


def retry(workers: Workers = None, lexicons: Lexicons = None) -> None:
    """Read rejected files again, from where they were met.

    `eventdb show rejected_file` lists them with reasons and how often each was tried. Files that are gone are told and
    stay listed. The exit code is 1 while any is rejected.

    \b
    Examples:
      eventdb show rejected_file
      eventdb retry
    """
    from loaders.sources import file_of

    folders = choose_lexicons(lexicons)
    with reading() as connection:
        places = [place for (place,) in connection.execute(REJECTED)]
    standing = {place: file for place in places if (file := file_of(Path(place)))}
    if standing:
        ingested(
            sorted({str(file) for file in standing.values()}), crew_of(Executors.PROCESSES, workers, None, folders)
        )
    with reading() as connection:
        rejected = {place for (place,) in connection.execute(REJECTED)}
    gone = [place for place in places if place not in standing]
    for place in gone:
        print(in_a_line(f"gone {place}"), file=sys.stderr)
    tried = rejected & set(standing)
    print(f"tried {len(standing)} rejected files: {len(standing) - len(tried)} read, {len(tried)} rejected again")
    print(f"{len(gone)} are gone" if gone else "none is gone")
    raise typer.Exit(STILL_REJECTED if rejected else 0)
