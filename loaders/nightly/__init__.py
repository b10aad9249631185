"""A night: ingest what is new, link, refresh, check, and tell of it; safe to kill at any moment and start again.

lock     one night at a time over a database, and who holds it
refresh  what makes later questions quick: statistics, room of dead rows, materialised views
archive  files that were read leave the inbox, never before the database knows their new place
record   what a night did, as lines of text and as JSON
page     the same as one page of HTML
metrics  the same as a text file for Prometheus
run      stage after stage

In: an inbox, the URL of a database, the time. Out: rows, and a `Night`. Nothing here prints.
"""

from __future__ import annotations

from .archive import check_archive
from .lock import Holder, night_lock
from .record import Night, night_json, night_lines
from .run import nightly

__all__ = ["Holder", "Night", "check_archive", "night_json", "night_lines", "night_lock", "nightly"]
