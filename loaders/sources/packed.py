"""Compressed streams, safely. In: a stream and the name of its file. Out: what it unpacks to, as a stream.

gzip, bzip2 and xz, also of several parts. What ends too early raises DamagedError; what unpacks to hundreds of times
its size raises BombError as soon as that shows. Nothing is held but a buffer.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from eventdb.errors import BombError, DamagedError

CHUNK = 1 << 16
MOST_RATIO = 200  # prose packs to a third or a tenth of its size, the same article many times over to a fiftieth
ALWAYS_FREE = 20_000_000
MOST_MEMORY = 1 << 28  # an xz file may ask for gigabytes


class Decompressor(Protocol):
    """As the standard library has them for bzip2 and xz."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """The same for gzip."""

    def __init__(self) -> None:
        self.inner = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self.inner.eof

    @property
    def needs_input(self) -> bool:
        return not self.inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self.inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self.inner.decompress(self.inner.unconsumed_tail + data, max_length)


@dataclass(frozen=True, slots=True)
class Packing:
    """A way to compress; `suffixes` are those of names, each with what stands in its place in the name inside."""

    suffixes: dict[str, str]
    head: bytes
    make: Callable[[], Decompressor]


PACKINGS = (
    Packing({".gz": "", ".tgz": ".tar"}, b"\x1f\x8b", _Gzip),
    Packing({".xz": "", ".txz": ".tar"}, b"\xfd7zXZ\0", lambda: lzma.LZMADecompressor(memlimit=MOST_MEMORY)),
    Packing({".bz2": "", ".tbz": ".tar", ".tbz2": ".tar"}, b"BZh", bz2.BZ2Decompressor),
)


def packing_of(name: str, head: bytes | None = None) -> Packing | None:
    """How a file is compressed, by its name, or by its first bytes where they are given."""
    if head is not None:
        return next((each for each in PACKINGS if head.startswith(each.head)), None)
    return next((each for each in PACKINGS if name.casefold().endswith(tuple(each.suffixes))), None)


def inner_name(name: str) -> str:
    """`news.tar.gz` → `news.tar`, `news.tgz` → `news.tar`; other names stay."""
    for packing in PACKINGS:
        for suffix, instead in packing.suffixes.items():
            if name.casefold().endswith(suffix):
                return name[: -len(suffix)] + instead
    return name


def unpacked(packed: IO[bytes], packing: Packing) -> io.BufferedReader:
    """A stream, unpacked and watched."""
    return io.BufferedReader(_Unpacked(packed, packing.make), CHUNK)


class Piecewise:
    """A stream each of whose reads gives what there is, so that damage behind it costs nothing before it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def read(self, size: int = -1) -> bytes:
        """Some bytes, at most so many; none at the end."""
        return self.stream.read1(size) if isinstance(self.stream, io.BufferedReader) else self.stream.read(size)


class _Unpacked(io.RawIOBase):
    def __init__(self, packed: IO[bytes], make: Callable[[], Decompressor]) -> None:
        self.packed, self.make = packed, make
        self.taken = self.given = 0
        self.chunks = self._chunks()
        self.chunk = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self.chunk:
            found = next(self.chunks, None)
            if found is None:
                return 0
            self.chunk = memoryview(found)
        size = min(len(buffer), len(self.chunk))
        buffer[:size] = self.chunk[:size]
        self.chunk = self.chunk[size:]
        return size

    def _chunks(self) -> Iterator[bytes]:
        """Part after part; zeros after the last one are padding."""
        data = self._more()
        while data := data.lstrip(b"\0") or self._more().lstrip(b"\0"):
            part = self.make()
            yield from self._part(part, data)
            data = part.unused_data

    def _part(self, part: Decompressor, data: bytes) -> Iterator[bytes]:
        while True:
            chunk = part.decompress(data, CHUNK)
            self._watch(len(chunk))
            yield chunk
            if part.eof:
                return
            data = self._more() if part.needs_input else b""
            if part.needs_input and not data and not chunk:
                raise DamagedError("it ends in the middle")

    def _more(self) -> bytes:
        data = self.packed.read(CHUNK)
        self.taken += len(data)
        return data

    def _watch(self, size: int) -> None:
        self.given += size
        if self.given > max(ALWAYS_FREE, MOST_RATIO * self.taken):
            raise BombError(f"{self.taken:,} bytes had become {self.given:,}")
