"""The metadata of one folder's articles. In: a folder and its names. Out: each article's metadata; metadata of none.

Reads side files and the manifest through the same guarded opening as articles, or takes their bytes from an archive;
the manifest once, on first use.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from eventdb.errors import MetadataError
from loaders.sources.decoding import Refused, decode
from loaders.sources.metadata import Metadata, agreed
from loaders.sources.opening import MEGABYTE, Opened, opened
from loaders.sources.packed import inner_name
from loaders.sources.reasons import Reason, Rejection, rejection
from loaders.sources.sidecars import MANIFEST, SUFFIXES, ManifestRow, from_sidecar, manifest

LIMIT = 50 * MEGABYTE
WORDLESS = (Reason.EMPTY, Reason.ONLY_SPACE, Reason.NO_LETTERS)  # `{}` says nothing, and may


def is_side_file(name: str) -> bool:
    """Whether a file holds metadata of others."""
    return name == MANIFEST or name.endswith(SUFFIXES)


def bases(name: str) -> dict[str, None]:
    """What the names of an article's side files may begin with: its name with and without suffixes."""
    inner = inner_name(name)
    return dict.fromkeys((name, Path(name).stem, inner, Path(inner).stem))


class Beside:
    """What stands beside the articles of a folder.

    `names` are its entries where they are known already; `held` are the bytes of its side files, if an archive has it.
    """

    def __init__(
        self, folder: Path, names: frozenset[str] | None = None, held: Mapping[str, bytes] | None = None
    ) -> None:
        self.folder = folder
        self.names = names
        self.held = held

    def has(self, name: str) -> bool:
        """Whether the folder has an entry of that name."""
        if self.held is not None:
            return name in self.held
        return name in self.names if self.names is not None else (self.folder / name).exists()

    def metadata(self, name: str) -> Metadata:
        """All that side files and manifest say of an article, which must agree."""
        parts = [(side, from_sidecar(self._words(side), side)) for side in self._sides(name)]
        if row := self.rows.get(name):
            if isinstance(row.given, MetadataError):
                raise row.given
            parts.append((f"{MANIFEST}, line {row.line}", row.given))
        return agreed(parts)

    def states(self, name: str) -> Iterator[os.stat_result]:
        """What the system says of an article's side files and of the manifest; nothing of one that is gone."""
        for side in self._sides(name):
            with suppress(OSError):
                yield (self.folder / side).stat()
        if self.manifest_state:
            yield self.manifest_state

    def _sides(self, name: str) -> list[str]:
        return [side for base in bases(name) for suffix in SUFFIXES if self.has(side := base + suffix)]

    @cached_property
    def manifest_state(self) -> os.stat_result | None:
        """What the system says of the manifest; None where there is none."""
        with suppress(OSError):
            return (self.folder / MANIFEST).stat() if self.has(MANIFEST) else None
        return None

    @cached_property
    def rows(self) -> dict[str, ManifestRow]:
        """The manifest's rows; one that cannot be read raises for every article of the folder."""
        return manifest(self._words(MANIFEST)) if self.has(MANIFEST) else {}

    def _words(self, name: str) -> str:
        found = Opened(self.held[name], (0, 0)) if self.held is not None else opened(self.folder / name, LIMIT)
        decoded = found if isinstance(found, Refused) else decode(found.raw)
        if isinstance(decoded, Refused):
            if not isinstance(found, Refused) and decoded.code in WORDLESS:
                return found.raw.decode("utf-8", "replace")
            raise MetadataError(f"{name}: {decoded.code.sentence} {decoded.detail}".strip())
        return decoded.text

    def orphans(self, names: Iterable[str], is_described: Callable[[str], bool]) -> Iterator[Rejection]:
        """Side files among the names that describe nothing; `is_described` tells of what stands before their suffix."""
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not is_described(name[: name.rindex(".meta.")]):
                yield rejection(self.folder / name, Reason.NO_ARTICLE)

    def missing(self, has: Callable[[str], bool]) -> Iterator[Rejection]:
        """Rows of the manifest without their file, and a manifest that cannot be read."""
        try:
            missing = [(name, row) for name, row in self.rows.items() if not has(name)]
        except MetadataError as error:
            yield Rejection(self.folder / MANIFEST, Reason.BAD_METADATA, str(error))
            return
        for name, row in missing:
            yield rejection(self.folder / name, Reason.NO_ARTICLE, f"{MANIFEST}, line {row.line}")
