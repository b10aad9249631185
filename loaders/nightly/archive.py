"""Files that were read leave the inbox: in go a run's number and two folders, out come files moved and files left.

A file goes to FOLDER/DAY/ with its path in the inbox, and metadata beside it go along. First it stands in both
places, then the database learns the new one, then it leaves the inbox: whenever that is broken off, each place that the
database names holds its file, and the next night goes on. A later file of the same name is an article of its own.
Rejected files stay, and so do files that were read as parts of a container, and manifests, which others may need.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psycopg import Connection

from eventdb.errors import UsageError

from ..ingest import location_of, readable
from ..keys import digest
from ..sources.sidecars import MANIFEST, SUFFIXES
from ..store import source_file_id

READ = """
select source_file.location
from eventdb.ingest_result as result
inner join eventdb.source_file using (source_file_id)
where result.ingest_run_id = %s and source_file.state_code <> 'rejected'
order by source_file.location
"""
# The row under its new key, then all that hangs from the old one; a place that was known before keeps its own row.
MOVED = (
    """
    insert into eventdb.source_file
    select (jsonb_populate_record(
        source_file, jsonb_build_object('source_file_id', %(new)s::bigint, 'location', %(place)s::text))).*
    from eventdb.source_file where source_file_id = %(old)s
    on conflict do nothing
    """,
    "update eventdb.article set source_file_id = %(new)s where source_file_id = %(old)s",
    """
    update eventdb.ingest_result as result set source_file_id = %(new)s
    where source_file_id = %(old)s and not exists (
        select from eventdb.ingest_result as other
        where other.ingest_run_id = result.ingest_run_id and other.source_file_id = %(new)s
    )
    """,
    "delete from eventdb.ingest_result where source_file_id = %(old)s",
    "delete from eventdb.source_file where source_file_id = %(old)s",
)
NO_LINKS = (errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK)


@dataclass(frozen=True, slots=True)
class Archived:
    """How many files were moved, and how many that were read stay where they are."""

    moved: int
    left: int


def check_archive(inbox: Path, folder: Path) -> None:
    """UsageError where one folder lies in the other: what is archived would be read again, or archived twice."""
    inside, outside = folder.resolve(), inbox.resolve()
    if inside == outside or inside in outside.parents or outside in inside.parents:
        raise UsageError(
            f"the archive {folder} and the inbox {inbox} must not lie in each other; choose another folder"
        )


def archive(connection: Connection, run: int, *, inbox: Path, folder: Path, day: date) -> Archived:
    """Move what a run has read out of the inbox."""
    root = Path(location_of(inbox))
    target = Path(location_of(folder)) / day.isoformat()
    places = [Path(place) for (place,) in connection.execute(READ, (run,)).fetchall()]
    ours = [place for place in places if root in place.parents and place.is_file()]
    for place in ours:
        _move(connection, place, _free(target / place.relative_to(root), place))
    return Archived(len(ours), sum(root in place.parents for place in places) - len(ours))


def _free(wanted: Path, source: Path) -> Path:
    """The place in the archive; a name that other content has already gets its own content's hash."""
    if not wanted.exists() or wanted.samefile(source) or wanted.read_bytes() == source.read_bytes():
        return wanted
    return wanted.with_name(f"{wanted.stem}-{digest(source.read_bytes().hex())[:12]}{wanted.suffix}")


def _move(connection: Connection, source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = list(_beside(source))
    for each in beside:
        _put(each, target.with_name(each.name.replace(source.stem, target.stem, 1)))
    manifest = source.with_name(MANIFEST)
    if manifest.is_file():
        shutil.copy2(manifest, target.with_name(MANIFEST))
    _put(source, target)
    asked = {
        "old": source_file_id(readable(source)),
        "new": source_file_id(readable(target)),
        "place": readable(target),
    }
    with connection.transaction():
        for statement in MOVED:
            connection.execute(statement.encode(), asked)
    for each in (*beside, source):
        each.unlink()


def _beside(source: Path) -> Iterator[Path]:
    """Metadata files of this article."""
    for name in dict.fromkeys((source.name, source.stem)):
        for suffix in SUFFIXES:
            if (found := source.with_name(name + suffix)).is_file():
                yield found


def _put(source: Path, target: Path) -> None:
    """Have a file in another place, too; whole or not at all."""
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        os.link(source, unfinished, follow_symlinks=False)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        shutil.copy2(source, unfinished)
    unfinished.replace(target)
    unfinished.unlink(missing_ok=True)  # two names of one file: POSIX leaves both
