"""Standard input is a text, a page, JSON Lines or compressed forms of them; its places never stand for each other."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from loaders.sources import Page, Rejection, Skipped, Source, StandardInput
from tests.sources.making import ENGLISH, crawled, found, met, page, tarred, told


def passing(raw: bytes, *, has_lines: bool = False) -> list[Source | Rejection | Skipped]:
    return met(StandardInput(io.BytesIO(raw), has_lines))


def test_a_text_is_placed_by_what_it_holds() -> None:
    (one,), (same,), (other,) = passing(ENGLISH), passing(ENGLISH), passing(ENGLISH + b" Two.")
    assert isinstance(one, Source)
    assert one == same
    assert (one.raw, one.is_numbered, one.name) == (ENGLISH, True, "")
    assert str(one.path).startswith("/dev/stdin#")
    assert one.path != other.path


def test_lines_are_placed_by_number_and_contents() -> None:
    lines = b'{"text": "One."}\n{"text": "One."}\n{}\n'
    first, second, bad = passing(lines, has_lines=True)
    assert len({first.path, second.path}) == 2
    assert str(second.path).startswith("/dev/stdin#2-")
    assert str(bad.path) == "/dev/stdin#3"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_first_bytes_tell_pages_and_compressed_input(tmp_path: Path, pack: type[bytes]) -> None:
    (one,) = passing(pack(page()))
    assert isinstance(one, Source)
    assert one.page == Page()
    answer = ("https://a.example/1", "200 OK", "text/html", page())
    crawl = passing(pack(crawled(tmp_path / "a.warc", answer).read_bytes()))
    assert [type(each) for each in crawl[1:]] == [Source]


def test_an_archive_of_files_is_refused(tmp_path: Path) -> None:
    assert told(passing(tarred(tmp_path / "a.tar", {"a.txt": ENGLISH}).read_bytes()), tmp_path) == [
        ("/dev/stdin", "not_anew")
    ]


def test_a_text_over_the_limit_is_rejected(tmp_path: Path) -> None:
    assert told(passing(b"a" * 1_000_001), tmp_path) == [("/dev/stdin", "too_large")]


def test_it_stands_among_other_paths_as_people_write_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH)
    given = StandardInput(io.BytesIO(ENGLISH))
    assert os.fspath(given) == "-"
    assert len(found(tmp_path, given)) == 2
