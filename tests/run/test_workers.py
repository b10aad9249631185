"""Who extracts changes nothing: other processes or a cluster give the same database, and one that ends is replaced."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from distributed import LocalCluster

from eventdb.errors import EventdbError
from loaders.facts import ArticleFacts
from loaders.ingest import Crew, cluster, ingest
from loaders.sources import Document
from tests.run.database import Link, ask, content
from tests.run.test_ingest import clock, counts, inbox, link, read, run, write

__all__ = ["inbox", "link"]


def ends(named: tuple[str, Document]) -> ArticleFacts:
    """An extractor whose process is ended by what it reads of Bergen."""
    if "Bergen" in named[1].text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(named)


def ends_once(mark: Path, named: tuple[str, Document]) -> ArticleFacts:
    """An extractor whose process is ended the first time that it is asked."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read(named)


@pytest.fixture
def crew() -> Iterator[Crew]:
    """Two processes that are handed even the few articles of a test."""
    made = Crew(lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")), worth=0)
    yield made
    made.dismiss()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of two, read one by one, so that four articles show what many do."""
    monkeypatch.setattr("loaders.ingest.run.ARTICLES_A_BATCH", 2)
    monkeypatch.setattr("loaders.ingest.pending.ARTICLES_A_TASK", 1)


def emptied(link: Link) -> dict[str, list[tuple[object, ...]]]:
    """What the database holds, which it then holds no more."""
    found = content(link)
    link.execute("truncate eventdb.article, eventdb.event, eventdb.source_file cascade")
    return found


def test_several_processes_and_one_give_the_same_database(
    database_url: str, link: Link, inbox: Path, crew: Crew, small: None
) -> None:
    (inbox / "z.txt").write_bytes((inbox / "a.txt").read_bytes())  # the same text as in an earlier batch
    assert run(database_url, inbox) == (5, 4, 0, 1, 0)
    alone = emptied(link)
    assert counts(ingest([inbox], database_url, clock=clock, crew=crew, extractor=read)) == (5, 4, 0, 1, 0)
    assert content(link) == alone


def test_an_article_that_ends_each_process_is_rejected_and_the_rest_loads(
    database_url: str, link: Link, inbox: Path, crew: Crew
) -> None:
    report = ingest([inbox], database_url, clock=clock, crew=crew, extractor=ends)
    assert counts(report) == (4, 3, 0, 0, 1)
    assert [(Path(each.path).name, "ended from outside" in each.reason) for each in report.rejected] == [
        ("d.txt", True)
    ]
    assert ask(link, "select files_read, files_inserted, files_rejected from eventdb.ingest_run") == [(4, 3, 1)]


def test_an_article_whose_process_was_ended_once_is_read_again(
    database_url: str, inbox: Path, tmp_path: Path, crew: Crew
) -> None:
    extractor = partial(ends_once, tmp_path / "mark")
    assert counts(ingest([inbox], database_url, clock=clock, crew=crew, extractor=extractor)) == (4, 4, 0, 0, 0)


def test_processes_that_cannot_begin_are_an_error_and_no_article_is_blamed(
    database_url: str, link: Link, inbox: Path
) -> None:
    crew = Crew(
        lambda: ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=os._exit, initargs=(1,)), worth=0
    )
    with pytest.raises(EventdbError, match="end as soon as they begin"):
        ingest([inbox], database_url, clock=clock, crew=crew, extractor=read)
    assert ask(link, "select count(*) from eventdb.source_file") == [(0,)]


def test_a_process_with_other_rules_is_refused(
    database_url: str, inbox: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.ingest.run.rules_version", lambda *folders: "of another version")
    with pytest.raises(EventdbError, match="has other rules"):
        ingest([inbox], database_url, clock=clock, crew=crew, extractor=read)


def stop_after(number: int) -> Callable[[], bool]:
    """Whether to stop: from the time on that it was asked so often."""
    asked = iter(range(1, 100))
    return lambda: next(asked) > number


def test_a_run_that_is_stopped_links_what_it_wrote_and_the_next_one_reads_the_rest(
    database_url: str, link: Link, inbox: Path, crew: Crew, small: None
) -> None:
    write(inbox, "e.txt", "2022-06-03 Bergen")
    run(database_url, inbox)
    whole = emptied(link)
    link.execute("truncate eventdb.ingest_run cascade")
    report = ingest([inbox], database_url, clock=clock, extractor=read, stopping=stop_after(0))
    assert (report.is_stopped, counts(report)) == (True, (2, 2, 0, 0, 0))
    assert ask(link, "select count(*) from eventdb.event_report where event_id is null") == [(0,)]
    assert ask(link, "select finished_at is not null, files_read from eventdb.ingest_run") == [(True, 2)]
    report = ingest([inbox], database_url, clock=clock, crew=crew, extractor=read)
    assert (report.is_stopped, counts(report)) == (False, (5, 3, 0, 2, 0))
    assert content(link) == whole


def test_a_cluster_of_two_workers_gives_the_same_database(
    database_url: str, link: Link, inbox: Path, small: None
) -> None:
    run(database_url, inbox)
    alone = emptied(link)
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as workers,
        cluster(workers.scheduler_address) as crew,
    ):
        crew.worth = 0
        report = ingest([inbox], database_url, clock=clock, crew=crew, extractor=read)
    assert counts(report) == (4, 4, 0, 0, 0)
    assert content(link) == alone
