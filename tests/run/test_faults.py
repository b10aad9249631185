"""A fault of the rules costs the article that shows it: the rest of the folder loads, and the fault is told."""

from __future__ import annotations

import os
import re
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.facts import ArticleFacts
from loaders.ingest import extracted, ingest
from loaders.outcome import Attempt, Fault
from loaders.sources import Document
from loaders.sources.metadata import NO_METADATA
from tests.run.database import Link, ask
from tests.run.drawn import figure
from tests.run.test_ingest import clock, counts, inbox, link, read, run

__all__ = ["inbox", "link"]


def stumbles(named: tuple[str, Document]) -> ArticleFacts:
    """An extractor that fails on all texts of Bergen."""
    if "Bergen" in named[1].text:
        raise OverflowError("cannot convert float infinity to integer")
    return read(named)


def counts_too_much(named: tuple[str, Document]) -> ArticleFacts:
    """An extractor that reads a number of twenty digits in Bergen."""
    found = read(named)
    if "Bergen" not in found.text:
        return found
    dead = figure(found.text, found.text[:4], "killed", "exact", 10**20, 10**20)
    return replace(found, events=tuple(replace(each, figures=(dead,)) for each in found.events))


def test_an_article_on_which_the_rules_fail_is_rejected_and_the_rest_loads(
    database_url: str, link: Link, inbox: Path
) -> None:
    report = ingest([inbox], database_url, clock=clock, extractor=stumbles)
    assert counts(report) == (4, 3, 0, 0, 1)
    (rejected,) = report.rejected
    assert Path(rejected.path).name == "d.txt"
    assert "OverflowError: cannot convert float infinity to integer; test_faults.py, line " in rejected.reason
    assert ask(link, "select files_read, files_inserted, files_rejected from eventdb.ingest_run") == [(4, 3, 1)]


def test_every_copy_of_an_article_on_which_the_rules_fail_is_rejected(
    database_url: str, link: Link, inbox: Path
) -> None:
    (inbox / "c.txt").write_bytes((inbox / "d.txt").read_bytes())
    (inbox / "a.txt").write_bytes((inbox / "d.txt").read_bytes())
    assert counts(ingest([inbox], database_url, clock=clock, extractor=stumbles)) == (4, 1, 0, 0, 3)
    assert ask(link, "select count(*) from report.rejected_file") == [(3,)]


def test_every_copy_of_an_article_whose_facts_break_a_rule_is_rejected(
    database_url: str, link: Link, inbox: Path
) -> None:
    broken = (inbox / "a.txt").read_text(encoding="utf-8").replace("consult.talks", "consult.gossip")
    for name in ("a.txt", "d.txt"):
        (inbox / name).write_text(broken, encoding="utf-8")
    assert run(database_url, inbox) == (4, 2, 0, 0, 2)


def test_an_article_with_a_number_too_big_for_its_column_is_rejected_and_the_rest_loads(
    database_url: str, inbox: Path
) -> None:
    report = ingest([inbox], database_url, clock=clock, extractor=counts_too_much)
    assert counts(report) == (4, 3, 0, 0, 1)
    assert "int too big" in report.rejected[0].reason


def test_an_article_keeps_its_facts_when_the_rules_fail_on_its_new_text(
    database_url: str, link: Link, inbox: Path
) -> None:
    run(database_url, inbox)
    (inbox / "a.txt").write_bytes((inbox / "a.txt").read_bytes().replace(b"Oslo", b"Bergen"))
    assert counts(ingest([inbox], database_url, clock=clock, extractor=stumbles)) == (4, 0, 0, 3, 1)
    assert ask(link, "select count(*) from eventdb.article where is_current") == [(4,)]


def test_extraction_without_a_database_goes_on_after_a_fault(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.ingest.reading.extract_document", stumbles)
    found = {path.name: each for path, each in extracted([inbox])}
    assert [name for name, each in found.items() if isinstance(each, Fault)] == ["d.txt"]


def test_a_reason_that_quotes_a_name_in_no_encoding_is_stored_with_escapes(
    database_url: str, link: Link, inbox: Path
) -> None:
    name = os.fsencode(inbox) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("---\nautor: Ada Obi\n---\nThe talks go on.\n")
    assert run(database_url, inbox) == (5, 4, 0, 0, 1)
    assert ask(link, "select count(*) from report.rejected_file where reason like '%caf\\\\udce9.txt%'") == [(1,)]


def never_ends(named: tuple[str, Document]) -> ArticleFacts:
    """An extractor whose search for a pattern takes years on a text of Bergen."""
    if "Bergen" in named[1].text:
        re.match(r"(a+)+b", "a" * 60)
    return read(named)


def test_an_article_that_takes_too_long_is_rejected_and_the_rest_loads(
    database_url: str, link: Link, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Attempt.__init__, "__defaults__", (0.5,))
    report = ingest([inbox], database_url, clock=clock, extractor=never_ends)
    assert counts(report) == (4, 3, 0, 0, 1)
    assert "did not come to an end within 0.5 seconds" in report.rejected[0].reason
    assert counts(ingest([inbox], database_url, clock=clock, extractor=never_ends)) == (4, 0, 0, 3, 1)
    assert ask(link, "select tries from report.rejected_file") == [(2,)]


def test_who_interrupts_is_left_as_he_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert Attempt(len, seconds=60)(("name", Document("text", "utf-8", "en", NO_METADATA))) == 2
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
