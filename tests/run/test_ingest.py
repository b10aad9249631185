"""A run over files: counts add up, the rest loads whatever one file holds, and a second run changes nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import psycopg
import pytest

from eventdb.errors import DatabaseError
from loaders.facts import ArticleFacts
from loaders.ingest import Report, extracted, ingest, link_all, location_of
from loaders.sources import Document
from tests.conftest import conninfo
from tests.run.database import Link, ask, content, versions_of_rows
from tests.run.test_link import told

TICKS = count()
WORDS = "The envoys of both sides have said that they will meet again in the old town hall this year. "
CASES = {
    "a.txt": "2022-05-20 Oslo",
    "b.txt": "2022-05-20 Oslo",
    "c.txt": "2022-05-27 Oslo",
    "d.txt": "2022-06-01 Bergen",
}


def clock() -> datetime:
    """An hour later at each look."""
    return datetime(2022, 6, 1, tzinfo=UTC) + timedelta(hours=next(TICKS))


def read(named: tuple[str, Document]) -> ArticleFacts:
    """A stand-in for the rules: the last line of an article draws its event, as `kind status days place`."""
    drawn = named[1].text.rstrip().rsplit("\n", 1)[-1]
    return replace(told(drawn), url=named[1].metadata.url)


def write(folder: Path, name: str, drawn: str) -> Path:
    path = folder / name
    path.write_text(f"{name}\n\n{WORDS * 3}\n\nconsult.talks planned {drawn}\n", encoding="utf-8")
    return path


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder of four articles, of which two tell of one meeting."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, drawn in CASES.items():
        write(folder, name, drawn)
    return folder


@pytest.fixture
def link(database_url: str) -> Iterator[Link]:
    with psycopg.connect(conninfo(database_url), autocommit=True) as connection:
        yield connection


def run(url: str, *paths: Path) -> tuple[int, int, int, int, int]:
    """Read, inserted, updated, kept, rejected."""
    return counts(ingest(paths, url, clock=clock, extractor=read))


def counts(report: Report) -> tuple[int, int, int, int, int]:
    found = report.counts
    return report.read, found["inserted"], found["updated"], found["kept"], found["rejected"]


def events(link: Link) -> list[tuple[str, int]]:
    rows = ask(
        link,
        """select e.label, count(*)::integer from eventdb.event e join eventdb.event_report r using (event_id)
        group by e.event_id order by 1""",
    )
    return [(label, number) for label, number in rows]


def test_a_first_run_loads_and_links_everything(database_url: str, link: Link, inbox: Path) -> None:
    assert run(database_url, inbox) == (4, 4, 0, 0, 0)
    assert events(link) == [
        ("talks, Bergen, 2022-06-01", 1),
        ("talks, Oslo, 2022-05-20", 2),
        ("talks, Oslo, 2022-05-27", 1),
    ]


def test_a_second_run_reads_the_same_files_and_writes_no_fact(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    before, written = content(link), versions_of_rows(link, without=frozenset({"source_file"}))
    assert run(database_url, inbox) == (4, 0, 0, 4, 0)
    assert content(link) == before
    assert versions_of_rows(link, without=frozenset({"source_file"})) == written


def test_an_unchanged_file_is_not_extracted_again(database_url: str, inbox: Path) -> None:
    run(database_url, inbox)
    write(inbox, "c.txt", "2022-05-28 Oslo")
    asked: list[str] = []

    def noted(named: tuple[str, Document]) -> ArticleFacts:
        asked.append(named[0])
        return read(named)

    ingest([inbox], database_url, clock=clock, extractor=noted)
    assert asked == ["c.txt"]


def test_the_order_of_paths_changes_nothing(database_url: str, link: Link, inbox: Path) -> None:
    files = sorted(inbox.iterdir())
    found = []
    for order in (files, files[::-1], [files[2], files[0], files[3], files[1]]):
        link.execute("truncate eventdb.article, eventdb.event, eventdb.source_file cascade")
        run(database_url, *order)
        found.append(content(link))
    assert found[0] == found[1] == found[2]


def test_old_facts_leave_the_current_state_when_a_file_changes(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    write(inbox, "a.txt", "2022-07-15 Oslo")
    assert run(database_url, inbox) == (4, 0, 1, 3, 0)
    assert events(link) == [
        ("talks, Bergen, 2022-06-01", 1), ("talks, Oslo, 2022-05-20", 1),
        ("talks, Oslo, 2022-05-27", 1), ("talks, Oslo, 2022-07-15", 1),
    ]  # fmt: skip


def test_a_renamed_file_is_the_same_article(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    before = content(link)
    (inbox / "a.txt").rename(inbox / "renamed.txt")
    assert run(database_url, inbox) == (4, 0, 0, 4, 0)
    after = content(link)
    assert len(after.pop("source_file")) == len(before.pop("source_file")) + 1
    assert after == before


def test_a_vanished_file_leaves_its_facts(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    before = content(link)
    (inbox / "a.txt").unlink()
    assert run(database_url, inbox) == (3, 0, 0, 3, 0)
    assert content(link) == before


def test_identical_texts_in_one_run_are_one_article(database_url: str, link: Link, inbox: Path) -> None:
    shutil.copy(inbox / "a.txt", inbox / "z.txt")
    assert run(database_url, inbox) == (5, 4, 0, 1, 0)
    assert run(database_url, inbox) == (5, 0, 0, 5, 0)
    assert ask(link, "select count(*) from eventdb.article") == [(4,)]


def test_bad_files_are_rejected_with_reasons_and_the_rest_loads(database_url: str, link: Link, inbox: Path) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "nul.txt").write_bytes(b"Talks\0 will go on\0\n" * 20)
    (inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (inbox / "german.txt").write_text(
        "Die Gespräche werden fortgesetzt, sagte der Gesandte am Montag. " * 20, encoding="utf-8"
    )
    (inbox / "loop.txt").symlink_to("loop.txt")
    (inbox / "gone.txt").symlink_to("nowhere.txt")
    (inbox / "around").symlink_to(inbox)
    report = ingest([inbox, inbox / "missing.txt"], database_url, clock=clock, extractor=read)
    assert counts(report) == (11, 4, 0, 0, 7)
    assert {Path(each.path).name for each in report.rejected} == {
        "empty.txt", "nul.txt", "picture.txt", "german.txt", "loop.txt", "gone.txt", "missing.txt",
    }  # fmt: skip
    assert all(each.reason for each in report.rejected)
    assert ask(link, "select files_read, files_inserted, files_rejected from eventdb.ingest_run") == [(11, 4, 7)]
    assert ask(link, "select count(*) from eventdb.source_file where state_code = 'rejected'") == [(7,)]


def test_an_article_whose_facts_break_a_rule_is_rejected_and_the_rest_loads(
    database_url: str, link: Link, inbox: Path
) -> None:
    for name, broken in (("b.txt", "consult.gossip planned"), ("d.txt", "consult.talks imagined")):
        write(inbox, name, CASES[name]).write_text(f"{WORDS * 3}\n\n{broken} 2022-05-20 Oslo\n", encoding="utf-8")
    report = ingest([inbox], database_url, clock=clock, extractor=read)
    assert counts(report) == (4, 2, 0, 0, 2)
    assert [(Path(each.path).name, "fk_event_report_event" in each.reason) for each in report.rejected] == [
        ("b.txt", True), ("d.txt", True),
    ]  # fmt: skip
    assert ask(link, "select files_read, files_inserted, files_rejected from eventdb.ingest_run") == [(4, 2, 2)]


def test_a_name_in_no_encoding_is_written_with_escapes(database_url: str, link: Link, inbox: Path) -> None:
    (inbox / "a.txt").rename(os.fsdecode(os.fsencode(inbox) + b"/caf\xe9.txt"))
    assert run(database_url, inbox) == (4, 4, 0, 0, 0)
    assert ask(link, "select count(*) from eventdb.source_file where location like '%caf\\\\xe9.txt'") == [(1,)]


def test_an_unreadable_file_is_rejected(database_url: str, inbox: Path) -> None:
    (inbox / "b.txt").unlink()
    os.mkfifo(inbox / "b.txt")
    assert run(database_url, inbox) == (4, 3, 0, 0, 1)


def test_metadata_beside_a_file_count_as_part_of_it(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    (inbox / "a.meta.json").write_text('{"url": "https://news.example.org/a"}', encoding="utf-8")
    assert run(database_url, inbox) == (4, 0, 1, 3, 0)
    assert ask(link, "select version, url from eventdb.article where url is not null") == [
        (1, "https://news.example.org/a")
    ]


def test_a_run_that_was_broken_off_is_made_good_by_the_next(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    link.execute("update eventdb.event_report set event_id = null")
    link.execute("delete from eventdb.event")
    link.execute("update eventdb.ingest_run set finished_at = null")
    assert run(database_url, inbox) == (4, 0, 0, 4, 0)
    assert [number for _, number in events(link)] == [1, 2, 1]


def test_progress_is_told_after_each_batch(database_url: str, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.ingest.run.ARTICLES_A_BATCH", 2)
    told_: list[int] = []
    ingest([inbox], database_url, clock=clock, extractor=read, progress=lambda report: told_.append(report.read))
    assert told_ == [2, 4]


def test_a_run_migrates_a_database_that_has_no_tables_yet(empty_url: str, inbox: Path) -> None:
    assert run(empty_url, inbox) == (4, 4, 0, 0, 0)


def test_linking_all_again_changes_nothing(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    before = content(link)
    assert link_all(database_url).events_written == 0
    assert content(link) == before


def test_a_database_that_cannot_be_reached_is_an_error_of_ours(inbox: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be reached"):
        run("postgresql://nobody@127.0.0.1:1/none", inbox)


def test_extraction_needs_no_database(inbox: Path) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    found = dict(extracted([inbox]))
    assert {path.name for path, each in found.items() if isinstance(each, ArticleFacts)} == set(CASES)


def test_a_location_is_the_same_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert location_of(Path("x/../inbox/a.txt")) == location_of(tmp_path / "inbox" / "a.txt")


def test_what_stood_between_two_articles_is_gone_with_a_third(database_url: str, link: Link, tmp_path: Path) -> None:
    """A week's plan fits two days equally well, and so neither, until one of them is no article any more."""
    days = {"a.txt": "2022-05-18 Oslo", "b.txt": "2022-05-22 Oslo", "week.txt": "2022-05-18/2022-05-22 Oslo"}
    for name, drawn in days.items():
        write(tmp_path, name, drawn)
    run(database_url, tmp_path)
    assert [reports for _, reports in events(link)] == [1, 1, 1]
    shutil.copy(tmp_path / "b.txt", tmp_path / "a.txt")
    run(database_url, tmp_path)
    assert events(link) == [("talks, Oslo, 2022-05-22", 2)]
    before = content(link)
    link_all(database_url)
    assert content(link) == before


def test_an_event_forgets_what_an_article_that_is_gone_said(database_url: str, link: Link, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "2022-05-20 Oslo")
    write(tmp_path, "b.txt", "2022-05-20/2022-05-21 Oslo")
    write(tmp_path, "c.txt", "2022-06-01 Bergen")
    run(database_url, tmp_path)
    assert ("talks, Oslo, 2022-05-20", 2) in events(link)
    shutil.copy(tmp_path / "c.txt", tmp_path / "a.txt")
    run(database_url, tmp_path)
    assert ("talks, Oslo, 2022-05-20 to 2022-05-21", 1) in events(link)
