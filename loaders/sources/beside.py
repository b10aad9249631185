"""The metadata of one folder's articles. In: a folder and its names. Out: each article's metadata; metadata of none.

Reads side files and the manifest through the same guarded opening as articles; the manifest once, on first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from eventdb.errors import MetadataError
from loaders.sources.decoding import Refused, decode
from loaders.sources.metadata import Metadata, agreed
from loaders.sources.opening import MEGABYTE, opened
from loaders.sources.reasons import Reason, Rejection, rejection
from loaders.sources.sidecars import MANIFEST, SUFFIXES, ManifestRow, from_sidecar, manifest

LIMIT = 50 * MEGABYTE
WORDLESS = (Reason.EMPTY, Reason.ONLY_SPACE, Reason.NO_LETTERS)  # `{}` says nothing, and may


class Beside:
    """What stands beside the articles of a folder; `names` are its entries where they are known already."""

    def __init__(self, folder: Path, names: frozenset[str] | None = None) -> None:
        self.folder = folder
        self.names = names

    def has(self, name: str) -> bool:
        """Whether the folder has an entry of that name."""
        return name in self.names if self.names is not None else (self.folder / name).exists()

    def metadata(self, name: str) -> Metadata:
        """All that side files and manifest say of an article, which must agree."""
        bases = dict.fromkeys((name, Path(name).stem))
        found = [side for base in bases for suffix in SUFFIXES if self.has(side := base + suffix)]
        parts = [(side, from_sidecar(self._words(side), side)) for side in found]
        if row := self.rows.get(name):
            if isinstance(row.given, MetadataError):
                raise row.given
            parts.append((f"{MANIFEST}, line {row.line}", row.given))
        return agreed(parts)

    @cached_property
    def rows(self) -> dict[str, ManifestRow]:
        """The manifest's rows; one that cannot be read raises for every article of the folder."""
        return manifest(self._words(MANIFEST)) if self.has(MANIFEST) else {}

    def _words(self, name: str) -> str:
        found = opened(self.folder / name, LIMIT)
        decoded = found if isinstance(found, Refused) else decode(found.raw)
        if isinstance(decoded, Refused):
            if not isinstance(found, Refused) and decoded.code in WORDLESS:
                return found.raw.decode("utf-8", "replace")
            raise MetadataError(f"{name}: {decoded.code.sentence} {decoded.detail}".strip())
        return decoded.text

    def orphans(self, is_article: Callable[[str], bool]) -> Iterator[Rejection]:
        """Side files without an article, manifest rows without a file, and a manifest that cannot be read."""
        names = self.names or frozenset()
        stems = {part for name in names if is_article(name) for part in (name, Path(name).stem)}
        for name in sorted(names):
            if name.endswith(SUFFIXES) and name[: name.rindex(".meta.")] not in stems:
                yield rejection(self.folder / name, Reason.NO_ARTICLE)
        try:
            missing = [(name, row) for name, row in self.rows.items() if not self.has(name)]
        except MetadataError as error:
            yield Rejection(self.folder / MANIFEST, Reason.BAD_METADATA, str(error))
            return
        for name, row in missing:
            yield rejection(self.folder / name, Reason.NO_ARTICLE, f"{MANIFEST}, line {row.line}")
