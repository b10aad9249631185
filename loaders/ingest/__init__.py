"""A run: sources → extract → plan → store → link, and the report of it. The only place where stages meet.

places      a file's name in the database; words that can be stored and printed
reading     files without any database: what an extractor makes of each
crew        who extracts: this process, others on this machine, or a cluster
pending     articles on their way through a crew; what ends a process is found and told
writer      the only connection that writes: its lock, and another try where a fault passes
judging     one batch of files: read, looked up, planned
run         batch after batch: while one is written, the next are being extracted
rebuilding  newer rules over stored texts

In: paths, the URL of a database, the time. Out: rows, and a `Report`. Nothing here prints.
"""

from __future__ import annotations

from .crew import Crew, cluster, processes
from .places import location_of, readable
from .reading import extracted, read_by
from .rebuilding import rebuild
from .run import Report, ingest, link_all
from .writer import writing

__all__ = [
    "Crew",
    "Report",
    "cluster",
    "extracted",
    "ingest",
    "link_all",
    "location_of",
    "processes",
    "read_by",
    "readable",
    "rebuild",
    "writing",
]
