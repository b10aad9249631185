"""A file that is as it was is not read again; one that may not be is known by its bytes, and a changed one is seen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from loaders.ingest import ingest
from loaders.sources import Unread, walked
from tests.run.database import Link, ask, content, versions_of_rows
from tests.run.test_ingest import counts, inbox, link, read, run, write

__all__ = ["inbox", "link"]

LATER = timedelta(hours=1)


class Watch:
    """A clock that is ahead of the files, and moves."""

    def __init__(self, ahead: timedelta = LATER) -> None:
        self.now = datetime.now(UTC) + ahead

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of files whose bytes are read from now on."""
    from loaders.sources import walking

    names: list[str] = []
    real = walking.opened

    def noted(path: Path, limit: int) -> object:
        names.append(path.name)
        return real(path, limit)

    monkeypatch.setattr("loaders.sources.walking.opened", noted)
    yield names


def again(url: str, inbox: Path, *, rehash: bool = False) -> tuple[int, int, int, int, int]:
    return counts(ingest([inbox], url, clock=Watch(), extractor=read, rehash=rehash))


def test_a_file_of_which_the_system_says_the_same_is_not_read(
    database_url: str, link: Link, inbox: Path, opened: list[str]
) -> None:
    again(database_url, inbox)
    before, written = content(link), versions_of_rows(link, without=frozenset({"source_file"}))
    opened.clear()
    assert again(database_url, inbox) == (4, 0, 0, 4, 0)
    assert opened == []
    assert content(link) == before
    assert versions_of_rows(link, without=frozenset({"source_file"})) == written
    told = ask(
        link, "select verdict_code, count(*), min(event_reports) from eventdb.ingest_result group by 1 order by 1"
    )
    assert told == [("inserted", 4, 1), ("kept", 4, 1)]


def test_a_changed_file_is_seen_though_size_and_time_of_change_are_as_before(
    database_url: str, inbox: Path, opened: list[str]
) -> None:
    again(database_url, inbox)
    about = (inbox / "a.txt").stat()
    text = (inbox / "a.txt").read_text(encoding="utf-8")
    (inbox / "a.txt").write_text(text.replace("2022-05-20", "2022-05-21"), encoding="utf-8")
    os.utime(inbox / "a.txt", ns=(about.st_atime_ns, about.st_mtime_ns))
    assert (inbox / "a.txt").stat().st_size == about.st_size
    opened.clear()
    assert again(database_url, inbox) == (4, 0, 1, 3, 0)
    assert opened == ["a.txt"]


def test_a_file_that_changed_just_before_the_run_is_known_by_its_bytes(
    database_url: str, inbox: Path, opened: list[str]
) -> None:
    soon = Watch(ahead=timedelta())
    ingest([inbox], database_url, clock=soon, extractor=read)
    opened.clear()
    ingest([inbox], database_url, clock=soon, extractor=read)
    assert sorted(opened) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_metadata_beside_a_file_that_change_are_seen(database_url: str, inbox: Path, opened: list[str]) -> None:
    beside = inbox / "a.meta.json"
    beside.write_text('{"publisher": "One"}', encoding="utf-8")
    again(database_url, inbox)
    beside.write_text('{"publisher": "Two"}', encoding="utf-8")
    opened.clear()
    assert again(database_url, inbox) == (4, 0, 1, 3, 0)
    (inbox / "manifest.csv").write_text("file,title\nb.txt,Another\n", encoding="utf-8")
    assert again(database_url, inbox) == (4, 0, 1, 3, 0)
    beside.unlink()
    assert again(database_url, inbox) == (4, 0, 1, 3, 0)


def test_copies_and_files_with_older_texts_are_not_decoded_again(
    database_url: str, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "z.txt").write_bytes((inbox / "a.txt").read_bytes())
    assert run(database_url, inbox) == (5, 4, 0, 1, 0)
    monkeypatch.setattr("loaders.ingest.judging.document", lambda source: pytest.fail(f"{source.path} is decoded"))
    assert run(database_url, inbox) == (5, 0, 0, 5, 0)


def test_an_article_that_another_file_changed_is_judged_anew(database_url: str, link: Link, inbox: Path) -> None:
    for name in ("a", "b"):
        (inbox / f"{name}.meta.json").write_text('{"url": "https://news.example.org/a"}', encoding="utf-8")
    again(database_url, inbox)
    write(inbox, "b.txt", "2022-07-01 Oslo")
    assert again(database_url, inbox) == (4, 0, 1, 3, 0)
    states = "select right(location, 5), state_code from eventdb.source_file where location like '%/_.txt' order by 1"
    assert ask(link, states)[:2] == [("a.txt", "superseded"), ("b.txt", "loaded")]
    assert again(database_url, inbox) == (4, 0, 0, 4, 0)
    assert ask(link, states)[:2] == [("a.txt", "superseded"), ("b.txt", "loaded")]


def test_everything_is_read_when_that_is_asked_for(database_url: str, inbox: Path, opened: list[str]) -> None:
    again(database_url, inbox)
    opened.clear()
    assert again(database_url, inbox, rehash=True) == (4, 0, 0, 4, 0)
    assert sorted(opened) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_a_rejected_file_is_read_again(database_url: str, inbox: Path, opened: list[str]) -> None:
    (inbox / "e.txt").write_bytes(b"")
    again(database_url, inbox)
    opened.clear()
    assert again(database_url, inbox) == (5, 0, 0, 4, 1)
    assert opened == ["e.txt"]


def test_what_the_system_says_covers_what_stands_beside(inbox: Path) -> None:
    def words() -> dict[str, str]:
        return {each.path.name: each.stat for each in walked([inbox]) if isinstance(each, Unread)}

    before = words()
    (inbox / "b.txt.meta.yaml").write_text("publisher: One\n", encoding="utf-8")
    after = words()
    assert {name for name in before if before[name] != after[name]} == {"b.txt"}
