"""Which rules read an article: one hash over all that can change its facts, so that stale facts are known as such.

In: the files of this package that turn text into facts, folders of a user's own lexicons, the package's version.
Out: 64 hexadecimal digits. The stages that only write rows are left out: they do not change what is read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from eventdb import __version__

from .keys import digest

PACKAGE = Path(__file__).parent
RULE_SUFFIXES = frozenset({".py", ".yaml", ".yml", ".csv", ".txt"})
WRITING_STAGES = frozenset(
    {"decide", "explain", "export", "importing", "ingest", "keys", "link", "outcome", "plan", "proof", "rules", "store"}
)


@cache
def rules_version(*lexicon_folders: Path) -> str:
    """The version of the rules in force, computed once a process for the same folders of the user's own lexicons."""
    parts: list[str | bytes] = [__version__]
    for root in (PACKAGE, *lexicon_folders):
        for path in rule_files(root):
            parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return digest(*parts)


def rule_files(root: Path) -> list[Path]:
    """Files under a folder that hold rules or words, in a fixed order."""
    found = (path for path in root.rglob("*") if path.suffix in RULE_SUFFIXES and path.is_file())
    return sorted(path for path in found if path.relative_to(root).parts[0].removesuffix(".py") not in WRITING_STAGES)
