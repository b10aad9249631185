"""WARC files: each HTML response is an article, all else is counted."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from loaders.sources import Page, sources
from tests.sources.making import crawled, found, page, told

HTML = "text/html; charset=utf-8"
ANSWERS = (
    ("https://gulfpost.example/1", "200 OK", HTML, page()),
    ("https://gulfpost.example/2", "404 Not Found", HTML, page()),
    ("https://gulfpost.example/3.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://gulfpost.example/4", "200 OK", "Text/HTML", page()),
)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_html_responses_are_articles_and_other_records_are_counted(tmp_path: Path, name: str) -> None:
    crawled(tmp_path / name, *ANSWERS)
    assert told(sources([tmp_path]), tmp_path) == [
        (f"{name}#1", "other_record"),
        (f"{name}#2", "source"),
        (f"{name}#3", "not_ok"),
        (f"{name}#4", "not_html"),
        (f"{name}#5", "source"),
    ]
    first, second = found(tmp_path)
    assert first.page == Page("utf-8", "https://gulfpost.example/1", date(2021, 3, 19))
    assert second.page == Page(None, "https://gulfpost.example/4", date(2021, 3, 19))
    assert (first.raw, first.is_numbered) == (page(), True)


def test_a_file_that_was_compressed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    plain = crawled(tmp_path / "a.warc", *ANSWERS).read_bytes()
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(plain))
    assert len(found(tmp_path / "b.warc.gz")) == 2


def test_a_page_over_the_limit_is_rejected_and_no_other(tmp_path: Path) -> None:
    large = ("https://gulfpost.example/0", "200 OK", HTML, page() + b" " * 30_000)
    path = crawled(tmp_path / "a.warc.gz", large, ANSWERS[0])
    assert [what for _, what in told(sources([path], limit=2000), tmp_path)] == ["other_record", "too_large", "source"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("cut", [10, 300, 900])
def test_a_file_that_ends_too_early_is_read_up_to_there(tmp_path: Path, name: str, cut: int) -> None:
    path = crawled(tmp_path / name, *ANSWERS[:1], *ANSWERS[3:])
    path.write_bytes(path.read_bytes()[:-cut])
    words = [what for _, what in told(sources([path]), tmp_path)]
    assert words[:2] == ["other_record", "source"] or (name, cut) == ("a.warc.gz", 900)
    assert words[-1] == "damaged"


@pytest.mark.parametrize("raw", [b"no record at all\r\n" * 9, b"WARC/1.0\r\nno header", b"\x1f\x8b broken"])
def test_what_is_called_warc_and_is_none_is_damaged(
    tmp_path: Path, raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.warc").write_bytes(raw)
    assert told(sources([tmp_path]), tmp_path)[-1] == ("a.warc", "damaged")
    assert capsys.readouterr().err == ""


def test_a_record_that_lies_of_its_length_is_damage_and_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = crawled(tmp_path / "a.warc", *ANSWERS)
    raw = path.read_bytes()
    middle = raw.index(b"</html>")
    path.write_bytes(raw[:middle] + b"more than was said" + raw[middle:])
    assert told(sources([path]), tmp_path)[-1] == ("a.warc", "damaged")
    assert capsys.readouterr().err == ""
