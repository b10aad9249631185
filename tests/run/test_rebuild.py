"""Newer rules read stored texts again, without their files, and give what an ingest of the files would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from eventdb.errors import EventdbError
from loaders.facts import ArticleFacts
from loaders.ingest import Report, ingest, rebuild
from loaders.sources import Document
from tests.run.database import Link, ask, content
from tests.run.test_ingest import clock, counts, inbox, link
from tests.run.test_ingest import read as read_once

__all__ = ["inbox", "link"]

HASHES = frozenset({"stat_hash", "input_hash"})  # the file is judged once more, and they cover its article
RULES = "select distinct rules_version from eventdb.article order by 1"


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have the rules be of a version."""

    def become(version: str) -> None:
        for module in ("run", "rebuilding", "crew"):
            monkeypatch.setattr(f"loaders.ingest.{module}.rules_version", lambda *_: version)

    become("1")
    return become


def read(named: tuple[str, Document]) -> ArticleFacts:
    """Stand-in rules, whose facts have a text that can be read again."""
    found = read_once(named)
    return replace(found, text=f"{found.text}\n{named[1].text.rstrip().rsplit(chr(10), 1)[-1]}")


def newer(named: tuple[str, Document]) -> ArticleFacts:
    """Rules that read Bergen where the older ones read Oslo; they need the metadata, too."""
    assert named[1].metadata.publisher == "Fjord Wire" or named[0] != "a.txt"
    return read((named[0], Document(named[1].text.replace("Oslo", "Bergen"), "", "", named[1].metadata)))


def fails(named: tuple[str, Document]) -> ArticleFacts:
    if named[0] == "a.txt":
        raise ValueError("a new rule")
    return read(named)


@pytest.fixture
def loaded(database_url: str, inbox: Path, rules: Callable[[str], None]) -> str:
    """A database in which older rules have read four articles, one with metadata; its URL."""
    (inbox / "a.meta.json").write_text('{"publisher": "Fjord Wire", "published": "2022-05"}')
    ingest([inbox], database_url, clock=clock, extractor=read)
    rules("2")
    return database_url


def rebuilt(url: str, extractor: Callable[[tuple[str, Document]], ArticleFacts]) -> tuple[Report, int]:
    return rebuild(url, clock=clock, extractor=extractor)


def test_stored_texts_are_read_again_and_an_ingest_finds_nothing_to_do(loaded: str, link: Link, inbox: Path) -> None:
    report, left = rebuilt(loaded, read)
    assert [each.reason for each in report.rejected] == []
    assert (counts(report), left) == ((4, 0, 4, 0, 0), 0)
    assert ask(link, RULES) == [("2",)]
    before = content(link, without=HASHES)
    assert counts(ingest([inbox], loaded, clock=clock, extractor=fails)) == (4, 0, 0, 4, 0)
    assert content(link, without=HASHES) == before


def test_files_need_not_be_there(loaded: str, inbox: Path) -> None:
    for path in inbox.iterdir():
        path.unlink()
    assert counts(rebuilt(loaded, newer)[0]) == (4, 0, 4, 0, 0)


def test_what_changed_is_told_with_its_cause(loaded: str, link: Link) -> None:
    rebuilt(loaded, newer)
    assert ask(link, "select distinct cause from report.change") == [("rules",)]
    assert ask(link, "select count(*) > 0 from report.change where file like '%/a.txt'") == [(True,)]


def test_a_second_rebuild_has_nothing_to_do(loaded: str) -> None:
    rebuilt(loaded, read)
    report, left = rebuilt(loaded, read)
    assert (report.read, left) == (0, 0)


def test_an_article_on_which_the_new_rules_fail_keeps_what_it_has(loaded: str, link: Link) -> None:
    report, left = rebuilt(loaded, fails)
    assert (counts(report), left) == ((4, 0, 3, 0, 1), 1)
    assert ask(link, "select count(*) from eventdb.source_file where state_code = 'loaded'") == [(4,)]
    assert ask(link, RULES) == [("1",), ("2",)]


def test_a_rebuild_that_is_broken_off_is_gone_on_with(loaded: str, link: Link, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(report: Report) -> None:
        if report.read == 2:
            raise EventdbError("killed")

    monkeypatch.setattr("loaders.ingest.rebuilding.ARTICLES_A_BATCH", 2)
    with pytest.raises(EventdbError, match="killed"):
        rebuild(loaded, clock=clock, extractor=read, progress=killed)
    assert ask(link, RULES) == [("1",), ("2",)]
    assert counts(rebuilt(loaded, read)[0]) == (2, 0, 2, 0, 0)
    assert ask(link, RULES) == [("2",)]
    assert ask(link, "select count(*) from eventdb.event_report where event_id is null") == [(0,)]


def test_an_article_of_a_release_that_kept_no_metadata_is_left_and_counted(loaded: str, link: Link) -> None:
    link.execute("delete from eventdb.article_given")
    report, left = rebuilt(loaded, read)
    assert (report.read, left) == (0, 4)


def test_a_rebuild_that_is_stopped_says_so(loaded: str) -> None:
    report, left = rebuild(loaded, clock=clock, extractor=read, stopping=lambda: True)
    assert (report.is_stopped, left) == (True, 4)
