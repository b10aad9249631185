"""A file is whole or not there: it is written beside its place, and put into it when all of it is written.

In: a path. Out: an open file of bytes, and at the end of the block the file in its place. Where the block fails the
place stays as it was.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from eventdb.errors import EventdbError


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place when the block ends well. Folders are made; EventdbError where that fails."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise EventdbError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):  # it is in its place, or nobody wants it
            beside.unlink()
