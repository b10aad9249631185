"""Items of archives, lines and crawls load as files do: counted, kept when unchanged, each known again by its place."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from loaders.ingest import Report, ingest
from loaders.sources import Input, StandardInput
from tests.run.database import Link, ask
from tests.sources.making import crawled, page, tarred, zipped

TICKS = count()
WORDS = "The envoys of both sides have said that they will meet again in the old town hall this year. "


def clock() -> datetime:
    """An hour later at each look."""
    return datetime(2022, 6, 1, tzinfo=UTC) + timedelta(hours=next(TICKS))


def run(url: str, *paths: Input) -> tuple[int, ...]:
    """Read, inserted, updated, kept, rejected."""
    report = ingest(paths, url, clock=clock)
    return counts(report)


def counts(report: Report) -> tuple[int, ...]:
    return report.read, *(report.counts[name] for name in ("inserted", "updated", "kept", "rejected"))


def text(name: str) -> str:
    return f"{name}\n\n{WORDS * 3}"


def lines(path: Path, *names: str, **fields: str) -> Path:
    path.write_text("".join(json.dumps({"text": text(name), **fields}) + "\n" for name in names))
    return path


def places(link: Link, root: Path) -> dict[str, str]:
    """First line of each current article → where it was read."""
    rows = ask(link, "select split_part(text, E'\n', 1), location from eventdb.article join eventdb.source_file"
                     " using (source_file_id) where is_current")  # fmt: skip
    return {first: place.removeprefix(f"{root}/") for first, place in rows}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    zipped(folder / "a.zip", {"n/one.txt": text("One").encode(), "two.txt": b"\0", "in.zip": b"PK"})
    tarred(folder / "b.tar.gz", {"three.txt": text("Three").encode(), "three.meta.json": b'{"publisher": "AP"}'})
    lines(folder / "c.jsonl", "Four", "Five").open("a").write("{}\n")
    crawled(folder / "d.warc.gz", ("https://gulfpost.example/1", "200 OK", "text/html", page()))
    return folder


def test_what_is_inside_is_loaded_once_and_kept_when_it_has_not_changed(
    inbox: Path, database_url: str, connection: Link
) -> None:
    assert run(database_url, inbox) == (8, 5, 0, 0, 3)
    assert places(connection, inbox) == {
        "One": "a.zip!/n/one.txt",
        "Three": "b.tar.gz!/three.txt",
        "Four": "c.jsonl#1",
        "Five": "c.jsonl#2",
        "Envoys meet in Muscat": "d.warc.gz#2",
    }
    connection.commit()
    assert run(database_url, inbox) == (8, 0, 0, 5, 3)
    zipped(inbox / "a.zip", {"n/one.txt": text("One, mended").encode()})
    assert run(database_url, inbox) == (6, 0, 1, 4, 1)
    assert set(places(connection, inbox)) >= {"One, mended", "Four"}


def test_unchanged_pages_are_not_read_again(inbox: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(database_url, inbox / "d.warc.gz") == (1, 1, 0, 0, 0)

    def refuse(*_: object) -> None:
        raise AssertionError("a page was read again")

    monkeypatch.setattr("loaders.sources.documents.page_text", refuse)
    assert run(database_url, inbox / "d.warc.gz") == (1, 0, 0, 1, 0)


def test_lines_that_move_stay_what_they_are_and_lines_that_go_are_not_lost(
    tmp_path: Path, database_url: str, connection: Link
) -> None:
    path = lines(tmp_path / "a.jsonl", "One", "Two")
    assert run(database_url, path) == (2, 2, 0, 0, 0)
    assert run(database_url, lines(path, "Three", "One", "Two")) == (3, 1, 0, 2, 0)
    assert run(database_url, lines(path, "Three", "One", "Two")) == (3, 0, 0, 3, 0)
    assert run(database_url, lines(path, "Four")) == (1, 1, 0, 0, 0)
    assert run(database_url, lines(path, "Four")) == (1, 0, 0, 1, 0)
    assert set(places(connection, tmp_path)) == {"One", "Two", "Three", "Four"}
    assert ask(connection, "select count(*) from eventdb.article where version > 1") == [(0,)]


def test_what_was_rejected_in_an_archive_and_is_mended_is_rejected_no_more(
    tmp_path: Path, database_url: str, connection: Link
) -> None:
    def rejected() -> set[str]:
        connection.commit()
        found = ask(connection, "select location from eventdb.source_file where state_code = 'rejected'")
        return {place.removeprefix(f"{tmp_path}/") for (place,) in found}

    (tmp_path / "d.txt").write_bytes(b"\0")
    whole = tarred(tmp_path / "a.tar.gz", {"n/a.txt": text("One").encode(), "n/b.txt": b"\0"}).read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(whole[:-12])
    path = lines(tmp_path / "c.jsonl", "Two")
    path.write_text(path.read_text() + "{}\n{}\n")
    assert run(database_url, tmp_path)[0] == 7
    assert rejected() == {"a.tar.gz", "a.tar.gz!/n/b.txt", "c.jsonl#2", "c.jsonl#3", "d.txt"}
    run(database_url, path)
    assert rejected() == {"a.tar.gz", "a.tar.gz!/n/b.txt", "c.jsonl#2", "c.jsonl#3", "d.txt"}
    path.write_text(path.read_text().replace("{}\n", "", 1))
    tarred(tmp_path / "a.tar.gz", {"n/a.txt": text("One").encode()})
    run(database_url, tmp_path)
    assert rejected() == {"c.jsonl#2", "d.txt"}


def test_texts_that_pass_through_standard_input_never_stand_for_each_other(
    tmp_path: Path, database_url: str, connection: Link
) -> None:
    def passing(name: str) -> StandardInput:
        return StandardInput(io.BytesIO(text(name).encode()))

    assert run(database_url, passing("One")) == (1, 1, 0, 0, 0)
    assert run(database_url, passing("Two")) == (1, 1, 0, 0, 0)
    assert run(database_url, passing("One")) == (1, 0, 0, 1, 0)
    assert set(places(connection, tmp_path)) == {"One", "Two"}
    assert ask(connection, "select sources from eventdb.ingest_run limit 1") == [("-",)]


def test_one_address_in_two_crawls_is_one_article(tmp_path: Path, database_url: str, connection: Link) -> None:
    newer = page().replace(b"12 people", b"14 people")
    for day, body in (("2021-03-18", page()), ("2021-03-19", newer)):
        path = crawled(tmp_path / f"{day}.warc", ("https://gulfpost.example/1", "200 OK", "text/html", body), day=day)
        run(database_url, path)
    versions = ask(connection, "select version, is_current from eventdb.article order by version")
    assert versions == [(1, False), (2, True)]
