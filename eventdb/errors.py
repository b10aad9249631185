"""The tree of errors. A docstring is the default message; `exit_code` is what the command line ends with.

EventdbError            3
├── UsageError          2   wrong words on the command line
├── SettingsError       4   a setting is missing or malformed
├── ServerError         5   the embedded server cannot be used
├── DatabaseError       6   the database refuses, or is not ours
│   └── SchemaError     7   tables or views are not what this version expects
├── LexiconError        8   an entry of a lexicon or frame file is wrong
└── SourceError         9   an input cannot be read at all
    ├── MetadataError   9   metadata beside an article is malformed
    └── DamagedError    9   an archive is damaged
        └── BombError   9   an archive unpacks to far more than it holds
"""

from __future__ import annotations

import inspect
from typing import ClassVar


class EventdbError(Exception):
    """eventdb could not do what was asked."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or inspect.getdoc(type(self)))


class UsageError(EventdbError):
    """The command's words do not fit together."""

    exit_code = 2


class SettingsError(EventdbError):
    """A setting is missing or malformed."""

    exit_code = 4


class ServerError(EventdbError):
    """The embedded PostgreSQL server cannot be used."""

    exit_code = 5


class DatabaseError(EventdbError):
    """The database cannot be used."""

    exit_code = 6


class SchemaError(DatabaseError):
    """The database's tables or views are not those of this version."""

    exit_code = 7


class LexiconError(EventdbError):
    """A lexicon entry is malformed."""

    exit_code = 8


class SourceError(EventdbError):
    """An input cannot be read."""

    exit_code = 9


class MetadataError(SourceError):
    """Metadata beside an article is malformed."""


class DamagedError(SourceError):
    """An archive is damaged."""


class BombError(DamagedError):
    """An archive unpacks to far more than it holds."""
