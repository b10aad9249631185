"""A file that was met and not read yet. In: its path, what stands beside it. Out: what the system says of all of these.

Who knows that the same was said when the file was read before need not read it again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from loaders.sources.met import Source
from loaders.sources.reasons import Rejection


@dataclass(frozen=True, slots=True)
class Unread:
    """A plain file: what the system says of it and of the metadata beside it, when any of it changed last, its reader.

    `stat` are words that differ where size, times, device or inode of any of these files do. A file that changed just
    now may change once more without their differing.
    """

    path: Path
    stat: str
    changed_ns: int
    read: Callable[[], Source | Rejection]


def unread(path: Path, states: Iterable[os.stat_result], read: Callable[[], Source | Rejection]) -> Unread:
    """A file with what the system says of it, and of what stands beside it."""
    found = list(states)
    stat = ";".join(
        f"{each.st_size} {each.st_mtime_ns} {each.st_ctime_ns} {each.st_dev} {each.st_ino}" for each in found
    )
    return Unread(path, stat, max(max(each.st_mtime_ns, each.st_ctime_ns) for each in found), read)
