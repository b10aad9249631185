"""A digest is the same for what is the same, and another one for what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.digest import table_digests, whole
from loaders.ingest import ingest
from tests.run.database import Link
from tests.run.test_ingest import clock, inbox, link, read, run, write
from tests.run.test_workers import emptied, small, stop_after

__all__ = ["inbox", "link", "small"]


def digest(link: Link) -> str:
    return whole(table_digests(link))


def test_runs_times_and_order_do_not_change_the_digest(database_url: str, link: Link, inbox: Path, small: None) -> None:
    run(database_url, inbox)
    first = digest(link)
    run(database_url, inbox)
    assert digest(link) == first
    emptied(link)
    run(database_url, *sorted(inbox.iterdir(), reverse=True))
    assert digest(link) == first


def test_an_event_that_was_two_before_its_reports_met_is_the_same(
    database_url: str, link: Link, inbox: Path, small: None
) -> None:
    run(database_url, inbox)
    first = digest(link)
    emptied(link)
    ingest([inbox / "b.txt", inbox / "c.txt", inbox], database_url, clock=clock, extractor=read, stopping=stop_after(0))
    assert digest(link) != first
    run(database_url, inbox)
    assert digest(link) == first


@pytest.mark.parametrize(
    "change",
    [
        "update eventdb.article set title = 'Other' where article_id = (select min(article_id) from eventdb.article)",
        "delete from eventdb.event_report where article_id = (select min(article_id) from eventdb.article)",
        "update eventdb.event_report set event_id = (select max(event_id) from eventdb.event)",
        "update eventdb.event set label = label || '?'",
        "update eventdb.source_file set sha256 = repeat('0', 64)",
        "insert into eventdb.outlet (outlet_id, name, kind_code) values (1, 'Elsewhere Today', 'unknown')",
    ],
)
def test_any_change_of_content_changes_the_digest(database_url: str, link: Link, inbox: Path, change: str) -> None:
    run(database_url, inbox)
    before = digest(link)
    assert link.execute(change).rowcount > 0
    assert digest(link) != before


def test_a_changed_text_changes_the_digest(database_url: str, link: Link, inbox: Path) -> None:
    run(database_url, inbox)
    before = digest(link)
    write(inbox, "a.txt", "2022-07-15 Oslo")
    run(database_url, inbox)
    assert digest(link) != before
