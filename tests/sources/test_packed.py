"""Compressed streams give what was packed, or say that they are damaged or absurd."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable

import pytest

from eventdb.errors import BombError, DamagedError
from loaders.sources.packed import CHUNK, inner_name, packing_of, unpacked
from tests.sources.making import ENGLISH

Pack = Callable[[bytes], bytes]
WAYS = pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress])
DAMAGE = (DamagedError, OSError, lzma.LZMAError, zlib.error)


def plain(packed: bytes) -> bytes:
    packing = packing_of("", packed[:8])
    assert packing
    return unpacked(io.BytesIO(packed), packing).read()


@WAYS
def test_what_was_packed_comes_out_also_of_several_parts_and_of_padding(pack: Pack) -> None:
    long = b"".join(number.to_bytes(4, "big") for number in range(CHUNK))
    assert plain(pack(long) + pack(b"") + pack(ENGLISH) + b"\0" * (CHUNK + 1)) == long + ENGLISH
    assert plain(pack(b"")) == b""


@WAYS
@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_what_ends_too_early_is_damaged(pack: Pack, part: float) -> None:
    packed = pack(ENGLISH * 9)
    with pytest.raises(DAMAGE):
        plain(packed[: max(8, int(part * len(packed)))])


@WAYS
def test_what_stands_behind_the_last_part_is_damage(pack: Pack) -> None:
    with pytest.raises(DAMAGE):
        plain(pack(ENGLISH) + b"more")


@WAYS
def test_what_unpacks_to_hundreds_of_times_its_size_is_a_bomb(pack: Pack) -> None:
    with pytest.raises(BombError, match="had become 20,0"):
        plain(pack(b"\0" * 30_000_000))


def test_lines_before_the_damage_can_be_read() -> None:
    packed = gzip.compress(ENGLISH + b"\n") + gzip.compress(ENGLISH)[:-9]
    packing = packing_of("a.gz")
    assert packing
    stream = unpacked(io.BytesIO(packed), packing)
    assert stream.readline() == ENGLISH + b"\n"
    with pytest.raises(DamagedError):
        stream.readline()


@pytest.mark.parametrize(
    ("name", "inner"),
    [("a.tar.gz", "a.tar"), ("a.TGZ", "a.tar"), ("b.txt.xz", "b.txt"), ("c.tbz2", "c.tar"), ("d.txt", "d.txt")],
)
def test_a_name_tells_what_is_inside(name: str, inner: str) -> None:
    assert inner_name(name) == inner
